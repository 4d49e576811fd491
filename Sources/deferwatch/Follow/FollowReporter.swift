import LogSource

/// Says on standard error what the follower met and a person should know.
final class FollowReporter: FollowObserver {
    func followed(_ source: String, _ event: FollowEvent) {
        guard let (path, words) = Self.complaint(event) else { return }
        Diagnostics.complain(path, words)
    }

    /// 'PATH: what it met'; nil: nothing that a person should know.
    static func words(_ event: FollowEvent) -> String? {
        complaint(event).map { $0.path + ": " + $0.words }
    }

    private static func complaint(_ event: FollowEvent) -> (path: String, words: String)? {
        switch event {
        case .possiblyLost(let path, let loss): (path, "possibly lost lines: \(words(loss))")
        case .unavailable(let error): (error.path, "\(error); trying again")
        case .resumedAtEnd(let path):
            (path, "is shorter than when it was last read: going on at its end")
        case .overlongLine(let path): (path, "has a line of more than 64 KiB: cut")
        case .polling(let directory):
            (directory, "changes are not announced here: looking four times a second")
        case .skippedZeros(let path, let count): (path, "\(count) zero bytes skipped")
        case .opened, .rotated, .truncated, .finished: nil
        }
    }

    private static func words(_ loss: FollowEvent.Loss) -> String {
        switch loss {
        case .truncatedWithoutCopy: "it was truncated, and no copy of it is to be found"
        case .checkpointedFileGone: "the file that was being read is gone"
        case .unreadableFile: "it was rotated away before it was read, and may not be read"
        case .damagedArchive: "a compressed log is damaged"
        case .journalVacuumed: "the journal no longer has the entry after which reading stopped"
        }
    }
}
