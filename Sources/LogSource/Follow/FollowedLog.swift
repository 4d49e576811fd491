internal import Glibc

/// One log, whatever its file is called and where its content has gone: the state machine of a tail.
///
/// After a restart, a rotation and a truncation the question is the same, 'where is what comes after
/// the position?', and `ReadingPlan` answers it.
final class FollowedLog {
    /// Which file is read.
    enum State {
        /// None: what comes next is not there, or may not be read.
        case waiting(Wait)
        /// The one that has the log's name.
        case reading(PlainLog)
        /// One that has not, or not any more; its writer may go on.
        case draining(PlainLog, Drain)
        /// A compressed one.
        case unpacking(PackedLog)
    }

    /// What is waited for.
    enum Wait: Hashable {
        /// The file that the position speaks of.
        case position
        /// What comes after this file, which is read.
        case successor(of: FileID)
    }

    /// What is known of the writer of a file that is read to its end.
    struct Drain: Hashable {
        /// Nothing came since.
        var quietSince: Duration
        /// A copy: nobody writes to it.
        var isCopy: Bool
    }

    enum Step {
        case delivered, again, idle
    }

    let source: String
    let directory: LogDirectory
    let settings: FollowSettings
    let probe = FileProbe()
    let report: (FollowEvent) -> Void
    var state: State
    /// After what was delivered.
    var position: FilePosition
    var complaint: LogSourceError?
    var stamp: LogDirectory.Stamp?
    /// The directory when it was looked at for a copy of a short log.
    private var shortStamp: LogDirectory.Stamp?
    var lastLook = Duration.zero
    /// Files that were left, and when something came last.
    var late: [LateLog] = []
    /// Their positions are stored, and the files not opened yet.
    var hasStoredLate: Bool
    var lastLateLook = Duration.zero
    /// Files whose loss was told.
    var lostFiles: Set<FileID> = []
    /// Number and file of the lines in the block that was delivered last.
    var latest: FollowedBlock?

    /// Looking at a directory costs more than reading a file: not more often than this without need.
    static let shortestLook = Duration.milliseconds(50)

    init(
        path: String,
        resumingAt position: FilePosition,
        settings: FollowSettings,
        report: @escaping (FollowEvent) -> Void
    ) {
        source = path
        directory = LogDirectory(path: path, rotatedDirectories: settings.rotatedDirectories)
        self.settings = settings
        self.report = report
        self.position = position
        hasStoredLate = !position.late.isEmpty
        state = .waiting(.position)
    }

    /// Delivers whole lines into `block`; false where none are there now.
    func poll(_ block: inout LogBlock, now: Duration) -> Bool {
        if mayLookAtLate(now), readLate(&block, now) { return true }
        return pollCurrent(&block, now)
            || (mayLookAtLate(now, isIdle: true) && readLate(&block, now))
    }

    /// True where lines come from the file with the log's name, and from no other, and the last block
    /// took all that its reading gave.
    var isReadingOnly: Bool {
        guard case .reading(let log) = state, log.lastCut?.leavesMore != true else { return false }
        return late.isEmpty && !hasStoredLate
    }

    private func pollCurrent(_ block: inout LogBlock, _ now: Duration) -> Bool {
        // Each turn reads or changes the state; the bound is for logs that rotate faster than we look.
        for _ in 0..<64 {
            do {
                switch try step(&block, now) {
                case .delivered: return true
                case .idle: return false
                case .again: continue
                }
            } catch {
                complain(error)
                if case .reading(let log) = state {
                    state = .draining(log, Drain(quietSince: now, isCopy: false))
                }
                return false
            }
        }
        return false
    }

    private func step(_ block: inout LogBlock, _ now: Duration) throws(LogSourceError) -> Step {
        switch state {
        case .waiting(let wait): try open(wait, now)
        case .reading(let log): try read(log, &block, now)
        case .draining(let log, let drain): try drainOn(log, drain, &block, now)
        case .unpacking(let log): unpack(log, &block)
        }
    }

    private func read(
        _ log: PlainLog,
        _ block: inout LogBlock,
        _ now: Duration
    ) throws(LogSourceError) -> Step {
        if let copy = hiddenCopy(of: log) {
            report(.truncated(path: log.path, copy: copy.path))
            return try open(copy, at: log.position, isCopy: true, now)
        }
        let isFirst = log.position.offset == 0
        switch try log.read(into: &block) {
        case .lines:
            guard isFirst, let missed = firstUnread(), missed != log.id else {
                return delivered(log, block)
            }
            // Others were written and rotated away before this file was looked at.
            state = .waiting(.successor(of: position.file))
            stamp = nil
            return .again
        case .truncated: return try recover(log, now)
        case .nothing:
            guard let status = FileSystem.status(of: directory.path), status.id == log.id else {
                report(.rotated(path: log.path))
                stamp = nil
                state = .draining(log, Drain(quietSince: now, isCopy: false))
                return .again
            }
            log.note(modified: status.modified)
            return .idle
        }
    }

    /// Where the rest of a short log went, when it was truncated and begins with the same lines again:
    /// what was delivered of it is there as it was.
    private func hiddenCopy(of log: PlainLog) -> LogFile? {
        guard !log.head.isFull, log.position.offset > 0 else { return nil }
        let stamp = directory.stamp
        guard stamp != shortStamp else { return nil }
        shortStamp = stamp
        guard case .at(let file) = plan().resumption(of: log.position.with(finished: position)),
            file.id != log.id
        else {
            return nil
        }
        return file
    }

    /// The file that comes after the position.
    private func firstUnread() -> FileID? {
        let plan = plan()
        let current = plan.file(position.file, orContentOf: position)
        return plan.successors(of: position, after: current).first?.id
    }

    private func drainOn(
        _ log: PlainLog,
        _ drain: Drain,
        _ block: inout LogBlock,
        _ now: Duration
    ) throws(LogSourceError) -> Step {
        switch try log.read(into: &block) {
        case .lines:
            state = .draining(log, Drain(quietSince: now, isCopy: drain.isCopy))
            return delivered(log, block)
        case .truncated: return try recover(log, now)
        case .nothing: return try leave(log, drain, &block, now)
        }
    }

    private func unpack(_ log: PackedLog, _ block: inout LogBlock) -> Step {
        do {
            let line = log.position.line
            if try log.read(into: &block) {
                if log.position.isInsideLine { report(.overlongLine(path: log.path)) }
                deliver(log.position, log.head, log.path, block, line: line)
                return .delivered
            }
        } catch {
            complain(error)
            report(.possiblyLost(path: log.path, .damagedArchive))
        }
        report(.finished(path: log.path))
        position.finish(log.head.log)
        state = .waiting(.successor(of: log.position.file))
        // What comes next is there already, mostly, and nothing would announce it.
        stamp = nil
        return .again
    }

    func delivered(_ log: PlainLog, _ block: LogBlock) -> Step {
        let zeros = log.takeZeros()
        if zeros > 0 { report(.skippedZeros(path: log.path, count: zeros)) }
        if log.lastCut?.isInsideLine == true { report(.overlongLine(path: log.path)) }
        deliver(log.position, log.head, log.path, block, line: log.position.line - block.lines)
        return .delivered
    }

    private func deliver(
        _ after: FilePosition,
        _ head: LogHead,
        _ path: String,
        _ block: LogBlock,
        line: Int
    ) {
        let (read, finished, late) = (position.read, position.finished, position.late)
        position = after
        position.read = read
        position.finished = finished
        position.late = late
        complaint = nil
        latest = followed(head, path, block, line: line)
    }

    func followed(
        _ head: LogHead,
        _ path: String,
        _ block: LogBlock,
        line: Int
    ) -> FollowedBlock {
        FollowedBlock(
            source: source,
            path: path,
            identity: head.identity ?? 0,
            head: head,
            offset: block.offset,
            line: line,
            position: SourcePosition(.file(position))
        )
    }

    /// Whether it is time to look at the directory: it has changed, or was not looked at for long.
    func mayLook(_ now: Duration) -> Bool {
        let stamp = directory.stamp
        guard stamp != self.stamp || now - lastLook >= Self.shortestLook else { return false }
        self.stamp = stamp
        lastLook = now
        return true
    }

    func plan() -> ReadingPlan {
        ReadingPlan(files: directory.files(former: position.path), probe: probe)
    }

    /// Reports trouble once, until it is over.
    func complain(_ error: LogSourceError) {
        // A name that is gone is looked for again anyway.
        if case .system(_, _, ENOENT) = error { return }
        guard error != complaint else { return }
        complaint = error
        report(.unavailable(error))
    }
}
