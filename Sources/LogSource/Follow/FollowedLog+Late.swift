/// A file that was left, and whose writer may come back: a daemon that was not told to reopen its log,
/// or is slow to do so.
struct LateLog {
    enum Form {
        case plain(PlainLog)
        /// Compressed while nobody looked: read to its end, and done with.
        case packed(PackedLog)
    }

    var form: Form
    /// Nothing came since.
    var quietSince: Duration

    var head: LogHead {
        switch form {
        case .plain(let log): log.head
        case .packed(let log): log.head
        }
    }

    var position: FilePosition {
        switch form {
        case .plain(let log): log.position
        case .packed(let log): log.position
        }
    }
}

/// Lines that come after all to a file that was left.
extension FollowedLog {
    private static let mostLate = 4
    /// While other lines come, late ones wait this long.
    private static let lateLook = Duration.milliseconds(250)

    func mayLookAtLate(_ now: Duration, isIdle: Bool = false) -> Bool {
        guard !late.isEmpty || hasStoredLate else { return false }
        return isIdle || now - lastLateLook >= Self.lateLook
    }

    func keepLate(_ log: PlainLog, _ now: Duration) {
        if late.count >= Self.mostLate { late.removeFirst() }
        late.append(LateLog(form: .plain(log), quietSince: now))
        noteLate()
    }

    /// Delivers lines of a file that was left; false where none came.
    func readLate(_ block: inout LogBlock, _ now: Duration) -> Bool {
        lastLateLook = now
        if hasStoredLate { openStoredLate(now) }
        for index in late.indices.reversed() {
            let line = late[index].position.line
            switch read(late[index].form, &block) {
            case .lines:
                late[index].quietSince = now
                noteLate()
                let position = late[index].position
                latest = followed(late[index].head, position.path, block, line: line)
                return true
            case .nothing where now - late[index].quietSince < settings.late: continue
            case .nothing, .truncated:
                late.remove(at: index)
                noteLate()
            }
        }
        return false
    }

    private func read(_ form: LateLog.Form, _ block: inout LogBlock) -> PlainLog.Reading {
        switch form {
        case .plain(let log): (try? log.read(into: &block)) ?? .truncated
        case .packed(let log): (try? log.read(into: &block)) == true ? .lines : .truncated
        }
    }

    /// Finds the files again, whatever they are called now; one that is gone has no more lines.
    private func openStoredLate(_ now: Duration) {
        hasStoredLate = false
        let plan = plan()
        late = position.late.compactMap { stored in
            guard case .at(let file) = plan.resumption(of: stored) else { return nil }
            if let reader = try? BlockReader(path: file.path), reader.isCompressed {
                let head = probe.head(of: file) ?? LogHead()
                let log = try? PackedLog(path: file.path, at: stored, id: file.id, head: head)
                return log.map { LateLog(form: .packed($0), quietSince: now) }
            }
            let log = try? PlainLog(path: file.path, at: stored)
            return log.map { LateLog(form: .plain($0), quietSince: now) }
        }
        noteLate()
    }

    private func noteLate() {
        position.late = late.map { late in
            var position = late.position
            position.read = []
            position.finished = []
            position.late = []
            return position
        }
    }
}
