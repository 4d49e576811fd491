import Foundation

@testable import deferwatch

/// A configuration directory that real Postfix reads, with a queue of its own.
struct PostfixFolder {
    let path: String

    /// What main.cf and master.cf have beside the folders' names.
    init(main: String, master: String = Self.smtpd) throws {
        path =
            FileManager.default.temporaryDirectory
            .appending(path: "postfix-\(UUID().uuidString)").path
        for name in ["config", "queue", "state"] {
            try FileManager.default.createDirectory(
                atPath: "\(path)/\(name)",
                withIntermediateDirectories: true
            )
        }
        try write(main: main, master: master)
    }

    static let smtpd = "smtp inet n - y - - smtpd\n"

    var config: String { path + "/config" }

    func write(main: String, master: String) throws {
        let head = """
            compatibility_level = 3.6
            queue_directory = \(path)/queue
            data_directory = \(path)/state

            """
        try Data((head + main + "\n").utf8).write(to: URL(filePath: config + "/main.cf"))
        try Data(master.utf8).write(to: URL(filePath: config + "/master.cf"))
    }

    func settings() throws -> PostfixSettings {
        try PostfixSettings.read(configDirectory: config, instance: nil)
    }

    func remove() {
        try? FileManager.default.removeItem(atPath: path)
    }

    /// What a program of Postfix says of it, on both outputs together, and its status.
    func run(_ program: String, _ arguments: [String] = []) throws -> (status: Int32, text: String)
    {
        let process = Process()
        let output = Pipe()
        process.executableURL = URL(filePath: "/usr/sbin/" + program)
        process.arguments = ["-c", config] + arguments
        process.standardOutput = output
        process.standardError = output
        try process.run()
        let bytes = try output.fileHandleForReading.readToEnd() ?? Data()
        process.waitUntilExit()
        return (process.terminationStatus, String(decoding: bytes, as: UTF8.self))
    }
}
