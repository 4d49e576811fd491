import ByteScan

/// Why nothing leaves without a deferral saying so.
public enum FindingKind: String, CaseIterable, Sendable, Hashable {
    /// qmgr: 'mail for X is using up N of M active queue entries'.
    case activeQueueShare = "active-queue-share"
    /// master: 'service … has reached its process limit'.
    case processLimit = "process-limit"
    /// qmgr: a delivery agent cannot be reached.
    case transportUnavailable = "transport-unavailable"
    /// master: 'bad command startup -- throttling'.
    case badStartup = "bad-startup"
    /// A daemon died: killed by a signal, or a fatal error.
    case crash
    /// 'not enough free space in mail queue'.
    case noSpace = "no-space"
    /// 'queue file write error'.
    case queueFileWriteError = "queue-file-write-error"
    /// A queue file was gone or corrupt when a daemon opened it.
    case queueFileLost = "queue-file-lost"
    /// Mail cannot come into the queue: a milter or a table does not answer, or nobody picks it up.
    case notAccepted = "not-accepted"
    /// Messages are on hold.
    case heldMail = "held-mail"
    /// soft_bounce is on: what should bounce waits.
    case softBounce = "soft-bounce"
    /// defer_transports holds a transport back.
    case deferredTransport = "deferred-transport"
    /// Messages spend long in the active queue before an attempt.
    case slowQueueManager = "slow-queue-manager"
    /// The log itself lacks lines.
    case missingLines = "missing-lines"
}

/// Findings with how often and an example; a handful of kinds, each with a few subjects.
struct FindingStore: Sendable {
    struct Finding: Sendable, Codable {
        var count = 0
        var first: Int64
        var last: Int64
        /// The largest figure, where there is one: seconds in the queue.
        var worst = 0
        /// The first line that said so, cut to 200 bytes.
        var example: String

        var isWarning: Bool { example.hasPrefix("warning: ") }
    }

    var findings: [FindingKind: Finding] = [:]

    private static let signs: [(StaticString, FindingKind)] = [
        ("active queue entries", .activeQueueShare),
        ("has reached its process limit", .processLimit),
        ("bad command startup -- throttling", .badStartup),
        ("killed by signal", .crash),
        ("not enough free space in mail queue", .noSpace),
        ("queue file write error", .queueFileWriteError),
        ("warning: connect to transport ", .transportUnavailable),
        ("warning: open active ", .queueFileLost),
        ("warning: open deferred ", .queueFileLost),
        ("warning: open incoming ", .queueFileLost),
        ("save corrupt file queue ", .queueFileLost),
        ("saving corrupt file ", .queueFileLost),
        ("warning: connect to Milter service ", .notAccepted),
        ("warning: unable to look up public/pickup", .notAccepted),
    ]

    mutating func record(
        _ kind: FindingKind,
        at seconds: Int64,
        worst: Int = 0,
        example: @autoclosure () -> String
    ) {
        if var found = findings[kind] {
            found.count += 1
            found.first = min(found.first, seconds)
            found.last = max(found.last, seconds)
            found.worst = max(found.worst, worst)
            findings[kind] = found
        } else {
            findings[kind] = Finding(
                count: 1,
                first: seconds,
                last: seconds,
                worst: worst,
                example: example()
            )
        }
    }

    /// A deferral for want of a delivery agent counts only where the log has no warning of it.
    ///
    /// The queue manager warns once, for all mail of the transport.
    mutating func recordUnavailable(at seconds: Int64, example: @autoclosure () -> String) {
        guard var found = findings[.transportUnavailable], found.isWarning else {
            return record(.transportUnavailable, at: seconds, example: example())
        }
        found.first = min(found.first, seconds)
        found.last = max(found.last, seconds)
        findings[.transportUnavailable] = found
    }

    /// Looks at what cleanup says of a message that it does not accept: header_checks and milters may,
    /// and a table that does not answer keeps all mail out.
    mutating func recordRefusal(_ bytes: Span<UInt8>, _ text: ByteRange, at seconds: Int64) {
        guard bytes.starts(with: "warning: ", in: text.range),
            bytes.ends(with: "message not accepted, try again later", in: text.range)
        else { return }
        let example = bytes.wholeWords(of: text, atMost: 200)
        record(.notAccepted, at: seconds, example: bytes.text(example))
    }

    /// Looks at a warning or a fatal error of Postfix's own; nil: it is none of these.
    mutating func record(
        _ bytes: Span<UInt8>,
        _ text: ByteRange,
        isAgent: Bool,
        at seconds: Int64
    ) -> FindingKind? {
        let example = bytes.wholeWords(of: text, atMost: 200)
        for (sign, kind) in Self.signs where bytes.firstOffset(of: sign, in: text.range) != nil {
            if kind == .transportUnavailable, findings[kind]?.isWarning == false {
                // The deferrals that came first are the warning's.
                findings[kind]?.count = 0
                findings[kind]?.example = bytes.text(example)
            }
            record(kind, at: seconds, example: bytes.text(example))
            return kind
        }
        if isAgent,
            bytes.starts(with: "fatal: ", in: text.range)
                || bytes.starts(with: "panic: ", in: text.range)
        {
            record(.crash, at: seconds, example: bytes.text(example))
            return .crash
        }
        return nil
    }
}
