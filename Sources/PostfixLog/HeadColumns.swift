import ByteScan

/// The words between a timestamp and a tag: a host, and what some writers put beside it.
enum HeadColumns {
    /// The host among the words in `bytes[start..<tag]`; empty where there is none.
    ///
    /// A severity is no host: it differs from line to line of one process, and lines that belong
    /// together would come apart. Nor is the zone in `journalctl -o short-full`.
    static func host(
        _ bytes: Span<UInt8>,
        _ start: Int,
        _ tag: Int,
        mayHaveZone: Bool
    ) -> ByteRange {
        var offset = start
        var zone = ByteRange.none
        while offset < tag {
            let word = HeadReader.token(bytes, offset, tag)
            if !isPriority(bytes, word) {
                guard mayHaveZone, zone.isEmpty, isZone(bytes, word) else { return word }
                zone = word
            }
            offset = HeadReader.skipBlanks(bytes, word.upperBound, tag)
        }
        // A word alone is the host, whatever it looks like.
        return zone
    }

    /// 'WARNING', 'mail.info', '<mail.info>': what rsyslog's templates, BusyBox and FreeBSD write.
    private static func isPriority(_ bytes: Span<UInt8>, _ word: ByteRange) -> Bool {
        guard word.count >= 3 else { return false }
        // Most hosts begin with another letter than all of these.
        let facility: StaticString
        switch bytes[word.lowerBound] {
        case UInt8(ascii: "<"): return bytes[word.upperBound - 1] == UInt8(ascii: ">")
        case UInt8(ascii: "A")...UInt8(ascii: "Z"):
            return isOne(of: upperSeverities, bytes, word.range)
        case UInt8(ascii: "m"): facility = "mail"
        case UInt8(ascii: "l"): facility = "local"
        case UInt8(ascii: "u"): facility = "user"
        case UInt8(ascii: "d"): facility = "daemon"
        default: return false
        }
        guard bytes.starts(with: facility, in: word.range) else { return false }
        // 'local0' to 'local7'; AIX has a colon.
        var mark = word.lowerBound + facility.utf8CodeUnitCount
        if mark < word.upperBound, bytes[mark] &- 48 <= 7 { mark += 1 }
        guard mark < word.upperBound,
            bytes[mark] == UInt8(ascii: ".") || bytes[mark] == UInt8(ascii: ":")
        else { return false }
        return isOne(of: severities, bytes, mark + 1..<word.upperBound)
    }

    private static func isOne(
        of names: [StaticString],
        _ bytes: Span<UInt8>,
        _ word: Range<Int>
    ) -> Bool {
        names.contains { $0.utf8CodeUnitCount == word.count && bytes.starts(with: $0, in: word) }
    }

    /// Source: syslog.conf(5).
    private static let severities: [StaticString] = [
        "info", "notice", "warn", "warning", "err", "error", "crit", "alert", "emerg", "debug",
    ]

    private static let upperSeverities: [StaticString] = [
        "INFO", "NOTICE", "WARN", "WARNING", "ERR", "ERROR", "CRIT", "ALERT", "EMERG", "DEBUG",
    ]

    /// 'CET', 'UTC', 'CEST', '+03'.
    private static func isZone(_ bytes: Span<UInt8>, _ word: ByteRange) -> Bool {
        guard (3...5).contains(word.count) else { return false }
        let first = bytes[word.lowerBound]
        if first == UInt8(ascii: "+") || first == UInt8(ascii: "-") {
            return word.range.dropFirst().allSatisfy { bytes[$0] &- 48 <= 9 }
        }
        return word.range.allSatisfy { bytes[$0] &- 65 <= 25 }
    }
}
