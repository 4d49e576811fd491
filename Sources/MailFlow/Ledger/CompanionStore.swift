import ByteScan
import Deferrals
import PostfixLog

/// Lines without a status, kept per process until the status line that they belong to.
///
/// smtp(8) works on one message at a time, so what a process logs between two status lines belongs
/// to the second. Several recipients of one attempt share them.
struct CompanionStore: ~Copyable, Sendable {
    /// What one line added.
    struct Note: Sendable {
        var seconds: Int64
        var refinement: Refinement?
        var tried: DeferralEvent.TriedServer?
    }

    /// What a process has said, to be stored.
    struct Process: Sendable {
        var key: UInt64
        var usedBy: QueueID
        var notes: [Note]
    }

    /// A process that has said something.
    ///
    /// Not private: Swift 6.3.1 fails on a private type in a column of another file's ledger.
    struct Entry: Sendable, BitwiseCopyable {
        var key: UInt64
        /// When it came, in order of coming: the oldest are forgotten first.
        var born: UInt64
        /// The message whose status line has used the notes, and when.
        var usedBy = QueueID.none
        var usedAt: Int64 = 0
    }

    private var entries = Column<Entry>()
    /// By place in `entries`.
    private var notes: [[Note]] = []
    private var free = Column<UInt32>()
    private var index = SlotIndex()
    private var born: UInt64 = 0
    private var changed: Set<UInt64> = []
    /// Whether `takeChanges` has anything to give.
    var collectsChanges = false

    private static let mostNotes = 8
    private static let mostProcesses = 4_096
    private static let lifetime: Int64 = 600
    /// Status lines of one attempt follow each other at once; qmgr(8) waits minimal_backoff_time
    /// (300 s) before the next.
    private static let attemptSeconds: Int64 = 60

    /// As much of a companion's text as is kept.
    static func cut(_ bytes: Span<UInt8>, _ text: ByteRange) -> ByteRange {
        bytes.wholeWords(of: text, atMost: 500)
    }

    /// Lines without a process ID may be anybody's: they explain nothing.
    mutating func add(_ note: Note, host: UInt32, pid: UInt32) {
        guard pid != 0 else { return }
        let key = Self.key(host, pid)
        let place = find(key) ?? insert(key)
        if entries[place].usedBy != .none {
            entries[place].usedBy = .none
            notes[place].removeAll(keepingCapacity: true)
        }
        if notes[place].count == Self.mostNotes { notes[place].removeFirst() }
        notes[place].append(note)
        mark(key)
    }

    /// The notes for a status line; the next message of the process begins with none.
    @inline(__always)
    mutating func take(host: UInt32, pid: UInt32, queueID: QueueID, at seconds: Int64) -> [Note] {
        guard let place = use(Self.key(host, pid), queueID, seconds) else { return [] }
        return notes[place].filter { abs(seconds - $0.seconds) <= Self.lifetime }
    }

    /// A delivery that needs no explanation ends the wait for one.
    @inline(__always)
    mutating func discard(host: UInt32, pid: UInt32, queueID: QueueID, at seconds: Int64) {
        _ = use(Self.key(host, pid), queueID, seconds)
    }

    /// The place of the notes that a status line of `queueID` may use; those of an earlier message
    /// are dropped.
    @inline(__always)
    private mutating func use(_ key: UInt64, _ queueID: QueueID, _ seconds: Int64) -> Int? {
        guard index.count > 0, let place = find(key) else { return nil }
        let entry = entries[place]
        let isSameAttempt =
            entry.usedBy == queueID && abs(seconds - entry.usedAt) <= Self.attemptSeconds
        guard entry.usedBy == .none || isSameAttempt else {
            remove(place)
            return nil
        }
        if entry.usedBy != queueID { mark(key) }
        entries[place].usedBy = queueID
        entries[place].usedAt = seconds
        return place
    }

    @inline(__always)
    private func find(_ key: UInt64) -> Int? {
        index.find(Self.hash(key), in: entries) { $0.key == key }
    }

    private mutating func insert(_ key: UInt64) -> Int {
        if index.count >= Self.mostProcesses { forgetOldestHalf() }
        born += 1
        let entry = Entry(key: key, born: born)
        let place: Int
        if let reused = free.popLast() {
            place = Int(reused)
            entries[place] = entry
        } else {
            place = entries.count
            entries.append(entry)
            notes.append([])
        }
        index.insert(place, in: entries) { Self.hash($0.key) }
        return place
    }

    private mutating func remove(_ place: Int) {
        mark(entries[place].key)
        index.remove(place, in: entries) { Self.hash($0.key) }
        entries[place].born = 0
        notes[place].removeAll(keepingCapacity: true)
        free.append(UInt32(truncatingIfNeeded: place))
    }

    private mutating func forgetOldestHalf() {
        let places = entries.indices.filter { entries[$0].born != 0 }
            .sorted { entries[$0].born < entries[$1].born }
        for place in places.prefix(places.count / 2) { remove(place) }
    }

    private mutating func mark(_ key: UInt64) {
        if collectsChanges { changed.insert(key) }
    }

    /// Processes whose notes changed since the last call, and those that have none any more.
    mutating func takeChanges() -> (changed: [Process], forgotten: [UInt64]) {
        defer { changed.removeAll(keepingCapacity: true) }
        var processes: [Process] = []
        var forgotten: [UInt64] = []
        for key in changed {
            if let place = find(key) {
                processes.append(
                    Process(key: key, usedBy: entries[place].usedBy, notes: notes[place])
                )
            } else {
                forgotten.append(key)
            }
        }
        return (processes, forgotten)
    }

    /// All processes count as changed.
    mutating func touchAll() {
        for place in entries.indices where entries[place].born != 0 { mark(entries[place].key) }
    }

    private static func key(_ host: UInt32, _ pid: UInt32) -> UInt64 {
        UInt64(host) << 32 | UInt64(pid)
    }

    private static func hash(_ key: UInt64) -> Int {
        Int(truncatingIfNeeded: (key &* 0x9E37_79B9_7F4A_7C15) >> 40)
    }
}
