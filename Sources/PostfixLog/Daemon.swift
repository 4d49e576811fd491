public import ByteScan

/// The Postfix program that wrote a line: the last part of 'postfix/relay/smtp'.
///
/// Source: mail_task(), src/global/mail_task.c.
public enum Daemon: UInt8, CaseIterable, Sendable, Hashable, BitwiseCopyable {
    /// The tag has no program part: rsyslog drops it unless parser.permitSlashInProgramName is on.
    case unnamed
    /// smtp(8).
    case smtp
    /// lmtp(8).
    case lmtp
    /// local(8).
    case local
    /// virtual(8).
    case virtual
    /// pipe(8).
    case pipe
    /// error(8) and retry(8): both log as 'error'.
    case error
    /// discard(8).
    case discard
    /// qmgr(8), oqmgr(8), nqmgr(8).
    case qmgr
    /// cleanup(8).
    case cleanup
    /// pickup(8).
    case pickup
    /// bounce(8).
    case bounce
    /// smtpd(8).
    case smtpd
    /// postsuper(1).
    case postsuper
    /// postscreen(8).
    case postscreen
    /// tlsproxy(8): logs for smtp(8) when smtp_tls_connection_reuse is on.
    case tlsproxy
    /// master(8).
    case master
    /// Any other: anvil, scache, trivial-rewrite, verify …
    case other

    /// True for the programs whose deferrals speak of a remote server.
    public var isNetworkAgent: Bool { self == .smtp || self == .lmtp || self == .unnamed }

    /// The program that `name` spells.
    @inlinable
    public init(_ bytes: Span<UInt8>, name: ByteRange) {
        let length = name.count
        guard length >= 1, length <= 8, name.upperBound >= 8 else {
            self = Self.long(bytes, name)
            return
        }
        // The name's bytes, first in the lowest: what stands before it is shifted out.
        let word = bytes.load64(at: name.upperBound - 8) >> UInt64(8 * (8 - length))
        self = Self.short(word)
    }

    @usableFromInline
    static func long(_ bytes: Span<UInt8>, _ name: ByteRange) -> Daemon {
        if name.count == 9, bytes.starts(with: "postsuper", in: name.range) { return .postsuper }
        if name.count == 10, bytes.starts(with: "postscreen", in: name.range) { return .postscreen }
        return .other
    }

    /// Names of at most eight bytes as little-endian numbers: 0x7074_6d73 is "smtp".
    @inlinable
    static func short(_ word: UInt64) -> Daemon {
        switch word {
        case 0x7074_6d73: .smtp
        case 0x7074_6d6c: .lmtp
        case 0x6c_6163_6f6c: .local
        case 0x6c_6175_7472_6976: .virtual
        case 0x6570_6970: .pipe
        case 0x72_6f72_7265: .error
        case 0x64_7261_6373_6964: .discard
        case 0x7267_6d71, 0x72_676d_716f, 0x72_676d_716e: .qmgr
        case 0x70_756e_6165_6c63: .cleanup
        case 0x7075_6b63_6970: .pickup
        case 0x6563_6e75_6f62: .bounce
        case 0x64_7074_6d73: .smtpd
        case 0x7978_6f72_7073_6c74: .tlsproxy
        case 0x7265_7473_616d: .master
        default: .other
        }
    }
}
