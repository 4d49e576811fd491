import Deferrals
import Foundation
import TestSupport
import MailFlow
import PostfixLog

/// Makes deferrals like those of a busy server: the same ones for the same seed.
struct EventMaker {
    private var state: UInt64
    private var messages:
        [(queueID: String, messageID: String, sender: String, recipient: String)] =
            []
    private var offset = 0
    private var number = 0
    var identity = "1f00ba4"
    var time: Int64 = 1_793_000_000
    /// Mean distance of two deferrals, in milliseconds.
    var spacing = 86
    private var millisecond: Int64 = 0
    /// Attempts that belong to a message that was deferred before, of a hundred.
    var retries: UInt64 = 60

    init(seed: UInt64) { state = seed }

    mutating func random(_ bound: UInt64) -> UInt64 {
        state = state &+ 0x9E37_79B9_7F4A_7C15
        var mixed = (state ^ state >> 30) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ mixed >> 27) &* 0x94D0_49BB_1331_11EB
        return (mixed ^ mixed >> 31) % bound
    }

    mutating func next() -> DeferralEvent {
        number += 1
        offset += 280 + Int(random(200))
        millisecond += Int64(random(UInt64(spacing) * 2))
        time += millisecond / 1_000
        millisecond %= 1_000
        let message = message()
        let domain = String(message.recipient.split(separator: "@")[1])
        var event = DeferralEvent(
            id: "\(identity):\(offset)",
            time: LogTime(
                seconds: time + 3_600,
                microseconds: UInt32(millisecond) * 1_000 + 123,
                offsetMinutes: 60
            ),
            queueID: message.queueID,
            status: "deferred",
            code: .other,
            origin: .remote,
            scope: .recipient,
            reason: ""
        )
        event.host = "mx1"
        event.service = "postfix/smtp"
        event.pid = Int(1_000 + random(60_000))
        event.messageID = message.messageID
        event.sender = message.sender
        event.recipient = message.recipient
        event.domain = domain
        event.delay = Double(random(40_000)) / 100
        event.delays = [Double(random(100)) / 100, 0.01, Double(random(600)) / 100, 0]
        fillReason(of: &event, domain)
        return event
    }

    private mutating func message() -> (
        queueID: String, messageID: String, sender: String, recipient: String
    ) {
        if !messages.isEmpty, random(100) < retries {
            return messages[Int(random(UInt64(messages.count)))]
        }
        let part = random(1 << 40)
        // A few destinations get most of the mail.
        let rank = random(1_000)
        let domain = rank < 500 ? random(20) : rank < 800 ? random(1_000) : random(50_000)
        let made = (
            "4fX" + String(part, radix: 36),
            "<\(String(part, radix: 36)).\(number)@app.example.org>",
            "news-\(random(200))@example.org", "user\(random(1 << 30))@dest\(domain).example"
        )
        if messages.count < 20_000 {
            messages.append(made)
        } else {
            messages[Int(random(20_000))] = made
        }
        return made
    }

    private mutating func fillReason(of event: inout DeferralEvent, _ domain: String) {
        let host = "mx\(random(3)).\(domain)"
        let sum = host.utf8.reduce(0) { ($0 &* 31 &+ Int($1)) & 0xFFFF }
        let address = "198.51.\(sum >> 8).\(sum & 255)"
        event.relay = DeferralEvent.Relay(host: host, address: address, port: 25)
        switch random(10) {
        case 0..<3:
            event.code = .connectionTimedOut
            event.origin = .network
            event.stage = .connect
            event.scope = .destination
            event.dsn = "4.4.1"
            event.relay = DeferralEvent.Relay(host: "none", address: nil, port: nil)
            event.server = "\(host)[\(address)]:25"
            event.reason = "connect to \(host)[\(address)]:25: Connection timed out"
        case 3..<4:
            event.code = .connectionRefused
            event.origin = .network
            event.dsn = "4.4.1"
            event.isSuspended = true
            event.relay = DeferralEvent.Relay(host: "none", address: nil, port: nil)
            event.reason =
                "delivery temporarily suspended: connect to \(host)[\(address)]:25: Connection refused"
        default:
            let text =
                "Mailbox busy, try again later, session \(String(random(1 << 48), radix: 36))"
            event.category = .mailboxUnavailable
            event.stage = .rcpt
            event.dsn = "4.2.0"
            event.pattern = "mailbox-busy"
            event.server = "\(host)[\(address)]"
            event.reply = DeferralEvent.Reply(code: 450, enhanced: "4.2.0", text: text)
            event.reason =
                "host \(host)[\(address)] said: 450 4.2.0 \(text) (in reply to RCPT TO command)"
        }
    }
}

/// A folder of its own for a test, removed when the tests end.
final class TestFolder {
    let path: String

    init() {
        path = NSTemporaryDirectory() + "deferwatch-history-" + UUID().uuidString
        try? FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
        KeptFolders.keep(path)
    }

    func file(_ name: String) -> String { path + "/" + name }
}
