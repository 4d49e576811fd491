internal import Deferrals
internal import PostfixLog

/// How codes are written in answers.
public enum ReplyCodes: String, CaseIterable, Sendable, Hashable {
    /// Deferwatch's own, in the place of the enhanced status code: 4.4.316.
    case eop
    /// A registered one there, ours in the text: 4.4.1 … (4.4.316 …).
    case registered
}

/// What a rule's answer says.
///
/// Fixed sentences: nothing that a remote server wrote gets in.
public enum ReplyTemplate: String, CaseIterable, Sendable, Hashable {
    /// Why the destination takes no mail, by its code.
    case destination
    /// The destination asks for less mail.
    case throttled
    /// Mail for the destination waits here already.
    case queue
    /// The operator holds mail back.
    case maintenance
}

/// Makes the text of an answer.
struct ReplyText {
    let standing: DestinationStanding
    let destination: String
    let rule: String
    let codes: ReplyCodes
    /// Seconds since 1970, UTC.
    let now: Int64

    /// Most characters of a destination's name.
    static let longestDestination = 80

    /// `name` with everything that is no letter, digit, '.', '-', '_' or ':' as '_'.
    static func sanitised(_ name: some Sequence<UInt8>, limit: Int = longestDestination) -> String {
        var bytes: [UInt8] = []
        for byte in name {
            guard bytes.count < limit else {
                bytes.replaceSubrange((limit - 3)..., with: [0x2E, 0x2E, 0x2E])
                break
            }
            bytes.append(isPlain(byte) ? byte : UInt8(ascii: "_"))
        }
        return bytes.isEmpty ? "unknown" : String(decoding: bytes, as: UTF8.self)
    }

    static func isPlain(_ byte: UInt8) -> Bool {
        switch byte {
        case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: true
        case UInt8(ascii: "."), UInt8(ascii: "-"), UInt8(ascii: "_"), UInt8(ascii: ":"): true
        default: false
        }
    }

    /// The text that goes with `action`.
    func text(_ action: PolicyAction, template: ReplyTemplate) -> String {
        switch action {
        case .dunno: ""
        case .deferIfPermit, .defer:
            "\(enhancedCode(template)) \(sentence(template)) (\(signature)); retry later"
        case .reject:
            "5.4.4 \(destination): no mail can be delivered there; refused by the operator of this"
                + " host (Deferwatch)"
        case .hold, .info, .warn: "\(sentence(template)) (\(signature))"
        case .prepend: header
        }
    }

    private var signature: String {
        guard codes == .registered, let code = numberedCode else { return "Deferwatch \(rule)" }
        return "\(code.text), Deferwatch \(rule)"
    }

    private var numberedCode: DeferralCode? {
        standing.code.flatMap { $0 == .other ? nil : $0 }
    }

    private func enhancedCode(_ template: ReplyTemplate) -> String {
        switch template {
        case .throttled, .queue: return "4.4.5"
        case .maintenance: return "4.3.2"
        case .destination: break
        }
        guard let code = numberedCode else { return standing.throttled ? "4.4.5" : "4.4.0" }
        return codes == .eop ? code.text : Self.registered(code)
    }

    /// Source: IANA, SMTP Enhanced Status Codes.
    private static func registered(_ code: DeferralCode) -> String {
        switch code {
        case .dnsQueryFailed: "4.4.3"
        case .connectionTimedOut, .connectionRefused, .cannotConnect: "4.4.1"
        case .connectionClosed: "4.4.2"
        case .certificateInvalid: "4.7.5"
        case .other: "4.4.0"
        }
    }

    private func sentence(_ template: ReplyTemplate) -> String {
        switch template {
        case .destination where standing.forced == .down:
            "\(destination): mail is held back by the operator"
        case .destination: "\(destination): \(trouble)\(sinceText)"
        case .throttled: "\(destination): its mail hosts ask for less mail\(sinceText)"
        case .queue: "\(destination): mail for it waits here already"
        case .maintenance: "\(destination): mail is held back by the operator"
        }
    }

    private var trouble: String {
        switch standing.code {
        case .dnsQueryFailed: "its mail hosts are not found in DNS"
        case .connectionTimedOut: "no connection to its mail hosts"
        case .connectionRefused: "its mail hosts refuse connections"
        case .cannotConnect: "its mail hosts start no mail session"
        case .connectionClosed: "its mail hosts break off the session"
        case .certificateInvalid: "the certificate of its mail hosts is not accepted"
        case .other, nil:
            standing.throttled
                ? "its mail hosts ask for less mail" : "its mail hosts defer mail"
        }
    }

    private var sinceText: String {
        standing.since.map { " since \(Self.time($0, now: now))" } ?? ""
    }

    private var header: String {
        var text = "X-Deferwatch: \(destination); state=\(standing.effectiveState.rawValue)"
        if let code = numberedCode { text += "; code=\(code.text)" }
        if let since = standing.since { text += "; since=\(Self.time(since, now: nil))" }
        return text + "; rule=\(rule)"
    }

    /// "09:12Z", or with its date where that is more than 20 hours away or `now` is not known.
    static func time(_ instant: Int64, now: Int64?) -> String {
        let seconds = Int(clamping: max(0, min(instant, 253_402_300_799)))
        let minutes = seconds / 60 % 1_440
        let clock = "\(twoDigits(minutes / 60)):\(twoDigits(minutes % 60))Z"
        if let now, now >= instant, now - instant < 72_000 { return clock }
        let date = CivilCalendar.date(days: seconds / 86_400)
        return "\(date.year)-\(twoDigits(date.month))-\(twoDigits(date.day))T\(clock)"
    }

    private static func twoDigits(_ number: Int) -> String {
        number < 10 ? "0\(number)" : "\(number)"
    }
}
