internal import ByteScan

/// A fingerprint of the bytes before an offset: tells whether a file is still the one that was read.
///
/// The window is the end of the block that was delivered last, so it holds the time and the queue ID
/// of a line: that a truncated log should have the same bytes at the same offset is out of the
/// question.
public struct ContentMark: Sendable, Hashable, Codable {
    /// Bytes before the offset that count; 0: nothing to compare.
    public var length: Int
    /// Hash of these bytes.
    public var hash: UInt64

    /// At most this much counts.
    static let longest = 256

    /// The mark at offset 0.
    public static let none = ContentMark(length: 0, hash: 0)

    /// The mark of the last bytes of `bytes[..<end]`.
    ///
    /// - Precondition: eight bytes follow `end`.
    init(_ bytes: [UInt8], upTo end: Int) {
        length = min(end, Self.longest)
        hash = ByteHash.hash(bytes.span, ByteRange(end - length, end))
    }

    init(length: Int, hash: UInt64) {
        self.length = length
        self.hash = hash
    }
}
