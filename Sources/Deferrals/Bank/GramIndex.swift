import ByteScan

/// Finds the rows worth trying on a text, from four-byte runs that the rows require.
///
/// Measured against one factored alternation of all rows: about the same cost per text, but rows
/// stay apart, so a row that meets a limit can be named, and user rows need no numbering of groups.
struct GramIndex: Sendable {
    private var filter = GramFilter()
    /// Open addressing; 0: free.
    ///
    /// A gram is never 0: no pattern requires NULs.
    private var grams: [UInt32]
    /// Where in `rowNumbers` the rows of a gram are, by its place in `grams`.
    private var ranges: [Range<UInt32>]
    /// Rows that require the same gram, one list after the other.
    private var rowNumbers: [UInt16] = []
    /// Rows that require no run of four bytes: tried on every text.
    let always: [UInt16]

    /// Indexes `rows`: for each its number and pattern.
    ///
    /// Of a row's grams, the one that the fewest rows require is looked for.
    init(rows: [(number: UInt16, pattern: String)]) {
        let gramsByRow = rows.map { RequiredLiteral.runs(in: $0.pattern).flatMap(Self.grams(of:)) }
        let counts = Self.frequencies(of: gramsByRow)
        var capacity = 64
        while capacity < rows.count * 4 { capacity *= 2 }
        grams = [UInt32](repeating: 0, count: capacity)
        ranges = [Range<UInt32>](repeating: 0..<0, count: capacity)
        var unindexed: [UInt16] = []
        var chosen: [UInt32: [UInt16]] = [:]
        for (row, candidates) in zip(rows, gramsByRow) {
            let rarest = candidates.min {
                counts[GramFilter.bucket($0)] < counts[GramFilter.bucket($1)]
            }
            if let rarest {
                chosen[rarest, default: []].append(row.number)
            } else {
                unindexed.append(row.number)
            }
        }
        always = unindexed
        for (gram, rows) in chosen { insert(gram, rows) }
    }

    /// Adds each row whose gram is in `bytes[range]` to `candidates`; `found` is room for grams.
    func findCandidates(
        in bytes: Span<UInt8>,
        _ range: Range<Int>,
        _ candidates: inout RowSet,
        _ found: inout [UInt32]
    ) {
        for row in always { candidates.insert(row) }
        let count = filter.find(in: bytes, range, &found)
        for place in 0..<count { collect(found[place], &candidates) }
    }

    private func collect(_ gram: UInt32, _ candidates: inout RowSet) {
        var slot = Int((gram &* 0x85EB_CA6B) >> 7) & (grams.count - 1)
        while grams[slot] != 0 {
            if grams[slot] == gram {
                for place in ranges[slot] { candidates.insert(rowNumbers[Int(place)]) }
                return
            }
            slot = (slot + 1) & (grams.count - 1)
        }
    }

    private mutating func insert(_ gram: UInt32, _ rows: [UInt16]) {
        filter.insert(gram)
        var slot = Int((gram &* 0x85EB_CA6B) >> 7) & (grams.count - 1)
        while grams[slot] != 0 { slot = (slot + 1) & (grams.count - 1) }
        grams[slot] = gram
        let start = UInt32(rowNumbers.count)
        rowNumbers += rows
        ranges[slot] = start..<UInt32(rowNumbers.count)
    }

    private static func frequencies(of gramsByRow: [[UInt32]]) -> [UInt32] {
        var counts = [UInt32](repeating: 0, count: 16_384)
        for grams in gramsByRow {
            for gram in grams { counts[GramFilter.bucket(gram)] += 1 }
        }
        return counts
    }

    private static func grams(of run: [UInt8]) -> [UInt32] {
        guard run.count >= 4 else { return [] }
        return (0...run.count - 4).map { GramFilter.gram(run.span, at: $0) }
    }
}

/// A set of rows of the bank; walking it gives them in bank order.
struct RowSet: Sendable {
    private var words: [UInt64]

    init(rowCount: Int) {
        words = [UInt64](repeating: 0, count: (rowCount + 63) / 64)
    }

    mutating func insert(_ row: UInt16) {
        words[Int(row) >> 6] |= 1 << UInt64(row & 63)
    }

    /// Takes the lowest row out; nil when empty.
    mutating func popFirst() -> Int? {
        for index in words.indices where words[index] != 0 {
            let bit = words[index].trailingZeroBitCount
            words[index] &= words[index] - 1
            return index << 6 | bit
        }
        return nil
    }

    mutating func removeAll() {
        for index in words.indices { words[index] = 0 }
    }
}
