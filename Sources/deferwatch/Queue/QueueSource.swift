import Foundation
import Synchronization

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
        guard let path = PostfixProgram.path(of: name) else {
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
        let complaints = Complaints()
        process.standardError = complaints.pipe
        do {
            try process.run()
        } catch {
            throw Failure(place: path, sentence: "cannot be run")
        }
        complaints.collect()
        try readLines(output.fileHandleForReading, path, body)
        process.waitUntilExit()
        guard process.terminationStatus == 0 else {
            let last = complaints.lastLine.map { ": \($0)" } ?? ""
            throw Failure(
                place: path,
                sentence: "failed with status \(process.terminationStatus)\(last)"
            )
        }
    }
}

/// What a program says on its standard error, for the one line that tells of its failure: a plugin's
/// first line is its state, and no other program's.
private final class Complaints: Sendable {
    let pipe = Pipe()
    private let text = Mutex<[UInt8]>([])
    private let isRead = DispatchSemaphore(value: 0)

    private static let mostBytes = 4_096

    /// Reads on a thread of its own, to the end: a program that complains at length must not wait.
    func collect() {
        Thread.detachNewThread { [self] in
            while let part = try? pipe.fileHandleForReading.read(upToCount: Self.mostBytes),
                !part.isEmpty
            {
                text.withLock { $0 = ($0 + part).suffix(Self.mostBytes) }
            }
            isRead.signal()
        }
    }

    /// The last line that is not empty, which with Postfix's programs is the fatal one.
    var lastLine: String? {
        _ = isRead.wait(timeout: .now() + 1)
        let lines = text.withLock { String(decoding: $0, as: UTF8.self) }.split(separator: "\n")
        return lines.last.map(String.init)
    }
}
