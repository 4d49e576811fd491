/// The catalogue in Turkish.
enum Turkish {
    /// The name of `Topic.handshake`.
    static let handshakeName = "TLS el sıkışması başarısız oldu"

    /// The entry on a topic; English until it is written.
    static func advice(for topic: Topic) -> Advice {
        English.advice(for: topic)
    }
}
