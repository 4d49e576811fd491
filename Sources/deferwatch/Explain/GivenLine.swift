import ByteScan
import Foundation
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

    /// Reads one line.
    init(_ given: String) {
        let line = Self.unwrapped(given.trimmingCharacters(in: .whitespacesAndNewlines), depth: 0)
        let content = Array(line.utf8)
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

    /// The part of a line from its queue ID, 'to=<' or 'status=' on; or the reason in parentheses,
    /// as mailq prints it.
    private mutating func readFragment() {
        // A copy of the reference: the span of a stored property would hold all of it.
        let bytes = bytes
        let span = bytes.span
        let whole = text.range
        if let fields = span.firstOffset(of: "to=<", in: whole), fields < 40 {
            let id = ByteRange(0, max(0, fields - 2))
            let hasID = QueueID.isValid(span, id) && bytes[id.upperBound] == UInt8(ascii: ":")
            guard fields == 0 || hasID else { return }
            if hasID { queueID = span.text(id) }
            readStatus(ByteRange(fields, whole.upperBound))
        } else if span.starts(with: "status=", in: whole) {
            readStatus(text)
        } else if span.starts(with: "(", in: whole), span.ends(with: ")", in: whole) {
            text = ByteRange(1, whole.upperBound - 1)
        }
    }

    private mutating func readStatus(_ fields: ByteRange) {
        guard let attempt = DeliveryAttempt.parse(bytes.span, fields) else { return }
        kind = .status(attempt)
        text = attempt.reason
    }

    /// The log line inside what journalctl and container runtimes wrap it in.
    private static func unwrapped(_ line: String, depth: Int) -> String {
        guard line.hasPrefix("{"), depth < 3,
            let object = try? JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any]
        else { return line }
        if let log = object["log"] as? String {
            return unwrapped(log.trimmingCharacters(in: .newlines), depth: depth + 1)
        }
        guard let message = journalText(object["MESSAGE"]) else { return line }
        let identifier = object["SYSLOG_IDENTIFIER"] as? String ?? "postfix/unknown"
        let process = (object["SYSLOG_PID"] ?? object["_PID"]) as? String ?? "1"
        return "1970-01-01T00:00:00Z host \(identifier)[\(process)]: \(message)"
    }

    /// journald gives text that is not UTF-8 as an array of bytes.
    private static func journalText(_ value: Any?) -> String? {
        if let text = value as? String { return text }
        guard let numbers = value as? [Int] else { return nil }
        return String(decoding: numbers.map { UInt8(truncatingIfNeeded: $0) }, as: UTF8.self)
    }
}
