extension DeferralCode {
    /// On whose side it mostly is, for rows that do not say; nil: the text's own words decide.
    fileprivate var usualOrigin: Origin? {
        switch self {
        case .dnsQueryFailed, .connectionTimedOut: .network
        case .connectionRefused, .cannotConnect, .connectionClosed, .certificateInvalid: .remote
        case .other: nil
        }
    }
}

extension Diagnosis {
    /// What the frame alone tells; `unclassified` until a row speaks.
    init(frame: ReasonFrame, context: DeferralClassifier.Context) {
        isSuspended = frame.isSuspended
        server = frame.server
        switch frame.kind {
        case .own:
            code = .other
            origin = .local
            stage = context.isNetworkAgent ? nil : .local
        case .said:
            code = .other
            origin = .remote
            stage = frame.stage
        case .refusedToTalk:
            code = .cannotConnect
            origin = .remote
            stage = frame.stage ?? .greeting
        case .refusedTLS:
            code = .cannotConnect
            refinement = .starttlsNotSupported
            origin = .remote
            stage = .starttls
        case .refusedLogin:
            code = .other
            origin = .remote
            stage = .auth
        }
        category = .unclassified
        scope = .message
    }

    /// Lays a row's verdict over the frame's, then the rules that hold for every text.
    mutating func apply(
        _ found: PatternRow.Verdict?,
        number: Int?,
        kind: ReasonFrame.Kind,
        isLocalHop: Bool
    ) {
        row = number
        if let found {
            if kind == .own, let code = found.code {
                self.code = code
                origin = code.usualOrigin ?? origin
            }
            refinement = found.refinement ?? refinement
            origin = found.origin ?? origin
            stage = found.stage ?? stage
            category = found.category
        } else if kind == .refusedToTalk || kind == .refusedTLS {
            // The code says what happened; only the server's own reason for it is unknown.
            category = kind == .refusedTLS ? nil : .unclassified
        } else if kind == .said, let reply, reply.code >= 200, reply.code < 400 {
            // '354 Go ahead' to RCPT TO: a success that stands where none can be.
            category = .protocol
        }
        if kind == .refusedLogin { applyLogin(found) }
        // No recipient was named yet: the server looked for the sender's mailbox.
        if kind == .said, stage == .mail, found?.scope == nil,
            category == .mailboxUnavailable || category == .recipientUnknown
        {
            category = .senderRejected
        }
        if isLocalHop {
            origin = .local
            // A content filter's 4xx: its category from the text, else what a filter is for.
            // There is no remote system in it, whatever the filter calls its trouble.
            if kind == .said && (category == .unclassified || category == nil)
                || (kind == .said || kind == .refusedToTalk) && category == .remoteSystem
            {
                category = .localDelivery
            }
        }
        scope =
            isLocalHop && category != .mailboxFull
            ? .host
            : found?.scope
                ?? .conventional(code: code, category: category, origin: origin, stage: stage)
    }

    /// Whatever the words, a login failed, unless they speak of us: too many attempts, or who we are.
    ///
    /// 5xx are about what we sent, 4xx the relay's own trouble.
    private mutating func applyLogin(_ found: PatternRow.Verdict?) {
        guard found?.origin == nil, category != .rateLimited, category != .reputation else {
            return
        }
        let isTheirs = category == .remoteSystem || (reply?.code ?? 0) < 500
        category = .authentication
        origin = isTheirs ? .remote : .local
    }

    /// What the rest of the status line adds to the reason.
    mutating func applyContext(_ context: DeferralClassifier.Context) {
        if context.isErrorAgent, !isSuspended, category == .unclassified, reply == nil {
            category = .localConfiguration
        }
        // The same words from the MX records, and from a server that greets with our own name; what a
        // server says of a loop has the stage of its reply.
        if category == .loop, reply == nil, context.isNetworkAgent, context.hasRelay {
            stage = .ehlo
        }
        // The recipient's domain has no part in it: main.cf names a host that cannot be found.
        if context.isOwnRelay, code == .dnsQueryFailed {
            origin = .local
            scope = .host
        }
    }

    /// The diagnosis with what companion lines of the same attempt add.
    ///
    /// They refine only what the reason leaves open: a certificate that was 'not verified'.
    public func refined(by refinements: [Refinement]) -> Diagnosis {
        guard code == .certificateInvalid, refinement == nil, let last = refinements.last else {
            return self
        }
        var refined = self
        refined.refinement = last
        return refined
    }
}
