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
}
