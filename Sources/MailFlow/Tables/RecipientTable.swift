import ByteScan
import Deferrals

/// How a recipient of a message ended, as far as the log tells.
public enum RecipientFate: String, Sendable, Hashable, CaseIterable, Codable, BitwiseCopyable {
    /// Still in the queue.
    case waiting
    /// In the queue, and on hold.
    case held
    /// Delivered, or handed on.
    case sent
    /// Returned to the sender.
    case bounced
    /// Returned for age.
    case expired
    /// Deleted by an administrator, or canceled.
    case deleted
    /// The message left the queue and no line says how.
    case unknown
}

/// A recipient that was deferred at least once.
struct Recipient: Sendable, BitwiseCopyable {
    /// The next of the same message; place plus one, 0: the last.
    var next: UInt32
    var hash: UInt64
    var destination: UInt32
    var address: TextArena.Handle
    var attempts: UInt32 = 0
    var codes: UInt8 = 0
    var lastCode: DeferralCode
    /// Place in the bank of the row that decided last; -1: none.
    var lastRow: Int16
    var fate = RecipientFate.waiting
    var first: Int64
    var last: Int64
}

/// Deferred recipients of the messages in flight; places are used again.
struct RecipientTable: ~Copyable, Sendable {
    private var entries = Column<Recipient>()
    private var free = Column<UInt32>()

    subscript(place: Int) -> Recipient {
        @inline(__always) get { entries[place] }
        @inline(__always) _modify { yield &entries[place] }
    }

    mutating func insert(_ recipient: Recipient) -> Int {
        if let reused = free.popLast() {
            entries[Int(reused)] = recipient
            return Int(reused)
        }
        entries.append(recipient)
        return entries.count - 1
    }

    mutating func remove(_ place: Int) {
        free.append(UInt32(place))
    }
}
