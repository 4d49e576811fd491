internal import ByteScan

/// Cuts a stream of bytes into policy requests, however the stream is cut into reads.
///
/// Feed it with `append(_:)`, then call `next()` until it is false. A request is valid until the
/// next call; a copy of it stays valid. Memory is bounded by the limits and one read.
public struct PolicyRequestDecoder {
    /// The request that `next()` found.
    public private(set) var request = PolicyRequest()

    private let limits: RequestLimits
    private let table = AttributeTable.shared
    /// Bytes of `request.bytes` that came from the client; the rest is slack.
    private var filled = 0
    private var requestStart = 0
    private var lineStart = 0
    /// Up to here no line feed is unseen.
    private var scanned = 0
    private var attributeCount = 0
    /// The attribute that Postfix would send next.
    private var expected = 0
    private var isHandedOut = false

    private static let usualSize = 2 << 10
    private static let largestKept = 8 << 10

    /// A decoder at the beginning of a stream.
    public init(limits: RequestLimits = RequestLimits()) {
        self.limits = limits
    }

    /// True where bytes of an unfinished request are held.
    public var isInsideRequest: Bool { filled > (isHandedOut ? scanned : requestStart) }

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
        guard try takeLines() else {
            scanned = filled
            try checkLengths(upTo: filled)
            return false
        }
        try finish()
        isHandedOut = true
        return true
    }

    /// Takes line after line; true at the empty one that ends a request.
    private mutating func takeLines() throws(PolicyProtocolError) -> Bool {
        // Nearly always all that is there is shorter than any limit.
        let isShort = filled - requestStart < min(limits.lineBytes, limits.requestBytes)
        var block = scanned
        var firstNUL = Int.max
        while block < filled {
            var ends = request.bytes.span.mask64(of: UInt8(ascii: "\n"), at: block)
            if firstNUL == .max {
                let zeros = request.bytes.span.mask64(of: 0, at: block)
                if zeros != 0 { firstNUL = block &+ zeros.trailingZeroBitCount }
            }
            while ends != 0 {
                let end = block &+ ends.trailingZeroBitCount
                ends &= ends &- 1
                // What is behind the last byte means nothing.
                guard end < filled else { break }
                if !isShort { try checkLengths(upTo: end) }
                guard end < firstNUL else { throw .nulByte }
                scanned = end &+ 1
                if end == lineStart { return true }
                try takeLine(end: end)
                lineStart = end &+ 1
            }
            block &+= 64
        }
        // Behind what is filled there are zeros, and they mean nothing.
        guard firstNUL >= filled else { throw .nulByte }
        return false
    }

    /// Tells what the end of the stream means: nothing at a boundary, else an error.
    public func endOfStream() throws(PolicyProtocolError) {
        guard isInsideRequest else { return }
        throw .endInsideRequest(byteCount: filled - (isHandedOut ? scanned : requestStart))
    }

    @inline(__always)
    private func checkLengths(upTo end: Int) throws(PolicyProtocolError) {
        guard end - lineStart <= limits.lineBytes else {
            throw .lineTooLong(limit: limits.lineBytes)
        }
        guard end - requestStart < limits.requestBytes else {
            throw .requestTooLong(limit: limits.requestBytes)
        }
    }

    @inline(__always)
    private mutating func takeLine(end: Int) throws(PolicyProtocolError) {
        attributeCount += 1
        guard attributeCount <= limits.attributes else {
            throw .tooManyAttributes(limit: limits.attributes)
        }
        guard let (position, value) = try readLine(end: end) else { return }
        expected = position &+ 1
        if request.values[position].start == 0 { request.values[position] = value }
    }

    /// The attribute in the line that ends at `end`; nil for an unknown one.
    @inline(__always)
    private func readLine(end: Int) throws(PolicyProtocolError) -> (Int, ByteRange)? {
        let bytes = request.bytes.span
        var position = expected
        var length = table.length(of: expected, in: bytes, at: lineStart)
        if length == 0 {
            let equals = bytes.scan(for: UInt8(ascii: "="), from: lineStart, to: end)
            guard equals < end else { throw .lineWithoutEquals }
            guard equals > lineStart else { throw .emptyName }
            length = equals - lineStart
            guard let found = table.position(of: bytes, at: lineStart, length: length) else {
                return nil
            }
            position = found
        }
        let start = lineStart &+ length &+ 1 &- requestStart
        return (position, ByteRange(start, end &- requestStart))
    }

    private mutating func finish() throws(PolicyProtocolError) {
        if requestStart > 0 { shiftValues() }
        guard request[.request] != nil else { throw .missingRequest }
        guard request.matches(.request, "smtpd_access_policy") else {
            throw .unknownRequest(String((request.text(.request) ?? "").prefix(64)))
        }
        request.protocolState = readState()
        request.recipientDomain = request.domain(of: .recipient)
    }

    /// Values are kept relative to their request, so that bytes may move before it is complete.
    private mutating func shiftValues() {
        let values = request.values
        for position in values.indices where values[position].start != 0 {
            let range = values[position]
            request.values[position] = ByteRange(
                range.lowerBound + requestStart,
                range.upperBound + requestStart
            )
        }
    }

    private func readState() -> ProtocolState? {
        if request.matches(.protocolState, "RCPT") { return .rcpt }
        return request.text(.protocolState).flatMap(ProtocolState.init(rawValue:))
    }

    /// Makes ready for the request behind the one that was handed out.
    private mutating func reset() {
        isHandedOut = false
        request.values = InlineArray(repeating: .none)
        request.protocolState = nil
        request.recipientDomain = nil
        attributeCount = 0
        expected = 0
        if scanned == filled {
            (filled, scanned) = (0, 0)
            if request.bytes.count > Self.largestKept { request.bytes = [] }
        }
        requestStart = scanned
        lineStart = scanned
    }

    /// Drops the bytes before the current request, which only pipelining clients leave behind.
    private mutating func moveToFront() {
        guard requestStart > 0 else { return }
        request.bytes.removeSubrange(0..<requestStart)
        filled -= requestStart
        lineStart -= requestStart
        scanned -= requestStart
        requestStart = 0
    }

    private mutating func makeRoom(for count: Int) {
        let needed = filled + count + blockSlack
        guard request.bytes.count < needed else { return }
        let size = max(Self.usualSize, needed, 2 * request.bytes.count)
        request.bytes += [UInt8](repeating: 0, count: size - request.bytes.count)
    }
}
