/// What a file's name says of its place among the rotated files of a log.
enum RotationRank: Hashable {
    /// The log itself.
    case active
    /// 'mail.log.3': the higher, the older.
    case indexed(Int)
    /// 'mail.log-20261103', 'mail.log.20261103-062500', 'mail-20261103.log': the digits.
    case dated(String)
    /// 'mail.log.old', 'mail.log.bak', a copy: only the time of modification tells.
    case other

    private static let compressions = ["gz", "bz2", "xz", "zst", "lz4", "lzma", "Z", "lz"]

    /// The rank of `name` among the files of the log `base`; nil: it is none of them.
    static func of(_ name: String, base: String) -> RotationRank? {
        let (stem, _) = split(name)
        if name == base { return .active }
        if stem == base { return .other }
        if let rest = suffix(of: stem, after: base), let first = rest.first, ".-_".contains(first) {
            return isSeverity(rest.dropFirst()) ? nil : rank(String(rest.dropFirst()))
        }
        return rankBeforeExtension(stem, base)
    }

    /// 'mail-20261103.log' is a rotated 'mail.log' (logrotate's 'extension').
    private static func rankBeforeExtension(_ stem: String, _ base: String) -> RotationRank? {
        guard let dot = base.lastIndex(of: "."), dot > base.startIndex,
            stem.hasSuffix(base[dot...]),
            let rest = suffix(of: String(stem.dropLast(base[dot...].count)), after: base[..<dot]),
            let first = rest.first, ".-_".contains(first), rest.contains(where: \.isNumber)
        else { return nil }
        let rank = rank(String(rest.dropFirst()))
        return rank == .other ? nil : rank
    }

    /// 'mail.info', 'mail.warn' and their own rotated files stand beside 'mail', as syslogd(8) is often
    /// set up.
    private static func isSeverity(_ rest: Substring) -> Bool {
        let word = rest.prefix { $0.isASCII && $0.isLetter }
        return [
            "debug", "info", "notice", "warn", "warning", "err", "error", "crit", "alert", "emerg",
        ]
        .contains(word.lowercased())
    }

    private static func suffix(of name: String, after base: some StringProtocol) -> Substring? {
        name.hasPrefix(base) && name.count > base.count ? name.dropFirst(base.count) : nil
    }

    /// The rank that 'N', 'YYYYMMDD…' or other words give.
    private static func rank(_ text: String) -> RotationRank {
        let isPlain = text.allSatisfy { $0.isASCII && ($0.isNumber || "-_.:T".contains($0)) }
        let digits = text.filter { $0.isASCII && $0.isNumber }
        guard isPlain, !digits.isEmpty else { return .other }
        if digits.count < 6 {
            return digits.count == text.count ? .indexed(Int(digits) ?? 0) : .other
        }
        return .dated(digits)
    }

    /// A name without the suffix that compression gives, and whether it had one.
    static func split(_ name: String) -> (stem: String, isCompressed: Bool) {
        guard let dot = name.lastIndex(of: "."), dot > name.startIndex,
            compressions.contains(String(name[name.index(after: dot)...]))
        else { return (name, false) }
        return (String(name[..<dot]), true)
    }
}
