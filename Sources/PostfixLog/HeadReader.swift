import ByteScan

/// The rarer parts of a line's head: what stands before the timestamp, RFC 5424, Solaris.
@usableFromInline
enum HeadReader {
    /// The first timestamp of the line, after a PRI, a container's name and the like.
    static func findTimestamp(_ bytes: Span<UInt8>, _ range: Range<Int>) -> TimestampReader.Reading?
    {
        let start = skipZeros(bytes, range)
        var offset = skipPriority(bytes, start..<range.upperBound)
        // A wrapped line is JSONLines' to read, wherever a timestamp may stand in it.
        let first = skipBlanks(bytes, offset, range.upperBound)
        guard first == range.upperBound || bytes[first] != UInt8(ascii: "{") else { return nil }
        for word in 0..<5 {
            offset = skipColours(
                bytes,
                skipBlanks(bytes, offset, range.upperBound),
                range.upperBound
            )
            guard offset < range.upperBound else { return nil }
            if let reading = TimestampReader.read(bytes, offset..<range.upperBound) {
                return reading
            }
            let end = token(bytes, offset, range.upperBound).upperBound
            if word == 0, let reading = afterFileName(bytes, offset..<range.upperBound, end) {
                return reading
            }
            offset = end
            guard offset - start < 256 else { return nil }
        }
        return nil
    }

    /// What grep puts before a line: 'mail.log.1:' of several files, '217:' with -n, and '-' for ':'
    /// before the lines around those that it found.
    private static func afterFileName(
        _ bytes: Span<UInt8>,
        _ range: Range<Int>,
        _ wordEnd: Int
    ) -> TimestampReader.Reading? {
        let last = min(wordEnd, range.lowerBound + 256)
        for offset in range.lowerBound..<last
        where bytes[offset] == UInt8(ascii: ":") || bytes[offset] == UInt8(ascii: "-") {
            let after = skipColours(bytes, offset + 1, range.upperBound)
            if let reading = TimestampReader.read(bytes, after..<range.upperBound) {
                return reading
            }
        }
        return nil
    }

    /// A second timestamp, after the first, after CRI's 'stdout F ' or after the labels that Loki's
    /// logcli prints: '{job="mail"} '.
    static func innerTimestamp(
        _ bytes: Span<UInt8>,
        _ range: Range<Int>
    ) -> TimestampReader.Reading? {
        var start = range.lowerBound
        if bytes.starts(with: "stdout F ", in: range) || bytes.starts(with: "stderr F ", in: range)
            || bytes.starts(with: "stdout P ", in: range)
        {
            start += 9
        } else if let end = endOfLabels(bytes, range) {
            start = skipBlanks(bytes, end, range.upperBound)
        }
        if let reading = TimestampReader.read(bytes, start..<range.upperBound) { return reading }
        return nil
    }

    /// Where '{name="value", …}' ends; nil: there is none.
    ///
    /// JSON, whose names are quoted, is none: strangers may write into its values.
    private static func endOfLabels(_ bytes: Span<UInt8>, _ range: Range<Int>) -> Int? {
        guard bytes.starts(with: "{", in: range), !bytes.starts(with: "{\"", in: range) else {
            return nil
        }
        if bytes.starts(with: "{} ", in: range) { return range.lowerBound + 3 }
        let limit = min(range.upperBound, range.lowerBound + 1_024)
        return bytes.firstOffset(of: "\"} ", in: range.lowerBound..<limit).map { $0 + 3 }
    }

    /// True where the words at `offset` are no second timestamp, but with other words behind them
    /// would be one: 'Nov' as a host's name.
    static func mayBeInnerTimestamp(_ bytes: Span<UInt8>, _ offset: Int, _ end: Int) -> Bool {
        bytes[offset] == UInt8(ascii: "{") || bytes.starts(with: "std", in: offset..<end)
            || TimestampReader.mayBegin(bytes, offset, end)
    }

    /// Reads 'host app pid msgid sd text', after the timestamp; the host, or nil where it is no
    /// such line.
    ///
    /// Source: RFC 5424 section 6.
    static func readRFC5424(
        _ bytes: Span<UInt8>,
        _ range: Range<Int>,
        _ line: inout LogLine
    ) -> ByteRange? {
        let end = range.upperBound
        let host = token(bytes, range.lowerBound, end)
        let app = token(bytes, skipBlanks(bytes, host.upperBound, end), end)
        let process = token(bytes, skipBlanks(bytes, app.upperBound, end), end)
        let messageID = token(bytes, skipBlanks(bytes, process.upperBound, end), end)
        guard !app.isEmpty, !process.isEmpty, !messageID.isEmpty,
            let pid = processID(bytes, process)
        else { return nil }
        var offset = skipBlanks(bytes, messageID.upperBound, end)
        guard offset < end, let afterStructured = skipStructured(bytes, offset, end) else {
            return nil
        }
        offset = skipBlanks(bytes, afterStructured, end)
        line.pid = pid
        line.tag = app
        let slash = app.range.last { bytes[$0] == UInt8(ascii: "/") }
        line.daemon =
            slash.map { Daemon(bytes, name: ByteRange($0 + 1, app.upperBound)) } ?? .unnamed
        line.text = ByteRange(afterByteOrderMark(bytes, offset, end), end)
        return host
    }

    /// RFC 5424 puts a byte order mark before a text that is UTF-8.
    private static func afterByteOrderMark(_ bytes: Span<UInt8>, _ start: Int, _ end: Int) -> Int {
        let isMark =
            end - start > 3 && bytes[start] == 0xEF && bytes[start + 1] == 0xBB
            && bytes[start + 2] == 0xBF
        return isMark ? start + 3 : start
    }

    /// Reads 'host last message repeated N times' and rsyslogd's notes on itself, which have no
    /// process ID; the host, or nil where it is none of these.
    static func readGap(
        _ bytes: Span<UInt8>,
        _ range: Range<Int>,
        _ line: inout LogLine
    ) -> ByteRange? {
        let host = token(bytes, range.lowerBound, range.upperBound)
        let text = skipBlanks(bytes, host.upperBound, range.upperBound)..<range.upperBound
        guard
            bytes.starts(with: "last message repeated ", in: text)
                || bytes.starts(with: "--- last message repeated ", in: text)
                || bytes.starts(with: "rsyslogd: ", in: text)
        else { return nil }
        line.pid = 0
        line.tag = .none
        line.daemon = .other
        line.text = ByteRange(text.lowerBound, text.upperBound)
        return host
    }

    /// Reads 'host postfix/smtp: text' and 'host [postfix/smtp] text', the host being optional; the
    /// host, or nil where it is no such line.
    static func readUnnumbered(
        _ bytes: Span<UInt8>,
        _ range: Range<Int>,
        _ line: inout LogLine
    ) -> ByteRange? {
        var offset = range.lowerBound
        for _ in 0..<3 where offset < range.upperBound {
            if LineTag.readUnnumbered(bytes, offset, range.upperBound, &line) {
                return HeadColumns.host(bytes, range.lowerBound, offset, mayHaveZone: false)
            }
            let word = token(bytes, offset, range.upperBound)
            offset = skipBlanks(bytes, word.upperBound, range.upperBound)
        }
        return nil
    }

    /// Solaris puts '[ID 197553 mail.info] ' before the text.
    @usableFromInline
    static func afterSolarisID(_ bytes: Span<UInt8>, _ start: Int, _ end: Int) -> Int {
        guard start < end, bytes[start] == UInt8(ascii: "[") else { return start }
        guard bytes.starts(with: "[ID ", in: start..<end),
            let close = bytes.firstOffset(of: "] ", in: start..<min(end, start + 64))
        else { return start }
        return close + 2
    }

    /// Skips what `docker compose` and grep colour names with: 'ESC [ 36 m'.
    private static func skipColours(_ bytes: Span<UInt8>, _ start: Int, _ end: Int) -> Int {
        var offset = start
        while offset + 2 < end, bytes[offset] == 0x1B, bytes[offset + 1] == UInt8(ascii: "[") {
            var after = offset + 2
            while after < end, bytes[after] &- 48 <= 11 { after += 1 }
            // 'm' or grep's 'K'.
            guard after < end, bytes[after] | 0x20 &- 97 < 26 else { return offset }
            offset = after + 1
        }
        return offset
    }

    static func skipBlanks(_ bytes: Span<UInt8>, _ start: Int, _ end: Int) -> Int {
        var offset = start
        while offset < end, bytes[offset] == 32 || bytes[offset] == 9 { offset += 1 }
        return offset
    }

    /// File systems fill what a crash left unwritten with zeros, up to the next line.
    private static func skipZeros(_ bytes: Span<UInt8>, _ range: Range<Int>) -> Int {
        var offset = range.lowerBound
        while offset < range.upperBound, bytes[offset] == 0 { offset += 1 }
        return offset
    }

    /// The bytes up to the next blank.
    static func token(_ bytes: Span<UInt8>, _ start: Int, _ end: Int) -> ByteRange {
        var offset = start
        while offset < end, bytes[offset] != 32, bytes[offset] != 9 { offset += 1 }
        return ByteRange(start, offset)
    }

    /// A byte order mark, '<22>', '<22>1 '.
    private static func skipPriority(_ bytes: Span<UInt8>, _ range: Range<Int>) -> Int {
        var offset = range.lowerBound
        offset = afterByteOrderMark(bytes, offset, range.upperBound)
        guard offset < range.upperBound, bytes[offset] == UInt8(ascii: "<") else { return offset }
        var after = offset + 1
        while after < range.upperBound, after - offset <= 4, bytes[after] &- 48 <= 9 { after += 1 }
        guard after < range.upperBound, bytes[after] == UInt8(ascii: ">") else { return offset }
        after += 1
        if after + 1 < range.upperBound, bytes[after] == UInt8(ascii: "1"), bytes[after + 1] == 32 {
            after += 2
        }
        return after
    }

    private static func processID(_ bytes: Span<UInt8>, _ range: ByteRange) -> UInt32? {
        if range.count == 1, bytes[range.lowerBound] == UInt8(ascii: "-") { return 0 }
        guard range.count <= 10 else { return nil }
        var value: UInt32 = 0
        for offset in range.range {
            let digit = bytes[offset] &- 48
            guard digit <= 9 else { return nil }
            value = value &* 10 &+ UInt32(digit)
        }
        return value
    }

    /// '-' or '[id name="value" …]…', where '\]' does not end an element.
    private static func skipStructured(_ bytes: Span<UInt8>, _ start: Int, _ end: Int) -> Int? {
        guard bytes[start] == UInt8(ascii: "[") else {
            return bytes[start] == UInt8(ascii: "-") ? start + 1 : nil
        }
        var offset = start
        while offset < end, bytes[offset] == UInt8(ascii: "[") {
            offset += 1
            while offset < end, bytes[offset] != UInt8(ascii: "]") {
                offset += bytes[offset] == UInt8(ascii: "\\") ? 2 : 1
            }
            offset += 1
        }
        return offset <= end ? offset : nil
    }
}
