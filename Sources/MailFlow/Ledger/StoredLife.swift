/// A message in flight, as it is stored so that a restart goes on where reading stopped.
public struct StoredLife: Codable, Sendable, Hashable {
    /// A deferred recipient of it.
    public struct Recipient: Codable, Sendable, Hashable {
        var address: String
        /// Of the address as it was logged, which its text may not give back; nil: it does.
        var hash: UInt64?
        /// A later life has the message's count for the domain.
        var gaveCount = false
        var domain: String
        var attempts: UInt32
        var codes: UInt8
        var lastCode: UInt8
        var lastRow: Int16
        var fate: String
        var first: Int64
        var last: Int64
    }

    /// The row that it is stored in, from 1 and small: one that a message has left, another takes.
    public var number: Int64
    /// The host that logs it; nil: the log has none.
    public var host: String?
    /// Its queue ID.
    public var queueID: String
    var arrived: Int64
    var messageID: String?
    var sender: String?
    var codes: UInt8
    var isHeld: Bool
    var sawStart: Bool
    var isContinuation: Bool
    var recipients: [Recipient]
}

/// What a process said of the attempt that it is making.
public struct StoredNotes: Codable, Sendable, Hashable {
    /// One line.
    public struct Note: Codable, Sendable, Hashable {
        var seconds: Int64
        var refinement: String?
        var host: String?
        var address: String?
        var port: Int?
        var code: UInt8?
        var origin: String?
        var reason: String?
    }

    var host: String?
    var pid: UInt32
    var usedBy: String?
    var notes: [Note]

    /// What to store it under.
    public var key: String { "\(host ?? "")/\(pid)" }
}

/// What changed among the messages in flight and the processes at work.
public struct LifeChanges: Sendable {
    /// Messages that began or changed.
    public var changed: [StoredLife] = []
    /// Rows whose messages ended, and which no other has taken over.
    public var ended: [Int64] = []
    /// Processes with something to say.
    public var notes: [StoredNotes] = []
    /// Keys of processes that have nothing more to say.
    public var forgottenNotes: [String] = []
}
