import ByteScan
import Deferrals
import Foundation
import MailFlow
import PCRE2

/// What a listing of the queue adds up to.
struct QueueSummary: ~Copyable {
    /// Messages, recipients and bytes of something.
    struct Sums {
        var messages = 0
        var recipients = 0
        var bytes = 0
    }

    /// A kind of deferral.
    struct Kind: Hashable {
        var code: DeferralCode
        var origin: Origin
        var category: Deferrals.Category?
    }

    /// A recipient domain with deferred recipients.
    struct Destination {
        var sums = Sums()
        /// Arrival of its oldest message, seconds since 1970.
        var oldest: Int64
        var codes: [DeferralCode: Int] = [:]
        /// The reason of the oldest message.
        var reason: String
    }

    /// A message for the list of the oldest.
    struct Message {
        var entry: QueueEntry
        /// Of its first deferred recipient.
        var kind: Kind?
    }

    private(set) var total = Sums()
    /// When the oldest message came that is not on hold: the first to expire.
    private(set) var oldestNotHeld: Int64?
    /// Recipients with a reason.
    private(set) var deferred = 0
    private(set) var queues: [String: Sums] = [:]
    private(set) var codes: [DeferralCode: Sums] = [:]
    private(set) var kinds: [Kind: Int] = [:]
    private(set) var destinations: [String: Destination] = [:]
    private(set) var unclassified: [String: Int] = [:]
    /// The oldest messages, oldest first.
    private(set) var oldest: [Message] = []
    /// Lines that are no messages.
    private(set) var unreadable = 0

    private var classifier: DeferralClassifier
    private let top: Int
    private let decoder = JSONDecoder()
    /// Most reasons of a queue are alike.
    private var known: [String: Kind] = [:]

    private static let mostKnown = 10_000
    private static let mostDestinations = 200_000
    private static let mostSamples = 200

    /// An empty summary.
    ///
    /// - Parameters:
    ///   - bank: the bank that diagnoses.
    ///   - top: how many of the oldest messages are kept.
    /// - Throws: `PCRE2Error.outOfMemory`.
    init(bank: PatternBank, top: Int) throws(PCRE2Error) {
        classifier = try DeferralClassifier(bank: bank)
        self.top = top
    }

    /// Rows that met a match limit, with how often.
    var limitHits: [(row: Int, count: Int)] { classifier.limitHits }

    /// Adds one line of the listing.
    mutating func add(_ line: [UInt8]) {
        guard line.contains(where: { $0 > 32 }) else { return }
        guard let entry = try? decoder.decode(QueueEntry.self, from: Data(line)) else {
            unreadable += 1
            return
        }
        add(entry)
    }

    private mutating func add(_ entry: QueueEntry) {
        Self.add(entry, to: &total)
        if entry.queueName != "hold" {
            oldestNotHeld = min(oldestNotHeld ?? entry.arrivalTime, entry.arrivalTime)
        }
        Self.add(entry, to: &queues[entry.queueName, default: Sums()])
        var codesHere: Set<DeferralCode> = []
        var domainsHere: Set<String> = []
        var first: Kind?
        for recipient in entry.recipients {
            guard let reason = recipient.delayReason, !reason.isEmpty else { continue }
            let kind = diagnose(reason)
            first = first ?? kind
            deferred += 1
            kinds[kind, default: 0] += 1
            codes[kind.code, default: Sums()].recipients += 1
            if codesHere.insert(kind.code).inserted {
                codes[kind.code, default: Sums()].messages += 1
                codes[kind.code, default: Sums()].bytes += entry.messageSize
            }
            let domain = AddressDomain.of(recipient.address) ?? ""
            add(entry, kind, reason, domain, isFirst: domainsHere.insert(domain).inserted)
        }
        keep(Message(entry: entry, kind: first))
    }

    private static func add(_ entry: QueueEntry, to sums: inout Sums) {
        sums.messages += 1
        sums.recipients += entry.recipients.count
        sums.bytes += entry.messageSize
    }

    private mutating func add(
        _ entry: QueueEntry,
        _ kind: Kind,
        _ reason: String,
        _ domain: String,
        isFirst: Bool
    ) {
        guard destinations[domain] != nil || destinations.count < Self.mostDestinations else {
            return
        }
        var destination =
            destinations[domain] ?? Destination(oldest: entry.arrivalTime, reason: reason)
        if isFirst {
            destination.sums.messages += 1
            destination.sums.bytes += entry.messageSize
        }
        destination.sums.recipients += 1
        destination.codes[kind.code, default: 0] += 1
        if entry.arrivalTime < destination.oldest {
            destination.oldest = entry.arrivalTime
            destination.reason = reason
        }
        destinations[domain] = destination
    }

    private mutating func keep(_ message: Message) {
        guard top > 0 else { return }
        if oldest.count == top, let last = oldest.last,
            last.entry.arrivalTime <= message.entry.arrivalTime
        {
            return
        }
        let place =
            oldest.firstIndex { $0.entry.arrivalTime > message.entry.arrivalTime } ?? oldest.count
        oldest.insert(message, at: place)
        if oldest.count > top { oldest.removeLast() }
    }

    private mutating func diagnose(_ reason: String) -> Kind {
        if let kind = known[reason], kind.category != .unclassified { return kind }
        let bytes = Array(reason.utf8)
        let diagnosis = classifier.diagnose(
            bytes.span,
            reason: ByteRange(0, bytes.count),
            context: .init(isNetworkAgent: true)
        )
        let kind = Kind(
            code: diagnosis.code,
            origin: diagnosis.origin,
            category: diagnosis.category
        )
        if diagnosis.isUnclassified {
            let sample = Redaction.withoutCredentials(reason)
            if unclassified[sample] != nil || unclassified.count < Self.mostSamples {
                unclassified[sample, default: 0] += 1
            }
        }
        if known.count < Self.mostKnown { known[reason] = kind }
        return kind
    }
}
