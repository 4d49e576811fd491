internal import ByteScan

/// Cuts a stream of bytes into policy requests, however the stream is cut into reads.
///
/// Feed it with `append(_:)`, then call `next()` until it is false. A request is valid until the
/// next call; a copy of it stays valid. Memory is bounded by the limits and one read.
public struct PolicyRequestDecoder {
    /// The request that `next()` found.
    public private(set) var request = PolicyRequest()

    private var lines: RequestLines
    /// Bytes of `request.bytes` that came from the client; the rest is slack.
    private var filled = 0
    /// Where the next request begins, once one is handed out.
    private var nextStart = 0
    private var isHandedOut = false

    private static let usualSize = 2 << 10
    private static let largestKept = 8 << 10

    /// A decoder at the beginning of a stream.
    public init(limits: RequestLimits = RequestLimits()) {
        lines = RequestLines(limits: limits)
    }

    /// True where bytes of an unfinished request are held.
    public var isInsideRequest: Bool { heldBytes > 0 }
    private var heldBytes: Int { filled - (isHandedOut ? nextStart : lines.start) }

    /// Takes bytes as they come from the client.
    public mutating func append(_ chunk: Span<UInt8>) {
        guard !chunk.isEmpty else { return }
        if isHandedOut { reset() }
        moveToFront()
        makeRoom(for: chunk.count)
        let start = filled
        // SAFETY: makeRoom leaves room for the chunk and the slack behind it.
        unsafe request.bytes.withUnsafeMutableBytes { target in
            unsafe chunk.withUnsafeBytes { source in
                unsafe UnsafeMutableRawBufferPointer(rebasing: target[start...])
                    .copyMemory(from: source)
            }
        }
        filled += chunk.count
    }

    /// Hands out each request that is whole with `chunk`.
    ///
    /// - Returns: false where the beginning of another one is left.
    mutating func read(
        _ chunk: Span<UInt8>,
        _ body: (borrowing PolicyRequest) -> Void
    ) throws(PolicyProtocolError) -> Bool {
        append(chunk)
        while try next() { body(request) }
        return !isInsideRequest
    }

    /// Reads on to the end of the next request; false where more bytes are needed.
    ///
    /// After an error the stream is lost: there is no way back to a boundary.
    public mutating func next() throws(PolicyProtocolError) -> Bool {
        if isHandedOut { reset() }
        let bytes = request.bytes
        guard let end = try lines.take(bytes.span, upTo: filled) else { return false }
        nextStart = end
        try finish()
        isHandedOut = true
        return true
    }

    /// Tells what the end of the stream means: nothing at a boundary, else an error.
    public func endOfStream() throws(PolicyProtocolError) {
        guard isInsideRequest else { return }
        throw .endInsideRequest(byteCount: heldBytes)
    }

    private mutating func finish() throws(PolicyProtocolError) {
        request.values = lines.values
        if lines.start > 0 { shiftValues() }
        guard request[.request] != nil else { throw .missingRequest }
        guard request.matches(.request, "smtpd_access_policy") else {
            throw .unknownRequest(String((request.text(.request) ?? "").prefix(64)))
        }
        request.protocolState = readState()
        request.recipientDomain = request.domain(of: .recipient)
    }

    private mutating func shiftValues() {
        let (values, start) = (request.values, lines.start)
        for position in values.indices where values[position].start != 0 {
            let range = values[position]
            request.values[position] = ByteRange(range.lowerBound + start, range.upperBound + start)
        }
    }

    private func readState() -> ProtocolState? {
        guard let range = request[.protocolState] else { return nil }
        let bytes = request.bytes.span
        if range.count == 4, bytes.starts(with: "RCPT", in: range.range) { return .rcpt }
        return ProtocolState(rawValue: bytes.text(range))
    }

    /// Makes ready for the request behind the one that was handed out.
    private mutating func reset() {
        isHandedOut = false
        request.protocolState = nil
        request.recipientDomain = nil
        if nextStart == filled {
            (filled, nextStart) = (0, 0)
            if request.bytes.count > Self.largestKept { request.bytes = [] }
        }
        lines.begin(at: nextStart)
    }

    /// Drops the bytes before the current request, which only pipelining clients leave behind.
    private mutating func moveToFront() {
        let distance = lines.start
        guard distance > 0 else { return }
        request.bytes.removeSubrange(0..<distance)
        filled -= distance
        lines.move(by: distance)
    }

    private mutating func makeRoom(for count: Int) {
        let needed = filled + count + blockSlack
        guard request.bytes.count < needed else { return }
        let size = max(Self.usualSize, needed, 2 * request.bytes.count)
        request.bytes += [UInt8](repeating: 0, count: size - request.bytes.count)
    }
}
