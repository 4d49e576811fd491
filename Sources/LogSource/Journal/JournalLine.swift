internal import Glibc

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
        var seconds = time_t(microseconds / 1_000_000)
        var text = [CChar](repeating: 0, count: 64)
        // SAFETY: both calls read and fill what they are given; the text comes with its size.
        var fields = unsafe tm()
        let length = unsafe strftime(
            &text,
            text.count,
            "%Y-%m-%dT%H:%M:%S.",
            gmtime_r(&seconds, &fields)
        )
        let fraction = String(1_000_000 + microseconds % 1_000_000).utf8.dropFirst()
        return text[..<length].map { UInt8(bitPattern: $0) } + fraction + Array("+00:00".utf8)
    }
}
