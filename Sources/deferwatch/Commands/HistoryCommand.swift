import ArgumentParser
import Deferrals
import Foundation
import History
import MailFlow

/// `deferwatch history`: what was followed, counted.
struct HistoryCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "history",
        abstract: "Count or list the deferrals that 'follow --state' or the daemon has kept.",
        discussion: """
            Counts by code, destination or provider, or over time by minute, hour or day. \
            'audit --history DIR' makes the whole report.
            """
    )

    /// What deferrals are counted by.
    enum Grouping: String, ExpressibleByArgument, CaseIterable {
        case code, destination, provider, minute, hour, day

        /// nil: a count over time.
        var kind: HistoryGrouping? { HistoryGrouping(rawValue: rawValue) }

        /// nil: no count over time.
        var step: HistoryStep? {
            switch self {
            case .minute: .minute
            case .hour: .hour
            case .day: .day
            case .code, .destination, .provider: nil
            }
        }
    }

    @Option(help: "The state directory.")
    var state = "/var/lib/deferwatch"

    @Option(
        help: "From this time on: '24h', '2026-11-03', '2026-11-03 09:29', or RFC 3339.",
        transform: TimeBound.option
    )
    var since: TimeBound?

    @Option(help: "Up to this time, exclusive; as --since.", transform: TimeBound.option)
    var until: TimeBound?

    @Option(help: "Count by code, destination, provider, minute, hour or day.")
    var by = Grouping.code

    @Option(help: "Only mail to this domain.")
    var destination: String?

    @Option(help: "With --events: only deferrals of this code. May be given again.")
    var code: [String] = []

    @Flag(help: "List the deferrals themselves, the oldest first.")
    var events = false

    @Option(help: "Rows of a count to print; counts over time and lists are whole.")
    var top = 20

    @Flag(name: .customLong("json"), help: "One JSON object; with --events one for each deferral.")
    var wantsJSON = false

    @Flag(help: "With --events: hash the local parts of addresses.")
    var mask = false

    func validate() throws {
        guard top > 0 else { throw ValidationError("--top must be 1 or more") }
        for text in code where DeferralCode(text: text) == nil {
            throw ValidationError("'\(text)' is no code")
        }
        if !code.isEmpty, !events { throw ValidationError("--code goes with --events") }
        if mask, !events { throw ValidationError("--mask goes with --events") }
        if destination?.hasPrefix(".") == true, !events {
            throw ValidationError("a domain with its sub-domains goes with --events")
        }
    }

    func run() throws {
        let path = state + "/history.sqlite"
        do {
            let history = try History(readingFrom: path)
            if events { return try printEvents(history) }
            var buffer = OutputBuffer()
            let report = try report(history)
            buffer.append(wantsJSON ? report.json() : report.text(width: Terminal.width))
            buffer.flush()
        } catch let error as HistoryError {
            Diagnostics.complain(path, "\(error)")
            throw ExitStatus.failure
        }
    }

    private func report(_ history: History) throws -> HistoryReport {
        let (since, until) = (since?.instant, until?.instant)
        if let step = by.step {
            let points = try history.series(
                step: step,
                since: since,
                until: until,
                domain: destination
            )
            return HistoryReport(by: by.rawValue, rows: .stretches(points, step))
        }
        let counts = try history.counts(
            by: by.kind ?? .code,
            since: since,
            until: until,
            domain: destination,
            limit: top
        )
        return HistoryReport(by: by.rawValue, rows: .counts(counts))
    }

    private func printEvents(_ history: History) throws {
        var filter = FlowFilter()
        filter.codes = Set(code.compactMap { DeferralCode(text: $0) })
        filter.destinations = destination.map { [$0.lowercased()] } ?? []
        var writer = FollowWriter(
            mask: Mask(isOn: mask),
            style: Style(isColored: false),
            isJSON: wantsJSON
        )
        var buffer = OutputBuffer()
        try history.forEachEvent(since: since?.instant, until: until?.instant) { event in
            if filter.includes(event) { buffer.append(writer.line(event)) }
        }
        buffer.flush()
    }
}
