import ByteScan

/// 'dovecot: imap-login: …': lines of programs that name themselves without a process ID.
///
/// `LogLineParser` reads none of them.
public enum OtherProgram {
    /// True for a line that `LogLineParser` does not read where it is a log line all the same: a
    /// time, at most a host and a zone, and 'name: '.
    ///
    /// What may be Postfix's in a form that nobody knows is no such line.
    public static func wrote(_ bytes: Span<UInt8>, _ range: Range<Int>) -> Bool {
        guard let stamp = HeadReader.findTimestamp(bytes, range) else { return false }
        var start = HeadReader.skipBlanks(bytes, stamp.end, range.upperBound)
        for _ in 0..<3 {
            let word = HeadReader.token(bytes, start, range.upperBound)
            guard word.upperBound < range.upperBound,
                bytes.firstOffset(of: "postfix", in: word.range) == nil
            else { return false }
            start = HeadReader.skipBlanks(bytes, word.upperBound, range.upperBound)
            if isName(bytes, word) {
                return bytes.firstOffset(of: "status=", in: start..<range.upperBound) == nil
            }
        }
        return false
    }

    /// Letters, digits and the like before a colon.
    private static func isName(_ bytes: Span<UInt8>, _ word: ByteRange) -> Bool {
        let last = word.upperBound - 1
        guard word.count > 1, bytes[last] == UInt8(ascii: ":"), bytes[word.lowerBound] | 0x20 >= 97,
            bytes[word.lowerBound] | 0x20 <= 122
        else { return false }
        return (word.lowerBound..<last).allSatisfy { offset in
            let byte = bytes[offset]
            return byte &- 48 <= 9 || (byte | 0x20) &- 97 < 26 || byte == UInt8(ascii: "-")
                || byte == UInt8(ascii: "_") || byte == UInt8(ascii: ".")
        }
    }
}
