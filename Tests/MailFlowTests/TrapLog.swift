/// A log in which everything stands that a careless reader adds up wrongly when it is cut.
enum TrapLog {
    /// About sixty lines: one round of every trap.
    ///
    /// `day` is of the traditional lines ('Dec 31'), `date` of the RFC 3339 ones ('2025-12-31').
    /// `salt` tells queue IDs and recipients apart; the short ID 4F1A0 comes in every round.
    static func part(day: String, date: String, hour: String, salt: String) -> [String] {
        let old = "\(day) \(hour)"
        let new = "\(date)T\(hour)"
        return queues(old, new, salt) + companions(old, new, salt) + oddities(old, new, salt)
            + filtered(old, salt)
    }

    /// Two recipients wait for a content filter, go through it, and one waits behind it.
    private static func filtered(_ old: String, _ salt: String) -> [String] {
        let (one, two) = ("BA8C\(salt)", "CB9D\(salt)")
        let handed = ["r@example.net", "s@example.org"].map { recipient in
            "\(old):40:03 mail postfix/smtp[4]: \(one): to=<\(recipient)>, relay=127.0.0.1[127.0.0.1]:10024, delay=9, delays=0/0/0/9, dsn=2.0.0, status=sent (250 2.0.0 from MTA(smtp:[127.0.0.1]:10025): 250 2.0.0 Ok: queued as \(two))"
        }
        return [
            "\(old):40:00 mail postfix/cleanup[8]: \(one): message-id=<f.\(salt)@x>",
            "\(old):40:01 mail \(Flow.deferral(one, "r@example.net"))".tagged,
            "\(old):40:01 mail \(Flow.deferral(one, "s@example.org"))".tagged,
            "\(old):40:02 mail postfix/smtpd[6]: \(two): client=localhost[127.0.0.1]",
            "\(old):40:02 mail postfix/cleanup[8]: \(two): message-id=<f.\(salt)@x>",
            "\(old):40:02 mail \(Flow.deferral(two, "s@example.org"))".tagged,
        ] + handed + [
            "\(old):40:03 mail postfix/qmgr[9]: \(one): removed",
            "\(old):40:04 mail \(Flow.deferral(two, "r@example.net"))".tagged,
            "\(old):45:04 mail \(Flow.ended(two, "r@example.net"))".tagged,
        ]
    }

    private static func queues(_ old: String, _ new: String, _ salt: String) -> [String] {
        let one = "4F1A\(salt)"
        let two = "5B2C\(salt)"
        return [
            "\(old):00:01 mail postfix/smtpd[7]: connect from web[192.0.2.9]",
            "\(old):00:01 mail postfix/smtpd[7]: \(one): client=web[192.0.2.9]",
            "\(old):00:01 mail postfix/cleanup[8]: \(one): message-id=<m1.\(salt)@x>",
            "\(old):00:02 mail postfix/qmgr[9]: \(one): from=<ann@example.com>, size=900, nrcpt=3 (queue active)",
            "\(new):00:02.5+01:00 edge postfix/cleanup[8]: \(one): message-id=<e1.\(salt)@x>",
            "\(old):00:03 mail \(Flow.deferral(one, "b@example.net"))".tagged,
            "\(old):00:03 mail \(Flow.deferral(one, "c@example.net"))".tagged,
            "\(old):00:03 mail \(Flow.ended(one, "d@example.org"))".tagged,
            "\(new):00:04+01:00 edge \(Flow.deferral(one, "b@example.net", "Host or domain name not found. Name service error for name=example.net type=MX: Host not found, try again"))"
                .tagged,
            "\(old):00:05 mail postfix/cleanup[8]: 4F1A0: message-id=<reused.\(salt)@x>",
            "\(old):00:06 mail \(Flow.deferral("4F1A0", "z\(salt)@example.org"))".tagged,
            "\(old):05:03 mail \(Flow.deferral(one, "b@example.net", "delivery temporarily suspended: connect to mx.example.net[192.0.2.1]:25: Connection refused"))"
                .replacing("smtp[4]", with: "error[5]").tagged,
            "\(old):06:03 mail \(Flow.ended(one, "b@example.net"))".tagged,
            "\(old):06:04 mail postfix/postsuper[10]: \(one): requeued",
            "\(old):06:05 mail postfix/pickup[11]: \(two): uid=105 from=<ann@example.com> orig_id=\(one)",
            "\(old):06:05 mail postfix/cleanup[8]: \(two): message-id=<m1.\(salt)@x>",
            "\(old):06:06 mail \(Flow.deferral(two, "c@example.net", "conversation with mx.example.net[192.0.2.1] timed out while sending end of data -- message may be sent more than once"))"
                .tagged,
            "\(old):07:06 mail \(Flow.ended(two, "c@example.net", "bounced"))".tagged,
            "\(old):07:06 mail postfix/qmgr[9]: \(two): removed",
            "\(old):08:00 mail postfix/cleanup[8]: 6C3D\(salt): message-id=<m2.\(salt)@x>",
            "\(old):08:00 mail postfix/smtpd[7]: 7D4E\(salt): client=localhost[127.0.0.1], orig_queue_id=6C3D\(salt), orig_client=web[192.0.2.9]",
            "\(old):08:00 mail postfix/cleanup[8]: 7D4E\(salt): message-id=<m2.\(salt)@x>",
            "\(old):08:01 mail \(Flow.ended("6C3D\(salt)", "f@example.net"))".replacing(
                "250 ok",
                with: "250 2.0.0 Ok: queued as 7D4E\(salt)"
            ).tagged,
            "\(old):08:01 mail postfix/qmgr[9]: 6C3D\(salt): removed",
            "\(old):08:02 mail \(Flow.deferral("7D4E\(salt)", "f@example.net"))".tagged,
            "\(old):08:03 mail postfix/postsuper[10]: 7D4E\(salt): placed on hold",
            "\(old):08:04 mail postfix/postsuper[10]: 4F1A0: removed",
            "\(new):08:05.000001+01:00 edge postfix/qmgr[9]: \(one): from=<>, status=expired, returned to sender",
            "\(new):08:05.000002+01:00 edge postfix/qmgr[9]: \(one): removed",
        ]
    }

    private static func companions(_ old: String, _ new: String, _ salt: String) -> [String] {
        let id = "8E5F\(salt)"
        return [
            "\(old):10:00 mail postfix/smtp[21]: connect to mx1.example.org[2001:db8::1]:25: Network is unreachable",
            "\(old):10:00 mail postfix/smtp[22]: connect to mx9.example.org[192.0.2.99]:25: No route to host",
            "\(new):10:00+01:00 edge postfix/smtp[21]: connect to mx8.example.org[192.0.2.88]:25: Connection refused",
            "\(old):10:01 mail postfix/smtp[21]: \(id): host mx2.example.org[192.0.2.2] said: 451 4.7.1 Greylisted (in reply to RCPT TO command)",
            "\(old):10:02 mail \(Flow.deferral(id, "g@example.org", "connect to mx3.example.org[192.0.2.3]:25: Connection timed out", pid: 21))"
                .tagged,
            "\(old):10:02 mail \(Flow.deferral(id, "h@example.org", "connect to mx3.example.org[192.0.2.3]:25: Connection timed out", pid: 21))"
                .tagged,
            "\(old):10:03 mail \(Flow.deferral("9F6A\(salt)", "i@example.org", "connect to mx3.example.org[192.0.2.3]:25: Connection timed out", pid: 21))"
                .tagged,
            "\(old):10:04 mail postfix/smtp[22]: server certificate verification failed for mx4.example.org[192.0.2.4]:25: certificate has expired",
            "\(old):10:05 mail \(Flow.deferral("9F6A\(salt)", "i@example.org", "Server certificate not verified", pid: 22))"
                .tagged,
            "\(old):10:05 mail postfix/smtp[23]: connect to mx5.example.org[192.0.2.5]:25: Connection refused",
            "\(old):25:06 mail \(Flow.deferral("9F6A\(salt)", "i@example.org", "connect to mx3.example.org[192.0.2.3]:25: Connection timed out", pid: 23))"
                .tagged,
            "\(old):25:07 mail postfix/smtp[23]: connect to mx5.example.org[192.0.2.5]:25: Connection refused",
            "\(old):25:08 mail \(Flow.ended("9F6A\(salt)", "j@example.org"))".replacing(
                "smtp[4]",
                with: "smtp[23]"
            ).tagged,
            "\(old):25:09 mail \(Flow.deferral("8E5F\(salt)", "g@example.org", "lost connection with mx6.example.org[192.0.2.6] while receiving the initial server greeting", pid: 23))"
                .tagged,
        ]
    }

    private static func oddities(_ old: String, _ new: String, _ salt: String) -> [String] {
        let long = "4Tqz1x0wTGz9sXb\(salt)Y2t"
        return [
            "\(old):30:00 mail postfix/smtp[4]: message repeated 3 times: [ 8E5F\(salt): to=<g@example.org>, relay=none, delay=9, delays=0/0/9/0, dsn=4.4.1, status=deferred (connect to mx3.example.org[192.0.2.3]:25: Connection refused)]",
            "\(old):30:01 mail postfix/bounce[6]: 8E5F\(salt): status=deferred (bounce failed)",
            "\(old):30:02 mail last message repeated 2 times",
            "",
            "   ",
            "no log line at all",
            "\(old):30:03 mail postfix/qmgr[9]: warning: mail for example.org is using up 4500 of 5000 active queue entries",
            "\(old):30:03 mail postfix/master[2]: warning: process /usr/lib/postfix/smtp pid \(salt) killed by signal 11",
            "\(old):30:04 mail postfix/smtp[4]: \(long): to=<k@example.org>, relay=mx[192.0.2.1]:25, delay=9, delays=0/120/9/0, tls=may, dsn=4.7.1, status=SOFTBOUNCE (host mx[192.0.2.1] said: 550 5.7.1 no \u{9B}31m (in reply to RCPT TO command))",
            "\(old):30:05 mail postfix/smtp[4]: \(long): to=<k@example.org>, relay=none, delay=9, dsn=4.0.0, status=deferred (a text of round \(salt) that no row knows",
            "\(old):30:06 mail postfix/smtp[4]: \(long): to=<k@example.org>, relay=none, delay=9",
            "\(old):30:07 mail postfix/smtp[4]: \(long): to=<p@example.org>, relay=mx[192.0.2.1]:25, delay=9, dsn=4.0.0, status=undeliverable (host mx[192.0.2.1] said: 450 x)",
            "\(new):30:08Z edge postfix/qmgr[9]: \(long): from=<\"a>, status=expired\"@example.com>, size=9, nrcpt=1 (queue active)",
            #"{"log":"\#(old):30:09 mail postfix/smtp[4]: AF7B\#(salt): to=<q@example.org>, relay=none, delay=1, dsn=4.4.1, status=deferred (connect to mx[192.0.2.1]:25: Connection refused)\n","time":"\#(new):30:09Z"}"#,
            "\(old):30:10 mail systemd-journald[1]: Suppressed 45 messages from postfix.service",
        ]
    }

    /// Four rounds over New Year.
    static let lines =
        part(day: "Dec 30", date: "2025-12-30", hour: "22", salt: "1")
        + part(day: "Dec 31", date: "2025-12-31", hour: "23", salt: "2")
        + [
            "Jan  1 00:00:00 mail postfix/smtpd[7]: connect from web[192.0.2.9]",
            "Dec 31 23:59:59 mail postfix/smtpd[7]: disconnect from web[192.0.2.9]",
        ]
        + part(day: "Jan  1", date: "2026-01-01", hour: "00", salt: "3")
        + part(day: "Jan  2", date: "2026-01-02", hour: "01", salt: "4")
}

extension String {
    /// With 'postfix/' before the daemon that follows the host.
    fileprivate var tagged: String {
        guard let host = firstRange(of: " mail ") ?? firstRange(of: " edge ") else { return self }
        return self[..<host.upperBound] + "postfix/" + self[host.upperBound...]
    }

    fileprivate func replacing(_ old: String, with new: String) -> String {
        guard let place = firstRange(of: old) else { return self }
        return self[..<place.lowerBound] + new + self[place.upperBound...]
    }
}
