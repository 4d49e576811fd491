import LogSource
import MailFlow

/// How old the oldest unread byte of one log is, from looking at the log's size now and then.
///
/// What was there at a look is at least as old as the look. So the oldest unread byte came after the
/// last look whose bytes have all been read.
struct TailAge {
    private struct Look {
        var time: Seconds
        var file: FileID
        var size: Int
    }

    /// The last look that is read to its end, and all that came after.
    private var looks: [Look] = []
    /// What is unread now came after this time, at the latest.
    private var since: Seconds

    /// More are thinned out: the age is then too high by some seconds.
    private static let mostLooks = 1_024

    /// A log of which everything before `since` has been read.
    init(since: Seconds) {
        self.since = since
    }

    /// Notes what stands under the log's name.
    ///
    /// - Parameters:
    ///   - file: the file under the log's name; nil: there is none.
    ///   - size: its size.
    ///   - position: how far the reader has come.
    ///   - now: any clock that does not go back.
    /// - Returns: the age in seconds of what the reader has not read; 0: there is nothing.
    mutating func observe(
        _ file: FileID?,
        size: Int,
        position: FilePosition,
        now: Seconds
    ) -> Seconds {
        if let file { looks.append(Look(time: now, file: file, size: size)) }
        if let read = lastRead(position) {
            since = looks[read].time
            looks.removeFirst(read)
        }
        if looks.count > Self.mostLooks { thinOut() }
        guard let newest = looks.last, !isRead(newest, position, isBehindReader: false) else {
            return 0
        }
        return max(0, now - since)
    }

    /// The last look whose bytes have all been read.
    private func lastRead(_ position: FilePosition) -> Int? {
        // A file that was looked at before the reader's own one was left behind by it.
        let reached = looks.firstIndex { $0.file == position.file } ?? 0
        return looks.indices.last { isRead(looks[$0], position, isBehindReader: $0 < reached) }
    }

    private func isRead(
        _ look: Look,
        _ position: FilePosition,
        isBehindReader: Bool
    ) -> Bool {
        if look.size == 0 || isBehindReader { return true }
        return look.file == position.file && look.size <= position.offset
    }

    private mutating func thinOut() {
        looks = looks.indices.filter { $0 % 2 == 0 || $0 == looks.count - 1 }.map { looks[$0] }
    }
}
