import ByteScan
import PostfixLog

/// A line as somebody pasted it: a whole log line, the end of one, or a bare reason.
struct GivenLine {
    enum Kind {
        /// A status line, whole or in part.
        case status(DeliveryAttempt)
        /// A log line of a delivery agent without a status.
        case companion
        /// No log line: a reason, or words that belong to one.
        case bare
    }

    /// The bytes, with `blockSlack` after them.
    let bytes: [UInt8]
    private(set) var kind = Kind.bare
    /// The words of Postfix: for a status line the reason, else all that is no log head.
    private(set) var text: ByteRange
    private(set) var queueID: String?
    /// Nil for a bare line.
    private(set) var daemon: Daemon?

    /// No part of a log: a reason, or other words.
    var isBare: Bool {
        guard case .bare = kind else { return false }
        return daemon == nil
    }

    /// Reads one line.
    init(_ given: String) {
        let content = Self.dated(Self.unwrapped(Self.trimmed(Array(given.utf8))))
        bytes = content + [UInt8](repeating: 0, count: blockSlack)
        text = ByteRange(0, content.count)
        guard !content.isEmpty else { return }
        var parser = LogLineParser()
        var head = LogLine()
        if parser.parse(bytes.span, 0, content.count, &head) {
            read(head)
        } else {
            readFragment()
        }
    }

    private mutating func read(_ head: LogLine) {
        let record = LineRecord.parse(bytes.span, head)
        daemon = head.daemon
        text = head.text
        queueID = record.queueID.isEmpty ? nil : bytes.span.text(record.queueID)
        switch record.kind {
        case .attempt:
            readStatus(record.text)
        case .companion, .trouble:
            kind = .companion
            text = record.text
        default:
            break
        }
    }

    /// The part of a line from its queue ID, 'to=<' or 'status=' on, after whatever a web page puts
    /// before it; or the reason in parentheses, as mailq prints it.
    private mutating func readFragment() {
        // A copy of the reference: the span of a stored property would hold all of it.
        let bytes = bytes
        let span = bytes.span
        let whole = text.range
        if let fields = span.firstOffset(of: "to=<", in: whole),
            let id = Self.queueID(span, before: fields)
        {
            if !id.isEmpty { queueID = span.text(id) }
            readStatus(ByteRange(fields, whole.upperBound))
        } else if span.starts(with: "status=", in: whole) {
            readStatus(text)
        } else if span.starts(with: "(", in: whole), span.ends(with: ")", in: whole) {
            text = ByteRange(1, whole.upperBound - 1)
        }
    }

    /// The queue ID of 'ID: to=<', empty where the line begins with 'to=<'; nil: there is neither.
    private static func queueID(_ bytes: Span<UInt8>, before fields: Int) -> ByteRange? {
        guard fields > 2 else { return fields == 0 ? ByteRange.none : nil }
        guard bytes[fields - 1] == 32, bytes[fields - 2] == UInt8(ascii: ":") else { return nil }
        var start = fields - 2
        while start > 0, bytes[start - 1] > 32 { start -= 1 }
        let id = ByteRange(start, fields - 2)
        return QueueID.isValid(bytes, id) ? id : nil
    }

    private mutating func readStatus(_ fields: ByteRange) {
        guard let attempt = DeliveryAttempt.parse(bytes.span, fields) else { return }
        kind = .status(attempt)
        text = attempt.reason
    }

    /// The log line inside what journalctl and container runtimes wrap it in.
    private static func unwrapped(_ line: [UInt8]) -> [UInt8] {
        let padded = line + [UInt8](repeating: 0, count: blockSlack)
        guard JSONLines.isJSON(padded.span, 0..<line.count) else { return line }
        var plain = JSONLines()
        plain.rewrite(padded.span, 0..<line.count)
        return trimmed(Array(plain.bytes[..<plain.count]))
    }

    /// With some time before it, where a line was pasted from its host's name or its tag on.
    private static func dated(_ line: [UInt8]) -> [UInt8] {
        let isTag = line.prefix(256).split(separator: 32).prefix(2).contains { word in
            guard let open = word.firstIndex(of: UInt8(ascii: "[")) else { return false }
            return word[..<open].contains(UInt8(ascii: "/"))
                && word.suffix(2).elementsEqual("]:".utf8)
                && word[(open + 1)...].dropLast(2).allSatisfy { $0 &- 48 <= 9 }
        }
        return isTag ? Array("Jan  1 00:00:00 ".utf8) + line : line
    }

    private static func trimmed(_ line: [UInt8]) -> [UInt8] {
        guard let first = line.firstIndex(where: { $0 > 32 }),
            let last = line.lastIndex(where: { $0 > 32 })
        else { return [] }
        return Array(line[first...last])
    }
}
