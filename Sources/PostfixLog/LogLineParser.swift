public import ByteScan

/// Reads the head of log lines in every form that a mail log comes in.
///
/// Keeps the last head: neighbouring lines mostly share host and second, and comparing eight bytes
/// at a time is cheaper than reading them anew.
public struct LogLineParser: ~Copyable, Sendable {
    /// When the line just read was written.
    public internal(set) var time = LogTime(seconds: 0)
    /// Who wrote it; empty where the form has no host.
    public private(set) var host = ByteRange.none
    @usableFromInline var timeChanged = false
    /// True when the line just read has another host than the one before.
    public var hostChanged = false

    @usableFromInline var head = RememberedPrefix()
    @usableFromInline var clock = ClockMemory()
    @usableFromInline var tags = TagMemory()
    private var hostName: [UInt8] = []
    private var hasLine = false

    /// A parser that has seen nothing.
    public init() {}

    /// Reads the head of the line in `bytes[start..<end]`; false where it is no log line at all.
    ///
    /// - Precondition: `blockSlack` bytes follow the line in `bytes`.
    public mutating func parse(
        _ bytes: Span<UInt8>,
        _ start: Int,
        _ end: Int,
        _ line: inout LogLine
    ) -> Bool {
        let tag = start &+ head.length
        if head.length > 0, tag < end, head.matches(bytes, start), readClock(bytes, start),
            !HeadReader.mayBeInnerTimestamp(bytes, tag, end),
            LineTag.read(bytes, tag, end, &line), !Self.holdsLine(bytes, line)
        {
            hostChanged = false
            return true
        }
        guard parseHead(bytes, start, end, &line) else { return false }
        if Self.holdsLine(bytes, line) { parseInner(bytes, end, &line) }
        return true
    }

    /// True where the lines read since the last call have another time than those before.
    @inlinable @inline(__always)
    public mutating func takeTimeChange() -> Bool {
        defer { timeChanged = false }
        return timeChanged
    }

    /// Reads the clock of a line whose head is the remembered one but for it; false where it is none.
    @inlinable @inline(__always)
    mutating func readClock(_ bytes: Span<UInt8>, _ start: Int) -> Bool {
        guard clock.offset > 0 else { return true }
        let word = bytes.load64(at: start &+ clock.offset)
        let fraction = bytes.load64(at: start &+ clock.offset &+ 9) & clock.fractionMask
        guard word != clock.word || fraction != clock.fraction else { return true }
        return turnClock(to: word, fraction)
    }

    @usableFromInline
    mutating func turnClock(to word: UInt64, _ fraction: UInt64) -> Bool {
        guard clock.turn(&time, to: word, fraction) else { return false }
        timeChanged = true
        return true
    }

    /// True for what may be a container's line that Docker or Podman gave to the host's syslog or
    /// journal.
    ///
    /// Only under a tag that could be Postfix's own anyway: no other program gains a voice.
    private static func holdsLine(_ bytes: Span<UInt8>, _ line: LogLine) -> Bool {
        guard line.daemon == .unnamed else { return false }
        return TimestampReader.mayBegin(bytes, line.text.lowerBound, line.text.upperBound)
    }

    /// Reads the line that the text of `line` is; a text that is none leaves what was read.
    private mutating func parseInner(_ bytes: Span<UInt8>, _ end: Int, _ line: inout LogLine) {
        let (outerTime, wasHostChanged) = (time, hostChanged)
        var inner = LogLine()
        guard parseHead(bytes, line.text.lowerBound, end, &inner) else { return }
        line = inner
        // The inner head says nothing of a line that begins with it: its time may be another.
        forgetHead()
        // The clock of the host, which its other lines have, too: a container's is often UTC. As with
        // CRI, the time with a year is the better one.
        if !time.hasYear { time = outerTime }
        timeChanged = true
        hostChanged = hostChanged || wasHostChanged
    }

    private mutating func parseHead(
        _ bytes: Span<UInt8>,
        _ start: Int,
        _ end: Int,
        _ line: inout LogLine
    ) -> Bool {
        guard let stamp = HeadReader.findTimestamp(bytes, start..<end) else { return false }
        var time = stamp.time
        let mayHaveZone = time.hasYear && time.offsetMinutes == nil
        var offset = HeadReader.skipBlanks(bytes, stamp.end, end)
        // The head of a line says nothing of the next where the tag may be part of a timestamp.
        var isClear = !HeadReader.mayBeInnerTimestamp(bytes, offset, end)
        var clock = ClockMemory(bytes, start, stamp)
        // CRI and 'docker logs -t' put their own timestamp before the line's.
        if let inner = HeadReader.innerTimestamp(bytes, offset..<end) {
            if inner.time.hasYear { time = inner.time }
            clock = ClockMemory()
            offset = HeadReader.skipBlanks(bytes, inner.end, end)
            isClear = true
        }
        guard offset < end else { return false }
        let hostStart = offset
        // 'tag[pid]:' may follow at once, after a host, or after a host and an added column.
        for _ in 0..<4 {
            if LineTag.read(bytes, offset, end, &line) {
                let host = HeadColumns.host(bytes, hostStart, offset, mayHaveZone: mayHaveZone)
                // Without a blank at its end the next line's timestamp may go on where this one's
                // ended.
                let isWhole = offset > start && (bytes[offset - 1] == 32 || bytes[offset - 1] == 9)
                let length = isWhole && isClear ? offset - start : 0
                head.remember(bytes, start, length: length, except: clock.ranges)
                self.clock = clock
                tags.remember(bytes, line)
                note(time, host, bytes)
                return true
            }
            let next = HeadReader.token(bytes, offset, end).upperBound
            offset = HeadReader.skipBlanks(bytes, next, end)
            guard offset < end else { break }
        }
        guard
            let host = HeadReader.readRFC5424(bytes, hostStart..<end, &line)
                ?? HeadReader.readGap(bytes, hostStart..<end, &line)
                ?? HeadReader.readUnnumbered(bytes, hostStart..<end, &line)
        else { return false }
        // The process ID stands apart from the tag: nothing to remember.
        forgetHead()
        note(time, host, bytes)
        return true
    }

    private mutating func forgetHead() {
        head = RememberedPrefix()
        clock = ClockMemory()
    }

    private mutating func note(_ time: LogTime, _ host: ByteRange, _ bytes: Span<UInt8>) {
        timeChanged = timeChanged || !hasLine || time != self.time
        hostChanged = !hasLine || !isSameHost(host, bytes)
        if hostChanged { hostName = host.range.map { bytes[$0] } }
        self.time = time
        self.host = host
        hasLine = true
    }

    private func isSameHost(_ host: ByteRange, _ bytes: Span<UInt8>) -> Bool {
        guard host.count == hostName.count else { return false }
        for offset in 0..<hostName.count where hostName[offset] != bytes[host.lowerBound + offset] {
            return false
        }
        return true
    }
}
