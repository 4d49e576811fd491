import ByteScan
import PostfixLog

/// Parsed lines lie inside their line, and a parser that remembers the last head reads as one that
/// does not.
enum LineCheck {
    static func problem(with input: [UInt8]) -> String? {
        let block = Block(input)
        let bytes = block.bytes.span
        var parser = LogLineParser()
        for range in block.lines where !range.isEmpty {
            var line = LogLine()
            var plain = LogLine()
            var fresh = LogLineParser()
            let isRead = parser.parse(bytes, range.lowerBound, range.upperBound, &line)
            let isReadAfresh = fresh.parse(bytes, range.lowerBound, range.upperBound, &plain)
            guard isRead == isReadAfresh else { return "the remembered head decides: \(range)" }
            guard isRead else { continue }
            if line != plain { return "the remembered head changes the line: \(line), \(plain)" }
            if parser.time != fresh.time { return "the remembered head changes the time" }
            if let problem = problem(with: line, in: range, bytes) { return problem }
        }
        return nil
    }

    private static func problem(
        with line: LogLine, in range: Range<Int>, _ bytes: Span<UInt8>
    ) -> String? {
        guard line.tag.isWithin(range), line.text.isWithin(range) else {
            return "parts of \(range) outside it: \(line)"
        }
        if bytes.firstOffset(of: 32, in: line.tag.range) != nil { return "a blank in the tag: \(line)" }
        let record = LineRecord.parse(bytes, line)
        guard record.queueID.isWithin(range), record.text.isWithin(range) else {
            return "record outside \(range): \(record)"
        }
        guard record.kind == .attempt else { return nil }
        return DeliveryAttempt.parse(bytes, record.text).flatMap { attempt in
            AttemptCheck.problem(with: attempt, in: record.text.range, bytes)
        }
    }
}
