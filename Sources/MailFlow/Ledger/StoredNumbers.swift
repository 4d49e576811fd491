import Deferrals

/// What stored numbers may be: any other is none that was stored, and would end the process at the
/// next sum.
enum StoredNumbers {
    /// Seconds since 1970: no log has a year of five digits.
    static func areTimes(_ times: [Int64]) -> Bool {
        times.allSatisfy { $0.magnitude < 1 << 38 }
    }

    /// More than any log has lines; what was counted down once too often is no reason to lose the rest.
    static func areCounts(_ counts: [Int]) -> Bool {
        counts.allSatisfy { $0.magnitude < 1 << 50 }
    }

    /// The same, of those that are kept in 32 bits.
    static func areCounts(_ counts: [UInt32]) -> Bool {
        counts.allSatisfy { $0 < UInt32.max / 16 * 15 }
    }

    /// Times of destinations' health, which has a time for never and one for ever.
    static func areHealthTimes(_ times: [Seconds]) -> Bool {
        times.allSatisfy { (Seconds.never...Seconds.forever).contains($0) }
    }
}

extension StoredSums {
    /// False where a number is none that a ledger has come to.
    public var isPlausible: Bool {
        let times =
            spells.flatMap { [$0.first, $0.last] } + findings.flatMap { [$1.first, $1.last] }
        let found = findings.flatMap { [$1.count, $1.worst] }
        return StoredNumbers.areTimes(times) && totals.isPlausible
            && spells.allSatisfy(\.isPlausible)
            && StoredNumbers.areCounts(found + rows.values + unclassified.values)
            && StoredNumbers.areCounts([outageSuccesses])
            && (outageWindow == .min || StoredNumbers.areTimes([outageWindow]))
    }
}

extension FlowTotals {
    fileprivate var isPlausible: Bool {
        let all = [
            lines, unreadable, malformed, relevant, sent, deferred, bounced, expired, softBounced,
            echoes, otherStatus, messages, recipients, messageIDs, deferredMessages,
            deferredRecipients, recoverySeconds, longestRecovery, recovered, closedUnknown,
            closedForRoom, textsDropped,
        ]
        return StoredNumbers.areCounts(all + refined.map(\.attempts) + attemptsByRow)
            && StoredNumbers.areCounts(RecipientFate.allCases.map { fates[$0] })
            && [attemptsByCode, messagesByCode, recipientsByCode].allSatisfy(\.isPlausible)
            && ((first, last) == (.max, .min) || StoredNumbers.areTimes([first, last]))
    }
}

extension OutageWatch.Spell {
    fileprivate var isPlausible: Bool {
        StoredNumbers.areCounts([destinations, dnsFailures, otherFailures, successes])
    }
}

extension CodeCounts {
    fileprivate var isPlausible: Bool { StoredNumbers.areCounts(list) }
}

extension StoredHour {
    /// False for an hour that no log has, or more attempts than one has.
    public var isPlausible: Bool {
        StoredNumbers.areTimes([Int64(hour)]) && StoredNumbers.areCounts([sent, bounced])
            && deferred.isPlausible
    }
}

extension StoredNotes {
    /// False for a time that no log has.
    public var isPlausible: Bool { StoredNumbers.areTimes(notes.map(\.seconds)) }
}
