import Deferrals
import Foundation
import History
import MailFlow
import PostfixLog

/// `audit --history`: the report of an audit, from what was followed.
struct StoredAudit {
    private let directory: String
    private let command: AuditCommand

    init(directory: String, _ command: AuditCommand) {
        self.directory = directory
        self.command = command
    }

    private var path: String { directory + "/history.sqlite" }

    func run(_ bank: PatternBank) throws {
        do {
            let history = try History(readingFrom: path)
            if command.options.chosenFormat.isEvents {
                try printEvents(history)
            } else {
                try printReport(history, bank)
            }
        } catch let error as HistoryError {
            Diagnostics.complain(path, "\(error)")
            throw ExitStatus.failure
        }
    }

    /// The ledger as it was stored last: at most some seconds behind the follower.
    private func printReport(_ history: History, _ bank: PatternBank) throws {
        guard command.filters.isEmpty else {
            Diagnostics.complain(
                path,
                "sums cannot be filtered afterwards; use --format ndjson or csv, or 'history'"
            )
            throw ExitStatus.failure
        }
        let resumption = try Resumption(history)
        if let words = resumption.complaint { Diagnostics.complain(path, words) }
        guard let stored = resumption.ledger else {
            if resumption.complaint == nil {
                Diagnostics.complain(path, "nothing was followed yet")
            }
            throw ExitStatus.failure
        }
        var ledger = FlowLedger(bank: bank, firstYear: 1970)
        ledger.restore(stored)
        let counts = ledger.lineCounts
        let source = Report.Source(
            file: path,
            lines: counts.lines,
            unreadable: counts.unreadable,
            relevant: counts.relevant
        )
        let mask = Mask(isOn: command.options.mask)
        let snapshot = mask.snapshot(ledger.snapshot(top: command.options.chosenTop))
        try command.print(command.report(snapshot, [source]))
    }

    /// Every deferral that is kept and passes the filter, in the order of time.
    private func printEvents(_ history: History) throws {
        // The database is asked for the times, in UTC.
        let filter = command.filters.filterWithoutTimes
        var output = command.eventOutput(Mask(isOn: command.options.mask))
        try history.forEachEvent(
            since: command.filters.since?.instant,
            until: command.filters.until?.instant
        ) { event in
            if filter.includes(event) { output.write([event]) }
        }
        output.flush()
    }
}

extension FlowFilter {
    /// Whether a deferral passes, whenever it was.
    func includes(_ event: DeferralEvent) -> Bool {
        guard codes.isEmpty || codes.contains(event.code),
            destinations.isEmpty || event.domain.map(includes(domain:)) ?? false,
            queueIDs.isEmpty || queueIDs.contains(event.queueID),
            senders.isEmpty || event.sender.map({ senders.contains($0.lowercased()) }) ?? false
        else { return false }
        let addresses = [event.recipient, event.originalRecipient].compactMap { $0?.lowercased() }
        return recipients.isEmpty || addresses.contains(where: recipients.contains)
    }
}
