import Deferrals
import Foundation
import MailFlow
import Synchronization
import Testing

@testable import deferwatch

/// The same log gives the same report, however it comes: threads, compression, files, a pipe.
@Suite struct AuditPropertyTests {
    /// What an audit finds, without the names of its sources.
    struct Findings: Equatable {
        var json: String
        var events: [String]
    }

    /// Runs the pipeline of `deferwatch audit` over `inputs`, in their order.
    static func audit(_ inputs: [LogInput], threads: Int) throws -> Findings {
        let found = Mutex<[DeferralEvent]>([])
        var settings = FlowLedger.Settings()
        settings.collectsEvents = true
        let pipeline = AuditPipeline(bank: bank, threads: threads, settings: settings) { events in
            found.withLock { $0 += events }
        }
        for input in inputs { try pipeline.add(input) }
        let report = Report(snapshot: pipeline.snapshot(top: 1_000), sources: [])
        return Findings(
            json: try JSONReport.text(report),
            events: found.withLock(\.self).map(line)
        )
    }

    private static let bank = PatternBank()

    /// The event's ndjson without what names its source: 'id' begins with the log's first line.
    private static func line(_ event: DeferralEvent) -> String {
        var event = event
        event.id = ""
        event.file = nil
        event.line = 0
        let writer = EventWriter(mask: Mask(isOn: false))
        return String(decoding: writer.line(event), as: UTF8.self)
    }

    static func input(_ path: String, firstYear: Int = 2026) -> LogInput {
        LogInput(path: path, firstYear: firstYear, yearReference: "--year")
    }

    static let samples = URL(filePath: #filePath).deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent()
        .appending(path: "logs-samples/lab")

    /// A file that a test works on, gone after it.
    private static func withFile<Result>(
        _ content: Data,
        _ suffix: String = "log",
        _ body: (String) throws -> Result
    ) throws -> Result {
        let path = FileManager.default.temporaryDirectory
            .appending(path: "deferwatch-\(UUID()).\(suffix)").path()
        try content.write(to: URL(filePath: path))
        defer { try? FileManager.default.removeItem(atPath: path) }
        return try body(path)
    }

    private static func gzip(_ content: Data) throws -> Data {
        try withFile(content) { path in
            let process = Process()
            process.executableURL = URL(filePath: "/bin/gzip")
            process.arguments = ["-c", path]
            let output = Pipe()
            process.standardOutput = output
            try process.run()
            let compressed = try output.fileHandleForReading.readToEnd()
            process.waitUntilExit()
            return try #require(compressed)
        }
    }

    /// Lines over New Year from hosts with and without years, in several 256 KiB blocks.
    private static func longLog() throws -> Data {
        let traditional = try Data(contentsOf: samples.appending(path: "mail-out.traditional.log"))
        let modern = try Data(contentsOf: samples.appending(path: "mail-out.rfc3339.log"))
        let wrapped = try Data(contentsOf: samples.appending(path: "mail-out.journal-json.log"))
        return traditional + modern + wrapped
    }

    @Test(arguments: ["mail-out.traditional", "mail-out.rfc3339", "mail-out.rfc5424", "mail"])
    func `threads and compression change nothing`(name: String) throws {
        let content = try Data(contentsOf: Self.samples.appending(path: name + ".log"))
        let path = Self.samples.appending(path: name + ".log").path()
        let plain = try Self.audit([Self.input(path)], threads: 1)
        #expect(!plain.events.isEmpty)
        for threads in 2...3 {
            #expect(try Self.audit([Self.input(path)], threads: threads) == plain)
        }
        try Self.withFile(try Self.gzip(content), "gz") { compressed in
            for threads in 1...2 {
                let packed = try Self.audit([Self.input(compressed)], threads: threads)
                #expect(packed == plain)
            }
        }
    }

    @Test func `several blocks of several forms are the same for any number of threads`() throws {
        try Self.withFile(try Self.longLog()) { path in
            let one = try Self.audit([Self.input(path)], threads: 1)
            for threads in 2...4 {
                let several = try Self.audit([Self.input(path)], threads: threads)
                #expect(several == one)
            }
        }
    }

    @Test(arguments: ["mail-out.traditional", "mail-out.rfc3339", "mail-out.journal-json"])
    func `a log cut into two files at any line is the same log`(name: String) throws {
        // The part of the sample in which most happens; all of it would take minutes.
        let sample = try Data(contentsOf: Self.samples.appending(path: name + ".log"))
        let ends = sample.indices.filter { sample[$0] == 10 }
        let content = sample[...ends[min(400, ends.count - 1)]]
        let whole = try Self.withFile(Data(content)) { path in
            try Self.audit([Self.input(path)], threads: 1)
        }
        for cut in stride(from: 1, to: 400, by: 23) {
            let offset = ends[cut] + 1
            try Self.withFile(Data(content[..<offset])) { first in
                try Self.withFile(Data(content[offset...])) { second in
                    let parts = try Self.audit(
                        [Self.input(first), Self.input(second)],
                        threads: 1 + cut % 2
                    )
                    #expect(parts == whole, "cut after line \(cut + 1)")
                }
            }
        }
    }

    @Test func `standard input is as good as a file`() throws {
        let tool = try #require(Self.builtTool())
        let path = Self.samples.appending(path: "mail-out.traditional.log").path()
        let content = try Data(contentsOf: URL(filePath: path))
        let arguments = ["audit", "--year", "2026", "--format"]
        let file = try Self.run(tool, arguments + ["ndjson", path], nil)
        let piped = try Self.run(tool, arguments + ["ndjson", "-", "--threads", "2"], content)
        #expect(!file.isEmpty)
        #expect(Self.withoutFile(file, path) == Self.withoutFile(piped, "-"))
        let packed = try Self.run(tool, arguments + ["ndjson", "-"], try Self.gzip(content))
        #expect(Self.withoutFile(file, path) == Self.withoutFile(packed, "-"))
    }

    /// The executable beside the tests; nil where only the tests were built.
    private static func builtTool() -> URL? {
        let tests = URL(filePath: "/proc/self/exe").resolvingSymlinksInPath()
        let tool = tests.deletingLastPathComponent().appending(path: "deferwatch")
        return FileManager.default.isExecutableFile(atPath: tool.path()) ? tool : nil
    }

    private static func run(_ tool: URL, _ arguments: [String], _ input: Data?) throws -> String {
        try withFile(input ?? Data()) { path in
            let process = Process()
            process.executableURL = tool
            process.arguments = arguments
            process.standardInput = try FileHandle(forReadingFrom: URL(filePath: path))
            let output = Pipe()
            process.standardOutput = output
            process.standardError = FileHandle.nullDevice
            try process.run()
            let text = try output.fileHandleForReading.readToEnd() ?? Data()
            process.waitUntilExit()
            #expect(process.terminationStatus == 0)
            return String(decoding: text, as: UTF8.self)
        }
    }

    private static func withoutFile(_ ndjson: String, _ path: String) -> String {
        ndjson.split(separator: "\"file\":\"\(path)\"").joined(separator: "\"file\":null")
    }
}
