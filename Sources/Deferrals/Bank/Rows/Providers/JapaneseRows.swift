extension PatternBank {
    /// SoftBank, Willcom, docomo and InfoSphere.
    static let japaneseRows: [PatternRow] = [
        PatternRow(
            "softbank.sender-domain",
            .reply,
            #"^553 [\w-]{1,63}(?:\.[\w-]{1,63})+ does not exist$"#,
            category: .dnsOfSender,
            source:
                "note.com/sendmagic, SMTP replies of mobile carriers: the envelope sender's domain has no DNS records",
            matches: [
                "host mx1.example.net[192.0.2.25] said: 553 app.example.org does not exist (in reply to MAIL FROM command)"
            ],
            rejects: [
                "host mx1.example.net[192.0.2.25] said: 550 user@example.com does not exist (in reply to RCPT TO command)"
            ]
        ),
        PatternRow(
            "willcom.mailbox-full",
            .reply,
            #"\brecipient's mailbox exceeded the local limit\b"#,
            category: .mailboxFull,
            source: "nobuneko.com, 2012: a bounce of pdx.ne.jp",
            matches: [
                "host mx1.example.net[192.0.2.25] said: 552 We failed to deliver mail because the volume of recipient's mailbox exceeded the local limit. user@example.com (in reply to end of DATA command)"
            ],
            rejects: [
                "host mx1.example.net[192.0.2.25] said: 552 message exceeded the local limit (in reply to end of DATA command)"
            ]
        ),
        PatternRow(
            "docomo.line-length",
            .reply,
            #"^500 Line Too Long\b"#,
            category: .protocol,
            source:
                "note.com/sendmagic, SMTP replies of mobile carriers: a line of more than 1,000 bytes",
            matches: [
                "host mx1.example.net[192.0.2.25] said: 500 Line Too Long (in reply to end of DATA command)"
            ],
            rejects: [
                "host mx1.example.net[192.0.2.25] said: 500 Line (in reply to end of DATA command)"
            ]
        ),
        PatternRow(
            "infosphere.recipient",
            .reply,
            #"^550 can't accept user\b"#,
            category: .recipientUnknown,
            source: "sphere.ne.jp, notes on sending mail",
            matches: [
                "host mx1.example.net[192.0.2.25] said: 550 can't accept user... (#5.7.1) (in reply to RCPT TO command)"
            ],
            rejects: [
                "host mx1.example.net[192.0.2.25] said: 550 can't accept mail (#5.7.1) (in reply to RCPT TO command)"
            ]
        ),
    ]
}
