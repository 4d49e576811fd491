import Foundation

/// The words that the program was called with.
enum ProgramArguments {
    /// All but the program's name.
    ///
    /// Swift looks for them below the environment. A library that is loaded before the program and sets
    /// a variable, as libfaketime does, moves that away, and Swift finds none: the kernel knows still.
    static var given: [String] {
        let found = CommandLine.arguments
        return Array((found.isEmpty ? ofKernel : found).dropFirst())
    }

    /// As the kernel has them, the program's name first.
    static var ofKernel: [String] {
        split(FileManager.default.contents(atPath: "/proc/self/cmdline") ?? Data())
    }

    /// Takes words apart of which each ends with a zero byte.
    static func split(_ bytes: some Sequence<UInt8>) -> [String] {
        Array(bytes).split(separator: 0, omittingEmptySubsequences: false).dropLast()
            .map { String(decoding: $0, as: UTF8.self) }
    }
}
