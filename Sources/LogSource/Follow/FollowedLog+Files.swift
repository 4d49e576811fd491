/// Going from one file to the next.
extension FollowedLog {
    /// Opens what the state waits for.
    func open(_ wait: Wait, _ now: Duration) throws(LogSourceError) -> Step {
        guard mayLook(now) else { return .idle }
        let plan = plan()
        switch wait {
        case .position: return try resume(plan, now)
        case .successor(let id):
            let current = id == .none ? nil : plan.file(id, orContentOf: position)
            guard let next = plan.successors(of: position, after: current).first else {
                return .idle
            }
            tellOfUnreadable(plan, after: current, before: next)
            return try openFromStart(next, now)
        }
    }

    private func resume(_ plan: ReadingPlan, _ now: Duration) throws(LogSourceError) -> Step {
        let resumption = plan.resumption(of: position)
        if case .blocked = resumption {} else { takeOverFinished(plan, resumption) }
        switch resumption {
        case .at(let file):
            // The inode that it had may be another's by now, even where nothing more is to be read.
            position.file = file.id
            return try open(file, at: position, isCopy: false, now)
        case .shorter(let file, let end) where file.isActive:
            report(.resumedAtEnd(path: file.path))
            return try openAtEnd(file, end, now)
        case .shorter(let file, _): return leaveShorter(file)
        case .blocked(let file):
            _ = try FileHandle(path: file.path)
            return .again
        case .gone: return gone(.checkpointedFileGone)
        }
    }

    /// What a version before 2 knew to be read by its first line is known by more of them from now on.
    private func takeOverFinished(_ plan: ReadingPlan, _ resumption: ReadingPlan.Resumption) {
        guard !position.finished.isEmpty else { return }
        var earlier = plan.files[...]
        if case .at(let current) = resumption { earlier = earlier.prefix { $0.id != current.id } }
        for file in earlier where !file.isActive {
            guard let head = probe.head(of: file), let identity = head.identity,
                position.finished.contains(identity)
            else { continue }
            position.finish(head.log)
        }
        position.finished = []
    }

    /// A copy that was made before the last lines were delivered: it has no more.
    private func leaveShorter(_ file: LogFile) -> Step {
        position.finish(position.marks?.log)
        position.finish(probe.head(of: file)?.log)
        position.file = file.id
        state = .waiting(.successor(of: file.id))
        stamp = nil
        return .again
    }

    private func gone(_ loss: FollowEvent.Loss) -> Step {
        if position.identity != nil {
            report(.possiblyLost(path: position.path, loss))
            position.finish(position.marks?.log)
        }
        position.file = .none
        state = .waiting(.successor(of: .none))
        stamp = nil
        return .again
    }

    private func openAtEnd(
        _ file: LogFile,
        _ end: Int,
        _ now: Duration
    ) throws(LogSourceError) -> Step {
        var start = position
        start.offset = end
        start.mark = .none
        start.isInsideLine = try !Self.endsLine(file.path, end)
        if let head = probe.head(of: file) { start.note(head.cut(at: end)) }
        // What is stored before the next line comes must not lie behind the end again.
        position = start
        return try open(file, at: start, isCopy: false, now)
    }

    private static func endsLine(_ path: String, _ end: Int) throws(LogSourceError) -> Bool {
        guard end > 0 else { return true }
        var byte: [UInt8] = [0]
        let handle = try FileHandle(path: path)
        // Zeros that a power cut left are no line's beginning.
        return try handle.read(into: &byte, count: 1, from: end - 1) == 1
            && (byte[0] == 10 || byte[0] == 0)
    }

    private func openFromStart(_ file: LogFile, _ now: Duration) throws(LogSourceError) -> Step {
        try open(
            file,
            at: FilePosition(file: file.id, path: file.path),
            isCopy: false,
            now
        )
    }

    func open(
        _ file: LogFile,
        at start: FilePosition,
        isCopy: Bool,
        _ now: Duration
    ) throws(LogSourceError) -> Step {
        if try BlockReader(path: file.path).isCompressed {
            let head = probe.head(of: file) ?? LogHead()
            let log = try PackedLog(path: file.path, at: start, id: file.id, head: head)
            // Both are of this file, or its name was moved meanwhile: look again.
            guard file.isInPlace else {
                stamp = nil
                return .again
            }
            report(.opened(path: file.path, offset: start.offset))
            state = .unpacking(log)
            return .again
        }
        let log = try PlainLog(path: file.path, at: start)
        // The name may stand for another file by now: look again.
        guard log.id == file.id else {
            stamp = nil
            return .again
        }
        report(.opened(path: file.path, offset: start.offset))
        // A rotated file is left at its end without a wait for the next look at the directory.
        if !file.isActive { stamp = nil }
        state =
            file.isActive
            ? .reading(log) : .draining(log, Drain(quietSince: now, isCopy: isCopy))
        return .again
    }

    /// Goes on where the content of a truncated file went.
    func recover(_ log: PlainLog, _ now: Duration) throws(LogSourceError) -> Step {
        guard log.position.identity != nil else {
            state = .waiting(.successor(of: position.file))
            return .again
        }
        position.modified = log.position.modified
        let plan = plan()
        let resumption = plan.resumption(of: log.position.with(finished: position))
        if case .at(let file) = resumption {
            guard file.id != log.id else { return .again }
            report(.truncated(path: log.path, copy: file.path))
            return try open(file, at: log.position, isCopy: true, now)
        }
        if case .shorter(let file, let end) = resumption {
            report(.truncated(path: log.path, copy: file.id == log.id ? nil : file.path))
            guard file.id == log.id else { return leaveShorter(file) }
            report(.resumedAtEnd(path: log.path))
            return try openAtEnd(file, end, now)
        }
        report(.truncated(path: log.path, copy: nil))
        return gone(.truncatedWithoutCopy)
    }

    /// Leaves a file that has another's name now, when its writer has gone over to the next.
    func leave(
        _ log: PlainLog,
        _ drain: Drain,
        _ block: inout LogBlock,
        _ now: Duration
    ) throws(LogSourceError) -> Step {
        guard mayLook(now) else { return .idle }
        let plan = plan()
        let current = plan.file(log.id, orContentOf: log.position.with(finished: position))
        if let current, current.isActive {
            state = .reading(log)
            return .again
        }
        if let copy = continuation(of: log, plan, current) {
            guard now - drain.quietSince >= settings.quiet else { return .idle }
            return try open(copy, at: log.position, isCopy: false, now)
        }
        let successors = plan.successors(of: log.position.with(finished: position), after: current)
        try log.refresh()
        guard let next = successors.first, let filled = successors.first(where: { $0.size > 0 }),
            drain.isCopy || now - drain.quietSince >= settings.quiet
                || wasQuiet(log, before: filled)
        else { return .idle }
        // What was written until the directory was looked at is there now.
        switch try log.read(into: &block) {
        case .lines:
            state = .draining(log, Drain(quietSince: now, isCopy: drain.isCopy))
            return delivered(log, block)
        case .truncated: return try recover(log, now)
        case .nothing: break
        }
        if try log.readTail(into: &block) { return delivered(log, block) }
        let finished = log.head.log
        tellOfUnreadable(plan, after: current, before: next)
        let step = try openFromStart(next, now)
        report(.finished(path: log.path))
        position.finish(finished)
        if !drain.isCopy { keepLate(log, now) }
        return step
    }

    /// Tells once of each file that is passed over because nobody may read it.
    private func tellOfUnreadable(
        _ plan: ReadingPlan,
        after current: LogFile?,
        before next: LogFile
    ) {
        for file in plan.unreadable(after: current, before: next, position)
        where lostFiles.insert(file.id).inserted {
            report(.possiblyLost(path: file.path, .unreadableFile))
        }
    }

    /// The log's name stands for a copy of what is being read: an editor, a restored backup.
    ///
    /// While what is being read is there itself, one that has only a few lines in common with it is
    /// another log.
    private func continuation(
        of log: PlainLog,
        _ plan: ReadingPlan,
        _ current: LogFile?
    ) -> LogFile? {
        guard current == nil || log.head.isFull, let active = plan.files.last, active.isActive,
            let head = probe.head(of: active), log.position.agreement(with: head) != nil,
            probe.holds(log.position.mark, at: log.position.offset, in: active) == .same
        else { return nil }
        return active
    }

    private func wasQuiet(_ log: PlainLog, before next: LogFile) -> Bool {
        let gap = next.modified - log.position.modified
        return Duration.nanoseconds(gap) >= settings.quiet
    }
}

extension FilePosition {
    /// The position, with what `other` knows to be read.
    func with(finished other: FilePosition) -> FilePosition {
        var position = self
        position.read = other.read
        position.finished = other.finished
        position.late = other.late
        if other.marks != marks { position.finish(other.marks?.log) }
        return position
    }
}
