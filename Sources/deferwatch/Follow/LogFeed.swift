import LogSource

/// What is followed: files and pipes, or the journal.
final class LogFeed {
    private enum Source {
        case files(FileFollower)
        case journal(JournalSource)
    }

    private let source: Source

    /// Opens what was asked for, to go on at `positions`.
    init(
        _ logs: FollowedLogs,
        positions: [String: SourcePosition],
        wake: any WakeSource,
        observer: any FollowObserver
    ) throws(LogSourceError) {
        switch logs {
        case .files(let paths, let start):
            var settings = FollowSettings()
            settings.start = start
            source = .files(
                try FileFollower(
                    paths: paths,
                    positions: positions,
                    settings: settings,
                    wake: wake,
                    observer: observer
                )
            )
        case .journal(let settings):
            source = .journal(
                try JournalSource(
                    settings: settings,
                    position: positions[JournalSource.source],
                    wake: wake,
                    observer: observer
                )
            )
        }
    }

    /// Has `body` called after each wait for lines: once a second where none come.
    func onWake(_ body: @escaping () -> Void) {
        switch source {
        case .files(let follower): follower.onWake = body
        case .journal(let journal): journal.onWake = body
        }
    }

    /// Waits for lines and delivers them; nil: told to stop, or all input has ended.
    func next(_ block: inout LogBlock) throws(LogSourceError) -> FollowedBlock? {
        switch source {
        case .files(let follower): follower.next(&block)
        case .journal(let journal): try journal.next(&block)
        }
    }

    /// After what was delivered last, by source.
    var positions: [String: SourcePosition] {
        switch source {
        case .files(let follower): follower.positions
        case .journal(let journal):
            [JournalSource.source: journal.position]
        }
    }

    /// Journal entries of users that may not speak for Postfix.
    var disbelieved: Int {
        if case .journal(let journal) = source { journal.disbelieved } else { 0 }
    }
}

/// Which logs to follow, and where to begin without a stored position.
enum FollowedLogs: Sendable {
    case files([String], FollowStart)
    case journal(JournalSettings)
}
