internal import ByteScan

/// Takes a request apart, line by line, as far as its bytes are there.
struct RequestLines {
    /// What the lines so far have come to.
    private struct Progress {
        var lineStart = 0
        /// How many attributes there may still be.
        var attributesLeft: Int
        /// The attribute that Postfix would send next.
        var expected = 0
    }

    private let limits: RequestLimits
    private let table = AttributeTable.shared
    /// Where the request begins.
    private(set) var start = 0
    /// Of each attribute its first value, relative to `start`, so that bytes may move before the request is
    /// complete.
    private(set) var values = InlineArray<32, ByteRange>(repeating: .none)
    private var progress: Progress
    /// Up to here no line feed is unseen.
    private var scanned = 0

    init(limits: RequestLimits) {
        self.limits = limits
        progress = Progress(attributesLeft: limits.attributes)
    }

    /// Begins with the request at `start`.
    mutating func begin(at start: Int) {
        self.start = start
        scanned = start
        progress = Progress(lineStart: start, attributesLeft: limits.attributes)
        values = InlineArray(repeating: .none)
    }

    /// Goes on where `distance` bytes were dropped before the request.
    mutating func move(by distance: Int) {
        start -= distance
        scanned -= distance
        progress.lineStart -= distance
    }

    /// Takes the lines of `bytes` that end before `filled`, behind which there is slack.
    ///
    /// - Returns: The offset behind the empty line that ends the request; nil where that is not there yet.
    mutating func take(
        _ bytes: Span<UInt8>,
        upTo filled: Int
    ) throws(PolicyProtocolError) -> Int? {
        // Nearly always all that is there is shorter than any limit.
        let isShort = filled - start < min(limits.lineBytes, limits.requestBytes)
        let firstNUL = bytes.firstOffset(of: 0, in: scanned..<filled)
        let last = firstNUL ?? filled
        // A copy, which is kept in registers.
        var progress = progress
        var block = scanned
        while block < last {
            var ends = bytes.mask64(of: UInt8(ascii: "\n"), at: block)
            // What is behind the last byte means nothing.
            if last &- block < 64 { ends &= (1 << UInt64(last &- block)) &- 1 }
            while ends != 0 {
                let end = block &+ ends.trailingZeroBitCount
                ends &= ends &- 1
                if !isShort { try checkLengths(from: progress.lineStart, to: end) }
                if end == progress.lineStart { return end &+ 1 }
                try takeLine(bytes, end, &progress)
            }
            block &+= 64
        }
        guard firstNUL == nil else { throw .nulByte }
        try checkLengths(from: progress.lineStart, to: filled)
        scanned = filled
        self.progress = progress
        return nil
    }

    private func checkLengths(from lineStart: Int, to end: Int) throws(PolicyProtocolError) {
        guard end - lineStart <= limits.lineBytes else {
            throw .lineTooLong(limit: limits.lineBytes)
        }
        guard end - start < limits.requestBytes else {
            throw .requestTooLong(limit: limits.requestBytes)
        }
    }

    @inline(__always)
    private mutating func takeLine(
        _ bytes: Span<UInt8>,
        _ end: Int,
        _ progress: inout Progress
    ) throws(PolicyProtocolError) {
        progress.attributesLeft &-= 1
        guard progress.attributesLeft >= 0 else {
            throw .tooManyAttributes(limit: limits.attributes)
        }
        let lineStart = progress.lineStart
        progress.lineStart = end &+ 1
        var position = progress.expected
        var length = table.length(of: position, in: bytes, at: lineStart)
        if length == 0 {
            length = try nameLength(bytes, lineStart, end)
            guard let found = table.position(of: bytes, at: lineStart, length: length) else {
                return
            }
            position = found
        }
        progress.expected = position &+ 1
        guard values[position].start == 0 else { return }
        values[position] = ByteRange(lineStart &+ length &+ 1 &- start, end &- start)
    }

    private func nameLength(
        _ bytes: Span<UInt8>,
        _ lineStart: Int,
        _ end: Int
    ) throws(PolicyProtocolError) -> Int {
        let equals = bytes.scan(for: UInt8(ascii: "="), from: lineStart, to: end)
        guard equals < end else { throw .lineWithoutEquals }
        guard equals > lineStart else { throw .emptyName }
        return equals - lineStart
    }
}
