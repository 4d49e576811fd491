import Foundation

/// Logs that would be counted twice: named twice, copied, written to two files by syslogd, or cut so
/// that they overlap.
enum DuplicateLogs {
    /// A log that has lines of another.
    struct Finding: Equatable {
        let path: String
        /// The log that has them, too.
        let original: String
        /// What it means, in words that follow the path.
        let reason: String
        /// False where the log has lines of its own, and is read all the same.
        let isSkipped: Bool
    }

    /// Of paths that lead to the same file, all but the first.
    static func sameFiles(_ paths: [String]) -> [Finding] {
        var firstPaths: [[Int]: String] = [:]
        return paths.compactMap { path in
            guard let attributes = try? FileManager.default.attributesOfItem(atPath: path),
                let device = attributes[.systemNumber] as? Int,
                let inode = attributes[.systemFileNumber] as? Int
            else { return nil }
            guard let first = firstPaths[[device, inode]] else {
                firstPaths[[device, inode]] = path
                return nil
            }
            return Finding(
                path: path,
                original: first,
                reason: "is the same file as \(first), and is read once",
                isSkipped: true
            )
        }
    }

    /// What the logs of `members`, in the order of their first lines, have in common.
    ///
    /// Debian's rsyslogd writes mail.info, mail.warn and syslog beside mail.log. Only Postfix's lines
    /// count, so either of two logs may have other programs' lines besides. That all of a log's lines
    /// are in another is told from its last ones and from some thousand of them, spread over the log.
    static func sharedLines(_ members: [RotatedSet.Member]) -> [Finding] {
        var findings: [Finding] = []
        var kept: [LogPrint] = []
        for print in members.compactMap(LogPrint.init) {
            let sharing = kept.filter(print.sharesLines)
            if let larger = sharing.first(where: { $0.contains(print) }) {
                findings.append(skipped(print, larger))
                continue
            }
            let smaller = sharing.filter(print.contains)
            findings += smaller.map { skipped($0, print) }
            kept.removeAll { log in smaller.contains { $0.path == log.path } }
            kept.append(print)
            let others = sharing.filter { log in !smaller.contains { $0.path == log.path } }
            if let first = others.first {
                findings.append(overlapping(print, first, others.count - 1))
            }
        }
        let left = Set(kept.map(\.path))
        return findings.filter { $0.isSkipped || left.isSuperset(of: [$0.path, $0.original]) }
    }

    private static func skipped(_ print: LogPrint, _ original: LogPrint) -> Finding {
        Finding(
            path: print.path,
            original: original.path,
            reason: "its lines are in \(original.path), too: skipped (--no-dedupe reads both)",
            isSkipped: true
        )
    }

    private static func overlapping(
        _ print: LogPrint,
        _ original: LogPrint,
        _ more: Int
    ) -> Finding {
        let others = more > 0 ? " and \(more) more" : ""
        return Finding(
            path: print.path,
            original: original.path,
            reason: "some of its lines are in \(original.path)\(others), too, and count twice",
            isSkipped: false
        )
    }
}
