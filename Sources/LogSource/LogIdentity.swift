import ByteScan

/// Names a log by what it holds, so that rotation and compression do not change the name.
public enum LogIdentity {
    /// At most this much of the first line counts.
    static let longest = 1_024

    /// A hash of the log's first line.
    ///
    /// - Precondition: `block` is the log's first.
    public static func of(firstBlock block: LogBlock) -> UInt64 {
        let end = block.bytes.span.scan(for: 10, from: 0, to: min(block.count, longest))
        return ByteHash.hash(block.bytes.span, ByteRange(0, end))
    }
}
