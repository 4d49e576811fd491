import ByteScan

extension LineRecord {
    /// What `line` says; `.ignored` where it is of no concern.
    ///
    /// - Precondition: `blockSlack` bytes follow the line in `bytes`.
    public static func parse(_ bytes: Span<UInt8>, _ line: LogLine) -> LineRecord {
        switch line.daemon {
        case .smtpd: return smtpd(bytes, line.text)
        case .postscreen, .other, .master: return trouble(bytes, line.text)
        default: break
        }
        let text = line.text
        let colon = bytes.scan(
            for: UInt8(ascii: ":"), from: text.lowerBound, to: min(text.upperBound, text.lowerBound + 40))
        let start = colon &+ 2
        guard start < text.upperBound, bytes[colon] == UInt8(ascii: ":"), bytes[colon &+ 1] == 32 else {
            return withoutQueueID(bytes, line)
        }
        let queueID = ByteRange(text.lowerBound, colon)
        let rest = ByteRange(start, text.upperBound)
        if let content = queueContent(bytes, line.daemon, rest), QueueID.isValid(bytes, queueID) {
            return LineRecord(queueID: queueID, content: content)
        }
        guard QueueID.isValid(bytes, queueID) else { return withoutQueueID(bytes, line) }
        return isAgent(line.daemon)
            ? LineRecord(queueID: queueID, content: .companion(rest)) : LineRecord()
    }

    @inline(__always)
    private static func queueContent(
        _ bytes: Span<UInt8>, _ daemon: Daemon, _ rest: ByteRange
    ) -> LineContent? {
        switch bytes[rest.lowerBound] {
        case UInt8(ascii: "t") where bytes.starts(with: "to=<", in: rest.range):
            return DeliveryAttempt.parse(bytes, rest).map { .attempt($0) }
        case UInt8(ascii: "f") where bytes.starts(with: "from=<", in: rest.range):
            return sender(bytes, rest)
        case UInt8(ascii: "m") where bytes.starts(with: "message-id=", in: rest.range):
            return .messageID(ByteRange(rest.lowerBound + 11, rest.upperBound))
        case UInt8(ascii: "r"):
            if rest.count == 7, bytes.starts(with: "removed", in: rest.range) {
                return daemon == .postsuper ? .deleted : .removed
            }
            if bytes.starts(with: "released from hold", in: rest.range) { return .released }
            if bytes.starts(with: "requeued", in: rest.range) { return .requeued }
            return nil
        case UInt8(ascii: "s") where bytes.starts(with: "status=", in: rest.range):
            return DeliveryAttempt.parseWithoutRecipient(bytes, rest).map { .attempt($0) }
        case UInt8(ascii: "u") where bytes.starts(with: "uid=", in: rest.range):
            return .pickedUp(origin: value(of: "orig_id=", bytes, rest))
        case UInt8(ascii: "p") where bytes.starts(with: "placed on hold", in: rest.range):
            return .held
        case UInt8(ascii: "h") where bytes.starts(with: "hold: ", in: rest.range):
            return .heldByRule
        case UInt8(ascii: "c") where bytes.starts(with: "canceled", in: rest.range):
            return .canceled
        case UInt8(ascii: "c") where bytes.starts(with: "client=", in: rest.range):
            return .reinjected(origin: value(of: "orig_queue_id=", bytes, rest))
        default:
            return nil
        }
    }

    /// 'from=<sender>, size=N, nrcpt=N (queue active)' or 'from=<sender>, status=expired, …'.
    private static func sender(_ bytes: Span<UInt8>, _ rest: ByteRange) -> LineContent? {
        let start = rest.lowerBound + 6
        // The sender may hold anything; what follows the last '>, ' is qmgr's.
        if bytes.ends(with: " (queue active)", in: rest.range) {
            let end = rest.upperBound - 15
            var digits = end
            while digits > start, bytes[digits - 1] &- 48 <= 9 { digits -= 1 }
            var count = 0
            for offset in digits..<min(end, digits + 7) { count = count * 10 + Int(bytes[offset] &- 48) }
            var close = digits
            while close > start, bytes[close] != UInt8(ascii: ">") { close -= 1 }
            guard close >= start else { return nil }
            return .active(sender: ByteRange(start, max(start, close)), recipientCount: count)
        }
        guard let mark = bytes.lastOffset(of: ">, status=", in: rest.range) else { return nil }
        let word = mark + 10..<rest.upperBound
        if bytes.starts(with: "expired", in: word) || bytes.starts(with: "force-expired", in: word) {
            return .expired
        }
        return nil
    }

    private static func smtpd(_ bytes: Span<UInt8>, _ text: ByteRange) -> LineRecord {
        guard !text.isEmpty else { return LineRecord() }
        switch bytes[text.lowerBound] {
        case UInt8(ascii: "c"), UInt8(ascii: "d"), UInt8(ascii: "l"), UInt8(ascii: "t"),
            UInt8(ascii: "i"), UInt8(ascii: "s"):
            return LineRecord()
        case UInt8(ascii: "w"), UInt8(ascii: "f"), UInt8(ascii: "p"), UInt8(ascii: "e"):
            return trouble(bytes, text)
        case UInt8(ascii: "N"):
            // 'NOQUEUE: reject: … 452 4.3.1 Insufficient system storage' is a finding.
            return LineRecord()
        default:
            break
        }
        guard let mark = bytes.firstOffset(of: "orig_queue_id=", in: text.range) else {
            return LineRecord()
        }
        let colon = bytes.scan(
            for: UInt8(ascii: ":"), from: text.lowerBound, to: min(text.upperBound, text.lowerBound + 40))
        let queueID = ByteRange(text.lowerBound, colon)
        guard colon < mark, QueueID.isValid(bytes, queueID) else { return LineRecord() }
        return LineRecord(
            queueID: queueID,
            content: .reinjected(origin: value(of: "orig_queue_id=", bytes, text)))
    }

    private static func withoutQueueID(_ bytes: Span<UInt8>, _ line: LogLine) -> LineRecord {
        // An agent's warnings come with the attempt that they explain.
        isAgent(line.daemon) || line.daemon == .tlsproxy
            ? LineRecord(content: .companion(line.text)) : trouble(bytes, line.text)
    }

    private static func trouble(_ bytes: Span<UInt8>, _ text: ByteRange) -> LineRecord {
        let range = text.range
        guard
            bytes.starts(with: "warning: ", in: range) || bytes.starts(with: "fatal: ", in: range)
                || bytes.starts(with: "error: ", in: range) || bytes.starts(with: "panic: ", in: range)
        else { return LineRecord() }
        return LineRecord(content: .trouble(text))
    }

    private static func isAgent(_ daemon: Daemon) -> Bool {
        switch daemon {
        case .smtp, .lmtp, .local, .virtual, .pipe, .error, .discard, .unnamed: true
        default: false
        }
    }

    private static func value(
        of key: StaticString, _ bytes: Span<UInt8>, _ range: ByteRange
    ) -> ByteRange {
        guard let start = bytes.firstOffset(of: key, in: range.range) else { return .none }
        let first = start + key.utf8CodeUnitCount
        var end = first
        while end < range.upperBound, bytes[end] != 32, bytes[end] != UInt8(ascii: ",") { end += 1 }
        return ByteRange(first, end)
    }
}
