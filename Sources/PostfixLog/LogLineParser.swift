public import ByteScan

/// Reads the head of log lines in every form that a mail log comes in.
///
/// Keeps the last head: neighbouring lines mostly share host and second, and comparing bytes is
/// cheaper than reading them anew.
public struct LogLineParser: Sendable {
    /// True when the line just read has another time than the one before.
    public private(set) var timeChanged = false
    /// True when the line just read has another host than the one before.
    public private(set) var hostChanged = false

    private var head = [UInt8](repeating: 0, count: 64)
    /// Bytes of `head` that are valid; 0: nothing remembered.
    private var headLength = 0
    /// Where the host began in the remembered head.
    private var hostStart = 0
    private var hostLength = 0
    private var lastTime = LogTime(seconds: 0)
    private var hasHost = false

    /// A parser that has seen nothing.
    public init() {}

    /// Reads the head of the line in `range`; nil where it is no log line at all.
    ///
    /// - Precondition: `blockSlack` bytes follow the range in `bytes`.
    public mutating func parse(_ bytes: Span<UInt8>, _ range: ByteRange) -> LogLine? {
        var line = LogLine()
        let start = range.lowerBound
        if headLength > 0, range.count > headLength, headMatches(bytes, start) {
            timeChanged = false
            hostChanged = false
            line.time = lastTime
            line.host = ByteRange(start + hostStart, start + hostStart + hostLength)
            if readTag(bytes, start + headLength, range.upperBound, &line) { return line }
            line = LogLine()
        }
        return parseHead(bytes, range, &line) ? line : nil
    }

    @inline(__always)
    private func headMatches(_ bytes: Span<UInt8>, _ start: Int) -> Bool {
        let cached = head.span
        var offset = 0
        while offset &+ 8 <= headLength {
            if cached.load64(at: offset) != bytes.load64(at: start &+ offset) { return false }
            offset &+= 8
        }
        let rest = headLength &- offset
        if rest == 0 { return true }
        let difference = cached.load64(at: offset) ^ bytes.load64(at: start &+ offset)
        return difference << UInt64(64 &- 8 &* rest) == 0
    }

    private mutating func remember(_ bytes: Span<UInt8>, _ start: Int, tagStart: Int, _ line: LogLine) {
        timeChanged = headLength == 0 || line.time != lastTime
        let sameHost =
            hasHost && line.host.count == hostLength
            && (0..<hostLength).allSatisfy { offset in
                head[hostStart + offset] == bytes[line.host.lowerBound + offset]
            }
        hostChanged = !sameHost
        lastTime = line.time
        guard tagStart - start <= 56 else {
            headLength = 0
            hasHost = false
            hostChanged = true
            timeChanged = true
            return
        }
        headLength = tagStart - start
        for offset in 0..<headLength { head[offset] = bytes[start + offset] }
        hostStart = line.host.isEmpty ? 0 : line.host.lowerBound - start
        hostLength = line.host.count
        hasHost = true
    }

    private mutating func parseHead(
        _ bytes: Span<UInt8>, _ range: ByteRange, _ line: inout LogLine
    ) -> Bool {
        let end = range.upperBound
        guard let stamp = HeadReader.findTimestamp(bytes, range.range) else { return false }
        line.time = stamp.time
        var offset = HeadReader.skipBlanks(bytes, stamp.end, end)
        // CRI and 'docker logs -t' put their own timestamp before the line's.
        if let inner = HeadReader.innerTimestamp(bytes, offset..<end) {
            if inner.time.hasYear { line.time = inner.time }
            offset = HeadReader.skipBlanks(bytes, inner.end, end)
        }
        guard offset < end else { return false }
        let hostStart = offset
        // 'tag[pid]:' may follow at once, after a host, or after a host and an added column.
        for column in 0..<4 {
            if readTag(bytes, offset, end, &line) {
                if column > 0 { line.host = HeadReader.token(bytes, hostStart, end) }
                remember(bytes, range.lowerBound, tagStart: offset, line)
                return true
            }
            offset = HeadReader.skipBlanks(bytes, HeadReader.token(bytes, offset, end).upperBound, end)
            guard offset < end else { break }
        }
        guard HeadReader.readRFC5424(bytes, hostStart..<end, &line) else { return false }
        headLength = 0
        timeChanged = true
        hostChanged = true
        hasHost = false
        return true
    }

    /// Reads 'postfix/smtp[123]: ' at `start`, and where the text begins.
    @inline(__always)
    private func readTag(
        _ bytes: Span<UInt8>, _ start: Int, _ end: Int, _ line: inout LogLine
    ) -> Bool {
        let open = bytes.mask64(of: UInt8(ascii: "["), at: start)
        let close = bytes.mask64(of: UInt8(ascii: "]"), at: start)
        guard open != 0, close != 0 else { return false }
        let nameEnd = start &+ open.trailingZeroBitCount
        let pidEnd = start &+ close.trailingZeroBitCount
        guard nameEnd > start, pidEnd > nameEnd &+ 1, pidEnd &+ 1 < end,
            bytes[pidEnd &+ 1] == UInt8(ascii: ":")
        else { return false }
        var pid: UInt32 = 0
        for offset in nameEnd &+ 1..<pidEnd {
            let digit = bytes[offset] &- 48
            guard digit <= 9 else { return false }
            pid = pid &* 10 &+ UInt32(digit)
        }
        let blanks = bytes.mask64(of: 32, at: start)
        guard start &+ blanks.trailingZeroBitCount > nameEnd else { return false }
        let slashes =
            bytes.mask64(of: UInt8(ascii: "/"), at: start)
            & ((1 << UInt64(open.trailingZeroBitCount)) &- 1)
        line.tag = ByteRange(start, nameEnd)
        line.pid = pid
        if slashes == 0 {
            line.syslogName = line.tag
            line.daemon = .unnamed
        } else {
            let slash = start &+ 63 &- slashes.leadingZeroBitCount
            line.syslogName = ByteRange(start, slash)
            line.daemon = Daemon(bytes, name: ByteRange(slash &+ 1, nameEnd))
        }
        var text = pidEnd &+ 2
        if text < end, bytes[text] == 32 { text &+= 1 }
        line.text = ByteRange(HeadReader.afterSolarisID(bytes, text, end), end)
        return true
    }
}
