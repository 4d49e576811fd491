import ByteScan
import TestSupport
import Testing

/// Masks and searches beside plain loops.
@Suite struct ScanTests {
    private let seed = UInt64.random(in: 1...(.max))

    @Test(arguments: [UInt8(10), 0, 255, 128, 127, 32], [UInt64(1), 3, 40, 1_000])
    func `masks and words say what plain loops say at every alignment`(
        wanted: UInt8,
        rarity: UInt64
    ) {
        var random = SeededRandom(seed: seed)
        let bytes = random.bytes(400, wanted: wanted, rarity: rarity)
        for offset in 0...bytes.count - 64 {
            let mask = (0..<64).reduce(UInt64(0)) { mask, bit in
                bytes[offset + bit] == wanted ? mask | 1 << UInt64(bit) : mask
            }
            let word = (0..<8).reduce(UInt64(0)) { word, byte in
                word | UInt64(bytes[offset + byte]) << UInt64(8 * byte)
            }
            #expect(mask == bytes.span.mask64(of: wanted, at: offset), "seed \(seed)")
            #expect(
                UInt32(truncatingIfNeeded: mask) == bytes.span.mask32(of: wanted, at: offset),
                "seed \(seed)"
            )
            #expect(word == bytes.span.load64(at: offset), "seed \(seed)")
            let words = bytes.span.load192(at: offset)
            #expect(word == words.0, "seed \(seed)")
            #expect(bytes.span.load64(at: offset + 8) == words.1, "seed \(seed)")
            #expect(bytes.span.load64(at: offset + 16) == words.2, "seed \(seed)")
        }
    }

    @Test func `masks reach the last byte of their block and no further`() {
        let bytes = [UInt8](repeating: 7, count: 64)
        #expect(bytes.span.mask64(of: 7, at: 0) == .max)
        #expect(bytes.span.mask32(of: 7, at: 32) == .max)
        #expect(bytes.span.load64(at: 56) == 0x0707_0707_0707_0707)
    }

    @Test(arguments: [UInt64(2), 30, 500])
    func `a scan finds the first byte in every range`(rarity: UInt64) {
        var random = SeededRandom(seed: seed)
        let content = random.bytes(300, wanted: 10, rarity: rarity)
        let bytes = content + [UInt8](repeating: 10, count: blockSlack)
        for start in stride(from: 0, through: 300, by: 7) {
            for end in stride(from: start, through: 300, by: 11) {
                let expected = content[start..<end].firstIndex(of: 10) ?? end
                #expect(
                    expected == bytes.span.scan(for: 10, from: start, to: end),
                    "seed \(seed), \(start)..<\(end)"
                )
            }
        }
    }

    @Test(arguments: [UInt64(1), 2, 20, 100, 5_000])
    func `a cursor walks exactly the lines of its range`(rarity: UInt64) {
        var random = SeededRandom(seed: seed)
        for length in Array(0...130) + [191, 192, 193, 500, 4_095, 4_096, 9_000] {
            let content = random.bytes(length + 3, wanted: 10, rarity: rarity)
            // What follows the range is full of newlines: none of them counts.
            let bytes = content + [UInt8](repeating: 10, count: blockSlack)
            let range = 3..<length + 3
            var ends: [Int] = []
            var cursor = LineCursor(bytes.span, range)
            while let end = cursor.next(bytes.span) { ends.append(end) }
            var expected = range.filter { content[$0] == 10 }
            if let last = range.last, content[last] != 10 { expected.append(range.upperBound) }
            #expect(expected == ends, "seed \(seed), length \(length)")
        }
    }

    @Test func `bytes are counted, however many`() {
        var random = SeededRandom(seed: seed)
        let content = (0..<2_000).map { _ in random.next() % 3 == 0 ? UInt8(10) : 65 }
        let newlines = [UInt8](repeating: 10, count: 2_000)
        for start in stride(from: 0, to: 2_000, by: 53) {
            let range = start..<Int(random.next() % UInt64(2_001 - start)) + start
            #expect(content.span.count(of: 10, in: range) == content[range].count { $0 == 10 })
            #expect(newlines.span.count(of: 10, in: range) == range.count)
        }
    }

    @Test(arguments: [
        ("one two three", 20, "one two three"), ("one two three", 9, "one two"),
        ("one two three", 7, "one two"), ("one two three", 13, "one two three"),
        ("長い長い", 7, "長い"), ("abcdefgh", 3, "abc"), ("", 3, ""),
    ])
    func `a text is cut between words`(text: String, most: Int, cut: String) {
        let bytes = Array(text.utf8) + [UInt8](repeating: 0, count: blockSlack)
        let kept = bytes.span.wholeWords(of: ByteRange(0, text.utf8.count), atMost: most)
        #expect(bytes.span.text(kept) == cut)
    }

    @Test func `text searches find what plain searches find`() {
        var random = SeededRandom(seed: seed)
        let content = (0..<2_000).map { _ in UInt8(ascii: "a") + UInt8(random.next() % 2) }
        let needles: [StaticString] = ["a", "b", "ab", "abba", "bbbb", "aabab", "c"]
        for needle in needles {
            let wanted = Array("\(needle)".utf8)
            for start in stride(from: 0, to: 2_000, by: 97) {
                let range = start..<min(2_000, start + 250)
                let places = range.filter {
                    $0 + wanted.count <= range.upperBound && content[$0...].starts(with: wanted)
                }
                #expect(places.first == content.span.firstOffset(of: needle, in: range))
                #expect(places.last == content.span.lastOffset(of: needle, in: range))
                let begins = places.first == range.lowerBound
                #expect(begins == content.span.starts(with: needle, in: range))
                let ends = places.last == range.upperBound - wanted.count
                #expect(ends == content.span.ends(with: needle, in: range))
            }
        }
        #expect(content.span.firstOffset(of: "a", in: 5..<5) == nil)
        #expect(content.span.firstOffset(of: UInt8(ascii: "a"), in: 5..<5) == nil)
    }

    @Test func `bytes that are plain ASCII come back from their text`() {
        for byte in UInt8.min...UInt8.max {
            let bytes = [0x61, byte, 0x7A] + [UInt8](repeating: 0, count: 32)
            let isSame = Array(bytes.span.text(ByteRange(0, 3)).utf8) == Array(bytes[..<3])
            #expect(bytes.span.isPlainASCII(in: 0..<3) == isSame, "\(byte)")
        }
    }

    @Test func `text of invalid UTF-8 has replacement characters`() {
        let bytes: [UInt8] = [0x61, 0xC3, 0x28, 0xFF, 0x62]
        #expect(bytes.span.text(ByteRange(0, 5)) == "a\u{FFFD}(\u{FFFD}b")
        #expect(bytes.span.text(.none) == "")
    }

    @Test func `copies and comparisons of stored bytes take exactly their range`() {
        let source: [UInt8] = Array("0123456789".utf8)
        var store = Column<UInt8>(repeating: 0, count: 6)
        store.copy(source.span, 2..<5, at: 3)
        #expect(store.indices.map { store[$0] } == [0, 0, 0] + Array("234".utf8))
        let equal = [
            store.equals(source.span, 2..<5, at: 3), store.equals(source.span, 3..<6, at: 3),
            store.equals(source.span, 4..<4, at: 6),
        ]
        #expect(equal == [true, false, true])
    }
}
