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
        guard case .file(var position) = place, let identity = position.identity else {
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
            // A copy that was made before the last lines came has no more.
            event = file.isActive ? .resumedAtEnd(path: file.path) : nil
        case .gone:
            guard let file = plan.files.last(where: { probe.identity(of: $0) == identity }) else {
                return (self, nil)
            }
            position.offset = 0
            event = .possiblyLost(path: file.path, .truncatedWithoutCopy)
        }
        position.mark = .none
        return (SourcePosition(.file(position)), event)
    }
}
