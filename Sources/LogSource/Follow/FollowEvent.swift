/// What a follower did or met, for a log or a counter: the library writes neither.
public enum FollowEvent: Sendable, Hashable {
    /// Why lines may have been lost.
    public enum Loss: String, Sendable, Hashable {
        /// The file was truncated and no copy holds the rest.
        case truncatedWithoutCopy
        /// The file that was being read at the last stop is gone.
        case checkpointedFileGone
        /// A rotated file that was not read yet may not be read.
        case unreadableFile
        /// A compressed log is damaged.
        case damagedArchive
        /// The journal does not have the entry any more after which reading stopped.
        case journalVacuumed
    }

    /// Reading a file, from `offset`.
    case opened(path: String, offset: Int)
    /// The name stands for another file now; the old one is read to its end first.
    case rotated(path: String)
    /// The file was truncated; the rest of what it was is read from `copy`, where there is one.
    case truncated(path: String, copy: String?)
    /// A file is read to its end and left.
    case finished(path: String)
    /// Lines may have been lost.
    case possiblyLost(path: String, Loss)
    /// Zero bytes, as a truncated file has them under a writer that does not append.
    case skippedZeros(path: String, count: Int)
    /// A line longer than `BlockReader.longestLine`: its first part was delivered.
    case overlongLine(path: String)
    /// The file is shorter than what was delivered of it: reading goes on at its end.
    case resumedAtEnd(path: String)
    /// The file cannot be read; it is tried again.
    case unavailable(LogSourceError)
    /// Changes are found by looking again and again: the system announces none.
    case polling(directory: String)
}

/// Hears what a follower does.
public protocol FollowObserver: AnyObject {
    /// Called on the follower's thread, between blocks.
    func followed(_ source: String, _ event: FollowEvent)
}

/// What a follower did, in numbers.
public struct FollowCounts: Sendable, Hashable {
    /// Files opened.
    public var opened = 0
    /// Rotations by renaming, deleting or a switched link.
    public var rotations = 0
    /// Truncations.
    public var truncations = 0
    /// Occasions on which lines may have been lost.
    public var possiblyLost = 0
    /// Zero bytes skipped.
    public var zeros = 0
    /// Overlong lines.
    public var overlongLines = 0

    mutating func count(_ event: FollowEvent) {
        switch event {
        case .opened: opened += 1
        case .rotated: rotations += 1
        case .truncated: truncations += 1
        case .possiblyLost: possiblyLost += 1
        case .skippedZeros(_, let count): zeros += count
        case .overlongLine: overlongLines += 1
        case .finished, .resumedAtEnd, .unavailable, .polling: break
        }
    }
}
