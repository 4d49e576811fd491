import ByteScan
import PCRE2

/// A reply of several lines without the codes that each of them repeats, for phrases that a line's end
/// has cut: 'Error: too many 421-4.7.0 connections 421 4.7.0 try again later'.
///
/// One per thread, used again for every reply. Postfix puts the lines behind each other.
///
/// Source: RFC 5321 section 4.2.1; RFC 2034 section 4 for the enhanced code on each line.
struct JoinedReply: ~Copyable {
    private var text = Column<UInt8>()
    /// Where something was left out, as an offset into `text`, and how many bytes so far.
    private var gaps: [(offset: Int, left: Int)] = []

    /// The first row for replies that matches `bytes[range]` joined; nil: none does, or it has one
    /// line.
    mutating func firstRow(
        _ bytes: Span<UInt8>,
        _ range: Range<Int>,
        _ matcher: inout RowMatcher
    ) -> Int? {
        guard join(bytes, range) else { return nil }
        return text.withSpan { matcher.firstRow(.reply, $0, ByteRange(0, $0.count)) }
    }

    /// As `RowMatcher.trials`, with offsets into `bytes`.
    mutating func trials(
        _ bytes: Span<UInt8>,
        _ range: Range<Int>,
        _ matcher: inout RowMatcher
    ) -> [RowTrial] {
        guard join(bytes, range) else { return [] }
        let trials = text.withSpan { matcher.trials(.reply, $0, ByteRange(0, $0.count)) }
        return trials.map { trial in
            guard case .matched(let found) = trial.outcome else { return trial }
            let start = range.lowerBound + found.lowerBound + left(before: found.lowerBound)
            let end = range.lowerBound + found.upperBound + left(before: found.upperBound - 1)
            return RowTrial(row: trial.row, outcome: .matched(start..<max(start, end)))
        }
    }

    private func left(before offset: Int) -> Int {
        gaps.last { $0.offset <= offset }?.left ?? 0
    }

    /// Makes the copy; false where the reply has one line.
    private mutating func join(_ bytes: Span<UInt8>, _ range: Range<Int>) -> Bool {
        text.removeAll()
        gaps.removeAll(keepingCapacity: true)
        let reply = RemoteReply.parse(bytes, range)
        let start = range.lowerBound
        guard reply.code != 0, range.count > 4, bytes[start + 3] == UInt8(ascii: "-") else {
            return false
        }
        let code = (bytes[start], bytes[start + 1], bytes[start + 2])
        var (copied, offset) = (start, start + 4)
        while offset + 5 <= range.upperBound {
            let isCode =
                bytes[offset] == 32 && bytes[offset + 1] == code.0 && bytes[offset + 2] == code.1
                && bytes[offset + 3] == code.2
                && (bytes[offset + 4] == UInt8(ascii: "-") || bytes[offset + 4] == 32)
            guard isCode else {
                offset += 1
                continue
            }
            // The blank before the code stays, and parts the lines.
            text.append(bytes, copied..<offset + 1)
            let cut = offset + 1
            offset += 5
            if let end = RemoteReply.enhancedCodeEnd(bytes, offset..<range.upperBound) {
                offset = min(end + 1, range.upperBound)
            }
            gaps.append((text.count, (gaps.last?.left ?? 0) + offset - cut))
            copied = offset
            // The next line may be empty: its code follows at once.
            offset = max(copied - 1, start + 4)
        }
        text.append(bytes, copied..<range.upperBound)
        return !gaps.isEmpty
    }
}
