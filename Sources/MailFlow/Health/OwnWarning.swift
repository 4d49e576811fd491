/// A line in which Postfix says that it cannot deliver, whatever the destination.
public struct OwnWarning: Sendable, Hashable {
    /// What it says.
    public var kind: FindingKind
    /// When, in seconds since 1970, UTC.
    public var time: Seconds

    /// See the properties.
    public init(kind: FindingKind, time: Seconds) {
        self.kind = kind
        self.time = time
    }
}
