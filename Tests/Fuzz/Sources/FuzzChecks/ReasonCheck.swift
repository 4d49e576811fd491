import ByteScan
import Deferrals
import PCRE2

/// A diagnosis stays inside its text, is the same every time, comes from the row that a bank without
/// an index would choose, and never takes a network code from a server's words.
enum ReasonCheck {
    private static let bank = PatternBank()

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
        _ = classifier.companion(bytes, text: range)
        return indexProblem(frame, diagnosis, bytes)
    }

    private static func isWithin(_ server: ServerName?, _ range: ByteRange) -> Bool {
        guard let server else { return true }
        return [server.whole, server.host, server.address].allSatisfy { $0.isWithin(range.range) }
    }

    /// Tries every row in order, as the index spares us.
    private static func indexProblem(
        _ frame: ReasonFrame, _ diagnosis: Diagnosis, _ bytes: Span<UInt8>
    ) -> String? {
        let subject: PatternRow.Subject = frame.kind == .own ? .reason : .reply
        guard var matcher = try? Matcher() else { return "no memory" }
        for row in bank.rows.indices where bank.rows[row].subject == subject {
            guard let pattern = try? bank.pattern(of: row) else { return "row \(row) is malformed" }
            switch matcher.firstMatch(of: pattern, in: bytes, frame.text.range) {
            case .noMatch: continue
            case .limitReached: return "\(bank.rows[row].id) meets a limit"
            case .matched:
                return diagnosis.row == row
                    ? nil : "\(bank.rows[row].id) matches, the index chose \(name(diagnosis.row))"
            }
        }
        return diagnosis.row == nil ? nil : "no row matches, the index chose \(name(diagnosis.row))"
    }

    private static func name(_ row: Int?) -> String {
        row.map { bank.rows[$0].id } ?? "none"
    }
}
