public import ByteScan

/// One log line, up to the words of the program that wrote it.
///
/// Its time and host are the parser's.
///
/// Ranges are offsets into the block that the line was read from.
public struct LogLine: Sendable, Hashable {
    /// The whole tag before the process ID: 'postfix/relay/smtp'.
    public var tag = ByteRange.none
    /// What the program said.
    public var text = ByteRange.none
    /// Process ID; 0: not logged.
    public var pid: UInt32 = 0
    /// The last part of the tag.
    public var daemon = Daemon.other

    /// An empty line.
    @inlinable
    public init() {}
}
