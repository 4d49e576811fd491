public import ByteScan

/// Answers requests, from memory and at once: no disk, no network, no waiting.
public protocol VerdictSource: AnyObject, Sendable {
    /// The answer to `request`. Called on an event loop; an error becomes DUNNO.
    func verdict(for request: PolicyRequest) throws -> Verdict
}

/// Knows how destinations fare.
public protocol StandingSource: AnyObject, Sendable {
    /// The standing of the domain in `range`, which may be in any case.
    func standing(of bytes: Span<UInt8>, _ range: ByteRange, at now: Int64) -> DestinationStanding

    /// The probe that the standing offered is on its way.
    func probeStarted(_ bytes: Span<UInt8>, _ range: ByteRange, at now: Int64)
}
