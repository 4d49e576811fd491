import Deferrals
import TOMLKit

/// One [[pattern]] table read into a row, with everything that is wrong with it.
struct PatternTableReader {
    struct Problem {
        /// nil: the table as a whole.
        var key: String?
        var sentence: String
    }

    /// The keys of a table, in the order in which they are written.
    static let keys = [
        "id", "subject", "pattern", "code", "refinement", "origin", "stage", "category", "scope",
        "source", "matches", "rejects",
    ]

    private(set) var problems: [Problem] = []
    private let table: TOMLTable

    init(_ table: TOMLTable) {
        self.table = table
    }

    /// The row; nil where a problem leaves none.
    mutating func row() -> PatternRow? {
        for key in table.keys where !Self.keys.contains(key) {
            let known = Self.keys.joined(separator: ", ")
            problems.append(.init(key: key, sentence: "unknown key '\(key)'; known are \(known)"))
        }
        let id = required("id")
        let subject: PatternRow.Subject? = word("subject", required("subject"))
        let pattern = required("pattern")
        let code = code(text("code"))
        let refinement = refinement(text("refinement"))
        let origin: Origin? = word("origin", text("origin"))
        let stage: Stage? = word("stage", text("stage"))
        let category: Deferrals.Category? = word("category", text("category"))
        let scope: Scope? = word("scope", text("scope"))
        let source = text("source") ?? ""
        let matches = texts("matches")
        let rejects = texts("rejects")
        guard let id, let subject, let pattern else { return nil }
        check(id: id, subject, pattern, category)
        return PatternRow(
            id,
            subject,
            pattern,
            code: code,
            refinement: refinement,
            origin: origin,
            stage: stage,
            category: category,
            scope: scope,
            source: source,
            matches: matches,
            rejects: rejects
        )
    }

    private mutating func check(
        id: String,
        _ subject: PatternRow.Subject,
        _ pattern: String,
        _ category: Deferrals.Category?
    ) {
        let isPlain = id.utf8.allSatisfy { byte in
            switch byte {
            case 45, 46, 48...57, 65...90, 95, 97...122: true
            default: false
            }
        }
        if id.isEmpty || !isPlain {
            problems.append(
                .init(key: "id", sentence: "an id has letters, digits, '.', '-' and '_' only")
            )
        }
        if pattern.isEmpty {
            problems.append(.init(key: "pattern", sentence: "an empty pattern matches everything"))
        }
        if category == .unclassified {
            problems.append(
                .init(key: "category", sentence: "'unclassified' is what no row knows")
            )
        }
        if subject == .reason, table["code"] == nil, table["category"] == nil {
            problems.append(
                .init(key: nil, sentence: "a row for reasons needs a code or a category")
            )
        }
        if subject != .reason, table["code"] != nil {
            problems.append(
                .init(key: "code", sentence: "a code is for reasons: what a server says has none")
            )
        }
        if subject == .reply, table["category"] == nil {
            problems.append(.init(key: nil, sentence: "a row for replies needs a category"))
        }
    }

    private mutating func required(_ key: String) -> String? {
        if table[key] == nil {
            problems.append(.init(key: nil, sentence: "a row needs the key '\(key)'"))
        }
        return text(key)
    }

    private mutating func text(_ key: String) -> String? {
        guard let value = table[key] else { return nil }
        if let text = value.string { return text }
        problems.append(.init(key: key, sentence: "'\(key)' must be a string"))
        return nil
    }

    private mutating func texts(_ key: String) -> [String] {
        guard let value = table[key] else { return [] }
        guard let array = value.array else {
            problems.append(.init(key: key, sentence: "'\(key)' must be an array of strings"))
            return []
        }
        let texts = (0..<array.count).compactMap { array[$0].string }
        if texts.count != array.count {
            problems.append(.init(key: key, sentence: "'\(key)' must hold strings only"))
        }
        return texts
    }

    private mutating func word<Word: RawRepresentable<String> & CaseIterable>(
        _ key: String,
        _ text: String?
    ) -> Word? {
        guard let text else { return nil }
        if let word = Word(rawValue: text) { return word }
        let known = Word.allCases.map(\.rawValue).joined(separator: ", ")
        problems.append(.init(key: key, sentence: "unknown \(key) '\(text)'; known are \(known)"))
        return nil
    }

    private mutating func code(_ text: String?) -> DeferralCode? {
        guard let text else { return nil }
        if let code = DeferralCode(text: text) { return code }
        let known = DeferralCode.allCases.map(\.text).joined(separator: ", ")
        problems.append(.init(key: "code", sentence: "unknown code '\(text)'; known are \(known)"))
        return nil
    }

    private mutating func refinement(_ text: String?) -> Refinement? {
        if let text, let found = Refinement.allCases.first(where: { $0.number == text }) {
            return found
        }
        return word("refinement", text)
    }
}
