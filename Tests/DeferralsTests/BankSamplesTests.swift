import ByteScan
import Testing

@testable import Deferrals

/// Every row's own samples, run against the whole bank.
@Suite struct BankSamplesTests {
    static let bank = PatternBank()

    @Test(arguments: bank.rows.indices)
    func `a row wins every sample that it claims, and none that it disclaims`(row: Int) throws {
        let bank = Self.bank
        let claimed = bank.rows[row]
        #expect(throws: Never.self) { try bank.pattern(of: row) }
        #expect(!claimed.matches.isEmpty, "\(claimed.id) has no sample")
        #expect(!claimed.source.isEmpty, "\(claimed.id) names no source")
        var classifier = try DeferralClassifier(bank: bank)
        for sample in claimed.matches {
            let winner = classifier.winner(sample, claimed.subject)
            #expect(
                claimed.id == winner.map { bank.rows[$0].id },
                "\(claimed.id) should win: \(sample)"
            )
        }
        for sample in claimed.rejects {
            let winner = classifier.winner(sample, claimed.subject)
            #expect(winner != row, "\(claimed.id) should not win: \(sample)")
        }
        #expect(classifier.limitHits.isEmpty)
    }

    @Test func `row ids are unique`() {
        let ids = Self.bank.rows.map(\.id)
        #expect(Set(ids).count == ids.count)
    }

    @Test func `every row has a literal run, so that it is not tried on every text`() {
        let slow = Self.bank.rowsWithoutLiteral.map { Self.bank.rows[$0].id }
        #expect(slow == [])
    }
}

extension DeferralClassifier {
    /// The row that decides on a whole sample text.
    mutating func winner(_ sample: String, _ subject: PatternRow.Subject) -> Int? {
        // A bare reply reaches its rows only through a frame that quotes it.
        let isBare = subject == .reply && sample.first?.isNumber == true
        let quoted =
            isBare ? "host mx1.example.com[192.0.2.25] said: \(sample)" : sample
        let bytes = Array(quoted.utf8)
        let whole = ByteRange(0, bytes.count)
        guard subject != .companion else { return companion(bytes.span, text: whole)?.row }
        return diagnose(
            bytes.span,
            reason: whole,
            context: .init(isNetworkAgent: true)
        ).row
    }
}
