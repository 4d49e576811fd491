import Deferrals
import MailFlow

/// What is wrong with the followed logs themselves.
struct TailTrouble: Equatable, Sendable {
    /// Logs that are not there.
    var missing: [String] = []
    /// Logs whose clock is wrong, with the seconds that it is ahead; negative: behind.
    var clockErrors: [String: Seconds] = [:]

    /// What is to be told where `former` was told before, without a full stop.
    func sentences(after former: TailTrouble) -> [String] {
        var sentences: [String] = []
        for log in missing where !former.missing.contains(log) {
            sentences.append("\(log) is not there: nothing of it is read until it is")
        }
        for log in former.missing where !missing.contains(log) {
            sentences.append("\(log) is there again")
        }
        for (log, error) in clockErrors.sorted(by: { $0.key < $1.key })
        where !Self.isSame(former.clockErrors[log], error) {
            sentences.append(
                "\(Self.clockPhrase(log, error)): a wrong zone (TZ), or a wrong clock;"
                    + " nothing is learned of its lines"
            )
        }
        for log in former.clockErrors.keys.sorted() where clockErrors[log] == nil {
            sentences.append("the clock of \(log) is right again")
        }
        return sentences
    }

    /// 'the clock of LOG is 3 h behind'.
    static func clockPhrase(_ log: String, _ error: Seconds) -> String {
        let side = error < 0 ? "behind" : "ahead"
        return "the clock of \(log) is \(Words(.english).duration(Int(abs(error)))) \(side)"
    }

    /// The same error is not told with each line that comes.
    private static func isSame(_ former: Seconds?, _ error: Seconds) -> Bool {
        former.map { abs($0 - error) <= LogClock.tolerance } ?? false
    }
}
