extension PatternBank {
    /// Servers of the qmail family and Courier: spamdyke, qpsmtpd, IndiMail.
    static let qmailFamilyRows: [PatternRow] = [
        PatternRow(
            "spamdyke.sender-mx",
            .reply,
            #"\bdomain of your sender address has no mail exchanger\b"#,
            category: .dnsOfSender,
            source: "spamdyke tests, reject-missing-sender-mx",
            matches: [
                "host mx1.example.net[192.0.2.25] said: 421 Refused. The domain of your sender address has no mail exchanger (MX). (in reply to RCPT TO command)"
            ],
            rejects: [
                "host mx1.example.net[192.0.2.25] said: 421 Refused. The domain of your recipient has no mail exchanger (MX). (in reply to RCPT TO command)"
            ]
        ),
        PatternRow(
            "qpsmtpd.bare-lf",
            .reply,
            #"/qpsmtpd/barelf\.html"#,
            category: .protocol,
            source: "qpsmtpd: a line feed alone",
            matches: [
                "host mx1.example.net[192.0.2.25] said: 451 See http://develooper.com/code/qpsmtpd/barelf.html (in reply to end of DATA command)"
            ],
            rejects: [
                "host mx1.example.net[192.0.2.25] said: 451 See http://develooper.com/code/qpsmtpd/ (in reply to end of DATA command)"
            ]
        ),
        PatternRow(
            "indimail.helo",
            .reply,
            #"\bunable to accept non-FQDN HELO\b"#,
            category: .dnsOfSender,
            source: "IndiMail qmail-smtpd.c, die_nohelofqdn()",
            matches: [
                "host mx1.example.net[192.0.2.25] said: 451 unable to accept non-FQDN HELO (#4.3.0) (in reply to MAIL FROM command)"
            ],
            rejects: [
                "host mx1.example.net[192.0.2.25] said: 451 unable to accept mail now (#4.3.0) (in reply to MAIL FROM command)"
            ]
        ),
        PatternRow(
            "courier.sender-dns",
            .reply,
            #"^417 DNS lookup failure: "#,
            category: .dnsOfSender,
            source: "Courier courier/submit.C: the sender's domain, BOFHCHECKDNS",
            matches: [
                "host mx1.example.net[192.0.2.25] said: 417 DNS lookup failure: app@example.org.  Try again later. (in reply to MAIL FROM command)"
            ],
            rejects: [
                "host mx1.example.net[192.0.2.25] said: 417 Temporary delivery error (in reply to RCPT TO command)"
            ]
        ),
    ]
}
