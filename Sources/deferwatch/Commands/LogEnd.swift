import ByteScan
import LogSource
import MailFlow
import PostfixLog

/// When logs end, before they are read: what '--since 24h' counts from.
enum LogEnd {
    /// The time of the last line of the last log, by the clock that reports count by: that of the
    /// first line; nil: there is none, or it cannot be read twice.
    static func find(_ inputs: [LogInput]) -> LogTime? {
        guard !inputs.contains(where: { $0.path == "-" }) else { return nil }
        // Files without any time stand behind the others.
        guard var end = inputs.reversed().lazy.compactMap(find).first else { return nil }
        guard let offset = inputs.lazy.compactMap(firstOffset).first else { return end }
        end.seconds = end.seconds(onClock: offset)
        end.offsetMinutes = offset
        return end
    }

    /// Minutes east of UTC of a log's first line; nil: it names no zone.
    private static func firstOffset(_ input: LogInput) -> Int16? {
        var reader = try? BlockReader(path: input.path)
        var block = LogBlock(capacity: 262_144)
        var parser = LogLineParser()
        var line = LogLine()
        guard (try? reader?.next(&block)) == true else { return nil }
        var start = 0
        while start < block.count {
            let end = block.bytes.span.scan(for: 10, from: start, to: block.count)
            if parser.parse(block.bytes.span, start, end, &line) {
                return parser.time.offsetMinutes
            }
            start = end + 1
        }
        return nil
    }

    private static func find(_ input: LogInput) -> LogTime? {
        guard var reader = try? BlockReader(path: input.path) else { return nil }
        var clock = input.clock
        var block = LogBlock(capacity: 262_144)
        var last: LogTime?
        while (try? reader.next(&block)) == true {
            if let time = lastTime(block) { last = clock.resolve(time) }
        }
        return last
    }

    /// Of each block only the last line is read: years roll far slower than blocks fill.
    private static func lastTime(_ block: LogBlock) -> LogTime? {
        var parser = LogLineParser()
        var line = LogLine()
        var end = block.count
        while end > 0 {
            if block.bytes[end - 1] == 10 { end -= 1 }
            var start = end
            while start > 0, block.bytes[start - 1] != 10 { start -= 1 }
            if parser.parse(block.bytes.span, start, end, &line) { return parser.time }
            end = start
        }
        return nil
    }
}
