import ByteScan

/// Reads the timestamps that syslog daemons, Postfix, journalctl and containers write.
enum TimestampReader {
    /// A time as a line has it.
    struct Reading {
        var time: LogTime
        /// The offset after it.
        var end: Int
        /// Where its 'HH:MM:SS' begins.
        var clock: Int
        /// Digits of the second's fraction.
        var fractionDigits = 0
    }

    /// The time that begins at `range.lowerBound`; nil where none does.
    static func read(_ bytes: Span<UInt8>, _ range: Range<Int>) -> Reading? {
        guard range.count >= 15 else { return nil }
        let first = bytes[range.lowerBound]
        if first &- 48 <= 9 {
            return readISO(bytes, range) ?? readYearBeforeMonth(bytes, range)
                ?? readUnix(bytes, range)
        }
        return readTraditional(bytes, range)
    }

    /// 'Nov  3 09:29:01', 'Nov 03 09:29:01.123456', 'Nov  3 2026 09:29:01', 'Nov  3 09:29:01 2026'.
    static func readTraditional(_ bytes: Span<UInt8>, _ range: Range<Int>) -> Reading? {
        guard range.count >= 15, let (month, nameEnd) = monthName(bytes, range.lowerBound) else {
            return nil
        }
        var offset = nameEnd + 1
        if bytes[offset] == 32 { offset += 1 }
        guard let day = number(bytes, &offset, range.upperBound, digits: 1...2), day >= 1,
            day <= longestDays[month - 1],
            skipBlank(bytes, &offset, range.upperBound)
        else { return nil }
        var year = yearAt(bytes, &offset, range.upperBound)
        let clockStart = offset
        guard let clock = readClock(bytes, &offset, range.upperBound) else { return nil }
        if year == nil {
            var after = offset
            if skipBlank(bytes, &after, range.upperBound),
                let late = yearAt(bytes, &after, range.upperBound)
            {
                year = late
                // yearAt took the blank that ends the timestamp.
                offset = after - 1
            }
        }
        return Reading(
            time: time(year: year, month, day, clock),
            end: offset,
            clock: clockStart,
            fractionDigits: clock.fractionDigits
        )
    }

    /// '2026 Nov  3 09:29:01'.
    private static func readYearBeforeMonth(_ bytes: Span<UInt8>, _ range: Range<Int>) -> Reading? {
        var offset = range.lowerBound
        guard let year = yearAt(bytes, &offset, range.upperBound),
            var reading = readTraditional(bytes, offset..<range.upperBound)
        else { return nil }
        reading.time.seconds = YearClock.civil(reading.time.seconds, year)
        reading.time.hasYear = true
        return reading
    }

    /// '2026-11-03T09:29:01.123456+01:00', with a blank for the T, 'Z', '+0100' or no zone.
    static func readISO(_ bytes: Span<UInt8>, _ range: Range<Int>) -> Reading? {
        var offset = range.lowerBound
        let end = range.upperBound
        guard let year = number(bytes, &offset, end, digits: 4...4), year >= 1970, year < 9999,
            skip(UInt8(ascii: "-"), bytes, &offset, end),
            let month = pair(bytes, &offset, end), month >= 1, month <= 12,
            skip(UInt8(ascii: "-"), bytes, &offset, end),
            let day = pair(bytes, &offset, end), day >= 1,
            day <= longestDays[month - 1],
            offset < end, bytes[offset] == UInt8(ascii: "T") || bytes[offset] == 32
        else { return nil }
        offset += 1
        let clockStart = offset
        guard let clock = readClock(bytes, &offset, end) else { return nil }
        var time = time(year: year, month, day, clock)
        time.offsetMinutes = readZone(bytes, &offset, end)
        return Reading(
            time: time,
            end: offset,
            clock: clockStart,
            fractionDigits: clock.fractionDigits
        )
    }

    /// '1793698141.123456', as `journalctl -o short-unix` writes it.
    private static func readUnix(_ bytes: Span<UInt8>, _ range: Range<Int>) -> Reading? {
        var offset = range.lowerBound
        guard range.count > 17,
            let seconds = number(bytes, &offset, range.upperBound, digits: 10...10),
            skip(UInt8(ascii: "."), bytes, &offset, range.upperBound),
            let microseconds = number(bytes, &offset, range.upperBound, digits: 6...6),
            bytes[offset] == 32
        else { return nil }
        var time = LogTime(
            seconds: Int64(seconds),
            microseconds: UInt32(microseconds),
            hasYear: true
        )
        time.offsetMinutes = 0
        return Reading(time: time, end: offset, clock: range.lowerBound, fractionDigits: 6)
    }

    private static func readZone(_ bytes: Span<UInt8>, _ offset: inout Int, _ end: Int) -> Int16? {
        guard offset < end else { return nil }
        if bytes[offset] == UInt8(ascii: "Z") {
            offset += 1
            return 0
        }
        let sign: Int
        switch bytes[offset] {
        case UInt8(ascii: "+"): sign = 1
        case UInt8(ascii: "-"): sign = -1
        default: return nil
        }
        var after = offset + 1
        guard let hours = pair(bytes, &after, end), hours <= 18 else { return nil }
        if after < end, bytes[after] == UInt8(ascii: ":") { after += 1 }
        let minutes = pair(bytes, &after, end) ?? 0
        guard minutes < 60 else { return nil }
        offset = after
        return Int16(sign * (hours * 60 + minutes))
    }

    private typealias Clock = (seconds: Int, microseconds: Int, fractionDigits: Int)

    private static func readClock(
        _ bytes: Span<UInt8>,
        _ offset: inout Int,
        _ end: Int
    ) -> Clock? {
        var after = offset
        guard let hour = pair(bytes, &after, end), hour <= 24,
            skip(UInt8(ascii: ":"), bytes, &after, end),
            let minute = pair(bytes, &after, end), minute < 60,
            skip(UInt8(ascii: ":"), bytes, &after, end),
            let second = pair(bytes, &after, end), second <= 60
        else { return nil }
        var microseconds = 0
        var fractionDigits = 0
        if after + 1 < end, bytes[after] == UInt8(ascii: ".") || bytes[after] == UInt8(ascii: ","),
            bytes[after + 1] &- 48 <= 9
        {
            after += 1
            var scale = 100_000
            while after < end, bytes[after] &- 48 <= 9 {
                microseconds += Int(bytes[after] &- 48) * scale
                scale /= 10
                after += 1
                fractionDigits += 1
            }
        }
        offset = after
        return (hour * 3600 + minute * 60 + second, microseconds, fractionDigits)
    }

    /// 30 February is no day, and a line that says so no line of a log.
    private static let longestDays = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]

    private static func time(year: Int?, _ month: Int, _ day: Int, _ clock: Clock) -> LogTime {
        let days =
            year.map { CivilCalendar.days(year: $0, month: month, day: day) }
            ?? CivilCalendar.leapMonthStarts[month - 1] + day - 1
        return LogTime(
            seconds: Int64(days * 86_400 + clock.seconds),
            microseconds: UInt32(clock.microseconds),
            hasYear: year != nil
        )
    }

    /// Four digits and a blank: a year, not an hour.
    private static func yearAt(_ bytes: Span<UInt8>, _ offset: inout Int, _ end: Int) -> Int? {
        var after = offset
        guard let year = number(bytes, &after, end, digits: 4...4), year >= 1970, year < 3000,
            skipBlank(bytes, &after, end)
        else { return nil }
        offset = after
        return year
    }

    @inline(__always)
    private static func number(
        _ bytes: Span<UInt8>,
        _ offset: inout Int,
        _ end: Int,
        digits: ClosedRange<Int>
    ) -> Int? {
        var value = 0
        var after = offset
        while after < end, after - offset < digits.upperBound, bytes[after] &- 48 <= 9 {
            value = value * 10 + Int(bytes[after] &- 48)
            after += 1
        }
        guard after - offset >= digits.lowerBound else { return nil }
        offset = after
        return value
    }

    /// Two digits.
    @inline(__always)
    private static func pair(_ bytes: Span<UInt8>, _ offset: inout Int, _ end: Int) -> Int? {
        guard offset &+ 2 <= end else { return nil }
        let (tens, ones) = (bytes[offset] &- 48, bytes[offset &+ 1] &- 48)
        guard tens <= 9, ones <= 9 else { return nil }
        offset &+= 2
        return Int(tens &* 10 &+ ones)
    }

    @inline(__always)
    private static func skip(
        _ byte: UInt8,
        _ bytes: Span<UInt8>,
        _ offset: inout Int,
        _ end: Int
    ) -> Bool {
        guard offset < end, bytes[offset] == byte else { return false }
        offset += 1
        return true
    }

    private static func skipBlank(_ bytes: Span<UInt8>, _ offset: inout Int, _ end: Int) -> Bool {
        skip(32, bytes, &offset, end)
    }

    /// True where a timestamp may begin at `offset`: a month, or the four digits of a year.
    static func mayBegin(_ bytes: Span<UInt8>, _ offset: Int, _ end: Int) -> Bool {
        guard end - offset >= 4 else { return false }
        return month(bytes, offset) != nil || (0..<4).allSatisfy { bytes[offset + $0] &- 48 <= 9 }
    }

    /// The month whose name, of whatever language, is before a blank; and where its name ends.
    private static func monthName(_ bytes: Span<UInt8>, _ start: Int) -> (month: Int, end: Int)? {
        if bytes[start + 3] == 32, let month = month(bytes, start) { return (month, start + 3) }
        return ForeignMonths.read(bytes, start)
    }

    private static func month(_ bytes: Span<UInt8>, _ offset: Int) -> Int? {
        let name =
            UInt32(bytes[offset]) << 16 | UInt32(bytes[offset + 1]) << 8 | UInt32(bytes[offset + 2])
        return switch name {
        case 0x4A616E: 1
        case 0x466562: 2
        case 0x4D6172: 3
        case 0x417072: 4
        case 0x4D6179: 5
        case 0x4A756E: 6
        case 0x4A756C: 7
        case 0x417567: 8
        case 0x536570: 9
        case 0x4F6374: 10
        case 0x4E6F76: 11
        case 0x446563: 12
        default: nil
        }
    }
}
