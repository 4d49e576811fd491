import ByteScan
import LogSource
import PostfixLog

/// What tells a log from another without reading it whole: when it begins and ends, who wrote it, and
/// its first lines.
///
/// Only lines that Postfix may have written count.
struct LogPrint {
    let path: String
    /// Civil seconds of its first and last line; nil: not known without reading it whole.
    private let begin: Int64?
    private let end: Int64?
    private let firstYear: Int
    /// Hashes of its first lines.
    private var firstLines: Set<UInt64> = []
    /// Civil seconds of the last of these.
    private var firstLinesEnd: Int64 = .min
    /// Hashes of the lines near its beginning.
    private var head: Set<UInt64> = []
    /// Hashes of the hosts that are named there.
    private var hosts: Set<UInt64> = []

    private static let firstLineCount = 50
    /// Lines that `head` has, about a block's.
    private static let headLineCount = 2_048
    /// So many in a row are no accident.
    private static let manyLines = 1_000
    /// In a log of many programs Postfix's first line may stand far behind its beginning.
    private static let mostLines = 100_000
    /// Several writers' lines of one moment are out of order by less than this, in seconds.
    private static let disorder: Int64 = 60

    /// nil where nothing of Postfix stands near the log's beginning.
    init?(_ member: RotatedSet.Member) {
        path = member.survey.path
        firstYear = member.found.year
        begin = member.survey.beginning(in: firstYear)
        end = LastLine.seconds(of: member.survey, firstYear: firstYear)
        var count = 0
        var (head, hosts, first, end) = (Set<UInt64>(), Set<UInt64>(), Set<UInt64>(), Int64.min)
        let reader = PostfixLines(path: path, firstYear: firstYear)
        reader.forEach { line in
            count += 1
            // Many logs begin with the same undated line.
            guard let hash = line.hash, line.hasHead else { return count < Self.mostLines }
            head.insert(hash)
            hosts.insert(line.host)
            if head.count <= Self.firstLineCount {
                first.insert(hash)
                end = line.time
            }
            return head.count < Self.headLineCount && count < Self.mostLines
        }
        guard !first.isEmpty else { return nil }
        (self.head, self.hosts, firstLines, firstLinesEnd) = (head, hosts, first, end)
    }

    /// True where a line of one is in the other, as far as their beginnings tell.
    func sharesLines(with other: LogPrint) -> Bool {
        if !firstLines.isDisjoint(with: other.head) || !other.firstLines.isDisjoint(with: head) {
            return true
        }
        guard let begin, let otherBegin = other.begin, !hosts.isDisjoint(with: other.hosts) else {
            return false
        }
        let (earlier, later) = otherBegin <= begin ? (other, self) : (self, other)
        // Rotated files meet, and need not be looked through.
        guard let end = earlier.end, max(begin, otherBegin) + Self.disorder <= end else {
            return false
        }
        return earlier.holdsAny(of: later.firstLines, until: later.firstLinesEnd)
    }

    /// Looks for `lines`, the last of which is of `time`.
    private func holdsAny(of lines: Set<UInt64>, until time: Int64) -> Bool {
        var isFound = false
        var later = 0
        PostfixLines(path: path, firstYear: firstYear).forEach { line in
            isFound = line.hash.map(lines.contains) ?? false
            // One clock that is ahead ends no search.
            later = line.time <= time + Self.disorder ? 0 : later + 1
            return !isFound && later < Self.manyLines
        }
        return isFound
    }

    /// True where all lines of `other` are in this log, as far as some thousand of them tell.
    ///
    /// Of a damaged log nobody knows them all: whoever reads it tells of the damage.
    func contains(_ other: LogPrint) -> Bool {
        guard var missing = other.samples else { return false }
        PostfixLines(path: path, firstYear: firstYear).forEach { line in
            if let hash = line.hash { missing.remove(hash) }
            return !missing.isEmpty
        }
        return missing.isEmpty
    }

    /// Hashes of the last lines, and of some thousand from all over the log.
    ///
    /// Those with the smallest hashes: as good as drawn by lot, and no rhythm of the log can escape.
    /// nil: the log is damaged.
    private var samples: Set<UInt64>? {
        var samples: Set<UInt64> = []
        var last: [UInt64] = []
        var limit = UInt64.max
        let isIntact = PostfixLines(path: path, firstYear: firstYear).forEach { line in
            guard let hash = line.hash else { return true }
            last.append(hash)
            if last.count == 2 * Self.firstLineCount { last.removeFirst(Self.firstLineCount) }
            guard hash <= limit else { return true }
            samples.insert(hash)
            if samples.count == 2 * Self.mostSamples {
                let smallest = samples.sorted().prefix(Self.mostSamples)
                samples = Set(smallest)
                limit = smallest.last ?? 0
            }
            return true
        }
        return isIntact ? samples.union(last) : nil
    }

    private static let mostSamples = 4_096
}
