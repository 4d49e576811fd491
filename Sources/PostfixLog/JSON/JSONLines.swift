import ByteScan

/// Turns lines that wrap a log line in JSON into the line itself: `journalctl -o json`, Docker's
/// json-file, what log shippers and clouds make of either, and syslog daemons' own templates.
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

    /// True where the block's first line is a JSON object, or has one behind a shipper's time.
    public static func isJSON(_ bytes: Span<UInt8>, _ range: Range<Int>) -> Bool {
        var offset = range.lowerBound
        while offset < range.upperBound, bytes[offset] <= 32 { offset += 1 }
        guard offset < range.upperBound else { return false }
        return bytes[offset] == UInt8(ascii: "{")
            || ShippedRecord(bytes, offset..<range.upperBound) != nil
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
        parts = Parts()
        if let scanner = JSONScanner(block, line) {
            noteAll(scanner, block)
        } else if let record = ShippedRecord(block, line),
            let scanner = JSONScanner(block, record.object..<line.upperBound)
        {
            noteAll(scanner, block)
            if parts.time.isEmpty { parts.time = record.time }
        } else {
            return false
        }
        guard !parts.message.isEmpty else { return false }
        if !parts.realtime.isEmpty { return writeJournal(block) }
        // Without a time there is no line to make: what is pasted from a journal is its text.
        return namesProgram(block) && writeProgram(block) || writeWrapped(block)
    }

    private mutating func noteAll(_ scanner: JSONScanner, _ block: Span<UInt8>) {
        var scanner = scanner
        while let member = scanner.next(block) {
            if block[member.value.lowerBound] == UInt8(ascii: "{") {
                noteNested(member, block, depth: 0)
            } else {
                note(member, block)
            }
        }
    }

    /// Elastic's common schema and its answers, Google Cloud's entries.
    ///
    /// Source: ECS fields process.*, host.* and log.syslog.*; LogEntry's jsonPayload.
    private mutating func noteNested(
        _ member: JSONScanner.Member,
        _ block: Span<UInt8>,
        depth: Int
    ) {
        let key = member.key.range
        guard depth < 3, var scanner = JSONScanner(block, member.value.range) else { return }
        let isProcess = key.count == 7 && block.starts(with: "process", in: key)
        let isHost = key.count == 4 && block.starts(with: "host", in: key)
        let isCommon =
            isProcess || isHost || key.count == 3 && block.starts(with: "log", in: key)
            || key.count == 6 && block.starts(with: "syslog", in: key)
            || key.count == 7 && block.starts(with: "_source", in: key)
            || key.count == 11 && block.starts(with: "jsonPayload", in: key)
        guard isCommon else { return }
        while let inner = scanner.next(block) {
            if block[inner.value.lowerBound] == UInt8(ascii: "{") {
                noteNested(inner, block, depth: depth + 1)
            } else if inner.key.count == 4, block.starts(with: "name", in: inner.key.range) {
                if isProcess { parts.identifier = inner.value }
                if isHost, parts.host.isEmpty { parts.host = inner.value }
            } else {
                note(inner, block)
            }
        }
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
        default: noteShipped(member, block)
        }
    }

    /// The same by the names that fluentd, Fluent Bit, Vector, Loki, syslog-ng, rsyslog's templates,
    /// GELF, Google Cloud, Azure and flat ECS give.
    private mutating func noteShipped(_ member: JSONScanner.Member, _ block: Span<UInt8>) {
        let key = member.key.range
        switch member.key.count {
        case 3 where block.starts(with: "msg", in: key),
            4 where block.starts(with: "line", in: key),
            11 where block.starts(with: "textPayload", in: key),
            13 where block.starts(with: "short_message", in: key),
            13 where block.starts(with: "SyslogMessage", in: key):
            parts.message = member.value
        case 3 where block.starts(with: "tag", in: key),
            5 where block.starts(with: "ident", in: key),
            7 where block.starts(with: "program", in: key),
            7 where block.starts(with: "PROGRAM", in: key),
            7 where block.starts(with: "appname", in: key),
            9 where block.starts(with: "syslogtag", in: key),
            11 where block.starts(with: "ProcessName", in: key),
            12 where block.starts(with: "process.name", in: key),
            13 where block.starts(with: "_process_name", in: key),
            17 where block.starts(with: "_application_name", in: key):
            parts.identifier = member.value
        case 3 where block.starts(with: "pid", in: key), 3 where block.starts(with: "PID", in: key),
            6 where block.starts(with: "procid", in: key),
            9 where block.starts(with: "ProcessID", in: key),
            11 where block.starts(with: "process.pid", in: key),
            11 where block.starts(with: "_process_id", in: key):
            if parts.pid.isEmpty { parts.pid = member.value }
        case 4 where block.starts(with: "host", in: key),
            4 where block.starts(with: "HOST", in: key),
            8 where block.starts(with: "hostname", in: key):
            if parts.host.isEmpty { parts.host = member.value }
        case 8 where block.starts(with: "Computer", in: key),
            9 where block.starts(with: "host.name", in: key),
            13 where block.starts(with: "host.hostname", in: key):
            parts.host = member.value
        case 13 where block.starts(with: "TimeGenerated", in: key): parts.time = member.value
        case 4 where block.starts(with: "date", in: key),
            4 where block.starts(with: "DATE", in: key):
            if parts.time.isEmpty { parts.time = member.value }
        default: break
        }
    }

    /// The wrapper's time: a text, seconds since 1970, or what a shipper wrote before the object.
    private mutating func appendTime(_ block: Span<UInt8>) -> Bool {
        if let microseconds = JSONNumber.epoch(block, parts.time) {
            JSONNumber.appendTime(microseconds, to: &bytes)
            return true
        }
        if JSONScanner.appendText(block, parts.time, to: &bytes) { return true }
        guard TimestampReader.read(block, parts.time.range) != nil else { return false }
        for offset in parts.time.range { bytes.append(block[offset]) }
        return true
    }

    /// A whole log line inside: the wrapper's time, which has a year and a zone, goes before it.
    private mutating func writeWrapped(_ block: Span<UInt8>) -> Bool {
        let start = bytes.count
        if appendTime(block) { bytes.append(32) }
        guard JSONScanner.appendText(block, parts.message, to: &bytes) else {
            bytes.removeLast(bytes.count - start)
            return false
        }
        while bytes.count > start, bytes.last == 32 { bytes.removeLast() }
        return true
    }

    /// True where a member of its own names the program, 'postfix/smtp', and the message is no whole
    /// line.
    private func namesProgram(_ block: Span<UInt8>) -> Bool {
        !parts.identifier.isEmpty && block[parts.identifier.lowerBound] == UInt8(ascii: "\"")
            && block.firstOffset(of: UInt8(ascii: "/"), in: parts.identifier.range) != nil
            && TimestampReader.read(block, parts.message.range.dropFirst()) == nil
    }

    /// 'TIME HOST PROGRAM[PID]: MESSAGE' of a message that is the text alone.
    private mutating func writeProgram(_ block: Span<UInt8>) -> Bool {
        let start = bytes.count
        guard appendTime(block) else { return false }
        bytes.append(32)
        if JSONScanner.appendText(block, parts.host, to: &bytes) { bytes.append(32) }
        _ = JSONScanner.appendText(block, parts.identifier, to: &bytes)
        // rsyslog's tag is 'postfix/smtp[3913]:'.
        if bytes.last == UInt8(ascii: ":") { bytes.removeLast() }
        if bytes.last != UInt8(ascii: "]") {
            bytes.append(UInt8(ascii: "["))
            JSONNumber.append(JSONNumber.integer(block, parts.pid) ?? 0, digits: 1, to: &bytes)
            bytes.append(UInt8(ascii: "]"))
        }
        bytes.append(UInt8(ascii: ":"))
        // and its message begins with the blank behind the tag.
        let text = parts.message.lowerBound + 1
        if text >= parts.message.upperBound || block[text] != 32 { bytes.append(32) }
        guard JSONScanner.appendText(block, parts.message, to: &bytes) else {
            bytes.removeLast(bytes.count - start)
            return false
        }
        return true
    }

    /// 'TIME HOST IDENTIFIER[PID]: MESSAGE'.
    ///
    /// Source: systemd.journal-fields(7).
    private mutating func writeJournal(_ block: Span<UInt8>) -> Bool {
        let start = bytes.count
        guard let microseconds = JSONNumber.integer(block, parts.realtime) else { return false }
        JSONNumber.appendTime(microseconds, to: &bytes)
        bytes.append(32)
        if JSONScanner.appendText(block, parts.host, to: &bytes) { bytes.append(32) }
        guard JSONScanner.appendText(block, parts.identifier, to: &bytes) else {
            bytes.removeLast(bytes.count - start)
            return false
        }
        bytes.append(UInt8(ascii: "["))
        JSONNumber.append(JSONNumber.integer(block, parts.pid) ?? 0, digits: 1, to: &bytes)
        bytes.append(contentsOf: [UInt8(ascii: "]"), UInt8(ascii: ":"), 32])
        guard JSONScanner.appendText(block, parts.message, to: &bytes) else {
            bytes.removeLast(bytes.count - start)
            return false
        }
        return true
    }
}
