import ByteScan
import Deferrals
import MailFlow
import PostfixLog
import TestSupport
import Testing

/// What Postfix's lines mean for health, from the text of the log on.
@Suite struct HealthEvidenceTests {
    /// The events of a log, each line given without time, host and tag.
    private func events(_ lines: [String]) throws -> [DeferralEvent] {
        try ledger(lines) { $0.takeEvents() }
    }

    private func ledger<Taken>(
        _ lines: [String],
        _ take: (inout FlowLedger) -> Taken
    ) throws -> Taken {
        let text = lines.map { "2026-03-01T12:00:00.000000+01:00 mail postfix/smtp[77]: \($0)\n" }
            .joined()
        let bytes = Array(text.utf8) + [UInt8](repeating: 0, count: blockSlack)
        let bank = PatternBank()
        var reader = FlowReader(classifier: try DeferralClassifier(bank: bank))
        var settings = FlowLedger.Settings()
        settings.collectsEvents = true
        settings.collectsSuccesses = true
        var ledger = FlowLedger(bank: bank, firstYear: 2026, settings: settings)
        var tape = FlowTape()
        reader.read(bytes.span, 0..<text.utf8.count, into: &tape)
        ledger.add(
            tape,
            bytes.span,
            at: BlockPosition(file: nil, identity: 1, offset: 0, line: 1)
        )
        return take(&ledger)
    }

    private func deferred(_ reason: String, relay: String = "none") -> String {
        "4F1A2B3C4D: to=<u@Dest.Example>, relay=\(relay), delay=31, delays=0.1/0/31/0, dsn=4.4.1, "
            + "status=deferred (\(reason))"
    }

    private func evidence(_ lines: String...) throws -> HealthEvidence {
        let events = try events(lines)
        return try #require(events.last.flatMap { HealthEvidence($0) })
    }

    private func deferral(_ lines: String...) throws -> HealthEvidence.Deferral {
        let events = try events(lines)
        let evidence = try #require(events.last.flatMap { HealthEvidence($0) })
        guard case .deferral(let deferral) = evidence.kind else {
            throw ExpectedDeferral(kind: evidence.kind)
        }
        return deferral
    }

    private struct ExpectedDeferral: Error {
        let kind: HealthEvidence.Kind
    }

    @Test func `a refused connection speaks of the destination and names its host`() throws {
        let refused = try evidence(
            deferred("connect to mx.dest.example[192.0.2.1]:25: Connection refused")
        )
        #expect(refused.domain == "dest.example")
        #expect(refused.time == noon - 3_600)
        #expect(refused.hosts == ["mx.dest.example"])
        #expect(!refused.hasConnected)
        guard case .deferral(let deferral) = refused.kind else {
            Issue.record("not a deferral")
            return
        }
        #expect(deferral.code == .connectionRefused && deferral.scope == .destination)
        #expect(!deferral.isSignOfLife && !deferral.isTLSClass && !deferral.isLocalNextHop)
    }

    @Test func `a reply to RCPT is a sign of life, a greeting is none`() throws {
        let relay = "mx.dest.example[192.0.2.1]:25"
        let greylisted = try deferral(
            deferred(
                "host \(relay.dropLast(3)) said: 450 4.2.0 <u@dest.example>: Recipient address "
                    + "rejected: Greylisted (in reply to RCPT TO command)",
                relay: relay
            )
        )
        #expect(greylisted.isSignOfLife)
        let busy = try deferral(
            deferred(
                "host \(relay.dropLast(3)) refused to talk to me: 421 4.3.2 Service shutting down",
                relay: relay
            )
        )
        #expect(!busy.isSignOfLife)
        let lost = try deferral(
            deferred(
                "lost connection with \(relay.dropLast(3)) while sending RCPT TO",
                relay: relay
            )
        )
        #expect(!lost.isSignOfLife && lost.scope == .message)
    }

    @Test func `echoes, our own words and local next hops are marked`() throws {
        let echo = try deferral(
            deferred(
                "delivery temporarily suspended: connect to mx.dest.example[192.0.2.1]:25: "
                    + "Connection refused"
            )
        )
        #expect(echo.isSuspended)
        let own = try deferral(
            deferred(
                "host mx.dest.example[192.0.2.1] said: 450 4.4.315 <u@dest.example>: Recipient "
                    + "address rejected: example.org: no connection since 09:12Z (Deferwatch "
                    + "down-1); retry later (in reply to RCPT TO command)",
                relay: "mx.dest.example[192.0.2.1]:25"
            )
        )
        #expect(own.carriesOurMark)
        let filter = try deferral(
            deferred("connect to 127.0.0.1[127.0.0.1]:10024: Connection refused")
        )
        #expect(filter.isLocalNextHop)
        let socket = try deferral(
            deferred("connect to mail.example[private/dovecot-lmtp]: No such file or directory")
        )
        #expect(socket.isLocalNextHop)
    }

    @Test func `TLS failures are of the TLS class`() throws {
        let handshake = try deferral(
            deferred("Cannot start TLS: handshake failure", relay: "mx.dest.example[192.0.2.1]:25")
        )
        #expect(handshake.isTLSClass && handshake.scope == .destination)
    }

    @Test func `no IPv6 route of ours does not hide what IPv4 said`() throws {
        let last = "connect to mx.dest.example[2001:db8::1]:25: Network is unreachable"
        let both = try deferral(
            "connect to mx.dest.example[192.0.2.1]:25: Connection timed out",
            last,
            deferred(last)
        )
        #expect(both.code == .connectionTimedOut && both.origin == .network)
        #expect(both.scope == .destination)
        let alone = try deferral(last, deferred(last))
        #expect(alone.origin == .local && alone.scope == .host)
    }

    @Test func `a reply of an earlier server is a sign of life`() throws {
        let evidence = try evidence(
            "4F1A2B3C4D: host mx1.dest.example[192.0.2.1] said: 450 4.2.0 Greylisted (in reply to RCPT "
                + "TO command)",
            deferred("connect to mx2.dest.example[192.0.2.2]:25: Connection refused")
        )
        #expect(evidence.kind == .lifeSign)
        #expect(Set(evidence.hosts) == ["mx1.dest.example", "mx2.dest.example"])
    }

    @Test func `mail of our own alerts is no evidence`() throws {
        var protection = ProtectionSettings()
        protection.alertSenders = ["deferwatch@mail.example"]
        let line = deferred("connect to mx.dest.example[192.0.2.1]:25: Connection refused")
        var event = try #require(try events([line]).last)
        event.sender = "Deferwatch@mail.example"
        #expect(HealthEvidence(event, protection: protection)?.exemption == .ownAlert)
        event.originalRecipient = "U@Alias.Example"
        #expect(HealthEvidence(event)?.originalDomain == "alias.example")
        event.domain = nil
        #expect(HealthEvidence(event) == nil)
    }

    @Test(
        arguments: [
            ("mx.dest.example", "192.0.2.1", "smtp", false),
            ("127.0.0.1", "127.0.0.1", "smtp", true),
            ("localhost", "::1", "lmtp", true),
            ("mail.example", "private/dovecot-lmtp", "lmtp", true),
            ("local", nil, "local", true),
            ("maildrop", nil, "pipe", true),
        ] as [(String, String?, String, Bool)]
    )
    func `deliveries inside this system are told apart`(
        _ host: String,
        _ address: String?,
        _ daemon: String,
        _ isLocal: Bool
    ) {
        let evidence = HealthEvidence(
            DeliverySuccess(
                time: noon,
                domain: "dest.example",
                queueID: "4dQ1",
                relayHost: host,
                relayAddress: address,
                daemon: daemon
            )
        )
        #expect(evidence.kind == .success(.init(isLocalNextHop: isLocal)))
        #expect(evidence.hosts.isEmpty == isLocal)
    }

    @Test func `a fallback's delivery is marked`() {
        var protection = ProtectionSettings()
        protection.fallbackRelays = ["backup.example"]
        let success = DeliverySuccess(
            time: noon,
            domain: "dest.example",
            queueID: "4dQ1",
            relayHost: "Backup.Example",
            relayAddress: "192.0.2.9",
            daemon: "smtp"
        )
        let evidence = HealthEvidence(success, protection: protection)
        #expect(evidence.kind == .success(.init(viaOtherRelay: true)))
    }

    @Test(
        arguments: [
            (
                "host mx.dest.example[192.0.2.1] said: 550 5.1.1 <u@dest.example>: unknown (in reply to RCPT TO command)",
                true
            ),
            (
                "host mx.dest.example[192.0.2.1] said: 554 5.7.1 Spam (in reply to end of DATA command)",
                true
            ),
            ("host mx.dest.example[192.0.2.1] refused to talk to me: 554 5.7.1 Go away", false),
            (
                "host mx.dest.example[192.0.2.1] said: 502 5.5.1 No (in reply to EHLO command)",
                false
            ),
            (
                "host mx.dest.example[192.0.2.1] said: 550 5.4.4 example.org: refused (Deferwatch) (in reply to RCPT TO command)",
                false
            ),
            (
                "Host or domain name not found. Name service error for name=dest.example type=A: Host not found",
                false
            ),
        ]
    )
    func `a permanent refusal by the host itself is a sign of life`(
        _ reason: String,
        _ isLife: Bool
    ) throws {
        let line =
            "4F1A2B3C4D: to=<u@Dest.Example>, relay=mx.dest.example[192.0.2.1]:25, delay=1, "
            + "delays=0/0/1/0, dsn=5.1.1, status=bounced (\(reason))"
        let refusals = try ledger([line]) { $0.takeSuccesses() }
        #expect(refusals.map { HealthEvidence($0).kind } == (isLife ? [.lifeSign] : []))
    }

    @Test
    func `what a part of this system or a fallback refuses is no sign of life of the destination`()
    {
        var refusal = DeliverySuccess(
            time: noon,
            domain: "dest.example",
            queueID: "4dQ1",
            relayHost: "127.0.0.1",
            relayAddress: "127.0.0.1",
            daemon: "smtp",
            isRefusal: true
        )
        #expect(HealthEvidence(refusal).kind == .success(.init(isLocalNextHop: true)))
        (refusal.relayHost, refusal.relayAddress) = ("fallback.example", "192.0.2.9")
        var protection = ProtectionSettings()
        protection.fallbackRelays = ["fallback.example"]
        let evidence = HealthEvidence(refusal, protection: protection)
        #expect(evidence.kind == .success(.init(viaOtherRelay: true)))
    }

    @Test(
        arguments: [
            (
                "host backup.example[192.0.2.9] said: 451 4.7.1 Later (in reply to RCPT TO command)",
                true
            ),
            ("connect to backup.example[192.0.2.9]:25: Connection timed out", false),
        ]
    )
    func `a fallback that defers says nothing; that the destination's own host was away does`(
        _ reason: String,
        _ hasRelay: Bool
    ) throws {
        var protection = ProtectionSettings()
        protection.fallbackRelays = ["backup.example"]
        let last = deferred(reason, relay: hasRelay ? "Backup.Example[192.0.2.9]:25" : "none")
        let alone = try #require(try events([last]).last)
        let nothing = try #require(HealthEvidence(alone, protection: protection))
        guard case .deferral(let silent) = nothing.kind else {
            throw ExpectedDeferral(kind: nothing.kind)
        }
        #expect(silent.isLocalNextHop && !silent.isSignOfLife && nothing.hosts.isEmpty)
        let before = "connect to mx.dest.example[192.0.2.1]:25: Connection refused"
        let both = try #require(try events([before, last]).last)
        let failure = try #require(HealthEvidence(both, protection: protection))
        guard case .deferral(let own) = failure.kind else {
            throw ExpectedDeferral(kind: failure.kind)
        }
        #expect(own.code == .connectionRefused && own.scope == .destination)
        #expect(!own.isLocalNextHop && !own.isSignOfLife && failure.hosts == ["mx.dest.example"])
        #expect(own.stage == .connect && own.category == nil && !failure.hasConnected)
    }

    @Test(arguments: UInt64(1)...8)
    func `whatever a fallback answers, the destination stays as it was`(
        _ seed: UInt64
    ) throws {
        let server = "backup.example[192.0.2.9]"
        let reasons = [
            "host \(server) said: 451 4.7.1 Later (in reply to RCPT TO command)",
            "host \(server) said: 421 4.7.28 rate limited (in reply to end of DATA command)",
            "host \(server) refused to talk to me: 421 4.3.2 Service not available",
            "connect to \(server):25: Connection refused",
            "connect to \(server):25: No route to host",
            "lost connection with \(server) while sending RCPT TO",
            "conversation with \(server) timed out while receiving the initial server greeting",
            "TLS is required, but was not offered by host \(server)",
        ]
        var protection = ProtectionSettings()
        protection.fallbackRelays = ["backup.example"]
        var random = SeededRandom(seed: seed)
        var book = HealthBook(seed: seed)
        book.fail("dest.example", from: noon)
        let before = book.standing(of: "dest.example", now: noon + 900)
        for step in 0..<50 {
            let reason = try #require(reasons.randomElement(using: &random))
            let relay = reason.hasPrefix("connect") ? "none" : server + ":25"
            let event = try #require(try events([deferred(reason, relay: relay)]).last)
            var evidence = try #require(HealthEvidence(event, protection: protection))
            (evidence.time, evidence.message) = (noon + 900 + Seconds(step), UInt64(step))
            book.record(evidence)
        }
        let after = book.standing(of: "dest.example", now: noon + 950)
        #expect(before.state == after.state && before.evidence == after.evidence)
        #expect(before.throttle == after.throttle && before.nextHop == after.nextHop)
    }

    @Test func `an earlier reply of a fallback is no sign of life`() throws {
        var protection = ProtectionSettings()
        protection.fallbackRelays = ["backup1.example"]
        let lines = [
            "4F1A2B3C4D: host backup1.example[192.0.2.8] said: 450 4.2.0 Later (in reply to RCPT TO command)",
            deferred("connect to mx.dest.example[192.0.2.1]:25: Connection refused"),
        ]
        let event = try #require(try events(lines).last)
        #expect(HealthEvidence(event)?.kind == .lifeSign)
        let evidence = try #require(HealthEvidence(event, protection: protection))
        #expect(evidence.kind != .lifeSign && evidence.hosts == ["mx.dest.example"])
    }
}
