import ByteScan
import Testing

@testable import Deferrals

/// What Postfix's own texts must come to, written from docs/codes.md, not from the rows.
@Suite struct PostfixTextsTests {
    static let bank = PatternBank()

    /// One reason and its diagnosis.
    struct Verdict: Sendable, CustomTestStringConvertible {
        var reason: String
        var code: DeferralCode
        var origin: Origin
        var stage: Stage?
        var scope: Scope
        var category: Category?
        var refinement: Refinement?
        var isNetworkAgent = true

        var testDescription: String { reason }
    }

    private static func diagnose(
        _ reason: String,
        isNetworkAgent: Bool = true,
        after companions: [String] = []
    ) throws -> Diagnosis {
        var classifier = try DeferralClassifier(bank: bank)
        let findings = companions.map { line in
            let bytes = Array(line.utf8)
            return classifier.companion(bytes.span, text: ByteRange(0, bytes.count))
        }
        let bytes = Array(reason.utf8)
        let diagnosis = classifier.diagnose(
            bytes.span,
            reason: ByteRange(0, bytes.count),
            context: .init(isNetworkAgent: isNetworkAgent)
        )
        return diagnosis.refined(by: findings.compactMap { $0?.refinement })
    }

    @Test(arguments: resolverTexts + connectTexts + sessionTexts + tlsTexts + localTexts)
    func `a text has the code, origin, stage, scope and category of the contract`(
        verdict: Verdict
    ) throws {
        let found = try Self.diagnose(
            verdict.reason,
            isNetworkAgent: verdict.isNetworkAgent
        )
        #expect(found.code == verdict.code)
        #expect(found.origin == verdict.origin)
        #expect(found.stage == verdict.stage)
        #expect(found.scope == verdict.scope)
        #expect(found.category == verdict.category)
        #expect(found.refinement == verdict.refinement)
        #expect(!found.isUnclassified)
        #expect(!found.isSuspended)
    }

    @Test(arguments: resolverTexts + connectTexts + sessionTexts + tlsTexts)
    func `a suspended delivery echoes the diagnosis and is flagged`(verdict: Verdict) throws {
        let prefix = "delivery temporarily suspended: "
        for echo in [prefix, prefix + prefix] {
            let found = try Self.diagnose(echo + verdict.reason)
            #expect(found.isSuspended)
            #expect(found.code == verdict.code)
            #expect(found.scope == verdict.scope)
        }
    }

    @Test(arguments: resolverTexts + connectTexts + sessionTexts + tlsTexts + localTexts)
    func `Postfix's words in a remote reply never select a code`(verdict: Verdict) throws {
        let said = "host mx1.example.com[192.0.2.1] said: 451 4.4.1 "
        let inReply = " (in reply to RCPT TO command)"
        let found = try Self.diagnose(said + verdict.reason + inReply)
        #expect(found.code == .other)
        #expect(found.stage == .rcpt)
        let refused = "host mx1.example.com[192.0.2.1] refused to talk to me: 421 "
        #expect(try Self.diagnose(refused + verdict.reason).code == .cannotConnect)
    }
}

extension PostfixTextsTests {
    @Test func `the resolver refused is DNS, not a refused connection`() throws {
        let resolver = try Self.diagnose(
            "unable to look up host mx1.example.com: Connection refused"
        )
        let server = try Self.diagnose(
            "connect to mx1.example.com[192.0.2.1]:25: Connection refused"
        )
        #expect(resolver.code == .dnsQueryFailed)
        #expect(server.code == .connectionRefused)
    }

    @Test func `a refused content filter is ours, whatever the recipient's domain`() throws {
        for hop in ["127.0.0.1[127.0.0.1]:10024", "localhost[::1]:10024", "mta1[private/filter]"] {
            let found = try Self.diagnose("connect to \(hop): Connection refused")
            #expect(found.code == .connectionRefused)
            #expect(found.origin == .local)
            #expect(found.scope == .host)
        }
    }

    @Test func `a loop in a reply has the stage of the reply, our own that of EHLO`() throws {
        var classifier = try DeferralClassifier(bank: Self.bank)
        for (reason, stage) in [
            (
                "host mx1.example.com[192.0.2.1] said: 554 5.4.6 Too many hops (in reply to end of DATA command)",
                Stage.endOfData
            ),
            ("host mx1.example.com[192.0.2.1] refused to talk to me: 421 Mail loop", .greeting),
            ("mail for example.com loops back to myself", .ehlo),
        ] {
            let bytes = Array(reason.utf8)
            let found = classifier.diagnose(
                bytes.span,
                reason: ByteRange(0, bytes.count),
                context: .init(isNetworkAgent: true, hasRelay: true)
            )
            #expect(found.category == .loop)
            #expect(found.stage == stage)
        }
    }

    @Test func `a relayhost that cannot be found is ours`() throws {
        var classifier = try DeferralClassifier(bank: Self.bank)
        let name = "name=relay.example.test type=A: "
        for reason in ["Host not found", "Host found but no data record of requested type"] {
            let text = "Host or domain name not found. Name service error for " + name + reason
            let bytes = Array(text.utf8)
            for isOwnRelay in [true, false] {
                let found = classifier.diagnose(
                    bytes.span,
                    reason: ByteRange(0, bytes.count),
                    context: .init(isNetworkAgent: true, isOwnRelay: isOwnRelay)
                )
                #expect(found.code == .dnsQueryFailed)
                #expect(found.origin == (isOwnRelay ? .local : .network))
                #expect(found.scope == (isOwnRelay ? .host : .destination))
            }
        }
    }

    @Test func `no service of this machine is a remote system`() throws {
        let hop = "host us.example[/run/dovecot/lmtp] "
        for (reason, code) in [
            ("refused to talk to me: 421 4.3.0 Internal error", DeferralCode.cannotConnect),
            ("said: 451 4.3.0 Temporary internal error (in reply to end of DATA command)", .other),
        ] {
            let found = try Self.diagnose(hop + reason)
            #expect(found.code == code)
            #expect(found.origin == .local)
            #expect(found.category == .localDelivery)
            #expect(found.scope == .host)
        }
    }

    @Test func `local(8)'s 'relay=local' is no server: its loop is one of this machine`() throws {
        var classifier = try DeferralClassifier(bank: Self.bank)
        let bytes = Array("mail forwarding loop for user@example.com".utf8)
        let found = classifier.diagnose(
            bytes.span,
            reason: ByteRange(0, bytes.count),
            context: .init(isNetworkAgent: false, hasRelay: true)
        )
        #expect(found.category == .loop)
        #expect(found.stage == .local)
    }

    @Test func `the last 'in reply to' is Postfix's own`() throws {
        let found = try Self.diagnose(
            "host mx1.example.com[192.0.2.1] said: 451 4.4.1 Connection timed out (in reply to MAIL FROM command) status=sent (250 ok) (in reply to end of DATA command)"
        )
        #expect(found.code == .other)
        #expect(found.stage == .endOfData)
    }

    @Test(arguments: [
        (
            "server certificate verification failed for mx1.example.com[192.0.2.25]:25: certificate has expired",
            Refinement.certificateExpired
        ),
        // Postfix 2.3.
        (
            "certificate verification failed for mx2.example.net: num=18:self signed certificate",
            .certificateNotTrusted
        ),
        (
            "certificate verification failed for mx2.example.net: num=10:certificate has expired",
            .certificateExpired
        ),
        (
            "server certificate verification failed for mx1.example.com[192.0.2.25]:25: num=62:hostname mismatch",
            .certificateHostMismatch
        ),
        (
            "certificate verification failed for mx1.example.com[192.0.2.25]:25: untrusted issuer /CN=Example CA",
            .certificateNotTrusted
        ),
        (
            "certificate verification failed for mx1.example.com[192.0.2.25]:25: self-signed certificate",
            .certificateNotTrusted
        ),
        (
            "server certificate verification failed for mx1.example.com[192.0.2.25]:25: num=65:no matching DANE TLSA records",
            .validationFailure
        ),
        (
            "server certificate verification failed for mx1.example.com[192.0.2.25]:25: certificate not yet valid",
            nil
        ),
        (
            "mx1.example.com[192.0.2.25]:25: re-using session with untrusted certificate, look for details earlier in the log",
            nil
        ),
        ("SSL_connect error to mx1.example.com[192.0.2.25]:25: Connection reset by peer", nil),
    ])
    func `a companion line tells why a certificate was not verified`(
        line: String,
        refinement: Refinement?
    ) throws {
        for reason in ["Server certificate not verified", "Server certificate not trusted"] {
            let found = try Self.diagnose(reason, after: [line])
            #expect(found.code == .certificateInvalid)
            #expect(found.refinement == refinement)
        }
    }

    @Test func `a handshake failure stays one, whatever its companion says`() throws {
        for cause in ["Connection reset by peer", "Connection timed out", "lost connection", "-1"] {
            let found = try Self.diagnose(
                "Cannot start TLS: handshake failure",
                after: ["SSL_connect error to mx1.example.com[192.0.2.25]:25: \(cause)"]
            )
            #expect(found.code == .cannotConnect)
            #expect(found.refinement == .validationFailure)
        }
    }

    @Test func `a companion line makes no certificate failure of another text`() throws {
        let found = try Self.diagnose(
            "connect to mx2.example.com[192.0.2.26]:25: Connection refused",
            after: [
                "certificate verification failed for mx1.example.com[192.0.2.25]:25: self-signed certificate"
            ]
        )
        #expect(found.code == .connectionRefused)
        #expect(found.refinement == nil)
    }

    @Test(arguments: [
        ("535 5.7.8 Error: authentication failed", Origin.local, Scope.host),
        ("534 5.7.9 Application-specific password required", .local, .host),
        ("535", .local, .host),
        ("501 Cannot decode parameter - too long", .local, .host),
        ("454 4.7.0 Temporary authentication failure", .remote, .sender),
        ("432 4.7.12 A password transition is needed", .remote, .sender),
        ("454 4.3.0 Try again later", .remote, .sender),
        ("421 4.4.2 mx.example.com Error: timeout exceeded", .remote, .sender),
        ("451 4.3.5 Server configuration problem", .remote, .sender),
        ("454 oops, child won't start and I can't auth (#4.3.0)", .remote, .sender),
        ("525 5.7.13 Account disabled", .local, .host),
    ])
    func `a failed login is ours, unless the relay cannot check it`(
        reply: String,
        origin: Origin,
        scope: Scope
    ) throws {
        // Postfix up to 2.2 put its own words before it.
        for prefix in ["", "Authentication failed: "] {
            let found = try Self.diagnose(
                prefix
                    + "SASL authentication failed; server relay.example.com[192.0.2.60] said: \(reply)"
            )
            #expect(found.code == .other)
            #expect(found.category == .authentication)
            #expect(found.stage == .auth)
            #expect(found.origin == origin)
            #expect(found.scope == scope)
            #expect(found.reply?.code == UInt16(reply.prefix(3)))
        }
    }

    @Test func `a login refused for too many connections says that`() throws {
        let relay = "SASL authentication failed; server relay.example.com[192.0.2.60] said: "
        let rate = try Self.diagnose(
            relay + "421 4.7.0 mx Error: too many connections from 192.0.2.11"
        )
        #expect(rate.category == .rateLimited && rate.origin == .remote && rate.stage == .auth)
    }

    @Test func `quota over LMTP and in local delivery speak of the recipient`() throws {
        let found = try Self.diagnose(
            "maildir delivery failed: create maildir file /var/vmail/u/tmp/1.P2.mta1: Quota exceeded",
            isNetworkAgent: false
        )
        #expect(found.category == .mailboxFull)
        #expect(found.origin == .local)
        #expect(found.scope == .recipient)
    }
}
