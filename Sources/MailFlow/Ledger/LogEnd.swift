/// Keeps the newest time of a log, which ages and expiries go by, and does not believe a single line
/// whose clock is years ahead of all others.
///
/// A host whose clock was wrong for a moment leaves such a line; a log with years of silence goes on
/// with more than one. A line is far ahead until another one is near it.
struct LogEnd: Sendable {
    /// The time of a line, and the log's end as far as it is believed there.
    struct Moment: Sendable, BitwiseCopyable {
        var seconds: Int64
        var end: Int64
    }

    /// More than a year: rotated sets with a year missing are no broken clock.
    private static let far: Int64 = 400 * 86_400
    /// A time far ahead of `last` that no other line has come near to.
    private var ahead: Int64?
    /// True while `last` is of one time alone: the wrong line may be the first.
    private var isAlone = false

    /// Takes a time into account, in the order of the log.
    ///
    /// The same time again changes nothing: blocks repeat the last one of the block before.
    mutating func extend(_ last: inout Int64, to seconds: Int64) {
        guard last != .min else {
            (last, isAlone) = (seconds, true)
            return
        }
        guard seconds != last, seconds != ahead else { return }
        if seconds > last, seconds - last > Self.far {
            if let near = ahead, abs(near - seconds) <= Self.far {
                (last, ahead, isAlone) = (max(near, seconds), nil, false)
            } else {
                ahead = seconds
            }
        } else if isAlone, last - seconds > Self.far {
            (last, ahead) = (seconds, last)
        } else {
            (last, isAlone) = (max(last, seconds), false)
        }
    }
}
