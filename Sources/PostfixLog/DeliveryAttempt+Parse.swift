public import ByteScan

extension DeliveryAttempt {
    /// Reads the fields that begin with 'to=<' at `range.lowerBound`; nil where they are not a
    /// delivery.
    ///
    /// The recipient is the sender's to choose and the reason the remote server's: both can hold a
    /// whole 'to=<…>, … status=sent (…'. So a quoted local part is skipped as RFC 5321 quotes it, the
    /// leftmost '>, relay=' ends the recipient, and the fields are then read in their order.
    ///
    /// - Precondition: `blockSlack` bytes follow the range in `bytes`.
    public static func parse(_ bytes: Span<UInt8>, _ range: ByteRange) -> DeliveryAttempt? {
        var attempt = DeliveryAttempt()
        let end = range.upperBound
        var offset = range.lowerBound &+ 4
        guard offset < end else { return nil }
        let recipientStart = offset
        if bytes[offset] == UInt8(ascii: "\"") { offset = afterQuotedString(bytes, offset, end) }
        var originalStart = -1
        while true {
            offset = bytes.scan(for: UInt8(ascii: ">"), from: offset, to: end)
            guard offset < end else { return nil }
            let field = offset &+ 1
            if startsWith(bytes, field, end, 0x3D79_616C_6572_202C) {  // ", relay="
                break
            }
            if originalStart < 0, startsWith(bytes, field, end, 0x745F_6769_726F_202C),  // ", orig_t"
                bytes.starts(with: ", orig_to=<", in: field..<end)
            {
                attempt.recipient = ByteRange(recipientStart, offset)
                originalStart = field &+ 11
                offset = originalStart
                if offset < end, bytes[offset] == UInt8(ascii: "\"") {
                    offset = afterQuotedString(bytes, offset, end)
                }
                continue
            }
            offset &+= 1
        }
        if originalStart < 0 {
            attempt.recipient = ByteRange(recipientStart, offset)
        } else {
            attempt.originalRecipient = ByteRange(originalStart, offset)
        }
        return attempt.readFields(bytes, offset &+ 3, end) ? attempt : nil
    }

    /// Reads 'status=deferred (bounce failed)', which has no recipient.
    static func parseWithoutRecipient(_ bytes: Span<UInt8>, _ range: ByteRange) -> DeliveryAttempt? {
        var attempt = DeliveryAttempt()
        attempt.hasRecipient = false
        return attempt.readFields(bytes, range.lowerBound, range.upperBound) ? attempt : nil
    }

    /// 'key=value, key=value, status=WORD (REASON)'.
    private mutating func readFields(_ bytes: Span<UInt8>, _ start: Int, _ end: Int) -> Bool {
        var offset = start
        while offset < end {
            let equals = bytes.scan(for: UInt8(ascii: "="), from: offset, to: end)
            guard equals < end else { return false }
            let value = equals &+ 1
            let length = equals &- offset
            if length == 6, startsWith(bytes, offset, "status") {
                return readStatus(bytes, value, end)
            }
            let comma = bytes.scan(for: UInt8(ascii: ","), from: value, to: end)
            guard comma < end else { return false }
            let field = ByteRange(value, comma)
            switch length {
            case 5 where startsWith(bytes, offset, "relay"): relay = field
            case 5 where startsWith(bytes, offset, "delay"): delay = field
            case 6 where startsWith(bytes, offset, "delays"): delays = field
            case 3 where startsWith(bytes, offset, "dsn"): enhancedStatusCode = field
            default: break
            }
            offset = comma &+ 1
            if offset < end, bytes[offset] == 32 { offset &+= 1 }
        }
        return false
    }

    private mutating func readStatus(_ bytes: Span<UInt8>, _ start: Int, _ end: Int) -> Bool {
        let blank = bytes.scan(for: 32, from: start, to: end)
        statusWord = ByteRange(start, blank)
        status = DeliveryStatus(bytes, statusWord)
        guard blank &+ 1 < end, bytes[blank &+ 1] == UInt8(ascii: "(") else {
            // Cut inside the status, or a status without a reason.
            isTruncated = true
            reason = ByteRange(end, end)
            return blank > start && status != .other
        }
        isTruncated = bytes[end &- 1] != UInt8(ascii: ")") || end == blank &+ 2
        reason = ByteRange(blank &+ 2, isTruncated ? end : end &- 1)
        return true
    }

    /// The offset after the closing quote, or `start` where there is none.
    private static func afterQuotedString(_ bytes: Span<UInt8>, _ start: Int, _ end: Int) -> Int {
        var offset = start + 1
        while offset < end {
            switch bytes[offset] {
            case UInt8(ascii: "\\"): offset += 2
            case UInt8(ascii: "\""): return offset + 1
            default: offset += 1
            }
        }
        return start
    }

    @inline(__always)
    private static func startsWith(
        _ bytes: Span<UInt8>, _ offset: Int, _ end: Int, _ word: UInt64
    ) -> Bool {
        offset &+ 8 <= end && bytes.load64(at: offset) == word
    }

    @inline(__always)
    private func startsWith(_ bytes: Span<UInt8>, _ offset: Int, _ word: StaticString) -> Bool {
        bytes.starts(with: word, in: offset..<offset &+ word.utf8CodeUnitCount)
    }
}

extension DeliveryStatus {
    /// The status that a word spells.
    init(_ bytes: Span<UInt8>, _ word: ByteRange) {
        let range = word.range
        self =
            switch word.count {
            case 4 where bytes.starts(with: "sent", in: range): .sent
            case 7 where bytes.starts(with: "bounced", in: range): .bounced
            case 7 where bytes.starts(with: "expired", in: range): .expired
            case 8 where bytes.starts(with: "deferred", in: range): .deferred
            case 10 where bytes.starts(with: "SOFTBOUNCE", in: range): .softBounce
            case 11 where bytes.starts(with: "deliverable", in: range): .deliverable
            case 12... where bytes.starts(with: "undeliverable", in: range): .undeliverable
            case 13 where bytes.starts(with: "force-expired", in: range): .expired
            default: .other
            }
    }
}
