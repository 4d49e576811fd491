/// Writes a journal entry as a log line.
enum JournalLine {
    /// Fills the block with the one line.
    static func write(_ entry: JournalEntry, to block: inout LogBlock) {
        block.count = 0
        append(time(entry.microseconds), &block)
        append([0x20], &block)
        append(entry.host.isEmpty ? Array("localhost".utf8) : entry.host, &block)
        append([0x20], &block)
        append(entry.identifier, &block)
        if !entry.pid.isEmpty {
            append([0x5B], &block)
            append(entry.pid, &block)
            append([0x5D], &block)
        }
        append([0x3A, 0x20], &block)
        append(entry.message, &block)
        append([0x0A], &block)
    }

    /// Control characters would end or hide a line.
    private static func append(_ bytes: [UInt8], _ block: inout LogBlock) {
        for byte in bytes where block.count < BlockReader.longestLine {
            let isNewline = byte == 10 && bytes.count == 1
            block.bytes[block.count] = byte < 32 && byte != 9 && !isNewline ? 0x20 : byte
            block.count += 1
        }
    }

    /// '2026-11-03T09:29:01.123456+00:00'.
    static func time(_ microseconds: UInt64) -> [UInt8] {
        let seconds = Int(microseconds / 1_000_000)
        let date = Self.date(days: seconds / 86_400)
        let time = seconds % 86_400
        var text: [UInt8] = []
        append(date.year, 4, "-", &text)
        append(date.month, 2, "-", &text)
        append(date.day, 2, "T", &text)
        append(time / 3_600, 2, ":", &text)
        append(time / 60 % 60, 2, ":", &text)
        append(time % 60, 2, ".", &text)
        append(Int(microseconds % 1_000_000), 6, "+", &text)
        return text + Array("00:00".utf8)
    }

    private static func append(
        _ number: Int,
        _ width: Int,
        _ end: Character,
        _ text: inout [UInt8]
    ) {
        var digits = [UInt8](repeating: 0x30, count: width)
        var rest = number
        for index in digits.indices.reversed() {
            digits[index] += UInt8(rest % 10)
            rest /= 10
        }
        text += digits
        text += Array(String(end).utf8)
    }

    /// The civil date so many days after 1970-01-01.
    private static func date(days: Int) -> (year: Int, month: Int, day: Int) {
        let shifted = days + 719_468
        let era = shifted / 146_097
        let day = shifted - era * 146_097
        let year = (day - day / 1_460 + day / 36_524 - day / 146_096) / 365
        let dayOfYear = day - (365 * year + year / 4 - year / 100)
        let month = (5 * dayOfYear + 2) / 153
        let isLate = month >= 10
        return (
            year + era * 400 + (isLate ? 1 : 0), isLate ? month - 9 : month + 3,
            dayOfYear - (153 * month + 2) / 5 + 1
        )
    }
}
