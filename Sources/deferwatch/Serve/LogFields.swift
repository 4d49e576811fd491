import ByteScan
import Deferrals
import MailFlow
import PolicyService

/// 'key=value key="with \"blanks\""': one line whatever is in it.
struct LogFields: CustomStringConvertible {
    let description: String

    init(_ fields: [(String, String?)]) {
        description = fields.compactMap { key, value in
            value.map { "\(key)=\(Self.quoted($0))" }
        }.joined(separator: " ")
    }

    private static func quoted(_ value: String) -> String {
        let isPlain =
            !value.isEmpty
            && value.utf8.allSatisfy { $0 > 32 && $0 < 127 && $0 != 34 && $0 != 92 && $0 != 61 }
        if isPlain { return value }
        var json = JSONText()
        json.string(String(value.prefix(512)))
        return String(decoding: json.bytes, as: UTF8.self)
    }
}

extension LogFields {
    init(_ verdict: Verdict, _ request: PolicyRequest) {
        let destination = request.recipientDomain.map { request.bytes.span.text($0) }
        self.init([
            ("action", verdict.action.rawValue), ("would", verdict.wouldAction?.rawValue),
            ("rule", verdict.ruleID), ("mode", verdict.mode?.rawValue),
            ("reason", verdict.reason.name), ("destination", destination),
            ("code", verdict.code?.text),
            ("since", verdict.since.map { TimeText.rfc3339($0, offsetMinutes: 0) }),
            ("evidence", verdict.evidence.isEmpty ? nil : verdict.evidence.joined(separator: "; ")),
            ("client", request.text(.clientAddress)), ("sender", request.text(.sender)),
            ("recipient", request.text(.recipient)),
            ("sasl_username", request.isEmpty(.saslUsername) ? nil : request.text(.saslUsername)),
            ("context", request.isEmpty(.policyContext) ? nil : request.text(.policyContext)),
            ("inform", verdict.informs ? "yes" : nil),
        ])
    }

    init(_ transition: HealthTransition) {
        let evidence = transition.evidence
        self.init([
            ("destination", transition.domain), ("what", transition.subject.rawValue),
            ("from", transition.from.rawValue), ("to", transition.to.rawValue),
            ("code", transition.code?.text),
            ("reasons", transition.reasons.texts.joined(separator: "; ")),
            ("attempts", evidence.map { String($0.attempts) }),
            ("messages", evidence.map { String($0.messages) }),
            ("first", evidence.map { TimeText.rfc3339($0.first, offsetMinutes: 0) }),
            ("last", evidence.map { TimeText.rfc3339($0.last, offsetMinutes: 0) }),
        ])
    }
}
