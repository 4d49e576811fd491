import LogSource

/// Counts what becomes of the logs' files, and hands it on.
final class RotationCounter: FollowObserver {
    private let next: any FollowObserver
    private let meter: TailMeter

    init(_ meter: TailMeter, next: any FollowObserver) {
        self.meter = meter
        self.next = next
    }

    func followed(_ source: String, _ event: FollowEvent) {
        switch event {
        case .rotated: meter.countRotation("renamed")
        case .truncated: meter.countRotation("truncated")
        case .possiblyLost: meter.countLoss()
        case .opened, .finished, .skippedZeros, .overlongLine, .resumedAtEnd, .unavailable,
            .polling:
            break
        }
        next.followed(source, event)
    }
}
