import LogSource

/// Says on standard error what the follower met and a person should know.
final class FollowReporter: FollowObserver {
    func followed(_ source: String, _ event: FollowEvent) {
        switch event {
        case .possiblyLost(let path, let loss):
            Diagnostics.complain(path, "possibly lost lines: \(Self.words(loss))")
        case .unavailable(let error):
            Diagnostics.complain(error.path, "\(error); trying again")
        case .resumedAtEnd(let path):
            Diagnostics.complain(path, "is shorter than when it was last read: going on at its end")
        case .overlongLine(let path):
            Diagnostics.complain(path, "has a line of more than 64 KiB: cut")
        case .polling(let directory):
            Diagnostics.complain(directory, "changes are not announced here: looking every second")
        case .skippedZeros(let path, let count):
            Diagnostics.complain(path, "\(count) zero bytes skipped")
        case .opened, .rotated, .truncated, .finished: break
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
