import ByteScan
import Testing

@testable import Deferrals

/// A classifier remembers texts; nothing but its speed may tell.
@Suite struct TextMemoryTests {
    static let bank = PatternBank()

    /// Texts of the whole bank, one after the other as in a block of a log, and where each stands.
    private static func block(_ texts: [String]) -> (bytes: [UInt8], ranges: [ByteRange]) {
        var bytes: [UInt8] = []
        var ranges: [ByteRange] = []
        for text in texts {
            let start = bytes.count
            bytes += Array(text.utf8)
            ranges.append(ByteRange(start, bytes.count))
            bytes.append(10)
        }
        return (bytes + [UInt8](repeating: 0, count: 64), ranges)
    }

    private static var samples: [String] {
        bank.rows.flatMap { row in
            row.matches.map {
                row.subject == .reply ? "host mx1.example.com[192.0.2.25]:25 said: \($0)" : $0
            }
        }
    }

    @Test func `a text means the same each time it comes, wherever it stands`() throws {
        // Twice in a row, so that the second finds the first however many others share its place.
        let (bytes, ranges) = Self.block(Self.samples.flatMap { [$0, $0] })
        let context = DeferralClassifier.Context(isNetworkAgent: true, hasRelay: true)
        var used = try DeferralClassifier(bank: Self.bank)
        for range in ranges {
            var fresh = try DeferralClassifier(bank: Self.bank)
            #expect(
                used.diagnose(bytes.span, reason: range, context: context)
                    == fresh.diagnose(bytes.span, reason: range, context: context)
            )
            #expect(
                used.companion(bytes.span, text: range) == fresh.companion(bytes.span, text: range)
            )
        }
    }

    @Test func `the same words mean something else of another agent`() throws {
        let (bytes, ranges) = Self.block([
            "connect to 127.0.0.1[127.0.0.1]:10024: Connection refused"
        ])
        let contexts = [
            DeferralClassifier.Context(isNetworkAgent: true),
            .init(isNetworkAgent: false), .init(isNetworkAgent: false, isErrorAgent: true),
            .init(isNetworkAgent: true, isRelayLocal: true),
            .init(isNetworkAgent: true, hasRelay: true),
            .init(isNetworkAgent: true, isOwnRelay: true),
        ]
        var used = try DeferralClassifier(bank: Self.bank)
        for context in contexts + contexts {
            var fresh = try DeferralClassifier(bank: Self.bank)
            #expect(
                used.diagnose(bytes.span, reason: ranges[0], context: context)
                    == fresh.diagnose(bytes.span, reason: ranges[0], context: context)
            )
        }
    }

    @Test func `a text that meets a limit is counted each time it comes`() throws {
        let row = PatternRow("user.slow", .reply, "(a+)+$", source: "test", matches: [])
        let slow = "host mx.example.com[192.0.2.1] said: 450 " + String(repeating: "a", count: 40)
        let (bytes, ranges) = Self.block([slow + "!", slow + "!", slow + "!"])
        var classifier = try DeferralClassifier(bank: PatternBank(userRows: [row]))
        for range in ranges {
            _ = classifier.diagnose(bytes.span, reason: range, context: .init(isNetworkAgent: true))
        }
        #expect(classifier.limitHits.map(\.count) == [3])
    }

    @Test(arguments: [
        #"queue blocked (\w+) \1|mailhub is draining"#, #"elephant \x41bc|mailhub is draining"#,
        #"(?x) elephant | mailhub\ is\ draining"#, #"foo{a|mailhub is draining"#,
    ])
    func `each alternative of a pattern is tried`(pattern: String) throws {
        let row = PatternRow("user.own", .reason, pattern, source: "test", matches: [])
        var classifier = try DeferralClassifier(bank: PatternBank(userRows: [row]))
        let (bytes, ranges) = Self.block(["mailhub is draining"])
        let found = classifier.diagnose(
            bytes.span,
            reason: ranges[0],
            context: .init(isNetworkAgent: true)
        )
        #expect(found.row == 0)
    }

    @Test func `a text in the place of another, or longer than is kept, is looked at anew`() {
        var memory = TextMemory<Int>()
        let long = String(repeating: "x", count: 257)
        let (bytes, ranges) = Self.block(["refused", "timed out", long])
        #expect(memory.key(bytes.span, ranges[2], context: 0) == nil)
        // The same name for both, as a server could make it with enough trying.
        memory.remember(1, 7, bytes.span, ranges[0])
        #expect(memory.verdict(7, bytes.span, ranges[0]) == 1)
        #expect(memory.verdict(7, bytes.span, ranges[1]) == nil)
        memory.remember(2, 7, bytes.span, ranges[1])
        #expect(memory.verdict(7, bytes.span, ranges[0]) == nil)
        #expect(memory.verdict(7, bytes.span, ranges[1]) == 2)
    }

    @Test func `a text at the very end of its bytes is not read beyond`() throws {
        let text = Array("mail for example.com loops back to myself".utf8)
        let whole = ByteRange(0, text.count)
        var classifier = try DeferralClassifier(bank: Self.bank)
        let first = classifier.diagnose(
            text.span,
            reason: whole,
            context: .init(isNetworkAgent: true)
        )
        let second = classifier.diagnose(
            text.span,
            reason: whole,
            context: .init(isNetworkAgent: true)
        )
        #expect(first == second && !first.isUnclassified)
    }
}
