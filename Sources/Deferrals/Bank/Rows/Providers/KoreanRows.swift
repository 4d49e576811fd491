extension PatternBank {
    /// Naver.
    static let koreanRows: [PatternRow] = [
        PatternRow(
            "naver.recipient-refuses",
            .reply,
            #"\bregistered as spammer \(by user's reject list\)"#,
            category: .senderRejected,
            source:
                "puffinknight.tistory.com, texts of returned mail: the list of the recipient, not of the provider",
            matches: [
                "host mx1.example.net[192.0.2.25] said: 550 You are registered as spammer (by user's reject list) (in reply to RCPT TO command)"
            ],
            rejects: [
                "host mx1.example.net[192.0.2.25] said: 550 You are registered as spammer (in reply to RCPT TO command)"
            ]
        )
    ]
}
