/// A decoder that connections of one event loop use in turns.
package final class RequestReader {
    private let limits: RequestLimits
    private var decoder: PolicyRequestDecoder

    package init(limits: RequestLimits) {
        self.limits = limits
        decoder = PolicyRequestDecoder(limits: limits)
    }

    private init(limits: RequestLimits, decoder: PolicyRequestDecoder) {
        self.limits = limits
        self.decoder = decoder
    }

    /// Hands out each request that is whole with `chunk`.
    ///
    /// - Returns: false where the beginning of another one is left.
    func read(
        _ chunk: Span<UInt8>,
        _ body: (borrowing PolicyRequest) -> Void
    ) throws(PolicyProtocolError) -> Bool {
        try decoder.read(chunk, body)
    }

    /// A reader that goes on where this one is; this one begins anew.
    func split() -> RequestReader {
        defer { begin() }
        return RequestReader(limits: limits, decoder: decoder)
    }

    /// Forgets all.
    func begin() {
        decoder = PolicyRequestDecoder(limits: limits)
    }

    /// Tells what the end of the stream means; see the decoder.
    func endOfStream() throws(PolicyProtocolError) {
        try decoder.endOfStream()
    }
}
