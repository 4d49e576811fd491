/// Which domains mail for a domain was forwarded to: requests name the address before aliasing, the
/// log's health is of the address after it.
struct AliasTable: Sendable {
    struct Target: Codable, Sendable, Hashable {
        var domain: String
        var last: Seconds
    }

    /// The targets of one original domain: as stored.
    struct Entry: Codable, Sendable, Hashable {
        var original: String
        var targets: [Target]
    }

    /// How much is remembered, and for how long.
    struct Limits: Sendable {
        var originals: Int
        var targets: Int
        var lifetime: Seconds
    }

    private(set) var targets: [String: [Target]] = [:]
    private(set) var changed: Set<String> = []
    /// Hashes of all originals: most domains forward nothing, and are not worth a text.
    private var hashes: Set<UInt64> = []
    var collectsChanges = true
    private var sweptAt = Seconds.never

    /// - Returns: false where there is no room.
    mutating func record(
        _ original: String,
        to domain: String,
        at time: Seconds,
        _ limits: Limits
    ) -> Bool {
        guard var known = targets[original] else {
            if targets.count >= limits.originals { sweep(time, limits) }
            guard targets.count < limits.originals else { return false }
            targets[original] = [Target(domain: domain, last: time)]
            noteHash(of: original)
            noteChange(original)
            return true
        }
        if let place = known.firstIndex(where: { $0.domain == domain }) {
            // To the hour: enough for days, and not every line is a change to store.
            guard time >= known[place].last + 3_600 else { return true }
            known[place].last = time
        } else {
            known.removeAll { $0.last <= time - limits.lifetime }
            // One more than is allowed says all there is to say.
            if known.count > limits.targets { known.removeFirst() }
            known.append(Target(domain: domain, last: time))
        }
        targets[original] = known
        noteChange(original)
        return true
    }

    private mutating func noteChange(_ original: String) {
        if collectsChanges { changed.insert(original) }
    }

    mutating func takeChanges() -> [Entry] {
        defer { changed.removeAll() }
        return changed.sorted().map { Entry(original: $0, targets: targets[$0] ?? []) }
    }

    /// All of it counts as changed.
    mutating func touchAll() {
        for original in targets.keys { noteChange(original) }
    }

    mutating func restore(_ entry: Entry) {
        targets[entry.original] = entry.targets.isEmpty ? nil : entry.targets
        noteHash(of: entry.original)
    }

    /// Takes what is dated later than `now` as of now.
    mutating func bringBack(to now: Seconds) {
        sweptAt = min(sweptAt, now)
        for (original, known) in targets where known.contains(where: { $0.last > now }) {
            targets[original] = known.map { Target(domain: $0.domain, last: min($0.last, now)) }
            noteChange(original)
        }
    }

    /// False where mail for the domain was never forwarded, as far as is known.
    func mayForward(_ key: borrowing DomainKey) -> Bool {
        guard !hashes.isEmpty else { return false }
        return hashes.contains(key.hash(seed: 0))
    }

    private mutating func noteHash(of original: String) {
        if let key = DomainKey(original) { hashes.insert(key.hash(seed: 0)) }
    }

    /// Everything, as stored.
    var all: [Entry] {
        targets.keys.sorted().map { Entry(original: $0, targets: targets[$0] ?? []) }
    }

    /// Forgets what has not been used for long, at most once an hour.
    private mutating func sweep(_ now: Seconds, _ limits: Limits) {
        guard now >= sweptAt + 3_600 else { return }
        sweptAt = now
        for (original, known) in targets
        where known.allSatisfy({ $0.last <= now - limits.lifetime }) {
            targets[original] = nil
            if let key = DomainKey(original) { hashes.remove(key.hash(seed: 0)) }
            noteChange(original)
        }
    }
}
