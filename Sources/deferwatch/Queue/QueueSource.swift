import Foundation

/// Where the listing of a queue comes from.
enum QueueSource {
    /// A file, or '-' for standard input.
    case file(String)
    /// Postfix itself.
    case postqueue(configDirectory: String?, instance: String?)

    /// Why there is no listing.
    struct Failure: Error {
        var place: String
        var sentence: String
    }

    /// Calls `body` with each line, and tells when the listing was made.
    ///
    /// - Throws: `Failure`; the lines before it were handed over.
    func read(_ body: ([UInt8]) -> Void) throws(Failure) -> Date {
        switch self {
        case .file("-"):
            try Self.readLines(.standardInput, "-", body)
            return Date()
        case .file(let path):
            guard let file = FileHandle(forReadingAtPath: path) else {
                throw Failure(place: path, sentence: "cannot be opened")
            }
            try Self.readLines(file, path, body)
            let attributes = try? FileManager.default.attributesOfItem(atPath: path)
            return attributes?[.modificationDate] as? Date ?? Date()
        case .postqueue(let directory, let instance):
            try Self.run(directory, instance, body)
            return Date()
        }
    }

    private static let mostLineBytes = 64 << 20

    private static func readLines(
        _ file: FileHandle,
        _ place: String,
        _ body: ([UInt8]) -> Void
    ) throws(Failure) {
        var rest: [UInt8] = []
        while true {
            let data: Data?
            do {
                data = try file.read(upToCount: 262_144)
            } catch {
                throw Failure(place: place, sentence: "cannot be read")
            }
            guard let data, !data.isEmpty else { break }
            var start = data.startIndex
            while let newline = data[start...].firstIndex(of: 10) {
                body(rest + data[start..<newline])
                rest.removeAll(keepingCapacity: true)
                start = newline + 1
            }
            rest += data[start...]
            guard rest.count < mostLineBytes else {
                throw Failure(place: place, sentence: "has a line of more than 64 MB")
            }
        }
        if !rest.isEmpty { body(rest) }
    }

    private static func run(
        _ directory: String?,
        _ instance: String?,
        _ body: ([UInt8]) -> Void
    ) throws(Failure) {
        let name = instance == nil ? "postqueue" : "postmulti"
        let folders = ["/usr/sbin", "/usr/local/sbin", "/usr/bin", "/usr/local/bin"]
        let paths = folders.map { "\($0)/\(name)" }
        guard let path = paths.first(where: FileManager.default.isExecutableFile(atPath:)) else {
            throw Failure(
                place: name,
                sentence: "is not installed here; name a file with the output of 'postqueue -j'"
            )
        }
        let process = Process()
        let output = Pipe()
        process.executableURL = URL(filePath: path)
        process.arguments =
            instance.map { ["-i", $0, "-x", "postqueue", "-j"] }
            ?? (directory.map { ["-c", $0] } ?? []) + ["-j"]
        process.standardOutput = output
        do {
            try process.run()
        } catch {
            throw Failure(place: path, sentence: "cannot be run")
        }
        try readLines(output.fileHandleForReading, path, body)
        process.waitUntilExit()
        guard process.terminationStatus == 0 else {
            throw Failure(
                place: path,
                sentence: "failed with status \(process.terminationStatus)"
            )
        }
    }
}
