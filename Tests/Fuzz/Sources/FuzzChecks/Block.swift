import ByteScan

/// Bytes as the readers hand them out: with slack after them, which holds what the last block left.
struct Block {
    let bytes: [UInt8]
    let count: Int

    init(_ content: some Collection<UInt8>) {
        // A parser that reads past the end must not get away with it because zeros stop it.
        bytes = Array(content) + (0..<blockSlack).map { UInt8(truncatingIfNeeded: 32 + $0 * 7 % 95) }
        count = content.count
    }

    /// The content's lines, without their newlines.
    var lines: [Range<Int>] {
        var lines: [Range<Int>] = []
        var start = 0
        for offset in 0..<count where bytes[offset] == 10 {
            lines.append(start..<offset)
            start = offset + 1
        }
        if start < count { lines.append(start..<count) }
        return lines
    }
}

extension ByteRange {
    /// True for an empty range and for one inside `bounds`.
    func isWithin(_ bounds: Range<Int>) -> Bool {
        isEmpty || (lowerBound >= bounds.lowerBound && upperBound <= bounds.upperBound)
    }
}
