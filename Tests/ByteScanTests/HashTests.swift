import ByteScan
import TestSupport
import Testing

/// Hashes and grams beside plain twins.
@Suite struct HashTests {
    private let seed = UInt64.random(in: 1...(.max))

    @Test func `a hash depends on the bytes in its range alone, at every alignment`() {
        var random = SeededRandom(seed: seed)
        let text = random.bytes(70, wanted: 65, rarity: 3)
        for length in 0...text.count {
            var hashes: Set<UInt64> = []
            var folded: Set<UInt64> = []
            for offset in 0..<17 {
                let before = random.bytes(offset, wanted: 0, rarity: 9)
                let bytes = before + text[..<length] + random.bytes(8, wanted: 0, rarity: 9)
                let range = ByteRange(offset, offset + length)
                hashes.insert(ByteHash.hash(bytes.span, range))
                folded.insert(ByteHash.foldedHash(bytes.span, range))
            }
            #expect(hashes.count == 1, "seed \(seed), length \(length)")
            #expect(folded.count == 1, "seed \(seed), length \(length)")
        }
    }

    @Test func `folding lowers ASCII capitals and nothing else`() {
        for byte in UInt8.min...UInt8.max {
            let wanted = (65...90).contains(byte) ? byte + 32 : byte
            for place in 0..<8 {
                let others: UInt64 = 0x5A41_7B60_80C1_FF00
                let shift = UInt64(8 * place)
                let word = others & ~(0xFF << shift) | UInt64(byte) << shift
                let found = ByteHash.folded(word) >> shift & 0xFF
                #expect(UInt64(wanted) == found, "byte \(byte) at \(place)")
            }
        }
    }

    @Test func `the folded hash is the hash of the text in lower case`() {
        var random = SeededRandom(seed: seed)
        for length in 0..<50 {
            let text = random.bytes(length + 8, wanted: 90, rarity: 2)
            let lower = text.map { (65...90).contains($0) ? $0 + 32 : $0 }
            let range = ByteRange(0, length)
            #expect(
                ByteHash.hash(lower.span, range) == ByteHash.foldedHash(text.span, range),
                "seed \(seed)"
            )
        }
    }

    @Test func `texts that differ in one byte or in length hash apart`() {
        var random = SeededRandom(seed: seed)
        var seen: Set<UInt64> = []
        let text = random.bytes(48, wanted: 1, rarity: 9)
        var count = 0
        for length in 0...40 {
            seen.insert(ByteHash.hash(text.span, ByteRange(0, length)))
            count += 1
            for place in 0..<length {
                var other = text
                other[place] ^= 1
                seen.insert(ByteHash.hash(other.span, ByteRange(0, length)))
                count += 1
            }
        }
        #expect(seen.count == count, "seed \(seed)")
        let zeros = [UInt8](repeating: 0, count: 40)
        let lengths = Set((0...32).map { ByteHash.hash(zeros.span, ByteRange(0, $0)) })
        #expect(lengths.count == 33)
    }

    @Test func `a filter finds every wanted gram of a text, in either case, in order`() {
        var random = SeededRandom(seed: seed)
        let text = (0..<500).map { _ in UInt8(ascii: "A") + UInt8(random.next() % 50) }
        var filter = GramFilter()
        var buckets: Set<Int> = []
        for offset in stride(from: 0, to: 400, by: 40) {
            let gram = GramFilter.gram(text.span, at: offset)
            filter.insert(gram)
            buckets.insert(GramFilter.bucket(gram))
        }
        var grams = [UInt32](repeating: 0, count: 508)
        let swapped = text.map { (65...90).contains($0) ? $0 + 32 : $0 }
        for end in [4, 5, 11, 12, 15, 16, 17, 23, 24, 31, 499, 500] {
            let expected = (0...end - 4).map { Self.gram(text, $0) }
                .filter { buckets.contains(GramFilter.bucket($0)) }
            let count = filter.find(in: text.span, 0..<end, &grams)
            #expect(expected == Array(grams[..<count]), "seed \(seed), \(end) bytes")
            let again = filter.find(in: swapped.span, 0..<end, &grams)
            #expect(expected == Array(grams[..<again]), "seed \(seed), \(end) bytes")
        }
    }

    @Test func `more hits than there is room for are cut, and short texts have none`() {
        var filter = GramFilter()
        let text = [UInt8](repeating: 97, count: 100)
        filter.insert(GramFilter.gram(text.span, at: 0))
        var grams = [UInt32](repeating: 0, count: 40)
        let count = filter.find(in: text.span, 0..<100, &grams)
        #expect(count > 32 && count <= 40)
        #expect(grams[..<count].allSatisfy { $0 == 0x6161_6161 })
        for length in 0..<4 { #expect(filter.find(in: text.span, 0..<length, &grams) == 0) }
        var none: [UInt32] = []
        #expect(filter.find(in: text.span, 0..<100, &none) == 0)
    }

    /// Four bytes as a number, by arithmetic.
    private static func gram(_ text: [UInt8], _ offset: Int) -> UInt32 {
        (0..<4).reversed().reduce(UInt32(0)) { gram, index in
            let byte = text[offset + index]
            return gram * 256 + UInt32((65...90).contains(byte) ? byte + 32 : byte)
        }
    }
}
