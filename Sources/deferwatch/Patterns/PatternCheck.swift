import ByteScan
import Deferrals
import PCRE2

/// Looks for what is wrong with a bank: samples that fail, rows that cannot win, costly patterns.
struct PatternCheck {
    /// One thing that is wrong.
    struct Finding: Hashable {
        enum Kind: String {
            case sampleLost = "sample-lost"
            case rejectWon = "reject-won"
            case noSample = "no-sample"
            case neverWins = "never-wins"
            case duplicateID = "duplicate-id"
            case duplicatePattern = "duplicate-pattern"
            case noLiteral = "no-literal"
            case limit
            case slow
        }

        var kind: Kind
        var row: Int
        var sentence: String
    }

    let bank: PatternBank

    /// Everything that is wrong, in the order of the bank.
    func findings() throws(PCRE2Error) -> [Finding] {
        var findings = try sampleFindings()
        findings += duplicates()
        findings += bank.rowsWithoutLiteral.map { row in
            Finding(
                kind: .noLiteral,
                row: row,
                sentence: "requires no run of four letters, so it is tried on every text"
            )
        }
        findings += try PatternTiming(bank: bank).findings()
        // Stable: a row's findings stay in the order above.
        return findings.enumerated().sorted { ($0.1.row, $0.0) < ($1.1.row, $1.0) }.map(\.1)
    }

    private func sampleFindings() throws(PCRE2Error) -> [Finding] {
        var classifier = try DeferralClassifier(bank: bank)
        var findings: [Finding] = []
        var winners: Set<Int> = []
        for (row, claimed) in bank.rows.enumerated() {
            if claimed.matches.isEmpty {
                findings.append(
                    .init(kind: .noSample, row: row, sentence: "has no sample in 'matches'")
                )
            }
            for sample in claimed.matches {
                let winner = classifier.winner(sample, claimed.subject)
                if let winner { winners.insert(winner) }
                guard winner != row else { continue }
                let name = winner.map { "'\(bank.rows[$0].id)' does" } ?? "no row does"
                findings.append(
                    .init(
                        kind: .sampleLost,
                        row: row,
                        sentence: "does not win its sample, \(name): \(sample)"
                    )
                )
            }
            for sample in claimed.rejects
            where classifier.winner(sample, claimed.subject) == row {
                findings.append(
                    .init(
                        kind: .rejectWon,
                        row: row,
                        sentence: "wins a text that it must not: \(sample)"
                    )
                )
            }
        }
        for (row, claimed) in bank.rows.enumerated()
        where !winners.contains(row) && !claimed.matches.isEmpty {
            findings.append(
                .init(kind: .neverWins, row: row, sentence: "wins no sample of the whole bank")
            )
        }
        return findings + limits(classifier.limitHits)
    }

    private func limits(_ hits: [(row: Int, count: Int)]) -> [Finding] {
        hits.map { hit in
            Finding(
                kind: .limit,
                row: hit.row,
                sentence: "met a match limit on \(hit.count) samples and was skipped there"
            )
        }
    }

    private func duplicates() -> [Finding] {
        var findings: [Finding] = []
        var ids: [String: Int] = [:]
        var patterns: [[String]: Int] = [:]
        for (number, row) in bank.rows.enumerated() {
            if ids[row.id] != nil {
                findings.append(
                    .init(
                        kind: .duplicateID,
                        row: number,
                        sentence: "has an id that an earlier row has, too"
                    )
                )
            }
            ids[row.id] = ids[row.id] ?? number
            let pattern = [row.subject.rawValue, row.pattern]
            if let earlier = patterns[pattern] {
                findings.append(
                    .init(
                        kind: .duplicatePattern,
                        row: number,
                        sentence: "has the pattern of '\(bank.rows[earlier].id)'"
                    )
                )
            }
            patterns[pattern] = patterns[pattern] ?? number
        }
        return findings
    }
}

extension DeferralClassifier {
    /// The row that decides on a whole sample.
    mutating func winner(_ sample: String, _ subject: PatternRow.Subject) -> Int? {
        let bytes = Array(sample.utf8)
        let whole = ByteRange(0, bytes.count)
        guard subject != .companion else { return companion(bytes.span, text: whole)?.row }
        return diagnose(bytes.span, reason: whole, context: .init(isNetworkAgent: true)).row
    }
}
