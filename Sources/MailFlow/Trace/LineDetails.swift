import ByteScan
import PostfixLog

/// What a trace tells of a message and a ledger has no use for: who brought it, who was told.
///
/// These lines are not on the tape. They are few, and found by a search for a word of theirs.
struct LineDetails {
    enum Kind {
        /// smtpd: 'client=…'.
        case client
        /// pickup: 'uid=…'.
        case pickup
        /// bounce: 'sender non-delivery notification: QUEUEID'.
        case notification
        /// smtpd and cleanup: 'hold: …', 'milter-hold: …'; on the tape they are without their words.
        case hold
    }

    struct Detail {
        var kind: Kind
        var lineStart: Int
        var time: LogTime
        var host: ByteRange
        var queueID: QueueID
        var queueIDRange: ByteRange
        /// The words after 'QUEUEID: '.
        var text: ByteRange
        var daemon: Daemon
    }

    private static let searches: [(needle: StaticString, kind: Kind)] = [
        (": client=", .client), (": uid=", .pickup), (" notification: ", .notification),
        (": hold: ", .hold), (": milter-hold: ", .hold),
    ]

    /// The details in `bytes[range]`, in the order of their lines.
    static func find(_ bytes: Span<UInt8>, _ range: Range<Int>) -> [Detail] {
        var found: [Detail] = []
        var parser = LogLineParser()
        for (needle, kind) in searches {
            var start = range.lowerBound
            while let hit = bytes.firstOffset(of: needle, in: start..<range.upperBound) {
                let line = line(around: hit, bytes, range)
                if let detail = read(bytes, line, kind, &parser) { found.append(detail) }
                start = line.upperBound
            }
        }
        return found.sorted { $0.lineStart < $1.lineStart }
    }

    private static func line(
        around offset: Int,
        _ bytes: Span<UInt8>,
        _ range: Range<Int>
    ) -> Range<Int> {
        var start = offset
        while start > range.lowerBound, bytes[start - 1] != 10 { start -= 1 }
        return start..<bytes.scan(for: 10, from: offset, to: range.upperBound)
    }

    private static func read(
        _ bytes: Span<UInt8>,
        _ range: Range<Int>,
        _ kind: Kind,
        _ parser: inout LogLineParser
    ) -> Detail? {
        var end = range.upperBound
        while end > range.lowerBound, bytes[end - 1] == 13 { end -= 1 }
        var line = LogLine()
        guard parser.parse(bytes, range.lowerBound, end, &line) else { return nil }
        let text = line.text
        let colon = bytes.scan(
            for: UInt8(ascii: ":"),
            from: text.lowerBound,
            to: min(text.upperBound, text.lowerBound + 40)
        )
        let queueID = ByteRange(text.lowerBound, colon)
        guard colon + 2 < text.upperBound, QueueID.isValid(bytes, queueID) else { return nil }
        let rest = ByteRange(colon + 2, text.upperBound)
        guard isMeant(bytes, rest, kind, line.daemon) else { return nil }
        return Detail(
            kind: kind,
            lineStart: range.lowerBound,
            time: parser.time,
            host: parser.host,
            queueID: QueueID(bytes, queueID),
            queueIDRange: queueID,
            text: rest,
            daemon: line.daemon
        )
    }

    /// The word stands where its daemon puts it, not in somebody else's text.
    private static func isMeant(
        _ bytes: Span<UInt8>,
        _ rest: ByteRange,
        _ kind: Kind,
        _ daemon: Daemon
    ) -> Bool {
        let range = rest.range
        return switch kind {
        case .client:
            (daemon == .smtpd || daemon == .unnamed) && bytes.starts(with: "client=", in: range)
        case .pickup:
            (daemon == .pickup || daemon == .unnamed) && bytes.starts(with: "uid=", in: range)
        case .hold:
            (daemon == .smtpd || daemon == .cleanup || daemon == .unnamed)
                && (bytes.starts(with: "hold: ", in: range)
                    || bytes.starts(with: "milter-hold: ", in: range))
        case .notification:
            (daemon == .bounce || daemon == .unnamed)
                && (bytes.starts(with: "sender ", in: range)
                    || bytes.starts(with: "postmaster ", in: range))
        }
    }
}
