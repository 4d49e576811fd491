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
