public import ByteScan

extension DeliveryAttempt {
    /// Reads the fields in `range`, from 'to=<' or, for 'status=deferred (bounce failed)', from
    /// 'status='; nil where they are not a delivery.
    ///
    /// The recipient is the sender's to choose and the reason the remote server's: both can hold a
    /// whole 'to=<…>, … status=sent (…'. So a quoted local part is skipped as RFC 5321 quotes it, the
    /// leftmost '>, relay=' ends the recipient, and the fields are then read in their order.
    ///
    /// - Precondition: `blockSlack` bytes follow the range in `bytes`.
    public static func parse(_ bytes: Span<UInt8>, _ range: ByteRange) -> DeliveryAttempt? {
        var attempt = DeliveryAttempt()
        return attempt.read(bytes, range) ? attempt : nil
    }

    /// As `parse`, into an attempt whose fields are empty; false where the fields are not a delivery.
    public mutating func read(_ bytes: Span<UInt8>, _ range: ByteRange) -> Bool {
        let end = range.upperBound
        guard bytes[range.lowerBound] == UInt8(ascii: "t") else {
            hasRecipient = false
            return readFields(bytes, range.lowerBound, end)
        }
        guard let fields = readRecipients(bytes, range.lowerBound &+ 4, end) else { return false }
        return readFields(bytes, fields, end)
    }

    /// Reads 'RECIPIENT>, orig_to=<ORIGINAL>, ' and returns where 'relay=' begins.
    private mutating func readRecipients(
        _ bytes: Span<UInt8>,
        _ start: Int,
        _ end: Int
    ) -> Int? {
        var partStart = start
        var offset = Self.afterQuotedString(bytes, start, end)
        var sawOriginal = false
        while true {
            offset = bytes.scan(for: UInt8(ascii: ">"), from: offset, to: end)
            guard offset &+ 9 <= end else { return nil }
            let word = bytes.load64(at: offset &+ 1)
            if word == Word.relay { break }
            if word == Word.originalRecipient, !sawOriginal {
                sawOriginal = true
                recipient = ByteRange(partStart, offset)
                partStart = offset &+ 12
                offset = Self.afterQuotedString(bytes, partStart, end)
            } else {
                offset &+= 1
            }
        }
        if sawOriginal {
            originalRecipient = ByteRange(partStart, offset)
        } else {
            recipient = ByteRange(partStart, offset)
        }
        return offset &+ 3
    }

    /// Beginnings of fields, as little-endian numbers.
    private enum Word {
        /// Spells ", relay=".
        static var relay: UInt64 { 0x3D79_616C_6572_202C }
        /// Spells ", orig_t".
        static var originalRecipient: UInt64 { 0x745F_6769_726F_202C }
        /// Spells "status=".
        static var status: UInt64 { 0x3D_7375_7461_7473 }
        /// Spells "relay=".
        static var relayField: UInt64 { 0x3D79_616C_6572 }
        /// Spells "delay=".
        static var delay: UInt64 { 0x3D79_616C_6564 }
        /// Spells "delays=".
        static var delays: UInt64 { 0x3D_7379_616C_6564 }
        /// Spells "dsn=".
        static var dsn: UInt64 { 0x3D6E_7364 }
        /// Spells "deferred".
        static var deferred: UInt64 { 0x6465_7272_6566_6564 }
        /// Spells "bounced".
        static var bounced: UInt64 { 0x64_6563_6E75_6F62 }
        /// Spells "sent".
        static var sent: UInt64 { 0x746E_6573 }
    }

    /// 'key=value, key=value, status=WORD (REASON)'.
    private mutating func readFields(_ bytes: Span<UInt8>, _ start: Int, _ end: Int) -> Bool {
        var offset = start
        var commas: UInt64 = 0
        var window = start
        var isLoaded = false
        while offset &+ 8 <= end {
            let word = bytes.load64(at: offset)
            if word & 0xFF_FFFF_FFFF_FFFF == Word.status {
                return readStatus(bytes, offset &+ 7, end)
            }
            // The next comma: one mask serves for all the fields in 64 bytes.
            if !isLoaded || commas == 0 {
                if isLoaded { window = max(window &+ 64, offset) } else { window = offset }
                commas = bytes.mask64(of: UInt8(ascii: ","), at: window)
                isLoaded = true
                while commas == 0 {
                    window &+= 64
                    guard window < end else { return false }
                    commas = bytes.mask64(of: UInt8(ascii: ","), at: window)
                }
            }
            let comma = window &+ commas.trailingZeroBitCount
            commas &= commas &- 1
            guard comma > offset, comma < end else { return false }
            setField(word, offset, comma)
            offset = comma &+ 1
            if bytes[offset] == 32 { offset &+= 1 }
        }
        return false
    }

    @inline(__always)
    private mutating func setField(_ word: UInt64, _ start: Int, _ comma: Int) {
        if word & 0xFFFF_FFFF_FFFF == Word.relayField {
            relay = ByteRange(start &+ 6, comma)
        } else if word & 0xFFFF_FFFF_FFFF == Word.delay {
            delay = ByteRange(start &+ 6, comma)
        } else if word & 0xFF_FFFF_FFFF_FFFF == Word.delays {
            delays = ByteRange(start &+ 7, comma)
        } else if word & 0xFFFF_FFFF == Word.dsn {
            enhancedStatusCode = ByteRange(start &+ 4, comma)
        }
    }

    private mutating func readStatus(_ bytes: Span<UInt8>, _ start: Int, _ end: Int) -> Bool {
        let blank = bytes.scan(for: 32, from: start, to: end)
        statusWord = ByteRange(start, blank)
        let word = bytes.load64(at: start)
        switch blank &- start {
        case 4 where word & 0xFFFF_FFFF == Word.sent: status = .sent
        case 8 where word == Word.deferred: status = .deferred
        case 7 where word & 0xFF_FFFF_FFFF_FFFF == Word.bounced: status = .bounced
        default: status = DeliveryStatus(bytes, statusWord)
        }
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

    /// The offset after a quoted local part at `start`; `start` where there is none.
    ///
    /// One that does not end before '@' or '>' is a quote that Postfix before 3.5 logged as it was.
    @inline(__always)
    private static func afterQuotedString(_ bytes: Span<UInt8>, _ start: Int, _ end: Int) -> Int {
        guard start < end, bytes[start] == UInt8(ascii: "\"") else { return start }
        var offset = start + 1
        while offset < end {
            switch bytes[offset] {
            case UInt8(ascii: "\\"): offset += 2
            case UInt8(ascii: "\""):
                let after = offset + 1
                let isWhole =
                    after < end
                    && (bytes[after] == UInt8(ascii: "@") || bytes[after] == UInt8(ascii: ">"))
                return isWhole ? after : start
            default: offset += 1
            }
        }
        return start
    }
}

extension DeliveryStatus {
    /// The status that a rarer word spells.
    init(_ bytes: Span<UInt8>, _ word: ByteRange) {
        let range = word.range
        self =
            switch word.count {
            case 7 where bytes.starts(with: "expired", in: range): .expired
            case 10 where bytes.starts(with: "SOFTBOUNCE", in: range): .softBounce
            case 11 where bytes.starts(with: "deliverable", in: range): .deliverable
            case 13... where bytes.starts(with: "undeliverable", in: range): .undeliverable
            case 13 where bytes.starts(with: "force-expired", in: range): .expired
            default: .other
            }
    }
}
