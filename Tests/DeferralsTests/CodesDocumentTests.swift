import Deferrals
import Foundation
import Testing

/// docs/codes.md is the contract: it lists exactly what the enums list, in their order.
@Suite struct CodesDocumentTests {
    /// The rows of the first table below a heading, cells trimmed.
    static func rows(below heading: String) throws -> [[String]] {
        let root = URL(filePath: #filePath)
            .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
        let text = try String(contentsOf: root.appending(path: "docs/codes.md"), encoding: .utf8)
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
        let start = try #require(lines.firstIndex(of: "## \(heading)"))
        let table = lines[start...].drop { !$0.hasPrefix("|") }.prefix { $0.hasPrefix("|") }
        return table.dropFirst(2).map { line in
            line.split(separator: "|", omittingEmptySubsequences: false).dropFirst().dropLast()
                .map { $0.trimmingCharacters(in: .whitespaces) }
        }
    }

    static func words(below heading: String) throws -> [String] {
        try rows(below: heading).map { $0[0].trimmingCharacters(in: ["`"]) }
    }

    @Test func `the code table is the enum, with the names in both languages`() throws {
        let expected = DeferralCode.allCases.map { code in
            ["`\(code.text)`", code.localizedName(.english), code.localizedName(.turkish)]
        }
        #expect(try expected == Self.rows(below: "Codes").map { Array($0.prefix(3)) })
    }

    @Test func `the refinement table is the enum, with its numbers`() throws {
        let expected = Refinement.allCases.map { ["`\($0.rawValue)`", $0.number ?? "–"] }
        #expect(try expected == Self.rows(below: "Refinements").map { Array($0.prefix(2)) })
    }

    @Test func `the other tables are the enums`() throws {
        #expect(
            try Deferrals.Category.allCases.map(\.rawValue) == Self.words(below: "Categories")
        )
        #expect(try Origin.allCases.map(\.rawValue) == Self.words(below: "Origins"))
        #expect(try Stage.allCases.map(\.rawValue) == Self.words(below: "Stages"))
        #expect(try Scope.allCases.map(\.rawValue) == Self.words(below: "Scopes"))
        #expect(
            try Guidance.Responsible.allCases.map(\.rawValue)
                == Self.words(below: "Who must act")
        )
    }

    @Test func `every cell of every table is filled`() throws {
        let headings = [
            "Codes", "Refinements", "Categories", "Origins", "Stages", "Scopes", "Who must act",
        ]
        for heading in headings {
            for row in try Self.rows(below: heading) {
                #expect(row.allSatisfy { !$0.isEmpty }, "\(heading): \(row)")
            }
        }
    }
}
