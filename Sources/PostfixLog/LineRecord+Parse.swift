public import ByteScan

extension LineRecord {
    /// What `line` says.
    ///
    /// - Precondition: `blockSlack` bytes follow the line in `bytes`.
    public static func parse(_ bytes: Span<UInt8>, _ line: LogLine) -> LineRecord {
        let start = line.text.lowerBound
        let end = line.text.upperBound
        switch line.daemon {
        case .qmgr:
            guard end - start > 9 else { break }
            let last = bytes.load64(at: end - 8)
            if last == Word.active { return active(bytes, start, end) }
            if last == Word.removed, bytes[end - 9] == UInt8(ascii: ":") {
                let id = ByteRange(start, end - 9)
                if QueueID.looksValid(bytes, id) { return LineRecord(.removed, queueID: id) }
            }
        case .smtp, .lmtp, .local, .virtual, .pipe, .error, .cleanup:
            let first = bytes.load64(at: start)
            if isAboutTLS(first) { return LineRecord(.ignored) }
            let colon = bytes.mask64(of: UInt8(ascii: ":"), at: start).trailingZeroBitCount
            let rest = start + colon + 2
            guard colon <= 32, rest + 12 < end else { break }
            let word = bytes.load64(at: rest)
            let id = ByteRange(start, start + colon)
            if word & 0xFFFF_FFFF == Word.to, QueueID.looksValid(bytes, id) {
                return LineRecord(.attempt, queueID: id, text: ByteRange(rest, end))
            }
            if word == Word.messageID, QueueID.looksValid(bytes, id) {
                return LineRecord(.messageID, queueID: id, text: ByteRange(rest + 11, end))
            }
        case .unnamed:
            // RFC 5424 as rsyslog writes it keeps nothing after the tag's slash: qmgr's words tell it.
            guard end - start > 9, bytes.load64(at: end - 8) == Word.active else { break }
            let record = active(bytes, start, end)
            if record.kind == .active { return record }
        default: break
        }
        return parseOther(bytes, line)
    }

    /// 'Trusted TLS connection established …': with smtp_tls_loglevel = 1, one for each delivery.
    @inlinable @inline(__always)
    static func isAboutTLS(_ word: UInt64) -> Bool {
        word == Word.trusted || word == Word.untrusted || word == Word.verified
            || word == Word.anonymous
    }

    /// The beginnings and ends of frequent lines, eight bytes as a little-endian number.
    @usableFromInline
    enum Word {
        /// Spells "connect ".
        @inlinable static var connect: UInt64 { 0x2074_6365_6E6E_6F63 }
        /// Spells "disconne".
        @inlinable static var disconnect: UInt64 { 0x656E_6E6F_6373_6964 }
        /// Spells "Trusted ".
        @inlinable static var trusted: UInt64 { 0x2064_6574_7375_7254 }
        /// Spells "Untruste".
        @inlinable static var untrusted: UInt64 { 0x6574_7375_7274_6E55 }
        /// Spells "Verified".
        @inlinable static var verified: UInt64 { 0x6465_6966_6972_6556 }
        /// Spells "Anonymou".
        @inlinable static var anonymous: UInt64 { 0x756F_6D79_6E6F_6E41 }
        /// Spells " removed".
        @inlinable static var removed: UInt64 { 0x6465_766F_6D65_7220 }
        /// Spells " active)".
        @inlinable static var active: UInt64 { 0x2965_7669_7463_6120 }
        /// Spells "NOQUEUE:"; no queue ID has its vowels.
        @inlinable static var noQueue: UInt64 { 0x3A45_5545_5551_4F4E }
        /// Spells "sender n".
        @inlinable static var senderNotice: UInt64 { 0x6E20_7265_646E_6573 }
        /// Spells "client=".
        @inlinable static var client: UInt64 { 0x3D_746E_6569_6C63 }
        /// Spells "from=<".
        @inlinable static var from: UInt64 { 0x3C3D_6D6F_7266 }
        /// Spells "to=<".
        @inlinable static var to: UInt64 { 0x3C3D_6F74 }
        /// Spells "message-".
        @inlinable static var messageID: UInt64 { 0x2D65_6761_7373_656D }
    }

    /// 'QID: client=HOST[ADDRESS]', with a login or without: not what came back from a content filter.
    @inlinable @inline(__always)
    static func isPlainClient(_ bytes: Span<UInt8>, _ start: Int, _ end: Int) -> Bool {
        let colon = bytes.mask64(of: UInt8(ascii: ":"), at: start).trailingZeroBitCount
        let rest = start &+ colon &+ 2
        guard colon <= 32, rest < end,
            bytes.load64(at: rest) & 0xFF_FFFF_FFFF_FFFF == Word.client
        else { return false }
        let comma = bytes.scan(for: UInt8(ascii: ","), from: rest, to: end)
        return comma == end || !namesOrigin(bytes, comma..<end)
    }

    @usableFromInline
    static func namesOrigin(_ bytes: Span<UInt8>, _ range: Range<Int>) -> Bool {
        bytes.firstOffset(of: "orig_queue_id=", in: range) != nil
    }

    /// 'QID: from=<sender>, size=N, nrcpt=N (queue active)'.
    @inlinable
    static func active(_ bytes: Span<UInt8>, _ start: Int, _ end: Int) -> LineRecord {
        let colon = bytes.mask64(of: UInt8(ascii: ":"), at: start).trailingZeroBitCount
        let sender = start &+ colon &+ 8
        let id = ByteRange(start, start &+ colon)
        guard colon <= 32, sender < end, QueueID.looksValid(bytes, id),
            bytes.load64(at: sender &- 6) & 0xFFFF_FFFF_FFFF == Word.from
        else { return LineRecord(.ignored) }
        // The sender may hold anything; what follows the last '>' is qmgr's, and no longer than this.
        let window = max(sender, end &- 64)
        let marks =
            bytes.mask64(of: UInt8(ascii: ">"), at: window)
            & (UInt64.max &>> UInt64(truncatingIfNeeded: 64 &- (end &- window)))
        guard marks != 0 else { return LineRecord(.ignored) }
        let close = window &+ 63 &- marks.leadingZeroBitCount
        return LineRecord(.active, queueID: id, text: ByteRange(sender, close))
    }

    private static func parseOther(_ bytes: Span<UInt8>, _ line: LogLine) -> LineRecord {
        switch line.daemon {
        case .unnamed where isGap(bytes, line), .other where isGap(bytes, line):
            return LineRecord(.gap, text: line.text)
        case _ where isBlob(bytes, line): return LineRecord(.gap, text: line.text)
        case .smtpd: return smtpd(bytes, line.text)
        case .postscreen, .other, .master: return trouble(bytes, line.text)
        default: break
        }
        guard let colon = colonAfterID(bytes, line.text) else { return withoutQueueID(bytes, line) }
        let queueID = ByteRange(line.text.lowerBound, colon)
        guard QueueID.isValid(bytes, queueID) else { return withoutQueueID(bytes, line) }
        let rest = ByteRange(colon + 2, line.text.upperBound)
        if var record = content(bytes, line.daemon, rest) {
            record.queueID = queueID
            return record
        }
        return isAgent(line.daemon)
            ? LineRecord(.companion, queueID: queueID, text: rest) : LineRecord(.ignored)
    }

    private static func content(
        _ bytes: Span<UInt8>,
        _ daemon: Daemon,
        _ rest: ByteRange
    ) -> LineRecord? {
        let range = rest.range
        if daemon == .cleanup, let decision = decision(bytes, rest) { return decision }
        switch bytes[rest.lowerBound] {
        // A web page that took '<…>' for a tag of its own leaves 'to=, relay='.
        case UInt8(ascii: "t")
        where bytes.starts(with: "to=<", in: range) || bytes.starts(with: "to=, relay=", in: range):
            return LineRecord(.attempt, text: rest)
        case UInt8(ascii: "f") where bytes.starts(with: "from=<", in: range):
            return sender(bytes, rest)
        case UInt8(ascii: "m") where bytes.starts(with: "message-id=", in: range):
            return LineRecord(.messageID, text: ByteRange(rest.lowerBound + 11, rest.upperBound))
        case UInt8(ascii: "r"): return leaving(bytes, daemon, range)
        case UInt8(ascii: "s") where bytes.starts(with: "status=", in: range):
            return LineRecord(.attempt, text: rest)
        case UInt8(ascii: "u") where bytes.starts(with: "uid=", in: range):
            return LineRecord(.pickedUp, text: requeuedFrom(bytes, rest))
        case UInt8(ascii: "p") where bytes.starts(with: "placed on hold", in: range):
            return LineRecord(.held)
        case UInt8(ascii: "h") where bytes.starts(with: "hold: ", in: range),
            UInt8(ascii: "m") where bytes.starts(with: "milter-hold: ", in: range):
            return LineRecord(.held)
        case UInt8(ascii: "e") where range.count == 7 && bytes.starts(with: "expired", in: range):
            return LineRecord(.toldToExpire)
        case UInt8(ascii: "c") where bytes.starts(with: "canceled", in: range):
            return LineRecord(.canceled)
        case UInt8(ascii: "c") where bytes.starts(with: "client=", in: range):
            return reinjection(bytes, rest)
        default:
            return nil
        }
    }

    /// What header_checks, body_checks or a milter decide on a whole message.
    ///
    /// Source: src/cleanup/cleanup_message.c and cleanup_milter.c.
    private static func decision(_ bytes: Span<UInt8>, _ rest: ByteRange) -> LineRecord? {
        let isMilter = bytes.starts(with: "milter-", in: rest.range)
        let range = rest.lowerBound + (isMilter ? 7 : 0)..<rest.upperBound
        if bytes.starts(with: "discard: ", in: range) { return LineRecord(.refused, text: rest) }
        guard bytes.starts(with: "reject: ", in: range) else { return nil }
        // What pickup brought, without a protocol, and is refused for good, cleanup returns itself:
        // 'status=bounced' follows. A 4xx leaves it in the maildrop, to come again under another ID.
        let isReturned =
            bytes.lastOffset(of: "> proto=", in: range) == nil
            && bytes.firstOffset(of: ": 4.", in: range) == nil
        return isReturned ? nil : LineRecord(.refused, text: rest)
    }

    /// 'removed', 'released from hold', 'requeued'.
    private static func leaving(
        _ bytes: Span<UInt8>,
        _ daemon: Daemon,
        _ range: Range<Int>
    ) -> LineRecord? {
        if range.count == 7, bytes.starts(with: "removed", in: range) {
            return LineRecord(daemon == .postsuper ? .deleted : .removed)
        }
        if bytes.starts(with: "released from hold", in: range) { return LineRecord(.released) }
        if bytes.starts(with: "requeued", in: range) { return LineRecord(.requeued) }
        return nil
    }

    /// 'from=<sender>, status=expired, returned to sender'.
    private static func sender(_ bytes: Span<UInt8>, _ rest: ByteRange) -> LineRecord? {
        guard let mark = bytes.lastOffset(of: ">, status=", in: rest.range) else { return nil }
        let word = mark + 10..<rest.upperBound
        guard
            bytes.starts(with: "expired", in: word)
                || bytes.starts(with: "force-expired", in: word)
        else { return nil }
        return LineRecord(.expired)
    }

    private static func smtpd(_ bytes: Span<UInt8>, _ text: ByteRange) -> LineRecord {
        let found = trouble(bytes, text)
        if found.kind != .ignored { return found }
        guard let colon = colonAfterID(bytes, text) else { return LineRecord(.ignored) }
        let queueID = ByteRange(text.lowerBound, colon)
        let rest = ByteRange(colon + 2, text.upperBound)
        if bytes.starts(with: "hold: ", in: rest.range)
            || bytes.starts(with: "milter-hold: ", in: rest.range),
            QueueID.isValid(bytes, queueID)
        {
            return LineRecord(.held, queueID: queueID)
        }
        guard bytes.starts(with: "client=", in: rest.range), QueueID.isValid(bytes, queueID),
            var record = reinjection(bytes, rest)
        else { return LineRecord(.ignored) }
        record.queueID = queueID
        return record
    }

    /// pickup ends its line with '> orig_id=QUEUEID'; a sender with these words in it ends with '>'.
    private static func requeuedFrom(_ bytes: Span<UInt8>, _ rest: ByteRange) -> ByteRange {
        let origin = value(of: "> orig_id=", bytes, rest)
        return origin.upperBound == rest.upperBound && QueueID.isValid(bytes, origin)
            ? origin : .none
    }

    private static func reinjection(_ bytes: Span<UInt8>, _ rest: ByteRange) -> LineRecord? {
        let origin = value(of: ", orig_queue_id=", bytes, rest)
        return origin.isEmpty ? nil : LineRecord(.reinjected, text: origin)
    }

    private static func withoutQueueID(_ bytes: Span<UInt8>, _ line: LogLine) -> LineRecord {
        // An agent's warnings come with the attempt that they explain.
        if isAgent(line.daemon) || line.daemon == .tlsproxy {
            return LineRecord(.companion, text: line.text)
        }
        if line.daemon == .cleanup, let record = notAccepted(bytes, line.text) { return record }
        return trouble(bytes, line.text)
    }

    /// 'warning: QUEUEID: … map lookup problem for … -- message not accepted, try again later'.
    ///
    /// Source: src/cleanup/cleanup_map11.c and others; cleanup_out.c for the size.
    private static func notAccepted(_ bytes: Span<UInt8>, _ text: ByteRange) -> LineRecord? {
        guard bytes.starts(with: "warning: ", in: text.range),
            bytes.ends(with: " -- message not accepted, try again later", in: text.range)
                || bytes.ends(with: ": queue file size limit exceeded", in: text.range)
        else { return nil }
        let rest = ByteRange(text.lowerBound + 9, text.upperBound)
        guard let colon = colonAfterID(bytes, rest) else { return nil }
        let queueID = ByteRange(rest.lowerBound, colon)
        guard QueueID.isValid(bytes, queueID) else { return nil }
        return LineRecord(.refused, queueID: queueID, text: text)
    }

    private static func trouble(_ bytes: Span<UInt8>, _ text: ByteRange) -> LineRecord {
        let range = text.range
        guard
            bytes.starts(with: "warning: ", in: range) || bytes.starts(with: "fatal: ", in: range)
                || bytes.starts(with: "error: ", in: range)
                || bytes.starts(with: "panic: ", in: range)
        else { return LineRecord(.ignored) }
        return LineRecord(.trouble, text: text)
    }

    private static func colonAfterID(_ bytes: Span<UInt8>, _ text: ByteRange) -> Int? {
        let limit = min(text.upperBound, text.lowerBound + 40)
        let colon = bytes.scan(for: UInt8(ascii: ":"), from: text.lowerBound, to: limit)
        return colon < limit && colon + 2 < text.upperBound && bytes[colon + 1] == 32 ? colon : nil
    }

    private static func isAgent(_ daemon: Daemon) -> Bool {
        switch daemon {
        case .smtp, .lmtp, .local, .virtual, .pipe, .error, .discard, .unnamed: true
        default: false
        }
    }

    /// The word behind the last `key`: a sender or a login before it may hold another one.
    private static func value(
        of key: StaticString,
        _ bytes: Span<UInt8>,
        _ range: ByteRange
    ) -> ByteRange {
        guard let start = bytes.lastOffset(of: key, in: range.range) else { return .none }
        let first = start + key.utf8CodeUnitCount
        var end = first
        while end < range.upperBound, bytes[end] != 32, bytes[end] != UInt8(ascii: ",") { end += 1 }
        return ByteRange(first, end)
    }
}
