extension PatternBank {
    /// Aruba and Forpsi, BT, Interia, Libero.
    static let europeanRows: [PatternRow] = [
        PatternRow(
            "aruba.policy-violation",
            .reply,
            #"^[45]\d\d [45]\.1\.0 \w{20,32} policy violation\b"#,
            category: .rateLimited,
            source:
                "guide.arubabusiness.it, common errors; support.konto.pl/kb/a2765: too many messages within a time",
            matches: [
                "host mx1.example.net[192.0.2.25] said: 550 5.1.0 cNkj1y0022zrrQM01NkjaD policy violation, see https://support.forpsi.com/kb/a4081 (in reply to MAIL FROM command)"
            ],
            rejects: [
                "host mx1.example.net[192.0.2.25] said: 550 5.7.1 Message rejected: policy violation (in reply to end of DATA command)"
            ]
        ),
        PatternRow(
            "bt.policy-engine",
            .reply,
            #"\bSystem policy engine error\b"#,
            category: .remoteSystem,
            source: "hcidata.info/BT-not-accepting-emails.htm",
            matches: [
                "host mx1.example.net[192.0.2.25] said: 451 System policy engine error (in reply to RCPT TO command)"
            ],
            rejects: [
                "host mx1.example.net[192.0.2.25] said: 554 Message rejected, policy (3.2.1.1) (in reply to end of DATA command)"
            ]
        ),
        PatternRow(
            "interia.not-wanted",
            .reply,
            #"\bRecipient doesn't want your mail\b"#,
            category: .senderRejected,
            source: "pomoc.poczta.interia.pl: the recipient has blocked the sender",
            matches: [
                "host mx1.example.net[192.0.2.25] said: 550 5.7.1 Recipient doesn't want your mail (in reply to RCPT TO command)"
            ],
            rejects: [
                "host mx1.example.net[192.0.2.25] said: 550 5.7.1 Recipient doesn't exist (in reply to RCPT TO command)"
            ]
        ),
        PatternRow(
            "libero.sender-domain",
            .reply,
            #"\bInvalid Domain \[[^\]]{1,256}(?:LIB|VIR)_420\]"#,
            category: .dnsOfSender,
            source: "Libero and Virgilio; a list of texts that a bounce handler met",
            matches: [
                "host mx1.example.net[192.0.2.25] said: 550 Invalid Domain [smtp-16.example.it; VIR_420] (in reply to MAIL FROM command)"
            ],
            rejects: [
                "host mx1.example.net[192.0.2.25] said: 550 Invalid Domain (in reply to MAIL FROM command)"
            ]
        ),
    ]
}
