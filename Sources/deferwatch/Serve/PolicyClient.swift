import LocalSocket
import PolicyService

/// Asks a policy socket as smtpd(8) would, and reads its answer.
struct PolicyClient {
    /// What came back.
    struct Answer: Hashable {
        /// The word behind 'action=', as sent.
        var action: String
        /// What stands behind the word.
        var text: String
    }

    private let connection: LocalConnection

    /// Connects.
    init(to place: SocketPlace, within limit: Duration) throws(LocalSocketError) {
        connection = try LocalConnection(to: place, within: limit)
    }

    /// Sends a request and waits for its answer; nil: the server closed instead.
    func ask(_ request: [UInt8], within limit: Duration) throws(LocalSocketError) -> Answer? {
        let deadline = ContinuousClock.now + limit
        try connection.send(request, until: deadline)
        let reply = try connection.read(to: [10, 10], limit: 65_536, until: deadline)
        return reply.flatMap(Self.answer)
    }

    private static func answer(_ reply: [UInt8]) -> Answer? {
        // Postfix ignores attributes that it does not know.
        for line in reply.split(separator: 10) where line.starts(with: Array("action=".utf8)) {
            let words = String(decoding: line.dropFirst(7), as: UTF8.self)
                .split(separator: " ", maxSplits: 1).map(String.init)
            return Answer(action: words.first ?? "", text: words.count > 1 ? words[1] : "")
        }
        return nil
    }
}
