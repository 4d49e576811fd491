import ByteScan
import PCRE2
import Testing

@testable import Deferrals

/// Replies of several lines, whose codes stand inside phrases.
@Suite struct JoinedReplyTests {
    private static let bank = PatternBank()

    private func matched(_ reason: String) throws -> [String] {
        var classifier = try DeferralClassifier(bank: Self.bank)
        let bytes = Array(reason.utf8) + [UInt8](repeating: 0, count: blockSlack)
        let trials = classifier.trials(
            bytes.span,
            reason: ByteRange(0, reason.utf8.count)
        )
        return trials.compactMap { trial in
            guard case .matched(let found) = trial.outcome else { return nil }
            return bytes.span.text(ByteRange(found.lowerBound, found.upperBound))
        }
    }

    @Test func `what matched is shown as the server wrote it`() throws {
        let reply = "421-4.7.0 Error: too many 421-4.7.0 connections 421 4.7.0 from your address"
        let found = try matched("host mx.example.com[192.0.2.1] refused to talk to me: \(reply)")
        let words = try #require(found.first)
        #expect("Error: too many 421-4.7.0 connections" == words)
    }

    @Test(arguments: [
        // One line, which quotes a code.
        "450 Error: too many 450 connections",
        // Another code begins no line of this reply.
        "421-Error: too many 450-connections 421 later",
        "421-", "421-4.7.0", "421- 421 ", "421-x 421-4.7.0 421 4.7.0",
    ])
    func `nothing else is left out`(reply: String) throws {
        #expect(try matched("host mx.example.com[192.0.2.1] said: \(reply)").isEmpty)
    }

    @Test func `any cuts of any bytes are taken`() throws {
        var classifier = try DeferralClassifier(bank: Self.bank)
        var random = SystemRandomNumberGenerator()
        let pieces = [
            "421-", "421 ", " 421-", " 421 ", "4.7.0 ", "too many ", "connections", " ", "é",
        ]
        for _ in 0..<2_000 {
            let count = Int.random(in: 0...12, using: &random)
            let words = (0..<count).map { _ in pieces.randomElement(using: &random) ?? "" }
            let text = "host mx.example.com[192.0.2.1] said: 421-" + words.joined()
            let bytes = Array(text.utf8)
            let reason = ByteRange(0, bytes.count)
            let diagnosis = classifier.diagnose(
                bytes.span,
                reason: reason,
                context: .init(isNetworkAgent: true)
            )
            let trials = classifier.trials(bytes.span, reason: reason)
            #expect(diagnosis.row == trials.first(where: \.isMatch)?.row, "\(text)")
        }
    }
}
