public import ByteScan

/// One log line, up to the words of the program that wrote it.
///
/// Ranges are offsets into the block that the line was read from.
public struct LogLine: Sendable, Hashable {
    /// When, as the line tells.
    public var time = LogTime(seconds: 0)
    /// The host's name; empty where the form has none.
    public var host = ByteRange.none
    /// 'postfix', 'postfix-out', 'postfix/relay': the tag less its last part.
    public var syslogName = ByteRange.none
    /// The whole tag before the process ID: 'postfix/relay/smtp'.
    public var tag = ByteRange.none
    /// The last part of the tag.
    public var daemon = Daemon.other
    /// Process ID; 0: not logged.
    public var pid: UInt32 = 0
    /// What the program said.
    public var text = ByteRange.none

    /// An empty line.
    public init() {}
}

/// How a line was framed.
public enum LineForm: UInt8, CaseIterable, Sendable, Hashable {
    /// 'Nov  3 09:29:01 host tag[pid]: text', with or without a year and fractions.
    case traditional
    /// '2026-11-03T09:29:01.123456+01:00 host tag[pid]: text'.
    case rfc3339
    /// '<22>1 2026-11-03T09:29:01Z host app pid msgid sd text'.
    case rfc5424
}
