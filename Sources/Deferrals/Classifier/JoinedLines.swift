import ByteScan
import PCRE2

/// A copy of a reply of several lines as it would stand in one, without the codes of all but the first.
///
/// Postfix logs the lines as one: '421-4.7.0 Too many 421 4.7.0 connections from your address', in which
/// no row finds 'Too many connections'. A row wins by the reply as it stands or by the copy: some are
/// written with the codes in them. One per thread, used again for every reply.
struct JoinedLines: ~Copyable {
    /// The copy.
    private var text = Column<UInt8>()
    /// Where each byte of the copy stands in the reply's bytes, and where those end.
    private var offsets = Column<Int>()

    /// The first row, of those before row `limit`, that matches the copy of `bytes[range]`; nil: none
    /// does, or there is one line only.
    mutating func firstRow(
        before limit: Int?,
        _ bytes: Span<UInt8>,
        _ range: ByteRange,
        _ matcher: inout RowMatcher
    ) -> Int? {
        guard join(bytes, range.range) else { return nil }
        return text.withSpan {
            matcher.firstRow(.reply, $0, ByteRange(0, $0.count), before: limit ?? .max)
        }
    }

    /// `trials` of `bytes[range]`, with those rows in their places that match the copy alone.
    mutating func adding(
        to trials: [RowTrial],
        _ bytes: Span<UInt8>,
        _ range: ByteRange,
        _ matcher: inout RowMatcher
    ) -> [RowTrial] {
        guard join(bytes, range.range) else { return trials }
        var all = trials
        for trial in text.withSpan({ matcher.trials(.reply, $0, ByteRange(0, $0.count)) }) {
            guard case .matched(let part) = trial.outcome else { continue }
            let place = all.firstIndex { $0.row >= trial.row } ?? all.endIndex
            let isKnown = place < all.endIndex && all[place].row == trial.row
            if isKnown, case .matched = all[place].outcome { continue }
            let original = offsets[part.lowerBound]..<offsets[part.upperBound]
            let found = RowTrial(row: trial.row, outcome: .matched(original))
            if isKnown { all[place] = found } else { all.insert(found, at: place) }
        }
        return all
    }

    /// Makes the copy of `bytes[range]`.
    ///
    /// False where there is one line only.
    private mutating func join(_ bytes: Span<UInt8>, _ range: Range<Int>) -> Bool {
        // Source: RFC 5321 section 4.2.1, a hyphen after the code of every line but the last.
        guard range.count > 4, bytes[range.lowerBound + 3] == UInt8(ascii: "-"),
            RemoteReply.parse(bytes, range).code != 0
        else { return false }
        text.removeAll()
        offsets.removeAll()
        var offset = range.lowerBound
        while offset < range.upperBound {
            if offset > range.lowerBound, Self.isBreak(bytes[offset &- 1]),
                let words = Self.words(bytes, offset, range)
            {
                text[text.count &- 1] = UInt8(ascii: " ")
                offset = words
                continue
            }
            text.append(offset == range.lowerBound + 3 ? UInt8(ascii: " ") : bytes[offset])
            offsets.append(offset)
            offset &+= 1
        }
        offsets.append(range.upperBound)
        return text.count < range.count
    }

    /// What Postfix writes for a line's end; after 'SASL authentication failed' it is a question mark.
    private static func isBreak(_ byte: UInt8) -> Bool {
        byte == UInt8(ascii: " ") || byte == UInt8(ascii: "?")
    }

    /// Where the words of the line that begins at `offset` begin; nil where no line does.
    private static func words(_ bytes: Span<UInt8>, _ offset: Int, _ range: Range<Int>) -> Int? {
        guard offset + 4 <= range.upperBound,
            (0..<3).allSatisfy({ bytes[offset + $0] == bytes[range.lowerBound + $0] }),
            bytes[offset + 3] == UInt8(ascii: "-") || bytes[offset + 3] == UInt8(ascii: " ")
        else { return nil }
        let rest = RemoteReply.parse(bytes, offset..<range.upperBound)
        return rest.text.lowerBound
    }
}
