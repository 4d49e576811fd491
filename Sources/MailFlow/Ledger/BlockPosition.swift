/// Where a block of lines came from.
public struct BlockPosition: Sendable {
    /// The file's name as the user knows it; nil for none.
    public var file: String?
    /// Names the log whatever its file is called: a hash of its first lines.
    ///
    /// The same after rotation and compression.
    public var identity: UInt64
    /// What names it in the ids of its first lines, by the offset where each begins, rising; what comes
    /// before has `identity`.
    public var firstLines: [(offset: Int, identity: UInt64)]
    /// Offset of the block's first byte in the uncompressed log.
    public var offset: Int
    /// Number of the block's first line, from 1.
    public var line: Int

    /// See the properties.
    public init(
        file: String?,
        identity: UInt64,
        firstLines: [(offset: Int, identity: UInt64)] = [],
        offset: Int,
        line: Int
    ) {
        self.file = file
        self.identity = identity
        self.firstLines = firstLines
        self.offset = offset
        self.line = line
    }
}
