internal import Synchronization

/// Something that the server's operator may want to know.
///
/// Repeats are held back: of each kind one a minute at most, with the number of those that were not
/// told.
public enum PolicyEvent: Sendable, Hashable, CustomStringConvertible {
    /// A request that cannot be read; the connection was closed without a reply.
    case badRequest(PolicyProtocolError, client: String)
    /// A request was not finished in time, or a reply was not taken; the connection was closed.
    case stalled(client: String)
    /// A connection above the limit was closed at once.
    case tooManyConnections(limit: Int)
    /// Nothing came for so long that the connection was closed.
    case idle(client: String)
    /// Deciding failed, and the answer was DUNNO.
    case internalError(String)

    /// One sentence.
    public var description: String {
        switch self {
        case .badRequest(let error, let client): "bad policy request from \(client): \(error)"
        case .stalled(let client):
            "\(client) did not finish its request or take its reply in time: closed"
        case .tooManyConnections(let limit):
            "more than \(limit) connections: new ones are closed; raise the limit above the number"
                + " of smtpd processes"
        case .idle(let client): "\(client) was idle for too long: closed"
        case .internalError(let text): "deciding failed, the answer was DUNNO: \(text)"
        }
    }

    /// True for what is worth a warning; the rest is for debugging.
    public var isWarning: Bool {
        if case .idle = self { false } else { true }
    }

    var kind: Int {
        switch self {
        case .badRequest: 0
        case .stalled: 1
        case .tooManyConnections: 2
        case .idle: 3
        case .internalError: 4
        }
    }

    static let kinds = 5
}

/// Hands on the first event of a kind at once, then one a minute.
package final class EventLimiter: Sendable {
    /// Told of events, with the number of the same kind that were held back since the last one.
    package typealias Listener = @Sendable (PolicyEvent, Int) -> Void

    private struct Kind {
        var lastTold: Int64?
        var heldBack = 0
    }

    static let seconds: Int64 = 60
    private let kinds = Mutex(InlineArray<5, Kind>(repeating: Kind()))
    private let listener: Listener

    package init(_ listener: @escaping Listener) {
        self.listener = listener
    }

    /// Tells the listener, or counts.
    ///
    /// `now` is any clock that does not go back.
    package func note(_ event: PolicyEvent, now: Int64) {
        let heldBack: Int? = kinds.withLock { kinds in
            let kind = kinds[event.kind]
            if let last = kind.lastTold, now - last < Self.seconds {
                kinds[event.kind].heldBack += 1
                return nil
            }
            kinds[event.kind] = Kind(lastTold: now)
            return kind.heldBack
        }
        if let heldBack { listener(event, heldBack) }
    }
}
