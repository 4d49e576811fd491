/// How a log is followed.
public struct FollowSettings: Sendable {
    /// A renamed file is left when nothing came for so long, and its successor has content.
    public var quiet: Duration = .seconds(1)
    /// A file that was left is looked at until nothing came for so long: its writer may come back.
    public var late: Duration = .seconds(60)
    /// Where rotated files are put, if not beside the log (logrotate's 'olddir').
    public var rotatedDirectories: [String] = []
    /// Where to begin without a stored position.
    public var start = FollowStart.now

    /// The usual.
    public init() {}
}

/// Where to begin a log that has no stored position.
public enum FollowStart: Sendable, Hashable {
    /// After the last whole line that is there.
    case now
    /// With the first line of the file.
    case beginning
}

/// Where a block of followed lines came from.
public struct FollowedBlock: Sendable, Hashable {
    /// The log's path as it was asked for: the name to store positions under.
    public var source: String
    /// The file that the lines were read from: a rotated one may be behind.
    public var path: String
    /// What names the log: the fingerprint of its first line, or the journal's own.
    public var identity: UInt64
    /// How the log begins, as far as is known; empty for a journal.
    public var head = LogHead()
    /// Offset of the block's first byte in the uncompressed file.
    public var offset: Int
    /// Number of the block's first line, from 1.
    public var line: Int
    /// After the block: what to store with the facts of the block.
    public var position: SourcePosition
}
