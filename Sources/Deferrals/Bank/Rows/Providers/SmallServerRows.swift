extension PatternBank {
    /// hMailServer, Haraka, OpenSMTPD and services with words of their own.
    static let smallServerRows: [PatternRow] = [
        PatternRow(
            "hmailserver.data",
            .reply,
            #"Excessive amounts of data sent"#,
            category: .protocol,
            source: "hMailServer SMTPConnection.cpp: a line without an end",
            matches: [
                "host mx.example.com[192.0.2.24] said: 421 Excessive amounts of data sent to server. (in reply to end of DATA command)"
            ]
        ),
        PatternRow(
            "haraka.split",
            .reply,
            #"Split transaction, retry"#,
            category: .tooManyRecipients,
            source: "Haraka plugins: recipients of one message need different answers",
            matches: [
                "host mx.example.com[192.0.2.25] said: 450 Split transaction, retry soon (in reply to end of DATA command)"
            ]
        ),
        PatternRow(
            "opensmtpd.expansion",
            .reply,
            #"Mailing list expansion problem"#,
            category: .remoteSystem,
            source: "OpenSMTPD smtpd, enhanced status 2.4",
            matches: [
                "host mx.example.com[192.0.2.26] said: 424 4.2.4 Mailing list expansion problem (in reply to end of DATA command)"
            ]
        ),
        PatternRow(
            "forwardemail.interrupted",
            .reply,
            #"delivery was temporarily interrupted"#,
            category: .remoteSystem,
            source: "github.com/forwardemail/forwardemail.net, issue 547",
            matches: [
                "host mx.example.com[192.0.2.27] said: 421 Message delivered to user@example.com; Message delivery was temporarily interrupted, please try again later. (in reply to end of DATA command)"
            ]
        ),
        PatternRow(
            "daum.denied",
            .reply,
            #"\bRDENY "#,
            category: .senderRejected,
            source: "Daum and Kakao Mail; public Postfix logs",
            matches: [
                "host mx1.example.net[192.0.2.29] said: 550 5.7.1 RDENY 192.0.2.1: The receiver denied your mail. Please contact the receiver with another way.: <user@example.com> (in reply to RCPT TO command)"
            ]
        ),
        PatternRow(
            "daum.inactive",
            .reply,
            #"\bRACT "#,
            category: .mailboxUnavailable,
            source: "Daum and Kakao Mail; public Postfix logs",
            matches: [
                "host mx1.example.net[192.0.2.30] said: 550 5.2.1 RACT 192.0.2.1: Mailbox is inactive: <user@example.com> (in reply to RCPT TO command)"
            ]
        ),
    ]
}
