/// Where a block of lines came from.
public struct BlockPosition: Sendable, Hashable {
    /// The file's name as the user knows it; nil for none.
    public var file: String?
    /// Names the log whatever its file is called: a hash of its first line.
    ///
    /// The same after rotation and compression.
    public var identity: UInt64
    /// Offset of the block's first byte in the uncompressed log.
    public var offset: Int
    /// Number of the block's first line, from 1.
    public var line: Int

    /// See the properties.
    public init(file: String?, identity: UInt64, offset: Int, line: Int) {
        self.file = file
        self.identity = identity
        self.offset = offset
        self.line = line
    }
}
