import ByteScan
import PCRE2

/// Copies of one reply in which names are blanked, for rows that are to read its words only.
///
/// '452 4.2.2 <greylist@example.net>: mailbox full' speaks of no greylisting. One per thread, used again
/// for every reply; blanks keep the length, so an offset into a copy is one into the reply.
struct ReplyVeil: ~Copyable {
    /// The copy without addresses, and without the name that the server gives itself.
    private var unnamed = Column<UInt8>()
    /// The copy without links as well.
    private var words = Column<UInt8>()
    /// What the copies are of; most replies need none.
    private var hasNames = false
    private var firstLink: Int?
    private var isUnnamed = false
    private var isWords = false

    /// Stands for every byte of a name: in no pattern, and `\w` and `\S` as most names are.
    private static var blank: UInt8 { UInt8(ascii: "_") }

    /// Forgets the reply.
    mutating func lift() {
        isUnnamed = false
        isWords = false
    }

    /// Looks for the first match of `pattern` in as much of `bytes[range]` as `sight` lets it see: the
    /// same reply until it is lifted.
    mutating func firstMatch(
        of pattern: CompiledPattern,
        _ sight: PatternRow.Sight,
        in bytes: Span<UInt8>,
        _ range: Range<Int>,
        _ matcher: inout Matcher
    ) -> MatchOutcome {
        if !isUnnamed { blankNames(bytes, range) }
        let outcome: MatchOutcome
        if sight == .words, let firstLink {
            if !isWords { blankLinks(bytes, range, firstLink) }
            outcome = words.withSpan { matcher.firstMatch(of: pattern, in: $0, 0..<$0.count) }
        } else if hasNames {
            outcome = unnamed.withSpan { matcher.firstMatch(of: pattern, in: $0, 0..<$0.count) }
        } else {
            return matcher.firstMatch(of: pattern, in: bytes, range)
        }
        guard case .matched(let found) = outcome else { return outcome }
        return .matched(found.lowerBound + range.lowerBound..<found.upperBound + range.lowerBound)
    }

    /// Makes the copy without names, where there is one or a link.
    private mutating func blankNames(_ bytes: Span<UInt8>, _ range: Range<Int>) {
        isUnnamed = true
        let own = Self.ownName(bytes, range)
        let mark = bytes.firstOffset(of: UInt8(ascii: "@"), in: range)
        firstLink = bytes.firstOffset(of: "://", in: range)
        hasNames = own != nil || mark != nil
        guard hasNames || firstLink != nil else { return }
        unnamed.removeAll()
        unnamed.append(bytes, range)
        if let own {
            for offset in own { unnamed[offset &- range.lowerBound] = Self.blank }
        }
        if let mark { blankAddresses(bytes, range, mark) }
    }

    /// The name after the codes: '421 4.3.2 mx1.example.net Service shutting down'.
    private static func ownName(_ bytes: Span<UInt8>, _ range: Range<Int>) -> Range<Int>? {
        var start = RemoteReply.parse(bytes, range).text.lowerBound
        if start < range.upperBound,
            bytes[start] == UInt8(ascii: "<") || bytes[start] == UInt8(ascii: "[")
        {
            start += 1
        }
        var end = start
        var hasLetter = false
        while end < range.upperBound, isName(bytes[end]) {
            if bytes[end] | 0x20 &- 97 < 26 { hasLetter = true }
            end += 1
        }
        // A word before a full stop is no name, neither is an address in digits.
        while end > start, bytes[end - 1] == UInt8(ascii: ".") { end -= 1 }
        let isName = hasLetter && bytes.firstOffset(of: UInt8(ascii: "."), in: start..<end) != nil
        return isName ? start..<end : nil
    }

    /// Blanks what stands to both sides of each '@', of which `first` is the first.
    private mutating func blankAddresses(
        _ bytes: Span<UInt8>,
        _ range: Range<Int>,
        _ first: Int
    ) {
        var next: Int? = first
        while let mark = next {
            var offset = mark
            while offset > range.lowerBound, Self.isLocalPart(bytes[offset &- 1]) {
                offset &-= 1
                unnamed[offset &- range.lowerBound] = Self.blank
            }
            offset = mark &+ 1
            while offset < range.upperBound, Self.isName(bytes[offset]) {
                unnamed[offset &- range.lowerBound] = Self.blank
                offset &+= 1
            }
            next = bytes.firstOffset(of: UInt8(ascii: "@"), in: offset..<range.upperBound)
        }
    }

    /// Makes the copy without links: what follows each '://', of which `first` is the first, up to a
    /// blank or a bracket.
    private mutating func blankLinks(_ bytes: Span<UInt8>, _ range: Range<Int>, _ first: Int) {
        isWords = true
        words.removeAll()
        unnamed.withSpan { words.append($0, 0..<$0.count) }
        var next: Int? = first
        while let mark = next {
            var offset = mark &+ 3
            while offset < range.upperBound, Self.isLink(bytes[offset]) {
                words[offset &- range.lowerBound] = Self.blank
                offset &+= 1
            }
            next = bytes.firstOffset(of: "://", in: offset..<range.upperBound)
        }
    }

    private static func isName(_ byte: UInt8) -> Bool {
        byte | 0x20 &- 97 < 26 || byte &- 48 <= 9 || byte == UInt8(ascii: ".")
            || byte == UInt8(ascii: "-") || byte == UInt8(ascii: "_") || byte >= 0x80
    }

    /// Source: RFC 5321 section 4.1.2, Atom, and the UTF-8 of RFC 6531; less what replies set around
    /// addresses.
    private static func isLocalPart(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "+"), UInt8(ascii: "="), UInt8(ascii: "/"), UInt8(ascii: "#"),
            UInt8(ascii: "~"), UInt8(ascii: "&"), UInt8(ascii: "*"), UInt8(ascii: "%"):
            true
        default: isName(byte)
        }
    }

    private static func isLink(_ byte: UInt8) -> Bool {
        byte > 32 && byte != UInt8(ascii: ")") && byte != UInt8(ascii: ">")
            && byte != UInt8(ascii: "\"") && byte != UInt8(ascii: "]")
    }
}
