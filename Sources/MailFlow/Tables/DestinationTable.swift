import ByteScan
import Deferrals
import PostfixLog

/// Counters of deferral codes, by raw value.
struct CodeCounts: Sendable {
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
struct Destination: Sendable {
    var nameStart: UInt32
    var nameLength: UInt16
    /// Upper half of the hash: dismisses most others without a look at the name.
    var hash: UInt32
    var sent: UInt32 = 0
    var bounced: UInt32 = 0
    /// Seconds of the newest success; `Int64.min`: none.
    var lastSuccess = Int64.min
    /// Place in `failures`, plus one; 0: nothing was ever deferred.
    var failure: UInt32 = 0
}

/// What went wrong with one destination.
struct DestinationFailures: Sendable {
    /// Deferred attempts by code, echoes apart.
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
}

/// Destinations by recipient domain, lower-case.
///
/// Open addressing over numbers; names lie end to end in one array.
struct DestinationTable: Sendable {
    var entries: [Destination] = []
    var failures: [DestinationFailures] = []
    private var names: [UInt8] = []
    private var slots = [UInt32](repeating: 0, count: 1_024)
    /// Attempts to destinations beyond the bound.
    private(set) var overflow = 0

    /// Distinct destinations kept apart; the rest count as the last one.
    private static let most = 4_000_000

    /// The numbers of the domains of `attempts`.
    ///
    /// Done for a block at once, so that memory can be asked for ahead: with many destinations each
    /// look-up waits for three cache lines.
    mutating func number(
        _ attempts: [FlowTape.Attempt],
        _ bytes: Span<UInt8>,
        into numbers: inout [Int32]
    ) {
        numbers.removeAll(keepingCapacity: true)
        for index in attempts.indices {
            if index &+ 12 < attempts.count { prefetchSlot(attempts[index &+ 12].domainHash) }
            if index &+ 6 < attempts.count { prefetchEntry(attempts[index &+ 6].domainHash) }
            let attempt = attempts[index]
            let found =
                attempt.delivery.hasRecipient
                ? number(bytes, attempt.domain, hash: attempt.domainHash) : 0
            numbers.append(Int32(truncatingIfNeeded: found))
        }
    }

    @inline(__always)
    private func prefetchSlot(_ hash: UInt64) {
        slots.span.prefetch(at: Int(truncatingIfNeeded: hash) & (slots.count &- 1))
    }

    @inline(__always)
    private func prefetchEntry(_ hash: UInt64) {
        let number = Int(slots[Int(truncatingIfNeeded: hash) & (slots.count &- 1)])
        guard number > 0 else { return }
        entries.span.prefetch(at: number &- 1)
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
        return String(decoding: names[start..<start + Int(entry.nameLength)], as: UTF8.self)
    }

    @inline(__always)
    mutating func recordSuccess(_ number: Int, at seconds: Int64) {
        entries[number].sent &+= 1
        entries[number].lastSuccess = max(entries[number].lastSuccess, seconds)
    }

    mutating func recordBounce(_ number: Int) {
        entries[number].bounced &+= 1
    }

    /// The place of the destination's failures, made when missing.
    mutating func failureIndex(_ number: Int) -> Int {
        if entries[number].failure == 0 {
            failures.append(DestinationFailures())
            entries[number].failure = UInt32(failures.count)
        }
        return Int(entries[number].failure) - 1
    }

    private func nameEquals(_ entry: Destination, _ bytes: Span<UInt8>, _ range: ByteRange) -> Bool
    {
        let start = Int(entry.nameStart)
        let stored = names.span
        var offset = 0
        let length = range.count
        while offset &+ 8 <= length {
            guard
                stored.load64(at: start &+ offset)
                    == ByteHash.folded(bytes.load64(at: range.lowerBound &+ offset))
            else { return false }
            offset &+= 8
        }
        while offset < length {
            guard stored[start &+ offset] == Self.folded(bytes[range.lowerBound &+ offset]) else {
                return false
            }
            offset &+= 1
        }
        return true
    }

    private mutating func insert(_ bytes: Span<UInt8>, _ range: ByteRange, hash: UInt64) -> Int {
        guard entries.count < Self.most else {
            overflow += 1
            return entries.count - 1
        }
        if entries.count * 2 >= slots.count { grow() }
        // Names are at most 255 octets (RFC 1035); a longer one is the sender's invention.
        let length = min(range.count, Int(UInt16.max))
        entries.append(
            Destination(
                nameStart: UInt32(truncatingIfNeeded: names.count),
                nameLength: UInt16(length),
                hash: UInt32(truncatingIfNeeded: hash >> 32)
            )
        )
        for offset in 0..<length { names.append(Self.folded(bytes[range.lowerBound + offset])) }
        place(number: entries.count, hash: hash)
        return entries.count - 1
    }

    private mutating func place(number: Int, hash: UInt64) {
        let mask = slots.count - 1
        var slot = Int(truncatingIfNeeded: hash) & mask
        while slots[slot] != 0 { slot = (slot + 1) & mask }
        slots[slot] = UInt32(number)
    }

    private mutating func grow() {
        slots = [UInt32](repeating: 0, count: slots.count * 2)
        // Names are hashed anew: keeping 64-bit hashes would cost more room than this costs time.
        let padded = names + [UInt8](repeating: 0, count: 8)
        for number in entries.indices {
            let start = Int(entries[number].nameStart)
            let range = ByteRange(start, start + Int(entries[number].nameLength))
            place(number: number + 1, hash: ByteHash.foldedHash(padded.span, range))
        }
    }

    private static func folded(_ byte: UInt8) -> UInt8 {
        byte &- 65 < 26 ? byte | 0x20 : byte
    }
}
