/// The destinations, found by name; places are used again when the table is full.
struct RecordTable: Sendable {
    /// A destination that made room for another.
    struct Evicted {
        let name: String
        let record: HealthRecord
    }

    private var records = PagedRow<HealthRecord>()
    private var names = NameStore()
    private var index = PlaceIndex()
    private let seed: UInt64
    /// Where the search for a record to give up goes on.
    private var hand = 0

    /// How many records are looked at to make room for one.
    private static let candidates = 8

    /// An empty table; the seed keeps outsiders from aiming at its places.
    init(seed: UInt64) { self.seed = seed }

    subscript(place: Int) -> HealthRecord {
        @inline(__always) get { records[place] }
        @inline(__always) _modify { yield &records[place] }
    }

    var count: Int { records.count }

    /// All places.
    var places: Range<Int> { records.indices }

    /// The name of the destination at `place`.
    func name(_ place: Int) -> String { names.text(records[place].name) }

    @inline(__always)
    func place(of name: String) -> Int? {
        DomainKey(name).flatMap { place(of: $0) }
    }

    func place(of key: borrowing DomainKey) -> Int? {
        place(of: key, key.hash(seed: seed))
    }

    private func place(of key: borrowing DomainKey, _ hash: UInt64) -> Int? {
        let tag = PlaceIndex.tag(hash)
        var probe = index.probe(hash)
        while let place = index.next(&probe) {
            let record = records[place]
            if record.tag == tag, names.equals(record.name, key) { return place }
        }
        return nil
    }

    /// Adds a destination that is not there.
    ///
    /// - Returns: its place, and the record that made room for it; nil: the name will not do, or the table
    ///   is full of destinations in trouble.
    mutating func insert(_ name: String, most: Int) -> (place: Int, evicted: Evicted?)? {
        guard let key = DomainKey(name) else { return nil }
        let hash = key.hash(seed: seed)
        guard records.count >= most else {
            records.append(HealthRecord(name: names.insert(key), tag: PlaceIndex.tag(hash)))
            index.insert(records.count - 1, hash) { [self] in self.hash(at: $0) }
            return (records.count - 1, nil)
        }
        guard let place = idlePlace() else { return nil }
        let evicted = Evicted(name: self.name(place), record: records[place])
        index.remove(place, self.hash(at: place)) { [self] in self.hash(at: $0) }
        names.remove(evicted.record.name)
        records[place] = HealthRecord(name: names.insert(key), tag: PlaceIndex.tag(hash))
        index.insert(place, hash) { [self] in self.hash(at: $0) }
        return (place, evicted)
    }

    /// The hash of a name that is in the table.
    private func hash(at place: Int) -> UInt64 {
        names.key(records[place].name).hash(seed: seed)
    }

    /// The longest idle of the next few records without trouble.
    private mutating func idlePlace() -> Int? {
        var idlest: Int?
        for _ in 0..<min(Self.candidates, records.count) {
            hand = hand + 1 < records.count ? hand + 1 : 0
            guard records[hand].trouble == 0 else { continue }
            if let known = idlest, records[known].lastSeen <= records[hand].lastSeen { continue }
            idlest = hand
        }
        return idlest
    }
}
