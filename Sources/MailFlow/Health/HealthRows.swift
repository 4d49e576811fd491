/// Turns values into bytes and back: the caller's, since this target knows no JSON.
public protocol HealthCoder {
    /// The bytes of a value.
    func encode(_ value: some Encodable) throws -> [UInt8]
    /// The value of bytes.
    func decode<Value: Decodable>(_ type: Value.Type, from bytes: [UInt8]) throws -> Value
}

/// Changes as rows with a key each, so that a store replaces what changed and keeps the rest.
extension HealthChanges {
    /// What all keys begin with.
    public static let rowPrefix = "health:"

    fileprivate static let domain = rowPrefix + "d:"
    private static let host = rowPrefix + "h:"
    private static let alias = rowPrefix + "a:"
    private static let watchKey = rowPrefix + "w"

    /// Rows to be set, by key.
    public func rows(_ coder: some HealthCoder) throws -> [String: [UInt8]] {
        var rows: [String: [UInt8]] = [:]
        rows.reserveCapacity(keys.count + hosts.count + aliases.count + 1)
        for key in keys {
            let row = try key.row(coder)
            rows[row.key] = row.value
        }
        for link in hosts {
            rows[Self.host + String(link.host, radix: 16)] = try coder.encode(link)
        }
        for entry in aliases { rows[Self.alias + entry.original] = try coder.encode(entry) }
        rows[Self.watchKey] = try coder.encode(watch)
        return rows
    }

    /// Keys of rows to be removed.
    public var removedRows: [String] { removed.map { Self.domain + $0 } }

    /// Everything but the destinations, from rows as they were set; nil: nothing was stored.
    fileprivate init?(besideKeys rows: [String: [UInt8]], _ coder: some HealthCoder) {
        guard let bytes = rows[Self.watchKey],
            let watch = try? coder.decode(Watch.self, from: bytes), watch.isPlausible
        else { return nil }
        var hosts: [HostGroups.Link] = []
        var aliases: [AliasTable.Entry] = []
        for (name, bytes) in rows {
            if name.hasPrefix(Self.host) {
                if let link = try? coder.decode(HostGroups.Link.self, from: bytes) {
                    hosts.append(link)
                }
            } else if name.hasPrefix(Self.alias),
                let entry = try? coder.decode(AliasTable.Entry.self, from: bytes),
                StoredNumbers.areHealthTimes(entry.targets.map(\.last))
            {
                aliases.append(entry)
            }
        }
        hosts.sort { $0.host < $1.host }
        self.init(removed: [], keys: [], hosts: hosts, aliases: aliases, watch: watch)
    }

    /// The keys of the destinations' rows, in the order in which they were learned.
    fileprivate static func domainRows(_ rows: [String: [UInt8]]) -> [String] {
        var found: [(order: UInt32, row: String)] = []
        for (name, bytes) in rows where name.hasPrefix(domain) {
            // The second word.
            let digits = bytes.drop { $0 != 32 }.dropFirst().prefix { $0 &- 48 < 10 }
            found.append((UInt32(String(decoding: digits, as: UTF8.self)) ?? .max, name))
        }
        found.sort { $0.order < $1.order }
        return found.map(\.row)
    }
}

extension HealthBook {
    /// A book that goes on from rows as they were set; nil: nothing was stored.
    ///
    /// Destination by destination: a million of them side by side would take a gigabyte. A row that cannot
    /// be read is left out: its destination begins anew.
    public init?(
        rows: [String: [UInt8]],
        _ coder: some HealthCoder,
        settings: HealthSettings = HealthSettings(),
        seed: UInt64,
        now: Seconds? = nil
    ) {
        guard let beside = HealthChanges(besideKeys: rows, coder) else { return nil }
        let keys = HealthChanges.domainRows(rows).lazy.compactMap { row in
            rows[row].flatMap { bytes in
                HealthChanges.Key(
                    String(row.dropFirst(HealthChanges.domain.count)),
                    bytes,
                    coder
                )
            }
        }
        self.init(beside, keys, settings: settings, seed: seed, now: now)
    }
}

extension HealthChanges.Key {
    /// The destination as a row.
    public func row(_ coder: some HealthCoder) throws -> (key: String, value: [UInt8]) {
        var value = Array(plainText.utf8)
        if let trouble { value += try [10] + coder.encode(trouble) }
        return (HealthChanges.domain + domain, value)
    }

    /// A million of them are read at a start: numbers with blanks between them are read at once.
    fileprivate var plainText: String {
        var words = ["1", String(order), state.rawValue]
        words += [since, lastLife, lastSeen, failedAt].map { String($0) }
        words += [String(failure.rawValue), String(failedUnder), String(waiting), String(oldest)]
        words += [group.map { String($0) } ?? "-", String(deadline)]
        return words.joined(separator: " ")
    }

    fileprivate init?(_ domain: String, _ bytes: [UInt8], _ coder: some HealthCoder) {
        let parts = bytes.split(separator: 10, maxSplits: 1)
        guard let first = parts.first else { return nil }
        let words = String(decoding: first, as: UTF8.self).split(separator: " ")
        guard words.count == 13, words[0] == "1", let order = UInt32(words[1]),
            let state = HealthState(rawValue: String(words[2])), let since = Seconds(words[3]),
            let lastLife = Seconds(words[4]), let lastSeen = Seconds(words[5]),
            let failedAt = Seconds(words[6]),
            let failure = UInt8(words[7]).flatMap(FailureClass.init(rawValue:)),
            let failedUnder = UInt32(words[8]), let waiting = UInt32(words[9]),
            let oldest = Seconds(words[10]), let deadline = Seconds(words[12]),
            StoredNumbers.areHealthTimes([since, lastLife, lastSeen, failedAt, oldest, deadline])
        else { return nil }
        var trouble: HealthTrouble?
        if parts.count > 1 {
            trouble = try? coder.decode(HealthTrouble.self, from: Array(parts[1]))
            guard trouble?.isPlausible == true else { return nil }
        }
        self.init(
            domain: domain,
            order: order,
            state: state,
            since: since,
            lastLife: lastLife,
            lastSeen: lastSeen,
            failedAt: failedAt,
            failure: failure,
            failedUnder: failedUnder,
            waiting: waiting,
            oldest: oldest,
            group: UInt64(words[11]),
            deadline: deadline,
            trouble: trouble
        )
    }
}

/// What was stored and can be reckoned with.
extension HealthTrouble {
    fileprivate var isPlausible: Bool {
        var times = streak.map { [$0.first, $0.last, $0.roundStart, $0.lastConnected] } ?? []
        times += streak?.messages.map(\.at) ?? []
        times += throttle.map { [$0.since, $0.last, $0.rampSince ?? 0] } ?? []
        times += probes.map { [$0.downSince, $0.interval, $0.next, $0.grantedAt ?? 0] } ?? []
        return StoredNumbers.areHealthTimes(times)
            && StoredNumbers.areCounts([throttle?.successes ?? 0])
            && forced?.isPlausible != false
    }
}

extension ForcedVerdict {
    /// False for times that no clock gave.
    public var isPlausible: Bool { StoredNumbers.areHealthTimes([since, until]) }
}

extension HealthChanges.Watch {
    fileprivate var isPlausible: Bool {
        StoredNumbers.areHealthTimes([clock, localUntil, warnedAt, heldUntil] + downs)
    }
}
