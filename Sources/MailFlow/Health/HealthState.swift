/// What is held to be true of a destination.
public enum HealthState: String, Codable, Sendable, Hashable, CaseIterable {
    /// No evidence, or none that is fresh.
    case unknown
    /// It took mail, or replied to some.
    case up
    /// It fails, and not for long or often enough to be down; or a guard forbids 'down'.
    case degraded
    /// It fails.
    case down
    /// It was down, and nothing has been heard since: one request at a time finds out.
    case probing

    /// Requests are pushed back, but for probes.
    public var isDown: Bool { self == .down || self == .probing }
}

/// What an operator has said of a destination; it always ends by itself.
public struct ForcedVerdict: Codable, Sendable, Hashable {
    /// What was said.
    public enum Kind: String, Codable, Sendable, Hashable {
        /// Treat it as down.
        case down
        /// Treat it as up.
        case up
        /// Mail for it can never be delivered: refuse for good.
        case refuse
    }

    /// What was said.
    public var kind: Kind
    /// When.
    public var since: Seconds
    /// When it ends.
    public var until: Seconds

    /// See the properties.
    public init(kind: Kind, since: Seconds, until: Seconds) {
        self.kind = kind
        self.since = since
        self.until = until
    }

    var state: HealthState { kind == .up ? .up : .down }
}

/// Why an operator's word could not be taken.
public enum HealthError: Error, Hashable, Sendable, CustomStringConvertible {
    /// The domain is empty, or longer than DNS allows.
    case badDomain(String)
    /// No time limit, or one that is too long.
    case badLimit(Seconds, longest: Seconds)
    /// Too many forced states at once.
    case tooManyForced(Int)

    /// What failed, on what, what to do.
    public var description: String {
        switch self {
        case .badDomain(let domain): "'\(domain.prefix(80))' is no domain: name a recipient domain"
        case .badLimit(let limit, let longest):
            "a limit of \(limit) s is out of range: give one from 1 s to \(longest) s"
        case .tooManyForced(let most):
            "\(most) destinations are forced already: release one first"
        }
    }
}
