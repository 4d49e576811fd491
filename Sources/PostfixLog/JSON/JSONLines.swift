import ByteScan

/// Turns lines that wrap a log line in JSON into the line itself: `journalctl -o json`, Docker's
/// json-file, and what log shippers make of either.
///
/// The result is one plain line per line, so that line numbers stay; `starts` tells where each stood.
public struct JSONLines: Sendable {
    /// The plain lines, with `blockSlack` readable bytes after `count`.
    public private(set) var bytes: [UInt8] = []
    /// Bytes of `bytes` that are lines.
    public private(set) var count = 0
    /// Offset of each line in the block that was read.
    public private(set) var starts: [Int] = []
    private var parts = Parts()

    /// Nothing rewritten yet.
    public init() {}

    /// True where the block's first line is a JSON object.
    public static func isJSON(_ bytes: Span<UInt8>, _ range: Range<Int>) -> Bool {
        var offset = range.lowerBound
        while offset < range.upperBound, bytes[offset] <= 32 { offset += 1 }
        return offset < range.upperBound && bytes[offset] == UInt8(ascii: "{")
    }

    /// Rewrites the lines in `block[range]`; lines that are no JSON stay as they are.
    public mutating func rewrite(_ block: Span<UInt8>, _ range: Range<Int>) {
        bytes.removeAll(keepingCapacity: true)
        starts.removeAll(keepingCapacity: true)
        var start = range.lowerBound
        var lines = LineCursor(block, range)
        while let end = lines.next(block) {
            starts.append(start)
            if !rewriteLine(block, start..<end) {
                for offset in start..<end { bytes.append(block[offset]) }
            }
            bytes.append(10)
            start = end + 1
        }
        count = bytes.count
        bytes.append(contentsOf: repeatElement(0, count: blockSlack))
    }

    /// The members of a line that matter.
    private struct Parts: Sendable {
        var message = ByteRange.none
        var time = ByteRange.none
        var realtime = ByteRange.none
        var host = ByteRange.none
        var identifier = ByteRange.none
        var pid = ByteRange.none
    }

    private mutating func rewriteLine(_ block: Span<UInt8>, _ line: Range<Int>) -> Bool {
        guard var scanner = JSONScanner(block, line) else { return false }
        parts = Parts()
        while let member = scanner.next(block) { note(member, block) }
        guard !parts.message.isEmpty else { return false }
        if parts.realtime.isEmpty {
            return writeWrapped(block)
        }
        return writeJournal(block)
    }

    private mutating func note(_ member: JSONScanner.Member, _ block: Span<UInt8>) {
        let key = member.key.range
        switch member.key.count {
        case 3 where block.starts(with: "log", in: key): parts.message = member.value
        case 4 where block.starts(with: "time", in: key): parts.time = member.value
        case 4 where block.starts(with: "_PID", in: key):
            if parts.pid.isEmpty { parts.pid = member.value }
        case 7 where block.starts(with: "MESSAGE", in: key),
            7 where block.starts(with: "message", in: key):
            parts.message = member.value
        case 9 where block.starts(with: "_HOSTNAME", in: key): parts.host = member.value
        case 9 where block.starts(with: "timestamp", in: key): parts.time = member.value
        case 10 where block.starts(with: "SYSLOG_PID", in: key): parts.pid = member.value
        case 10 where block.starts(with: "@timestamp", in: key): parts.time = member.value
        case 17 where block.starts(with: "SYSLOG_IDENTIFIER", in: key):
            parts.identifier = member.value
        case 20 where block.starts(with: "__REALTIME_TIMESTAMP", in: key):
            parts.realtime = member.value
        default: break
        }
    }

    /// A whole log line inside: the wrapper's time, which has a year and a zone, goes before it.
    private mutating func writeWrapped(_ block: Span<UInt8>) -> Bool {
        let start = bytes.count
        if JSONScanner.appendText(block, parts.time, to: &bytes) { bytes.append(32) }
        guard JSONScanner.appendText(block, parts.message, to: &bytes) else {
            bytes.removeLast(bytes.count - start)
            return false
        }
        while bytes.count > start, bytes.last == 32 { bytes.removeLast() }
        return true
    }

    /// 'TIME HOST IDENTIFIER[PID]: MESSAGE'. Source: systemd.journal-fields(7).
    private mutating func writeJournal(_ block: Span<UInt8>) -> Bool {
        let start = bytes.count
        guard let microseconds = number(block, parts.realtime) else { return false }
        writeTime(microseconds)
        bytes.append(32)
        if JSONScanner.appendText(block, parts.host, to: &bytes) { bytes.append(32) }
        guard JSONScanner.appendText(block, parts.identifier, to: &bytes) else {
            bytes.removeLast(bytes.count - start)
            return false
        }
        bytes.append(UInt8(ascii: "["))
        write(number(block, parts.pid) ?? 0, digits: 1)
        bytes.append(contentsOf: [UInt8(ascii: "]"), UInt8(ascii: ":"), 32])
        guard JSONScanner.appendText(block, parts.message, to: &bytes) else {
            bytes.removeLast(bytes.count - start)
            return false
        }
        return true
    }

    private func number(_ block: Span<UInt8>, _ value: ByteRange) -> Int? {
        var number = 0
        var hasDigits = false
        for offset in value.range {
            let digit = block[offset] &- 48
            guard digit <= 9 else {
                if block[offset] == UInt8(ascii: "\"") { continue }
                return nil
            }
            guard number < 1 << 56 else { return nil }
            number = number * 10 + Int(digit)
            hasDigits = true
        }
        return hasDigits ? number : nil
    }

    /// RFC 3339 in UTC: the journal's clock.
    private mutating func writeTime(_ microseconds: Int) {
        let seconds = microseconds / 1_000_000
        let date = CivilCalendar.date(days: seconds / 86_400)
        let parts: [(Int, Int, UInt8)] = [
            (date.year, 4, UInt8(ascii: "-")), (date.month, 2, UInt8(ascii: "-")),
            (date.day, 2, UInt8(ascii: "T")), (seconds / 3_600 % 24, 2, UInt8(ascii: ":")),
            (seconds / 60 % 60, 2, UInt8(ascii: ":")), (seconds % 60, 2, UInt8(ascii: ".")),
            (microseconds % 1_000_000, 6, UInt8(ascii: "Z")),
        ]
        for (value, digits, separator) in parts {
            write(value, digits: digits)
            bytes.append(separator)
        }
    }

    private mutating func write(_ value: Int, digits: Int) {
        let text = String(value)
        for _ in 0..<max(0, digits - text.utf8.count) { bytes.append(48) }
        bytes.append(contentsOf: text.utf8)
    }
}
