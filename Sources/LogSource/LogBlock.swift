import ByteScan

/// A run of whole lines, in a buffer that is used again.
public struct LogBlock: Sendable {
    /// The bytes, with `blockSlack` readable bytes after `count`.
    public var bytes: [UInt8]
    /// Bytes that are part of the log.
    public var count = 0
    /// Offset of the first byte in the (uncompressed) log.
    public var offset = 0

    /// A block of at most `capacity` bytes.
    public init(capacity: Int) {
        bytes = [UInt8](repeating: 0, count: capacity + blockSlack)
    }

    /// The bytes' place in the (uncompressed) log.
    public var range: Range<Int> { offset..<(offset + count) }

    /// Bytes that fit.
    public var capacity: Int { bytes.count - blockSlack }
}
