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
        guard FileManager.default.isExecutableFile(atPath: "/usr/bin/\(tool)") else { return nil }
        let input = try TemporaryFile(content)
        let (status, compressed) = try run(tool, ["-c", "-q", input.path])
        return status == 0 ? compressed : nil
    }

    /// Runs a tool; its status, and what it writes.
    static func run(
        _ tool: String,
        _ arguments: [String]
    ) throws -> (status: Int32, output: [UInt8]) {
        let process = Process()
        process.executableURL = URL(filePath: "/usr/bin/\(tool)")
        process.arguments = arguments
        let output = Pipe()
        process.standardOutput = output
        process.standardError = WritableFile.nullDevice
        try process.run()
        let written = try output.fileHandleForReading.readToEnd() ?? Data()
        process.waitUntilExit()
        return (process.terminationStatus, Array(written))
    }
}
