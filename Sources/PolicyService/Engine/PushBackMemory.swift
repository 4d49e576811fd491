/// Who was pushed back since when, as bytes: a restart must not begin anyone's time anew.
///
/// The seed of the keys, then key, first and last time of each; all little-endian 64-bit numbers.
/// Keys are hashes: no address is in here.
struct PushBackMemory {
    var seed: UInt64
    var entries: [SeenTable.Entry]

    /// More are not kept: those at the end of the table begin anew.
    static let mostEntries = 200_000

    init(seed: UInt64, entries: [SeenTable.Entry]) {
        self.seed = seed
        self.entries = entries
    }

    /// nil: the bytes are of something else.
    init?(bytes: [UInt8]) {
        let words = bytes.count / 8
        guard bytes.count % 8 == 0, words > 0, (words - 1) % 3 == 0 else { return nil }
        func word(_ index: Int) -> UInt64 {
            (0..<8).reversed().reduce(0) { $0 << 8 | UInt64(bytes[index * 8 + $1]) }
        }
        seed = word(0)
        entries = (0..<(words - 1) / 3).map { number in
            SeenTable.Entry(
                key: word(1 + number * 3),
                first: Int64(bitPattern: word(2 + number * 3)),
                last: Int64(bitPattern: word(3 + number * 3))
            )
        }
    }

    var bytes: [UInt8] {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(8 + entries.count * 24)
        func append(_ word: UInt64) {
            for shift in stride(from: 0, to: 64, by: 8) {
                bytes.append(UInt8(truncatingIfNeeded: word >> UInt64(shift)))
            }
        }
        append(seed)
        for entry in entries.prefix(Self.mostEntries) {
            append(entry.key)
            append(UInt64(bitPattern: entry.first))
            append(UInt64(bitPattern: entry.last))
        }
        return bytes
    }
}
