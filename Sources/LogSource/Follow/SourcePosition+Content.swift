extension SourcePosition {
    /// The position, less what the log of this name no longer has as it was read, and what a person should
    /// know of that.
    ///
    /// After a power cut, or a hand that took lines away, a log with the same beginning ends earlier, and
    /// perhaps goes on differently: what is read there then is news.
    public func confirmed(
        in source: String,
        settings: FollowSettings = FollowSettings()
    ) -> (position: SourcePosition, event: FollowEvent?) {
        guard case .file(var position) = place, position.identity != nil else {
            return (self, nil)
        }
        let directory = LogDirectory(path: source, rotatedDirectories: settings.rotatedDirectories)
        let probe = FileProbe()
        let plan = ReadingPlan(files: directory.files(former: position.path), probe: probe)
        let event: FollowEvent?
        switch plan.resumption(of: position) {
        case .at, .blocked: return (self, nil)
        case .shorter(let file, let end):
            position.offset = end
            if let head = probe.head(of: file) { position.note(head.cut(at: end)) }
            // A copy that was made before the last lines came has no more.
            event = file.isActive ? .resumedAtEnd(path: file.path) : nil
        case .gone:
            // It begins with the same line, and lacks others: what is there is news.
            let alike = plan.files.last { probe.head(of: $0)?.identity == position.identity }
            guard let file = alike else { return (self, nil) }
            position.marks = nil
            position.offset = 0
            event = .possiblyLost(path: file.path, .truncatedWithoutCopy)
        }
        position.mark = .none
        return (SourcePosition(.file(position)), event)
    }
}
