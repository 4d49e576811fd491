import Foundation

/// The programs of this machine that are asked for what only they know: postconf, journalctl.
enum PostfixProgram {
    /// Administrators' search paths often lack these.
    private static let folders = [
        "/usr/sbin", "/usr/local/sbin", "/sbin", "/usr/bin", "/usr/local/bin", "/bin",
    ]

    /// Where a program is; nil: not installed.
    static func path(of name: String) -> String? {
        folders.map { "\($0)/\(name)" }.first(where: FileManager.default.isExecutableFile(atPath:))
    }

    /// What `postconf` prints when asked with `arguments`, or nil where Postfix is not installed.
    ///
    /// Another instance than the default one has its own `configDirectory`.
    static func postconf(_ arguments: [String], configDirectory: String?) -> String? {
        // Without a main.cf it sleeps for a second before it fails.
        let mainFile = (configDirectory ?? "/etc/postfix") + "/main.cf"
        if configDirectory != nil || hasUsualDirectory,
            !FileManager.default.fileExists(atPath: mainFile)
        {
            return nil
        }
        let directory = configDirectory.map { ["-c", $0] } ?? []
        guard let (process, output) = start("postconf", directory + arguments) else { return nil }
        let data = (try? output.fileHandleForReading.readToEnd()) ?? Data()
        process.waitUntilExit()
        return process.terminationStatus == 0 ? String(decoding: data, as: UTF8.self) : nil
    }

    /// False where Postfix was built to have its configuration elsewhere.
    private static var hasUsualDirectory: Bool {
        FileManager.default.fileExists(atPath: "/etc/postfix")
    }

    /// Where the main.cf of an instance is that postmulti knows by name; nil: it knows none.
    static func configDirectory(ofInstance name: String) -> String? {
        let question = ["-i", name, "-x", "postconf", "-h", "config_directory"]
        guard let (process, output) = start("postmulti", question) else { return nil }
        let answer = (try? output.fileHandleForReading.readToEnd()) ?? Data()
        process.waitUntilExit()
        let path = PostfixWords.trimmed(String(decoding: answer, as: UTF8.self))
        return process.terminationStatus == 0 && path.hasPrefix("/") ? path : nil
    }

    /// Starts a program and gives the pipe that it writes to; nil where it cannot be run.
    static func start(_ name: String, _ arguments: [String]) -> (Process, Pipe)? {
        guard let path = path(of: name) else { return nil }
        let process = Process()
        let output = Pipe()
        process.executableURL = URL(filePath: path)
        process.arguments = arguments
        process.standardOutput = output
        process.standardError = FileHandle.nullDevice
        guard (try? process.run()) != nil else { return nil }
        return (process, output)
    }
}
