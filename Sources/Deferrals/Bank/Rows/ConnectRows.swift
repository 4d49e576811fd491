extension PatternBank {
    /// 'connect to HOST[ADDRESS]:PORT: ERROR': the TCP or UNIX-domain connection did not come about.
    static let connectRows: [PatternRow] = [
        PatternRow(
            "connect.refused", .reason,
            #"^connect to [^ ]+\]?(?::\d+)?: Connection refused$"#,
            code: .connectionRefused, origin: .network, stage: .connect,
            source: "Postfix src/smtp/smtp_connect.c; ECONNREFUSED",
            matches: [
                "connect to mx1.example.com[192.0.2.1]:25: Connection refused",
                "connect to mx1.example.com[2001:db8::1]:25: Connection refused",
            ],
            rejects: [
                "unable to look up host mx1.example.com: Connection refused",
                "host mx1.example.com[192.0.2.1] said: 451 4.4.1 connect to x[192.0.2.1]:25: Connection refused (in reply to RCPT TO command)",
            ]
        )
    ]
}
