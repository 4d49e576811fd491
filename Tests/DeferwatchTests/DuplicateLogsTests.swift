import Foundation
import Testing

@testable import deferwatch

/// A log counts once, however often it is named or written.
@Suite struct DuplicateLogsTests {
    private let folder = FileManager.default.temporaryDirectory
        .appending(path: "deferwatch-\(UUID().uuidString)")

    private func lines(_ numbers: some Sequence<Int>) -> String {
        numbers.map { "2026-11-03T09:00:00Z mail postfix/smtpd[7]: connect from \($0)\n" }.joined()
    }

    private func write(_ files: [(String, String)]) throws -> [String] {
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        return try files.map { name, text in
            let url = folder.appending(path: name)
            try Data(text.utf8).write(to: url)
            return url.path
        }
    }

    private func skipped(_ files: [(String, String)]) throws -> [String] {
        let paths = try write(files)
        defer { try? FileManager.default.removeItem(at: folder) }
        return DuplicateLogs.find(paths).map { URL(filePath: $0.path).lastPathComponent }
    }

    @Test func `mail info is skipped beside a mail log that has its lines`() throws {
        let all = lines(0..<30_000)
        #expect(try skipped([("mail.log", all), ("mail.info", all)]) == ["mail.info"])
        let most = lines((0..<30_000).filter { $0 % 5 != 3 })
        #expect(try skipped([("mail.log", all), ("mail.info", most)]) == ["mail.info"])
        #expect(try skipped([("mail.info", most), ("mail.log", all)]) == ["mail.info"])
    }

    @Test func `rotated logs and logs with lines of their own are read`() throws {
        let set = [("mail.log.1", lines(0..<9_000)), ("mail.log", lines(9_000..<20_000))]
        #expect(try skipped(set) == [])
        let mixed = lines((0..<9_000).map { $0 % 20 == 11 ? 50_000 + $0 : $0 })
        #expect(try skipped([("mail.log", lines(0..<9_000)), ("mail.info", mixed)]) == [])
    }

    @Test func `a log that goes on where a copy of it ends is kept`() throws {
        let files = [("copy.log", lines(0..<5_000)), ("mail.log", lines(0..<20_000))]
        #expect(try skipped(files) == ["copy.log"])
    }

    @Test func `a file under two names is read once`() throws {
        let path = try #require(try write([("mail.log", lines(0..<10))]).first)
        defer { try? FileManager.default.removeItem(at: folder) }
        let link = folder.appending(path: "link.log").path
        try FileManager.default.linkItem(atPath: path, toPath: link)
        #expect(DuplicateLogs.find([path, link, path]).map(\.path) == [link, path])
        let plan = InputPlan(arguments: [path, path], year: nil)
        #expect(plan.inputs.map(\.path) == [path] && !plan.hasFailures)
        let both = InputPlan(arguments: [path, path], year: nil, readsDuplicates: true)
        #expect(both.inputs.count == 2)
    }

    @Test func `a compressed copy is skipped`() throws {
        let paths = try write([("mail.log.1", lines(0..<9_000))])
        defer { try? FileManager.default.removeItem(at: folder) }
        let gzip = Process()
        gzip.executableURL = URL(filePath: "/bin/gzip")
        gzip.arguments = ["-k", paths[0]]
        try gzip.run()
        gzip.waitUntilExit()
        let found = DuplicateLogs.find([paths[0], paths[0] + ".gz"])
        #expect(found.map(\.path) == [paths[0] + ".gz"])
    }
}
