import LogSource
import MailFlow

/// How far a log's clock is from the clock of the machine that it is on, from the time of its newest
/// line and the time at which the file was last written.
///
/// Where they part by hours, the log is in another zone than the daemon believes, or its writer's
/// clock is wrong: whatever it says is then long over, or yet to come, and nothing is learned of it.
struct LogClock {
    /// UTC seconds of the newest line; nil: the last lines that were read have no time.
    private var newest: Int64?
    /// The end of the file when it was last judged: to be touched alone does not make a file younger.
    private var judged: (file: FileID, size: Int)?
    /// Seconds that the newest line is ahead of the file's own time; negative: behind.
    ///
    /// 0 where it is as good as right, or cannot be told.
    private(set) var error: Seconds = 0

    /// Since when the clock has looked right where it was called wrong, or the other way round.
    private var otherSince: Seconds?

    /// A log of several hosts, or a backlog that is handed on, looks wrong for a moment.
    static let patience: Seconds = 60
    /// Less is what syslog daemons and networks hold lines back for.
    static let tolerance: Seconds = 600

    /// Lines were read, the newest of them written at `time`.
    mutating func note(newest time: Int64?) { newest = time }

    /// Notes what stands under the log's name: it counts where all of it has been read.
    ///
    /// `now` is by any clock that does not go back.
    mutating func observe(
        _ file: FileID,
        size: Int,
        modified: Int64,
        position: FilePosition,
        now: Seconds
    ) {
        guard let newest, file == position.file, size == position.offset,
            judged.map({ $0.file != file || $0.size != size }) ?? true
        else { return }
        judged = (file, size)
        let ahead = newest - modified
        let found = abs(ahead) > Self.tolerance ? ahead : 0
        if (found == 0) == (error == 0) {
            otherSince = nil
            error = found
        } else if now - (otherSince ?? now) >= Self.patience {
            otherSince = nil
            error = found
        } else {
            otherSince = otherSince ?? now
        }
    }
}
