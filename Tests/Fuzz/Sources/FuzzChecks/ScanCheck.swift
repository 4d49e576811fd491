import ByteScan

/// Masks, word loads and searches find what plain loops find.
enum ScanCheck {
    static func problem(with input: [UInt8]) -> String? {
        guard let wanted = input.first else { return nil }
        let block = Block(input.dropFirst())
        let bytes = block.bytes.span
        for start in 0...block.count {
            let found = bytes.scan(for: wanted, from: start, to: block.count)
            let expected = block.bytes[start..<block.count].firstIndex(of: wanted) ?? block.count
            if found != expected {
                return "scan from \(start): expected \(expected), found \(found)"
            }
            if maskTwin(block, wanted, start) != bytes.mask64(of: wanted, at: start) {
                return "mask64 at \(start) differs"
            }
            if wordTwin(block, start) != bytes.load64(at: start) {
                return "load64 at \(start) differs"
            }
            let words = bytes.load192(at: start)
            if words.0 != wordTwin(block, start) || words.1 != wordTwin(block, start + 8)
                || words.2 != wordTwin(block, start + 16)
            {
                return "load192 at \(start) differs"
            }
        }
        return needleProblem(block)
    }

    private static func maskTwin(_ block: Block, _ wanted: UInt8, _ start: Int) -> UInt64 {
        (0..<64).reduce(into: 0) { mask, bit in
            if block.bytes[start + bit] == wanted { mask |= 1 << UInt64(bit) }
        }
    }

    private static func wordTwin(_ block: Block, _ start: Int) -> UInt64 {
        (0..<8).reduce(into: 0) { word, byte in
            word |= UInt64(block.bytes[start + byte]) << UInt64(8 * byte)
        }
    }

    private static func needleProblem(_ block: Block) -> String? {
        let needles: [StaticString] = ["a", " (in reply to ", ">, status=", "aab"]
        let content = Array(block.bytes[..<block.count])
        for needle in needles {
            let wanted = Array("\(needle)".utf8)
            let places = content.indices.filter { content[$0...].starts(with: wanted) }
            let first = block.bytes.span.firstOffset(of: needle, in: 0..<block.count)
            if first != places.first { return "first '\(needle)' differs" }
            let last = block.bytes.span.lastOffset(of: needle, in: 0..<block.count)
            if last != places.last { return "last '\(needle)' differs" }
        }
        return nil
    }
}
