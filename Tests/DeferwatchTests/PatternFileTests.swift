import Deferrals
import Foundation
import Testing

@testable import deferwatch

/// Users' rows: TOML in, rows or errors with a place out.
@Suite struct PatternFileTests {
    @Test func `the shipped rows, printed as TOML and read back, are the same rows`() {
        let rows = PatternBank.shippedRows
        let file = PatternFile(path: "shipped.toml", text: PatternTOML.text(of: rows))
        #expect(file.errors == [])
        #expect(rows == file.entries.map(\.row))
    }

    @Test func `quotes, controls and other alphabets survive the way through TOML`() {
        let row = PatternRow(
            "own.odd",
            .reply,
            #"it's "odd" \d"# + "\u{7}\u{85}",
            category: .content,
            source: "a 'source'",
            matches: ["çok \u{202E} güzel\t\\", "''"],
            rejects: ["\"\""]
        )
        let file = PatternFile(path: "odd.toml", text: PatternTOML.text(of: [row]))
        #expect(file.errors == [])
        #expect([row] == file.entries.map(\.row))
    }

    @Test func `a user's row stands before the shipped ones and replaces the one with its id`() {
        let own = Self.row("id = 'connect.refused'", "pattern = 'zzzz'", "code = '4.4.315'")
        let bank = PatternBank(userRows: PatternFile(path: "f", text: own).entries.map(\.row))
        #expect(bank.rows.first?.pattern == "zzzz")
        #expect(bank.rows.filter { $0.id == "connect.refused" }.count == 1)
        #expect(bank.rows.count == PatternBank.shippedRows.count)
    }

    @Test func `a user's code tells whose side it is on`() throws {
        let own = Self.row("pattern = '^odd gateway text'", "code = '4.4.315'")
        let rows = PatternFile(path: "f", text: own).entries.map(\.row)
        var explainer = try LineExplainer(bank: PatternBank(userRows: rows))
        let found = try #require(explainer.explain(["odd gateway text"]).first)
        #expect(found.verdict.code == .connectionTimedOut)
        #expect(found.verdict.origin == .network && found.verdict.scope == .destination)
    }

    @Test(arguments: [
        ("colour = 'red'", "f:1", "unknown key 'colour'"),
        ("[[patterns]]\nid = 'x'", "f:1", "unknown key 'patterns'"),
        ("[[pattern]]\nid = 'x\n", "f:2", "string"),
        ("pattern = 1", "f", "write [[pattern]]"),
        (row("wat = 1"), "f:5", "unknown key 'wat'"),
        (row("code = '4.4.3'"), "f:5", "unknown code '4.4.3'"),
        (row("code = 'other'", "category = 'greylist'"), "f:6", "unknown category 'greylist'"),
        (row("category = 'content'", "origin = 'mars'"), "f:6", "known are network, remote, local"),
        (row("category = 'unclassified'"), "f:5", "no row knows"),
        (
            row("category = 'content'", "code = '4.4.316'").replacing("'reason'", with: "'reply'"),
            "f:6", "for reasons"
        ),
        (row("category = 7"), "f:5", "must be a string"),
        (row("matches = [1]", "code = 'other'"), "f:5", "strings only"),
        (row("matches = [\n 'a',\n '''b\n]''', # ]\n]", "code = '1'"), "f:10", "unknown code '1'"),
        (row("source = \"\"\"a\\\n b\"\"\"", "code = '1'"), "f:7", "unknown code '1'"),
        (row(), "f:1", "needs a code or a category"),
        ("\n\n[[pattern]]\nid = 'x'\nsubject = 'reply'\npattern = 'x'", "f:3", "needs a category"),
        ("[[pattern]]\nsubject = 'reply'", "f:1", "needs the key 'id'"),
        (row("category = 'content'").replacing("'oxx'", with: "'o('"), "f:4", "closing parenth"),
        (row("category = 'content'").replacing("own.x", with: "own x"), "f:2", "letters, digits"),
    ])
    func `an error names file and line`(text: String, place: String, words: String) {
        let file = PatternFile(path: "f", text: text)
        #expect(place == file.errors.first?.place)
        #expect(file.errors.first?.sentence.contains(words) == true, "\(file.errors)")
        #expect(file.entries.isEmpty)
    }

    @Test(arguments: [
        "pattern = [ { id = 'x', subject = 'reply', pattern = 'zzzz' } ]",
        "pattern = [\n { id = 'x', subject = 'reply', pattern = 'zzzz' },\n]",
    ])
    func `where the line is not known none is made up`(text: String) {
        let file = PatternFile(path: "f", text: text)
        #expect(file.errors.map(\.place) == ["f: pattern 1"])
    }

    @Test func `every error is told, not only the first`() {
        let text = Self.row("code = '1'", "origin = '2'") + Self.row("wat = 3")
        let file = PatternFile(path: "f", text: text)
        #expect(file.errors.map(\.place) == ["f:5", "f:6", "f:11", "f:7"])
    }

    @Test func `the locator follows every row that we print`() {
        let text = PatternTOML.text(of: PatternBank.shippedRows)
        let locator = TOMLKeyLocator(text, array: "pattern")
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
        #expect(locator.tables.count == PatternBank.shippedRows.count)
        for (table, row) in zip(locator.tables, PatternBank.shippedRows) {
            #expect(lines[table.line - 1] == "[[pattern]]")
            #expect(table.keys["id"].map { lines[$0 - 1].contains(row.id) } == true)
            #expect(table.keys["source"].map { lines[$0 - 1].hasPrefix("source = ") } == true)
        }
    }

    static func row(_ lines: String...) -> String {
        let given = lines.contains { $0.hasPrefix("id") } ? [] : ["id = 'own.x'"]
        let pattern = lines.contains { $0.hasPrefix("pattern") } ? [] : ["pattern = 'oxx'"]
        return (["[[pattern]]"] + given + ["subject = 'reason'"] + pattern + lines)
            .joined(separator: "\n") + "\n"
    }
}
