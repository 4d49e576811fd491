/// Follows logs through rotation: an endless stream of blocks of whole lines.
///
/// A log is a path, a pattern of paths ('/var/log/postfix/*.log': new files are picked up and read
/// from their start), a FIFO, or '-' for standard input. Of one log, lines come in the order in which
/// they were written; a renamed file is read to its end before its successor is begun. Nothing is
/// read ahead of the caller, so a slow caller slows the reading and nothing piles up.
///
/// Used from one thread. Positions go forward only with delivered blocks: stored in one transaction
/// with what a block's lines gave, they make a restart neither lose nor repeat a line.
public final class FileFollower {
    private enum Source {
        case log(FollowedLog)
        case stream(StreamLog)
    }

    /// The patterns that new names may come to match.
    private let globs: [PathPattern]
    private let settings: FollowSettings
    private let wake: any WakeSource
    private weak var observer: (any FollowObserver)?
    private var sources: [Source] = []
    private var names: Set<String> = []
    /// Directories of which it was told that changes in them are not announced.
    private var polled: Set<String> = []
    private var turn = 0
    private var lastSearch = Duration.zero
    /// All that is there was delivered, and whatever comes will be announced.
    private var isDrained = false
    private var lastIdle = Duration.zero

    /// So long a follower that is kept busy goes without a look at names and times.
    private static let longestBusy = Duration.milliseconds(50)
    private let tally = Tally()

    /// What was done so far.
    public var counts: FollowCounts { tally.counts }

    private final class Tally {
        var counts = FollowCounts()
    }

    /// Called after each wait in `next`, whether lines came or not.
    public var onWake: (() -> Void)?

    /// Finds the logs; none of them needs to be there.
    ///
    /// - Parameters:
    ///   - paths: paths, patterns, or '-'.
    ///   - positions: stored positions, by source. A log without one begins as the settings say; where
    ///     others of its pattern have one, it is new and begins at its start.
    ///   - settings: how to follow.
    ///   - wake: when to look again.
    ///   - observer: hears what happens; not retained.
    /// - Throws: for a directory, and for a pipe that cannot be opened.
    public init(
        paths: [String],
        positions: [String: SourcePosition] = [:],
        settings: FollowSettings = FollowSettings(),
        wake: any WakeSource,
        observer: (any FollowObserver)? = nil
    ) throws(LogSourceError) {
        let patterns = paths.map(PathPattern.init)
        globs = patterns.filter(\.isGlob)
        self.settings = settings
        self.wake = wake
        self.observer = observer
        for pattern in patterns {
            let logs = pattern.logs(known: names)
            let isKnown = pattern.isGlob && logs.contains { positions[$0] != nil }
            for path in logs {
                try add(path, positions[path], isKnown ? .beginning : settings.start)
            }
            watch(pattern.directory, for: pattern.text)
        }
    }

    /// Waits for lines and delivers them into `block`; nil: told to stop, or all input has ended.
    ///
    /// - Precondition: the block's capacity is more than `BlockReader.longestLine`.
    public func next(_ block: inout LogBlock) -> FollowedBlock? {
        // A read that finds nothing, and the look at the file's name after it, can wait: what is
        // written from now on wakes. Told to stop, look once more.
        if isDrained {
            _ = wake.wait()
            onWake?()
        }
        isDrained = false
        while true {
            if let found = poll(&block) {
                isDrained = hasDrained(block)
                return found
            }
            lastIdle = wake.now
            guard !isEnded, wake.wait() else { return nil }
            onWake?()
        }
    }

    /// True where `block` was all that a single log had.
    private func hasDrained(_ block: LogBlock) -> Bool {
        guard sources.count == 1, case .log(let log) = sources[0], log.isReadingOnly else {
            return false
        }
        return block.count + BlockReader.longestLine < block.capacity
            && wake.now - lastIdle < Self.longestBusy
    }

    /// Delivers lines that are there now; nil: none.
    public func poll(_ block: inout LogBlock) -> FollowedBlock? {
        precondition(block.capacity > BlockReader.longestLine, "a block holds the longest line")
        let now = wake.now
        // However busy the logs are that are known.
        search(now)
        for _ in sources.indices {
            turn = (turn + 1) % sources.count
            if let found = poll(sources[turn], &block, now) { return found }
        }
        return nil
    }

    /// The position of each source, after the block that was delivered last.
    ///
    /// To be stored at the start as well: a log that stays silent until a crash is then resumed where
    /// it was begun.
    public var positions: [String: SourcePosition] {
        var positions: [String: SourcePosition] = [:]
        for source in sources {
            switch source {
            case .log(let log): positions[log.source] = SourcePosition(.file(log.position))
            case .stream(let stream): positions[stream.source] = stream.position
            }
        }
        return positions
    }

    /// True where nothing can come any more: standard input was all, and has ended.
    public var isEnded: Bool {
        !sources.isEmpty
            && sources.allSatisfy {
                if case .stream(let stream) = $0 { stream.isEnded } else { false }
            }
    }

    private func poll(
        _ source: Source,
        _ block: inout LogBlock,
        _ now: Duration
    ) -> FollowedBlock? {
        switch source {
        case .log(let log): return log.poll(&block, now: now) ? log.latest : nil
        case .stream(let stream):
            let (before, wasWatched) = (stream.descriptor, stream.isWatched)
            let found = stream.poll(&block, now: now)
            if wasWatched, !stream.isWatched || stream.descriptor != before {
                wake.forget(descriptor: before)
            }
            if stream.isWatched, !wasWatched || stream.descriptor != before {
                wake.watch(descriptor: stream.descriptor)
            }
            return found
        }
    }

    /// Looks for new names, where a pattern is followed.
    private func search(_ now: Duration) {
        guard !globs.isEmpty, now - lastSearch >= .milliseconds(200) else { return }
        lastSearch = now
        for pattern in globs {
            for path in pattern.logs(known: names) where !names.contains(path) {
                try? add(path, nil, .beginning)
            }
        }
    }

    private func add(
        _ path: String,
        _ position: SourcePosition?,
        _ start: FollowStart
    ) throws(LogSourceError) {
        guard names.insert(path).inserted else { return }
        let report: (FollowEvent) -> Void = { [weak self] in self?.report(path, $0) }
        let status = FileSystem.status(of: path)
        if status?.isDirectory == true { throw .isDirectory(path: path) }
        if path == "-" || status?.isPipe == true {
            let stream = try StreamLog(path: path, report: report)
            wake.watch(descriptor: stream.descriptor)
            sources.append(.stream(stream))
            return
        }
        var block = LogBlock(capacity: 131_072)
        let stored: FilePosition? =
            if case .file(let stored)? = position?.place { stored } else { nil }
        let beginning =
            stored
            ?? FollowedLog.startPosition(
                path: path,
                start: start,
                settings: settings,
                block: &block
            )
        sources.append(
            .log(
                FollowedLog(
                    path: path,
                    resumingAt: beginning,
                    settings: settings,
                    report: report
                )
            )
        )
        watch(FileSystem.directory(of: path), for: path)
        let target = FileSystem.directory(of: FileSystem.resolved(path))
        if target != FileSystem.directory(of: path) { watch(target, for: path) }
    }

    private func watch(_ directory: String, for source: String) {
        guard !wake.watch(directory: directory), polled.insert(directory).inserted else { return }
        report(source, .polling(directory: directory))
    }

    private func report(_ source: String, _ event: FollowEvent) {
        tally.counts.count(event)
        // A symbolic link may lead to another directory now.
        if case .opened(let path, _) = event {
            watch(FileSystem.directory(of: FileSystem.resolved(path)), for: source)
        }
        observer?.followed(source, event)
    }
}
