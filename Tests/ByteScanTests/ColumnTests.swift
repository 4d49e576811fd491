import ByteScan
import TestSupport
import Testing

/// A column beside an array that is told the same.
@Suite struct ColumnTests {
    @Test func `a column holds what an array holds after the same changes`() {
        let seed = UInt64.random(in: 1...(.max))
        var random = SeededRandom(seed: seed)
        var column = Column<UInt32>()
        var array: [UInt32] = []
        for step in 0..<20_000 {
            let value = UInt32(truncatingIfNeeded: random.next())
            switch random.next() % 8 {
            case 0: #expect(column.popLast() == array.popLast(), "seed \(seed), step \(step)")
            case 1 where !array.isEmpty:
                let place = Int(value) % array.count
                column[place] &+= value
                array[place] &+= value
            case 2:
                column.append(repeating: value, count: 3)
                array += [value, value, value]
            case 3 where value % 64 == 0:
                column.removeAll()
                array.removeAll()
            default:
                column.append(value)
                array.append(value)
            }
            #expect(column.count == array.count && column.last == array.last)
        }
        #expect(column.indices.map { column[$0] } == array, "seed \(seed)")
        #expect(column.first == array.first && column.isEmpty == array.isEmpty)
    }

    @Test func `stored bytes come out as text, also where they are no UTF-8`() {
        var column = Column<UInt8>()
        column.append(Array("queue".utf8).span, 1..<5)
        column.append([0xFF, 0x61].span, 0..<2)
        #expect(column.text(0..<4) == "ueue")
        #expect(column.text(4..<6) == "\u{FFFD}a")
        #expect(column.text(2..<2) == "")
    }

    @Test func `a remembered prefix matches its own bytes alone`() {
        let line = Array("Nov 23 15:00:01 mail.example.org postfix/smtp[1]: x".utf8)
        let text = line + [UInt8](repeating: 0, count: blockSlack)
        for length in [1, 8, 31, 32, 33, 40, 50] {
            var prefix = RememberedPrefix()
            prefix.remember(text.span, 0, length: length)
            #expect(prefix.matches(text.span, 0) && !prefix.matches(text.span, 1))
            for place in 0..<line.count {
                var other = text
                other[place] ^= 1
                #expect(prefix.matches(other.span, 0) == (place >= length), "\(length), \(place)")
            }
        }
        var masked = RememberedPrefix()
        masked.remember(text.span, 0, length: 40, except: [7..<15, 20..<20, 39..<41])
        for place in 0..<line.count {
            var other = text
            other[place] ^= 1
            let mayDiffer = 7..<15 ~= place || place >= 40
            #expect(masked.matches(other.span, 0) == mayDiffer, "\(place)")
        }
        var long = RememberedPrefix()
        long.remember(text.span, 0, length: 65)
        #expect(long.length == 0)
    }
}
