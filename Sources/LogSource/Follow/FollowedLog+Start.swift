/// Beginning a log that has no stored position.
extension FollowedLog {
    /// Where reading begins: what is there in rotated files is not of interest.
    static func startPosition(
        path: String,
        start: FollowStart,
        settings: FollowSettings,
        block: inout LogBlock
    ) -> FilePosition {
        let files = LogDirectory(path: path, rotatedDirectories: settings.rotatedDirectories)
            .files(former: "")
        let probe = FileProbe()
        let active = files.last.flatMap { $0.isActive ? $0 : nil }
        var position = FilePosition(file: active?.id ?? .none, path: path)
        for file in files.suffix(FilePosition.mostFinished) where !file.isActive {
            position.finish(probe.head(of: file)?.log)
        }
        position.modified = files.filter { !$0.isActive }.map(\.modified).max() ?? 0
        guard start == .now, let active,
            let log = try? PlainLog(path: active.path, at: position),
            (try? log.skipToEnd(&block)) != nil
        else { return position }
        return log.position
    }
}
