import ByteScan
import Deferrals

/// A diagnosis stays inside its text, is the same every time, comes from the row that a bank without
/// an index would choose, and never takes a network code from a server's words.
enum ReasonCheck {
    private static let bank = PatternBank()
    private static let unindexed = PatternBank(isIndexed: false)

    static func problem(with input: [UInt8]) -> String? {
        let block = Block(input)
        let bytes = block.bytes.span
        let range = ByteRange(0, block.count)
        guard var classifier = try? DeferralClassifier(bank: bank) else { return "no memory" }
        let context = DeferralClassifier.Context(isNetworkAgent: true)
        let frame = ReasonFrame.parse(bytes, range.range)
        let diagnosis = classifier.diagnose(bytes, reason: range, context: context)
        guard frame.text.isWithin(range.range), isWithin(frame.server, range),
            isWithin(diagnosis.server, range)
        else { return "outside: \(frame) \(diagnosis)" }
        if classifier.diagnose(bytes, reason: range, context: context) != diagnosis {
            return "the second diagnosis differs"
        }
        if frame.kind != .own, diagnosis.code != .other, diagnosis.code != .cannotConnect {
            return "a server's words chose \(diagnosis.code.text)"
        }
        let companion = classifier.companion(bytes, text: range)
        return indexProblem(diagnosis, companion, bytes, range, context)
    }

    private static func isWithin(_ server: ServerName?, _ range: ByteRange) -> Bool {
        guard let server else { return true }
        return [server.whole, server.host, server.address].allSatisfy { $0.isWithin(range.range) }
    }

    /// Compares with a bank that tries every row on every text, as the index spares us.
    private static func indexProblem(
        _ diagnosis: Diagnosis,
        _ companion: CompanionFinding?,
        _ bytes: Span<UInt8>,
        _ range: ByteRange,
        _ context: DeferralClassifier.Context
    ) -> String? {
        guard var classifier = try? DeferralClassifier(bank: unindexed) else { return "no memory" }
        let expected = classifier.diagnose(bytes, reason: range, context: context)
        let expectedCompanion = classifier.companion(bytes, text: range)
        if let hit = classifier.limitHits.first { return "\(name(hit.row)) meets a limit" }
        if expected != diagnosis {
            return "\(name(expected.row)) matches, the index chose \(name(diagnosis.row))"
        }
        if expectedCompanion?.row != companion?.row {
            return
                "\(name(expectedCompanion?.row)) matches, the index chose \(name(companion?.row))"
        }
        return nil
    }

    private static func name(_ row: Int?) -> String {
        row.map { bank.rows[$0].id } ?? "none"
    }
}
