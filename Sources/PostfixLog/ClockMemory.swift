import ByteScan

/// Where the clock stands in the remembered head, and what it showed: the lines of a log differ in it
/// and share the rest of their heads.
@usableFromInline
struct ClockMemory: Sendable {
    /// Offset of 'HH:MM:SS' in the line; 0: the head is compared as a whole.
    @usableFromInline var offset = 0
    /// The clock's bytes, as a word.
    @usableFromInline var word: UInt64 = 0
    /// The digits of the second's fraction, as a word.
    @usableFromInline var fraction: UInt64 = 0
    @usableFromInline var fractionMask: UInt64 = 0
    /// Midnight of the day that the head names, as `LogTime.seconds`.
    private var midnight: Int64 = 0

    /// Remembers nothing.
    init() {}

    /// Remembers the clock of a head that begins at `start`; one of another form is not remembered.
    init(_ bytes: Span<UInt8>, _ start: Int, _ stamp: TimestampReader.Reading) {
        guard [0, 3, 6].contains(stamp.fractionDigits), stamp.clock > start else { return }
        offset = stamp.clock &- start
        word = bytes.load64(at: stamp.clock)
        if stamp.fractionDigits > 0 {
            fractionMask = (1 << UInt64(8 * stamp.fractionDigits)) - 1
            fraction = bytes.load64(at: stamp.clock &+ 9) & fractionMask
        }
        guard let seconds = Self.seconds(word) else {
            self = ClockMemory()
            return
        }
        midnight = stamp.time.seconds - seconds
    }

    /// The bytes of the head that are the clock's, and those of its fraction.
    var ranges: [Range<Int>] {
        guard offset > 0 else { return [] }
        let digits = fractionMask.nonzeroBitCount / 8
        return [offset..<offset + 8, offset + 9..<offset + 9 + digits]
    }

    /// Sets `time` to another reading of the clock; false where it is none, or a rare one.
    @usableFromInline
    mutating func turn(_ time: inout LogTime, to word: UInt64, _ fraction: UInt64) -> Bool {
        guard let seconds = Self.seconds(word), let microseconds = microseconds(fraction) else {
            return false
        }
        self.word = word
        self.fraction = fraction
        time.seconds = midnight &+ seconds
        time.microseconds = microseconds
        return true
    }

    /// Seconds since midnight of 'HH:MM:SS', whose first byte is the lowest; nil also for the hour 24
    /// and the second 60, which are for the long way.
    private static func seconds(_ word: UInt64) -> Int64? {
        // Digits become their values, and colons zero.
        let values = word ^ 0x3030_3A30_303A_3030
        let isPlain =
            values & 0x0000_FF00_00FF_0000 == 0
            && (values &+ 0x7676_7676_7676_7676 | values) & 0x8080_8080_8080_8080 == 0
        let pairs = values &* 10 &+ values >> 8
        let (hour, minute, second) = (pairs & 0xFF, pairs >> 24 & 0xFF, pairs >> 48 & 0xFF)
        guard isPlain, hour < 24, minute < 60, second < 60 else { return nil }
        return Int64(hour &* 3600 &+ minute &* 60 &+ second)
    }

    private func microseconds(_ fraction: UInt64) -> UInt32? {
        guard fractionMask != 0 else { return 0 }
        let digits = fractionMask.nonzeroBitCount / 8
        guard TagMemory.digitCount(fraction) == digits else { return nil }
        let number = TagMemory.number(
            ((fraction ^ 0x3030_3030_3030_3030) & fractionMask) << UInt64(64 - 8 * digits)
        )
        return digits == 6 ? number : number &* 1_000
    }
}
