public import ByteScan

/// What a look at a line's fixed words tells.
public enum Glance: Sendable {
    /// Nothing: `LogLineParser.parse` and `LineRecord.parse` read the line.
    case unknown
    /// A line of no concern, of the same host as the line before.
    case ignored
    /// A line of concern, of the same host as the line before.
    case record
}

extension LogLineParser {
    /// Reads the lines that make up nearly all of a busy server's log: smtpd's connect, client and
    /// disconnect, cleanup's message-id, qmgr's active and removed, smtp's attempt, bounce's notices.
    ///
    /// A shortcut and nothing else: where it gives an answer, the long way gives the same. `line` and
    /// `record` are set for `.record` alone.
    ///
    /// - Precondition: `blockSlack` bytes follow the line in `bytes`.
    @inlinable @inline(__always)
    public mutating func glance(
        _ bytes: Span<UInt8>,
        _ start: Int,
        _ end: Int,
        _ line: inout LogLine,
        _ record: inout LineRecord
    ) -> Glance {
        let tag = start &+ head.length
        guard end &- tag > 24, head.length > 0, head.matches(bytes, start),
            tags.prefixLength > 0,
            bytes.load64(at: tag) & tags.prefixMask == tags.prefix,
            bytes[end &- 1] > 32, readClock(bytes, start)
        else { return .unknown }
        let name = tag &+ tags.prefixLength
        let word = bytes.load64(at: name)
        if word & 0xFFFF_FFFF_FFFF == TagWord.smtpd {
            let text = Self.text(bytes, after: name &+ 6)
            return text < end ? Self.glanceAtServer(bytes, text, end) : .unknown
        }
        let digits: Int
        let found: Glance
        if word & 0xFF_FFFF_FFFF == TagWord.qmgr {
            digits = name &+ 5
            line.daemon = .qmgr
            let text = Self.text(bytes, after: digits)
            guard text < end else { return .unknown }
            found = Self.glanceAtQueue(bytes, text, end, &record)
        } else {
            if word & 0xFF_FFFF_FFFF == TagWord.smtp {
                digits = name &+ 5
                line.daemon = .smtp
            } else if word == TagWord.cleanup {
                digits = name &+ 8
                line.daemon = .cleanup
            } else if word & 0xFF_FFFF_FFFF == TagWord.lmtp {
                digits = name &+ 5
                line.daemon = .lmtp
            } else {
                return word & 0xFF_FFFF_FFFF_FFFF == TagWord.bounce
                    ? Self.glanceAtNotice(bytes, Self.text(bytes, after: name &+ 7), end) : .unknown
            }
            let text = Self.text(bytes, after: digits)
            guard text < end else { return .unknown }
            found = Self.glanceAtDelivery(bytes, text, end, &record)
        }
        line.tag = ByteRange(tag, digits &- 1)
        line.pid = TagMemory.number(bytes, digits)
        return found
    }

    /// Beginnings of tags as little-endian numbers.
    @usableFromInline
    enum TagWord {
        /// Spells "smtpd[".
        @inlinable static var smtpd: UInt64 { 0x5B64_7074_6D73 }
        /// Spells "qmgr[".
        @inlinable static var qmgr: UInt64 { 0x5B_7267_6D71 }
        /// Spells "smtp[".
        @inlinable static var smtp: UInt64 { 0x5B_7074_6D73 }
        /// Spells "cleanup[".
        @inlinable static var cleanup: UInt64 { 0x5B70_756E_6165_6C63 }
        /// Spells "bounce[".
        @inlinable static var bounce: UInt64 { 0x5B_6563_6E75_6F62 }
        /// Spells "lmtp[".
        @inlinable static var lmtp: UInt64 { 0x5B_7074_6D6C }
    }

    /// Where the text begins: after the digits from `digits` and ']: '; `Int.max` where that is not
    /// what follows.
    @inlinable @inline(__always)
    static func text(_ bytes: Span<UInt8>, after digits: Int) -> Int {
        let count = TagMemory.digitCount(bytes.load64(at: digits))
        let close = digits &+ count
        // One to seven digits, "]: ", and no "[" of Solaris.
        let mark = bytes.load64(at: close)
        guard count &- 1 < 7, count > 0, mark & 0xFF_FFFF == 0x20_3A5D,
            mark & 0xFF00_0000 != 0x5B00_0000
        else { return .max }
        return close &+ 3
    }

    /// smtpd: only a line that came back from a content filter is of concern.
    @inlinable @inline(__always)
    static func glanceAtServer(_ bytes: Span<UInt8>, _ text: Int, _ end: Int) -> Glance {
        let word = bytes.load64(at: text)
        if word == LineRecord.Word.connect || word == LineRecord.Word.disconnect
            || word == LineRecord.Word.noQueue
        {
            return .ignored
        }
        return LineRecord.isPlainClient(bytes, text, end) ? .ignored : .unknown
    }

    /// bounce: 'QID: sender non-delivery notification: QID'.
    @inlinable @inline(__always)
    static func glanceAtNotice(_ bytes: Span<UInt8>, _ text: Int, _ end: Int) -> Glance {
        guard text < end, bytes[text] < UInt8(ascii: "a") else { return .unknown }
        let colon = bytes.mask16(of: UInt8(ascii: ":"), at: text).trailingZeroBitCount
        let rest = text &+ colon &+ 2
        guard colon < 16, rest &+ 12 < end, bytes.load64(at: rest) == LineRecord.Word.senderNotice
        else { return .unknown }
        return QueueID.looksValid(bytes, ByteRange(text, text &+ colon)) ? .ignored : .unknown
    }

    @inlinable @inline(__always)
    static func glanceAtQueue(
        _ bytes: Span<UInt8>,
        _ text: Int,
        _ end: Int,
        _ record: inout LineRecord
    ) -> Glance {
        guard end &- text > 9 else { return .unknown }
        let last = bytes.load64(at: end &- 8)
        if last == LineRecord.Word.removed, bytes[end &- 9] == UInt8(ascii: ":") {
            let id = ByteRange(text, end &- 9)
            guard QueueID.looksValid(bytes, id) else { return .unknown }
            record = LineRecord(.removed, queueID: id)
            return .record
        }
        guard last == LineRecord.Word.active else { return .unknown }
        record = LineRecord.active(bytes, text, end)
        return record.kind == .active ? .record : .unknown
    }

    @inlinable @inline(__always)
    static func glanceAtDelivery(
        _ bytes: Span<UInt8>,
        _ text: Int,
        _ end: Int,
        _ record: inout LineRecord
    ) -> Glance {
        let colon = bytes.mask16(of: UInt8(ascii: ":"), at: text).trailingZeroBitCount
        let rest = text &+ colon &+ 2
        guard colon < 16, rest &+ 12 < end else {
            return LineRecord.isAboutTLS(bytes.load64(at: text)) ? .ignored : .unknown
        }
        let id = ByteRange(text, text &+ colon)
        let word = bytes.load64(at: rest)
        if word & 0xFFFF_FFFF == LineRecord.Word.to {
            record = LineRecord(.attempt, queueID: id, text: ByteRange(rest, end))
        } else if word == LineRecord.Word.messageID {
            record = LineRecord(.messageID, queueID: id, text: ByteRange(rest &+ 11, end))
        } else {
            return .unknown
        }
        return QueueID.looksValid(bytes, id) ? .record : .unknown
    }
}
