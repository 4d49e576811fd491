import Deferrals
import Foundation
import Testing

@testable import deferwatch

/// What 'patterns check' finds, and what it leaves alone.
@Suite struct PatternCheckTests {
    static let sample =
        "host mx.example.com[192.0.2.1] said: 450 4.2.0 a riddle (in reply to DATA command)"

    @Test func `the shipped rows are in order`() throws {
        #expect(try Self.findings([]) == [])
    }

    @Test func `the example of the manual is in order`() throws {
        let text = try String(contentsOf: Self.manual, encoding: .utf8)
        let blocks = text.components(separatedBy: "```toml\n").dropFirst()
        #expect(!blocks.isEmpty)
        for block in blocks {
            let toml = block.components(separatedBy: "```")[0]
            let file = PatternFile(path: "docs/patterns.md", text: toml)
            #expect(file.errors == [])
            #expect(try Self.findings(file.entries.map(\.row)) == [])
        }
    }

    @Test func `the manual has every key`() throws {
        let text = try String(contentsOf: Self.manual, encoding: .utf8)
        for key in PatternTableReader.keys { #expect(text.contains("`\(key)`")) }
    }

    @Test func `a sample that another row wins is named with that row`() throws {
        let row = Self.row("own.x", "no such words", matches: [Self.sample, "connect to x: y"])
        let kinds = try Self.findings([row]).filter { $0.row == 0 }.map(\.kind)
        #expect(kinds == [.sampleLost, .sampleLost, .neverWins])
    }

    @Test func `a row that takes a shipped row's sample is told at the shipped row`() throws {
        let row = Self.row("own.x", "greylisted", matches: [])
        let findings = try Self.findings([row])
        #expect(findings.contains { $0.row > 0 && $0.sentence.contains("'own.x' does") })
        #expect(findings.contains { $0.row == 0 && $0.kind == .noSample })
    }

    @Test func `what a row disclaims it must not win`() throws {
        var row = Self.row("own.x", "a riddle", matches: [Self.sample])
        row.rejects = [Self.sample]
        #expect(try Self.findings([row]).map(\.kind) == [.rejectWon])
    }

    @Test func `ids and patterns stand once`() throws {
        let row = Self.row("own.x", "a riddle", matches: [Self.sample])
        let kinds = Set(try Self.findings([row, row]).map(\.kind))
        #expect(kinds == [.duplicateID, .duplicatePattern, .sampleLost, .neverWins])
    }

    @Test func `a pattern that can run away is found by its sample`() throws {
        let row = Self.row("own.x", "ridd(?:[a-z ]+)+$", matches: [Self.sample])
        #expect(try Self.findings([row]).map(\.kind) == [.limit])
    }

    @Test func `a pattern without a run of letters is tried on every text`() throws {
        let row = Self.row("own.x", #"4\.2\.0 a (?:riddle|joke)"#, matches: [Self.sample])
        #expect(try Self.findings([row]).map(\.kind) == [])
        let bare = Self.row("own.x", #"a (?:riddle|joke)"#, matches: [Self.sample])
        #expect(try Self.findings([bare]).map(\.kind) == [.noLiteral])
    }

    private static let manual = URL(filePath: #filePath).deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent().appending(path: "docs/patterns.md")

    private static func findings(_ rows: [PatternRow]) throws -> [PatternCheck.Finding] {
        // How long a row takes depends on the machine.
        try PatternCheck(bank: PatternBank(userRows: rows)).findings(measuresTime: false)
    }

    private static func row(_ id: String, _ pattern: String, matches: [String]) -> PatternRow {
        PatternRow(
            id,
            .reply,
            pattern,
            category: .content,
            source: "made up",
            matches: matches
        )
    }
}
