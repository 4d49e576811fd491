public import Deferrals
public import PostfixLog

extension DeferralEvent {
    /// A deferral with what every one has; the rest is to be set.
    public init(
        id: String,
        time: LogTime,
        queueID: String,
        status: String,
        code: DeferralCode,
        origin: Origin,
        scope: Scope,
        reason: String
    ) {
        self.init(
            id: id,
            time: time,
            host: nil,
            service: nil,
            pid: nil,
            queueID: queueID,
            messageID: nil,
            sender: nil,
            recipient: nil,
            originalRecipient: nil,
            domain: nil,
            relay: nil,
            delay: nil,
            delays: nil,
            dsn: nil,
            status: status,
            code: code,
            refinement: nil,
            origin: origin,
            stage: nil,
            category: nil,
            scope: scope,
            isSuspended: false,
            pattern: nil,
            reply: nil,
            server: nil,
            reason: reason,
            isTruncated: false,
            tried: [],
            file: nil,
            line: 0
        )
    }
}
