/// Logs that would be counted twice: named twice, copied, or written to two files by syslogd.
enum DuplicateLogs {
    /// A log to leave out.
    struct Duplicate: Equatable {
        let path: String
        /// The log that has its lines.
        let original: String
        /// Why, in words that follow the path.
        let reason: String
    }

    /// The duplicates among the logs at `paths`; of two that are the same, the later one.
    ///
    /// Debian's rsyslogd used to write mail.info beside mail.log. That a log's lines are in another is
    /// told from a few hundred of them, spread over the log; only logs that begin alike are compared.
    static func find(_ paths: [String]) -> [Duplicate] {
        var duplicates: [Duplicate] = []
        var kept: [LogPrint] = []
        for print in paths.compactMap(LogPrint.init(path:)) {
            if let same = kept.first(where: { $0.place != nil && $0.place == print.place }) {
                duplicates.append(
                    Duplicate(
                        path: print.path,
                        original: same.path,
                        reason: "is the same file as \(same.path), and is read once"
                    )
                )
                continue
            }
            let alike = kept.filter { $0.mayShareLines(with: print) }
            guard !alike.isEmpty else {
                kept.append(print)
                continue
            }
            let lines = print.sampledLines()
            if let larger = alike.first(where: { $0.contains(lines) }) {
                duplicates.append(skipped(print, larger))
                continue
            }
            for smaller in alike where print.contains(smaller.sampledLines()) {
                duplicates.append(skipped(smaller, print))
                kept.removeAll { $0.path == smaller.path }
            }
            kept.append(print)
        }
        return duplicates
    }

    private static func skipped(_ print: LogPrint, _ original: LogPrint) -> Duplicate {
        Duplicate(
            path: print.path,
            original: original.path,
            reason: "its lines are in \(original.path), too: skipped (--no-dedupe reads both)"
        )
    }
}
