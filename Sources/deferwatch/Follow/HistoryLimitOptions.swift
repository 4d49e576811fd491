import ArgumentParser
import History

/// How much of the history is kept.
struct HistoryLimitOptions: ParsableArguments {
    @Option(
        help: "Keep deferrals so long: 90d, 12w; 0s: for ever. Older ones go in the background.",
        transform: PostfixDuration.ageInDays
    )
    var keep: Int?

    @Option(help: "Keep at most so many MB of history, 0: without bound; the oldest go first.")
    var keepMb: Int?

    func validate() throws {
        if let keepMb, !(0...1_000_000_000).contains(keepMb) {
            throw ValidationError("--keep-mb must be 0 or more, and at most 1000000000")
        }
    }

    var limits: HistoryLimits {
        var limits = HistoryLimits()
        if let keep { limits.age = keep == 0 ? nil : Int64(keep) }
        if let keepMb { limits.bytes = keepMb == 0 ? nil : Int64(keepMb) << 20 }
        return limits
    }
}
