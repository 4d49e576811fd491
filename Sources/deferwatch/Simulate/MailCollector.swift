import ByteScan
import MailFlow
import PostfixLog

/// Keeps the messages that a rule could be about.
///
/// A message that left before any of its destinations failed came to healthy ones: unless a rule looks
/// at those, the answer was DUNNO, and the message need not be kept.
final class MailCollector {
    private(set) var mail: [SimulatedMail] = []
    /// Recipients whose answer was DUNNO for sure.
    private(set) var passed = 0
    private(set) var notAsked = 0
    private(set) var leftOut = 0
    private let keepsAll: Bool
    private let zoneMinutes: Int
    private let most: Int
    private var failing: Set<String> = []

    init(keepsAll: Bool, zoneMinutes: Int, most: Int) {
        self.keepsAll = keepsAll
        self.zoneMinutes = zoneMinutes
        self.most = most
    }

    func add(_ messages: [TracedMessage]) {
        for message in messages { add(message) }
    }

    private func add(_ message: TracedMessage) {
        let isKept = keepsAll || isConcerned(message)
        guard let simulated = SimulatedMail(message, zoneMinutes: zoneMinutes) else {
            notAsked += 1
            return
        }
        guard isKept else {
            passed += simulated.recipients.count
            return
        }
        guard mail.count < most else {
            leftOut += 1
            return
        }
        mail.append(simulated)
    }

    /// Notes the destinations that fail in a block; call before messages that end in it are added.
    func noteFailures(_ tape: borrowing FlowTape, _ bytes: Span<UInt8>) {
        if let plain = tape.unwrapped {
            note(tape, plain.bytes.span)
        } else {
            note(tape, bytes)
        }
    }

    private func note(_ tape: borrowing FlowTape, _ bytes: Span<UInt8>) {
        for place in tape.attempts.indices where tape.attempts[place].diagnosis >= 0 {
            failing.insert(bytes.text(tape.attempts[place].domain).lowercased())
        }
    }

    /// True where one of its destinations has failed so far, for it or for others.
    private func isConcerned(_ message: TracedMessage) -> Bool {
        message.recipients.contains { recipient in
            let domain = recipient.address.flatMap(AddressDomain.of)
            return recipient.deferrals > 0 || domain.map(failing.contains) ?? false
        }
    }
}
