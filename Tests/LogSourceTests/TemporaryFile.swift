import Foundation

/// A file that goes when the test ends.
final class TemporaryFile {
    let url: URL

    var path: String { url.path() }

    init(_ content: [UInt8]) throws {
        url = FileManager.default.temporaryDirectory.appending(path: "deferwatch-\(UUID())")
        try Data(content).write(to: url)
    }

    deinit {
        try? FileManager.default.removeItem(at: url)
    }

    /// The content as `tool` compresses it; nil where the tool is missing.
    static func compress(_ content: [UInt8], with tool: String) throws -> [UInt8]? {
        let path = "/usr/bin/\(tool)"
        guard FileManager.default.isExecutableFile(atPath: path) else { return nil }
        let input = try TemporaryFile(content)
        let process = Process()
        process.executableURL = URL(filePath: path)
        process.arguments = ["-c", "-q", input.path]
        let output = Pipe()
        process.standardOutput = output
        try process.run()
        let compressed = try output.fileHandleForReading.readToEnd() ?? Data()
        process.waitUntilExit()
        return process.terminationStatus == 0 ? Array(compressed) : nil
    }
}

/// SplitMix64: the same numbers for the same seed, everywhere.
struct SeededRandom: RandomNumberGenerator {
    private var state: UInt64

    init(seed: UInt64) { state = seed }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ mixed >> 30) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ mixed >> 27) &* 0x94D0_49BB_1331_11EB
        return mixed ^ mixed >> 31
    }
}
