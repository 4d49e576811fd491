import ByteScan

extension LineRecord {
    /// 'last message repeated N times'; rsyslogd's and journald's rate limits.
    static func isGap(_ bytes: Span<UInt8>, _ line: LogLine) -> Bool {
        let text = line.text.range
        guard !line.tag.isEmpty else {
            return !bytes.starts(with: "rsyslogd: ", in: text)
                || bytes.firstOffset(of: "due to rate-limiting", in: text) != nil
        }
        switch line.tag.count {
        case 8 where bytes.starts(with: "rsyslogd", in: line.tag.range):
            return bytes.firstOffset(of: "due to rate-limiting", in: text) != nil
        case 16 where bytes.starts(with: "systemd-journald", in: line.tag.range):
            return bytes.starts(with: "Suppressed ", in: text)
        default: return false
        }
    }

    /// journald's '[305B blob data]': journalctl without --all shows no line that has an unprintable
    /// byte, as a server's reply may.
    ///
    /// Source: print_field(), systemd's src/shared/logs-show.c.
    @inline(__always)
    static func isBlob(_ bytes: Span<UInt8>, _ line: LogLine) -> Bool {
        let text = line.text.range
        guard bytes[text.lowerBound] == UInt8(ascii: "["), line.daemon != .unnamed,
            bytes.ends(with: " blob data]", in: text)
        else { return false }
        let size = text.dropFirst().dropLast(11)
        return !size.isEmpty && size.count <= 8
            && size.allSatisfy { bytes[$0] &- 48 <= 9 || bytes[$0] == 46 || bytes[$0] &- 65 < 26 }
    }
}
