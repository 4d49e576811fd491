import ByteScan
import Deferrals
import PostfixLog

/// Lines without a status, kept per process until the status line that they belong to.
///
/// smtp(8) works on one message at a time, so what a process logs between two status lines belongs
/// to the second. Several recipients of one attempt share them.
struct CompanionStore: Sendable {
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

    private struct Buffer: Sendable {
        var notes: [Note] = []
        /// The message whose status line has used the notes, and when.
        var usedBy = QueueID.none
        var usedAt: Int64 = 0
    }

    private var buffers: [UInt64: Buffer] = [:]
    private var order: [UInt64] = []
    private var changed: Set<UInt64> = []
    /// Whether `takeChanges` has anything to give.
    var collectsChanges = false
    /// One bit per hashed key: most status lines have no companions, and ask nothing more.
    private var filter = [UInt64](repeating: 0, count: 64)

    private static let mostNotes = 8
    private static let mostProcesses = 4_096
    private static let lifetime: Int64 = 600
    /// Status lines of one attempt follow each other at once; qmgr(8) waits minimal_backoff_time
    /// (300 s) before the next.
    private static let attemptSeconds: Int64 = 60

    /// As much of a companion's text as is kept.
    static func cut(_ text: ByteRange) -> ByteRange {
        ByteRange(text.lowerBound, min(text.upperBound, text.lowerBound + 500))
    }

    mutating func add(_ note: Note, host: UInt32, pid: UInt32) {
        let key = UInt64(host) << 32 | UInt64(pid)
        if buffers[key] == nil {
            if order.count >= Self.mostProcesses { forgetOldestHalf() }
            order.append(key)
            let bit = Self.bit(key)
            filter[bit >> 6] |= 1 << UInt64(bit & 63)
        }
        var buffer = buffers[key] ?? Buffer()
        if buffer.usedBy != .none { buffer = Buffer() }
        if buffer.notes.count == Self.mostNotes { buffer.notes.removeFirst() }
        buffer.notes.append(note)
        buffers[key] = buffer
        mark(key)
    }

    /// The notes for a status line; the next message of the process begins with none.
    @inline(__always)
    mutating func take(host: UInt32, pid: UInt32, queueID: QueueID, at seconds: Int64) -> [Note] {
        let key = UInt64(host) << 32 | UInt64(pid)
        let bit = Self.bit(key)
        guard filter[bit >> 6] >> UInt64(bit & 63) & 1 == 1 else { return [] }
        return takeFound(key, queueID, seconds)
    }

    /// A delivery that needs no explanation ends the wait for one.
    @inline(__always)
    mutating func discard(host: UInt32, pid: UInt32, queueID: QueueID, at seconds: Int64) {
        let key = UInt64(host) << 32 | UInt64(pid)
        let bit = Self.bit(key)
        guard filter[bit >> 6] >> UInt64(bit & 63) & 1 == 1 else { return }
        _ = takeFound(key, queueID, seconds)
    }

    private mutating func takeFound(_ key: UInt64, _ queueID: QueueID, _ seconds: Int64) -> [Note] {
        guard var buffer = buffers[key] else { return [] }
        let isSameAttempt =
            buffer.usedBy == queueID && abs(seconds - buffer.usedAt) <= Self.attemptSeconds
        guard buffer.usedBy == .none || isSameAttempt else {
            buffers[key] = nil
            mark(key)
            order.removeAll { $0 == key }
            if buffers.isEmpty { filter = [UInt64](repeating: 0, count: 64) }
            return []
        }
        if buffer.usedBy != queueID { mark(key) }
        buffer.usedBy = queueID
        buffer.usedAt = seconds
        buffers[key] = buffer
        return buffer.notes.filter { abs(seconds - $0.seconds) <= Self.lifetime }
    }

    private mutating func forgetOldestHalf() {
        let forgotten = order.prefix(order.count / 2)
        for key in forgotten { buffers[key] = nil }
        for key in forgotten { mark(key) }
        order.removeFirst(forgotten.count)
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
            if let buffer = buffers[key] {
                processes.append(Process(key: key, usedBy: buffer.usedBy, notes: buffer.notes))
            } else {
                forgotten.append(key)
            }
        }
        return (processes, forgotten)
    }

    private static func bit(_ key: UInt64) -> Int {
        Int(truncatingIfNeeded: (key &* 0x9E37_79B9_7F4A_7C15) >> 52)
    }
}
