/// Looks into files for the planner.
protocol LogProbe: AnyObject {
    /// What the file begins with; nil: it is empty, or its first line is still being written, or it
    /// cannot be read.
    func head(of file: LogFile) -> LogHead?
    /// Whether the file may be read.
    func isReadable(_ file: LogFile) -> Bool
    /// Whether the content before `offset` is what `mark` says.
    func holds(_ mark: ContentMark, at offset: Int, in file: LogFile) -> ProbeResult
}

/// What a look at an offset of a file tells.
enum ProbeResult: Hashable {
    case same
    case different
    /// The file ends at `end`, before the offset.
    case shorter(end: Int)
}

/// Which file to read next, and from where.
///
/// Pure but for what the probe looks up. What is done after a restart, after a rotation and after a
/// truncation is one and the same decision.
struct ReadingPlan {
    /// Where reading goes on.
    enum Resumption: Hashable {
        /// In this file at the position's offset.
        case at(LogFile)
        /// This file is what was read, and ends before the position's offset.
        case shorter(LogFile, end: Int)
        /// What was read is not there any more.
        case gone
        /// It cannot be told: this file may not be read now.
        case blocked(LogFile)
    }

    /// Files of the log, oldest first.
    let files: [LogFile]
    let probe: any LogProbe

    /// Finds what was being read at `position`, under whatever name and in whatever form.
    func resumption(of position: FilePosition) -> Resumption {
        guard position.identity != nil else { return blocked(position) ?? .gone }
        // The same inode first; then the others, latest first.
        let sameInode = files.filter { $0.id == position.file }
        let candidates = sameInode + files.reversed().filter { $0.id != position.file }
        var shorter: Resumption?
        var found: [LogFile] = []
        for file in candidates {
            guard let head = probe.head(of: file), let lines = position.agreement(with: head)
            else { continue }
            switch probe.holds(position.mark, at: position.offset, in: file) {
            // No other log is meant.
            case .same where head.isFull && lines == head.lines && found.isEmpty: return .at(file)
            case .same: found.append(file)
            case .shorter(let end): shorter = shorter ?? .shorter(file, end: end)
            case .different: continue
            }
        }
        return original(among: found, position).map { .at($0) } ?? shorter ?? blocked(position)
            ?? .gone
    }

    /// The file that was read, among all that begin with the few lines that were read of it.
    ///
    /// It was written to at the latest look at it or later, and those that were begun after it follow.
    private func original(among found: [LogFile], _ position: FilePosition) -> LogFile? {
        let possible = found.filter { file in
            if file.id == position.file { return true }
            guard file.modified >= position.modified, let head = probe.head(of: file),
                !position.late.contains(where: { $0.file == file.id })
            else { return false }
            return !position.isRead(head)
        }
        // The same inode, unless what it has is elsewhere together with more: it was used again.
        if let same = found.first(where: { $0.id == position.file }),
            let own = probe.head(of: same),
            possible.allSatisfy({ probe.head(of: $0)?.isContained(in: own) ?? true })
        {
            return same
        }
        return files.first(where: possible.contains) ?? found.first
    }

    /// Old rotated files that nobody may read do not count: the wait would have no end.
    private func blocked(_ position: FilePosition) -> Resumption? {
        files.first { file in
            (file.id == position.file || file.isActive) && !probe.isReadable(file)
        }.map { .blocked($0) }
    }

    /// The files that were begun after the one at `position`, in order.
    ///
    /// `current` is the file that is read now; nil: it is not among the files.
    func successors(of position: FilePosition, after current: LogFile?) -> [LogFile] {
        let later: [LogFile]
        if let current, let index = files.firstIndex(where: { $0.id == current.id }) {
            later = Array(files[(index + 1)...])
        } else {
            later = files.filter { $0.isActive || $0.modified >= position.modified }
        }
        return later.filter { isUnread($0, position, current) }
    }

    /// Files with content that come after `current` and before `next`, and that nobody may read.
    func unreadable(
        after current: LogFile?,
        before next: LogFile,
        _ position: FilePosition
    ) -> [LogFile] {
        guard let end = files.firstIndex(where: { $0.id == next.id }) else { return [] }
        let start = current.flatMap { current in files.firstIndex { $0.id == current.id } }
        return files[(start.map { $0 + 1 } ?? 0)..<max(end, start.map { $0 + 1 } ?? 0)]
            .filter { file in
                (start != nil || file.modified >= position.modified) && file.size > 0
                    && !probe.isReadable(file)
            }
    }

    /// The file with this inode; else one with the position's content, as compression makes it.
    func file(_ id: FileID, orContentOf position: FilePosition) -> LogFile? {
        if let file = files.first(where: { $0.id == id }),
            position.identity == nil
                || probe.head(of: file).map({ position.agreement(with: $0) != nil }) ?? true
        {
            return file
        }
        let copies = files.filter { file in
            guard !file.isActive, let head = probe.head(of: file) else { return false }
            return isCopy(head, of: position, nil)
        }
        return original(among: copies.reversed(), position)
    }

    /// The file that has the log's name is always worth reading: another would never come.
    private func isUnread(
        _ file: LogFile,
        _ position: FilePosition,
        _ current: LogFile?
    ) -> Bool {
        if file.isActive { return true }
        guard let head = probe.head(of: file) else { return false }
        return !position.isRead(head) && !isCopy(head, of: position, current)
    }

    /// A copy of what is read has nothing more; a log that only begins like it has.
    private func isCopy(
        _ head: LogHead,
        of position: FilePosition,
        _ current: LogFile?
    ) -> Bool {
        if let current, let own = probe.head(of: current) {
            return head.isContained(in: own)
        }
        guard let lines = position.agreement(with: head) else { return false }
        return lines == head.lines || position.marks == nil
    }
}
