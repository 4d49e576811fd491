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
}
