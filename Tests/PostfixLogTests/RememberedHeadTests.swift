import ByteScan
import Foundation
import PostfixLog
import TestSupport
import Testing

/// A parser that has seen other lines reads a line as one that has seen none.
@Suite struct RememberedHeadTests {
    @Test(arguments: Samples.logs(in: "logs-samples/lab") + Samples.logs(in: "logs-samples"))
    func `a line of a real log is the same with and without memory`(log: URL) throws {
        let plain = try Self.plainLines(of: log)
        var parser = LogLineParser()
        var seen = 0
        var start = 0
        while start < plain.count {
            let end = plain.bytes.span.scan(for: 10, from: start, to: plain.count)
            var fresh = LogLineParser()
            let afresh = ReadLine(plain.bytes.span, start..<end, &fresh)
            let remembered = Self.read(plain.bytes.span, start..<end, &parser)
            #expect(afresh == remembered, "line at \(start) of \(log.lastPathComponent)")
            if afresh != nil { seen += 1 }
            start = end + 1
        }
        #expect(seen > 0)
    }

    /// The parser says only that time and host are as before.
    private static func read(
        _ bytes: Span<UInt8>,
        _ range: Range<Int>,
        _ parser: inout LogLineParser
    ) -> ReadLine? {
        guard !range.isEmpty else { return nil }
        return ReadLine(bytes, range, &parser)
    }

    private static func plainLines(of log: URL) throws -> (bytes: [UInt8], count: Int) {
        let content = Array(try Data(contentsOf: log))
        let bytes = content + [UInt8](repeating: 77, count: blockSlack)
        guard JSONLines.isJSON(bytes.span, 0..<content.count) else { return (bytes, content.count) }
        var plain = JSONLines()
        plain.rewrite(bytes.span, 0..<content.count)
        return (plain.bytes, plain.count)
    }

    @Test func `lines of all forms in any order are read as each alone`() {
        let forms = LineFormTests.traditional + LineFormTests.containers + LineFormTests.standards
        let seed = UInt64.random(in: 1...(.max))
        var random = SeededRandom(seed: seed)
        let lines = (0..<2_000).map { _ -> String in
            let form = forms[Int(random.next() % UInt64(forms.count))]
            let text = ["x", "4F1A1: removed", "[ID 1 mail.info] y", ""][Int(random.next() % 4)]
            return form.head + text
        }
        let log = Array(lines.joined(separator: "\n").utf8)
        let bytes = log + [UInt8](repeating: 32, count: blockSlack)
        var parser = LogLineParser()
        var start = 0
        for line in lines {
            let end = start + line.utf8.count
            var fresh = LogLineParser()
            #expect(
                ReadLine(bytes.span, start..<end, &fresh)
                    == ReadLine(bytes.span, start..<end, &parser),
                "seed \(seed): \(line)"
            )
            start = end + 1
        }
    }

    /// Heads with '%' where a clock stands.
    private static let clocks = [
        "Nov 23 % mx1 postfix/qmgr[7]: ", "Nov  3 % 2026 mx1 postfix/qmgr[7]: ",
        "2026 Nov 23 % mx1 postfix/qmgr[7]: ", "<22>Nov 23 % mx1 postfix/qmgr[7]: ",
        "2026-11-23T%+01:00 mx1 postfix/qmgr[7]: ", "2026-11-23 %Z postfix/qmgr[7]: ",
        "mail.log:2026-11-23T%Z mx1 postfix/qmgr[7]: ", "Nov 23 % postfix/qmgr[7]: ",
        "2026-11-23T%Z stdout F Nov 23 10:00:00 mx1 postfix/qmgr[7]: ",
    ]

    @Test(arguments: clocks)
    func `lines that differ in the clock are read as each alone`(head: String) {
        let seed = UInt64.random(in: 1...(.max))
        var random = SeededRandom(seed: seed)
        let fractions = [
            "", ".5", ".012", ",345", ".000001", ".123456", ".1234567", ".12x456", ".",
        ]
        var parser = LogLineParser()
        for _ in 0..<3_000 {
            // Some are no clocks, and some are rare ones.
            let parts = [26, 62, 63].map { String(format: "%02d", Int(random.next() % $0)) }
            let mark = random.next() % 40 == 0 ? "-" : ":"
            let clock =
                parts.joined(separator: mark)
                + fractions[Int(random.next() % UInt64(fractions.count))]
            let line = head.replacing("%", with: clock) + "4F1A1: removed"
            let bytes = Array(line.utf8) + [UInt8](repeating: 57, count: blockSlack)
            var fresh = LogLineParser()
            let alone = ReadLine(bytes.span, 0..<line.utf8.count, &fresh)
            let after = ReadLine(bytes.span, 0..<line.utf8.count, &parser)
            #expect(alone == after, "seed \(seed): \(line)")
        }
    }

    @Test func `a change of the time is told once, whatever stands between`() {
        var parser = LogLineParser()
        let lines = [
            ("Nov 23 09:29:01 mx1 postfix/qmgr[7]: a", true),
            ("Nov 23 09:29:01 mx1 postfix/qmgr[7]: b", false),
            ("Nov 23 09:29:02 mx1 postfix/qmgr[7]: c", true),
            ("Nov 23 09:29:03 mx1 nothing", nil),
            ("Nov 23 09:29:03 mx1 postfix/qmgr[7]: d", true),
            ("Nov 23 09:29:03 mx1 postfix/qmgr[7]: e", false),
            ("Nov 23 09:29:02 mx1 postfix/qmgr[7]: f", true),
        ]
        for (text, isChanged) in lines {
            let bytes = Array(text.utf8) + [UInt8](repeating: 32, count: blockSlack)
            let read = ReadLine(bytes.span, 0..<text.utf8.count, &parser)
            #expect((read == nil) == (isChanged == nil), "\(text)")
            if let isChanged { #expect(isChanged == parser.takeTimeChange(), "\(text)") }
        }
    }
}
