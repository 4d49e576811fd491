import ByteScan
import Deferrals
import PostfixLog

/// Counters of deferral codes, by raw value.
struct CodeCounts: Sendable, BitwiseCopyable {
    private var counts: (UInt32, UInt32, UInt32, UInt32, UInt32, UInt32, UInt32) = (
        0, 0, 0, 0, 0, 0, 0
    )

    subscript(code: DeferralCode) -> UInt32 {
        get {
            switch code {
            case .dnsQueryFailed: counts.0
            case .connectionTimedOut: counts.1
            case .connectionRefused: counts.2
            case .cannotConnect: counts.3
            case .connectionClosed: counts.4
            case .certificateInvalid: counts.5
            case .other: counts.6
            }
        }
        set {
            switch code {
            case .dnsQueryFailed: counts.0 = newValue
            case .connectionTimedOut: counts.1 = newValue
            case .connectionRefused: counts.2 = newValue
            case .cannotConnect: counts.3 = newValue
            case .connectionClosed: counts.4 = newValue
            case .certificateInvalid: counts.5 = newValue
            case .other: counts.6 = newValue
            }
        }
    }

    var total: Int { DeferralCode.allCases.reduce(0) { $0 + Int(self[$1]) } }
}

/// What is known of one recipient domain.
struct Destination: Sendable, BitwiseCopyable {
    /// Seconds of the newest success; `Int64.min`: none.
    var lastSuccess = Int64.min
    /// Upper half of the hash: dismisses most others without a look at the name.
    var hash: UInt32
    var nameStart: UInt32
    var sent: UInt32 = 0
    var bounced: UInt32 = 0
    /// Place in `failures`, plus one; 0: nothing was ever deferred.
    var failure: UInt32 = 0
    var nameLength: UInt16
}

/// What went wrong with one destination.
struct DestinationFailures: Sendable, BitwiseCopyable {
    /// Deferred attempts by code, echoes included.
    var attempts = CodeCounts()
    /// 'delivery temporarily suspended': messages that waited without an attempt.
    var echoes: UInt32 = 0
    /// Messages, counted once each.
    var messages: UInt32 = 0
    /// Recipients, counted once per message.
    var recipients: UInt32 = 0
    /// Recipients that wait now.
    var waiting: UInt32 = 0
    var first = Int64.max
    var last = Int64.min
    var lastCode = DeferralCode.other
    /// The newest reason, and the server that it or the relay field names.
    var reason: TextArena.Handle = 0
    var server: TextArena.Handle = 0
    var outage = OutageWatch.Mark()
}

/// Destinations by recipient domain, lower-case.
///
/// Open addressing over numbers; names lie end to end in one column.
struct DestinationTable: ~Copyable, Sendable {
    var entries = Column<Destination>()
    var failures = Column<DestinationFailures>()
    /// Names, with room for a whole word after the last.
    private var names = Column<UInt8>(repeating: 0, count: 8)
    private var slots = Column<UInt32>(repeating: 0, count: 1_024)
    /// Numbers of destinations that changed, where `collectsChanges` is set.
    private var changes = ChangeList()
    /// Whether `takeChanges` has anything to give.
    var collectsChanges = false
    /// Attempts to destinations beyond the bound.
    private(set) var overflow = 0

    /// Distinct destinations kept apart; the rest count as the last one.
    private static let most = 4_000_000

    /// The numbers of the domains of `attempts`.
    ///
    /// Done for a block at once, so that memory can be asked for ahead: with many destinations each
    /// look-up waits for three cache lines.
    mutating func number(
        _ attempts: borrowing Column<FlowTape.Attempt>,
        _ bytes: Span<UInt8>,
        into numbers: inout Column<Int32>
    ) {
        numbers.removeAll()
        for index in attempts.indices {
            if index &+ 18 < attempts.count { prefetchSlot(attempts[index &+ 18].domainHash) }
            if index &+ 12 < attempts.count { prefetchEntry(attempts[index &+ 12].domainHash) }
            if index &+ 6 < attempts.count { prefetchName(attempts[index &+ 6].domainHash) }
            let attempt = attempts[index]
            let found =
                attempt.delivery.hasRecipient
                ? number(bytes, attempt.domain, hash: attempt.domainHash) : 0
            numbers.append(Int32(truncatingIfNeeded: found))
        }
    }

    @inline(__always)
    private func prefetchSlot(_ hash: UInt64) {
        slots.prefetch(at: Int(truncatingIfNeeded: hash) & (slots.count &- 1))
    }

    @inline(__always)
    private func prefetchEntry(_ hash: UInt64) {
        entries.prefetch(at: Int(slots[Int(truncatingIfNeeded: hash) & (slots.count &- 1)]) &- 1)
    }

    @inline(__always)
    private func prefetchName(_ hash: UInt64) {
        let number = Int(slots[Int(truncatingIfNeeded: hash) & (slots.count &- 1)])
        guard number > 0 else { return }
        names.prefetch(at: Int(entries[number &- 1].nameStart))
    }

    /// The number of the domain in `range`.
    @inline(__always)
    mutating func number(_ bytes: Span<UInt8>, _ range: ByteRange, hash: UInt64) -> Int {
        let tag = UInt32(truncatingIfNeeded: hash >> 32)
        let mask = slots.count &- 1
        var slot = Int(truncatingIfNeeded: hash) & mask
        while true {
            let number = Int(slots[slot])
            if number == 0 { return insert(bytes, range, hash: hash) }
            let entry = entries[number &- 1]
            if entry.hash == tag, Int(entry.nameLength) == range.count,
                nameEquals(entry, bytes, range)
            {
                return number &- 1
            }
            slot = (slot &+ 1) & mask
        }
    }

    /// The name of a destination.
    func name(_ number: Int) -> String {
        let entry = entries[number]
        let start = Int(entry.nameStart)
        return names.text(start..<start + Int(entry.nameLength))
    }

    /// Numbers of the destinations that changed since the last call.
    mutating func takeChanges() -> [Int] { changes.take() }

    /// All destinations count as changed.
    mutating func touchAll() {
        for number in entries.indices { touch(number) }
    }

    @inline(__always)
    private mutating func touch(_ number: Int) {
        if collectsChanges { changes.touch(number) }
    }

    @inline(__always)
    mutating func recordSuccess(_ number: Int, _ moment: LogEnd.Moment) {
        touch(number)
        entries[number].sent &+= 1
        // A time beyond the log's end is of a clock that was wrong.
        let last = entries[number].lastSuccess
        if moment.seconds >= last || last > moment.end {
            entries[number].lastSuccess = moment.seconds
        }
    }

    mutating func recordBounce(_ number: Int) {
        touch(number)
        entries[number].bounced &+= 1
    }

    /// The place of the destination's failures, made when missing: for who is about to change them.
    mutating func failureIndex(_ number: Int) -> Int {
        touch(number)
        if entries[number].failure == 0 {
            failures.append(DestinationFailures())
            entries[number].failure = UInt32(failures.count)
        }
        return Int(entries[number].failure) - 1
    }

    private func nameEquals(_ entry: Destination, _ bytes: Span<UInt8>, _ range: ByteRange) -> Bool
    {
        let start = Int(entry.nameStart)
        var offset = 0
        let length = range.count
        while offset &+ 8 <= length {
            let stored = names.load64(at: start &+ offset)
            guard stored == ByteHash.folded(bytes.load64(at: range.lowerBound &+ offset)) else {
                return false
            }
            offset &+= 8
        }
        guard offset < length else { return true }
        let stored = names.load64(at: start &+ offset)
        let other = stored ^ ByteHash.folded(bytes.load64(at: range.lowerBound &+ offset))
        return other &<< UInt64(truncatingIfNeeded: 64 &- 8 &* (length &- offset)) == 0
    }

    private mutating func insert(_ bytes: Span<UInt8>, _ range: ByteRange, hash: UInt64) -> Int {
        if let number = numberOfText(bytes, range) { return number }
        guard entries.count < Self.most else {
            overflow += 1
            return entries.count - 1
        }
        if entries.count * 2 >= slots.count { grow() }
        // Names are at most 255 octets (RFC 1035); a longer one is the sender's invention.
        let length = min(range.count, Int(UInt16.max))
        let start = names.count - 8
        entries.append(
            Destination(
                hash: UInt32(truncatingIfNeeded: hash >> 32),
                nameStart: UInt32(truncatingIfNeeded: start),
                nameLength: UInt16(length)
            )
        )
        names.append(repeating: 0, count: length)
        for offset in 0..<length {
            names[start + offset] = Self.folded(bytes[range.lowerBound + offset])
        }
        place(number: entries.count, hash: hash)
        touch(entries.count - 1)
        return entries.count - 1
    }

    /// The number of the name that a report gives; nil: it has these very bytes.
    ///
    /// What is no text is stored as the text that stands for it, and must be found under that before a
    /// restart, too.
    private mutating func numberOfText(_ bytes: Span<UInt8>, _ range: ByteRange) -> Int? {
        guard !bytes.isPlainASCII(in: range.range) else { return nil }
        let text = Padded(bytes.text(range))
        let isSame =
            text.range.count == range.count
            && text.range.range.allSatisfy { text.bytes[$0] == bytes[range.lowerBound + $0] }
        guard !isSame else { return nil }
        let hash = ByteHash.foldedHash(text.bytes.span, text.range)
        return number(text.bytes.span, text.range, hash: hash)
    }

    private mutating func place(number: Int, hash: UInt64) {
        let mask = slots.count - 1
        var slot = Int(truncatingIfNeeded: hash) & mask
        while slots[slot] != 0 { slot = (slot + 1) & mask }
        slots[slot] = UInt32(number)
    }

    private mutating func grow() {
        slots = Column(repeating: 0, count: slots.count * 2)
        // Names are hashed anew: keeping 64-bit hashes would cost more room than this costs time.
        for number in entries.indices {
            let start = Int(entries[number].nameStart)
            let range = ByteRange(start, start + Int(entries[number].nameLength))
            let hash = names.withSpan { ByteHash.foldedHash($0, range) }
            place(number: number + 1, hash: hash)
        }
    }

    private static func folded(_ byte: UInt8) -> UInt8 {
        byte &- 65 < 26 ? byte | 0x20 : byte
    }
}
