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

/// The deferred recipients of one message: a chain, which `RecipientTable` holds.
struct RecipientList: Sendable, BitwiseCopyable {
    /// The newest; place plus one, 0: none.
    var newest: UInt32 = 0
    /// The first, which names the list as long as it lasts; place plus one, 0: none.
    var first: UInt32 = 0
    /// How many, up to one more than are looked for in the chain.
    var count: UInt8 = 0

    var isEmpty: Bool { newest == 0 }
}

/// A recipient that was deferred at least once.
struct Recipient: Sendable, BitwiseCopyable {
    /// The next older of the same message; place plus one, 0: the last.
    var next: UInt32 = 0
    /// `RecipientList.first` of the list that it is in.
    var list: UInt32 = 0
    var hash: UInt64
    var destination: UInt32
    var address: TextArena.Handle
    var attempts: UInt32 = 0
    var codes: UInt8 = 0
    var lastCode: DeferralCode
    /// Place in the bank of the row that decided last; -1: none.
    var lastRow: Int16
    var fate = RecipientFate.waiting
    /// It is in the index by address.
    var isIndexed = false
    /// It is in the index by destination, for all of its list that have the same.
    var standsForDestination = false
    /// A later life of the message has its count for this destination: said of one in the list, and of
    /// the one that stands for them in the index.
    var gaveCount = false
    var first: Int64
    var last: Int64
}

/// Deferred recipients of the messages in flight; places are used again.
///
/// A message has few, mostly, and a walk along them is quick. One with many has all of them in an
/// index, so that a list of 200,000 does not cost their square.
struct RecipientTable: ~Copyable, Sendable {
    private var entries = Column<Recipient>()
    private var free = Column<UInt32>()
    private var byAddress = SlotIndex(capacity: 16)
    /// One of each list and destination.
    private var byDestination = SlotIndex(capacity: 16)

    /// Longer lists are in the indexes.
    private static let longestWalk: UInt8 = 16

    subscript(place: Int) -> Recipient {
        @inline(__always) get { entries[place] }
        @inline(__always) _modify { yield &entries[place] }
    }

    /// Adds a recipient to a list, as its newest.
    mutating func insert(_ recipient: Recipient, into list: inout RecipientList) -> Int {
        let place: Int
        if let reused = free.popLast() {
            place = Int(reused)
            entries[place] = recipient
        } else {
            place = entries.count
            entries.append(recipient)
        }
        let named = UInt32(truncatingIfNeeded: place + 1)
        if list.isEmpty { list.first = named }
        entries[place].next = list.newest
        entries[place].list = list.first
        list.newest = named
        if list.count < Self.longestWalk {
            list.count += 1
        } else if list.count == Self.longestWalk {
            list.count += 1
            indexAll(of: list)
        } else {
            index(place)
        }
        return place
    }

    /// The recipient of a list whose address has this hash.
    func find(_ hash: UInt64, in list: RecipientList) -> Int? {
        guard list.count <= Self.longestWalk else {
            return byAddress.find(Self.mixed(hash, list.first), in: entries) {
                $0.hash == hash && $0.list == list.first
            }
        }
        return walk(list) { $0.hash == hash }
    }

    /// Whether a list has a recipient of this destination.
    func has(destination: UInt32, in list: RecipientList) -> Bool {
        find(destination: destination, in: list) != nil
    }

    /// Gives the message's count for the recipient's destination to a later life.
    ///
    /// - Returns: false where it was given before, with another recipient of the list.
    mutating func giveCount(of place: Int, in list: RecipientList) -> Bool {
        let destination = entries[place].destination
        let standIn =
            list.count > Self.longestWalk ? find(destination: destination, in: list) : nil
        let wasGiven =
            if let standIn {
                entries[standIn].gaveCount
            } else {
                walk(list) { $0.destination == destination && $0.gaveCount } != nil
            }
        guard !wasGiven else { return false }
        entries[place].gaveCount = true
        if let standIn { entries[standIn].gaveCount = true }
        return true
    }

    /// Takes a recipient out, whose whole list goes.
    mutating func remove(_ place: Int) {
        if entries[place].isIndexed { byAddress.remove(place, in: entries, hash: Self.hash) }
        if entries[place].standsForDestination {
            byDestination.remove(place, in: entries, hash: Self.destinationHash)
        }
        free.append(UInt32(place))
    }

    private func find(destination: UInt32, in list: RecipientList) -> Int? {
        guard list.count <= Self.longestWalk else {
            return byDestination.find(Self.mixed(UInt64(destination), list.first), in: entries) {
                $0.destination == destination && $0.list == list.first
            }
        }
        return walk(list) { $0.destination == destination }
    }

    private func walk(_ list: RecipientList, where isWanted: (Recipient) -> Bool) -> Int? {
        var next = list.newest
        while next != 0 {
            let place = Int(next) - 1
            if isWanted(entries[place]) { return place }
            next = entries[place].next
        }
        return nil
    }

    private mutating func indexAll(of list: RecipientList) {
        var next = list.newest
        while next != 0 {
            let place = Int(next) - 1
            index(place)
            next = entries[place].next
        }
    }

    private mutating func index(_ place: Int) {
        entries[place].isIndexed = true
        byAddress.insert(place, in: entries, hash: Self.hash)
        let recipient = entries[place]
        let known = byDestination.find(Self.destinationHash(recipient), in: entries) {
            $0.destination == recipient.destination && $0.list == recipient.list
        }
        if let known {
            if recipient.gaveCount { entries[known].gaveCount = true }
            return
        }
        entries[place].standsForDestination = true
        byDestination.insert(place, in: entries, hash: Self.destinationHash)
    }

    private static func hash(_ recipient: Recipient) -> Int {
        mixed(recipient.hash, recipient.list)
    }

    private static func destinationHash(_ recipient: Recipient) -> Int {
        mixed(UInt64(recipient.destination), recipient.list)
    }

    private static func mixed(_ value: UInt64, _ list: UInt32) -> Int {
        let sum = (value ^ UInt64(list) << 32) &* 0x9E37_79B9_7F4A_7C15
        return Int(truncatingIfNeeded: (sum ^ sum >> 32) & 0x7FFF_FFFF_FFFF_FFFF)
    }
}
