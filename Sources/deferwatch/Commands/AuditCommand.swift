import ArgumentParser
import Deferrals
import Foundation
import MailFlow
import Synchronization

/// `deferwatch audit FILE…`: from logs to a report.
struct AuditCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "audit",
        abstract: "Say from mail logs why mail did not leave.",
        discussion: """
            Reads plain, gzip, bzip2, xz and zstd files, directories, and '-' for standard input.
            Exit status: 0, also without deferrals; 2 when something could not be read or is no \
            mail log.
            """
    )

    @Argument(
        help:
            "Logs, directories of logs, or '-'. None: Postfix's own log, or the system's mail log."
    )
    var files: [String] = []

    @Option(
        help: """
            Report what 'follow --state' or the daemon has kept in this directory, instead of logs. \
            With a filter: --format ndjson or csv.
            """
    )
    var history: String?

    @Option(help: "The year of the first line, for logs whose lines have none.")
    var year: Int?

    @Flag(help: "Read logs even where another that is named has their lines.")
    var noDedupe = false

    @Option(help: "Threads that read and parse.")
    var threads: Int?

    @Option(
        help: """
            Messages in flight to keep; beyond it the oldest lose their texts, and a quarter beyond \
            it they are closed as unknown.
            """
    )
    var maxMessages = 2_000_000

    @OptionGroup(title: "Report")
    var options: ReportOptions

    @OptionGroup(title: "Filter")
    var filters: FilterOptions

    @OptionGroup(title: "Postfix")
    var postfix: InstanceOptions

    @OptionGroup(title: "Patterns")
    var patterns: PatternOptions

    func validate() throws {
        try LogYear.validate(year)
        if let threads, !(1...256).contains(threads) {
            throw ValidationError("--threads must be from 1 to 256")
        }
        try MessageLimit.validate(maxMessages)
        if history != nil, !files.isEmpty || year != nil || noDedupe || threads != nil {
            throw ValidationError(
                "--history reports what was kept: it takes neither logs nor --year, --no-dedupe, --threads"
            )
        }
    }

    func run() throws {
        let bank = try patterns.loadBank()
        if let history { return try StoredAudit(directory: history, self).run(bank) }
        let named =
            files.isEmpty ? [try DefaultLog.find(configDirectory: postfix.directory()).path] : files
        let plan = InputPlan(arguments: named, year: year, readsDuplicates: noDedupe)
        let mask = Mask(isOn: options.mask)
        let output = Mutex(eventOutput(mask))
        let filter = filters.filter(for: plan.inputs)
        let progress = Progress(paths: plan.inputs.map(\.path), isShown: Terminal.isError)
        let pipeline = AuditPipeline(
            bank: bank,
            threads: threads ?? ProcessInfo.processInfo.activeProcessorCount,
            settings: settings(filter),
            onBlock: progress.add(bytes:isCompressed:)
        ) { events in
            output.withLock { $0.write(events) }
        }
        let sources = plan.inputs.map { Self.read($0, pipeline, progress) }
        progress.clear()
        output.withLock { $0.flush() }
        if !options.chosenFormat.isEvents {
            var report = report(pipeline, bank, sources, mask)
            // Programs read the JSON: it has one language.
            let words = options.chosenFormat == .json ? Words(.english) : report.words
            report.filter = filters.summary(filter, mask: mask, words: words)
            try print(report)
        }
        if plan.hasFailures || sources.contains(where: { $0.problem != nil }) {
            throw ExitStatus.failure
        }
    }

    private func settings(_ filter: FlowFilter) -> FlowLedger.Settings {
        var settings = FlowLedger.Settings()
        settings.filter = filter
        settings.collectsEvents = options.chosenFormat.isEvents
        settings.mostMessages = maxMessages
        settings.hidesRecipients = options.mask
        return settings
    }

    func eventOutput(_ mask: Mask) -> EventOutput {
        switch options.chosenFormat {
        case .ndjson: .ndjson(mask)
        case .csv: .csv(mask)
        case .text, .json, .html, .markdown: .none
        }
    }

    /// Adds one log up; what is wrong with it is said at once, and kept for the report.
    private static func read(
        _ input: LogInput,
        _ pipeline: AuditPipeline,
        _ progress: Progress
    ) -> Report.Source {
        let before = pipeline.lineCounts
        var problem: String?
        do {
            try pipeline.add(input)
        } catch {
            problem = "\(error)"
        }
        let counts = pipeline.lineCounts - before
        problem = problem ?? InputVerdict.problem(with: counts, path: input.path)
        if let problem {
            progress.clear()
            Diagnostics.complain(input.path, problem)
        }
        return Report.Source(
            file: input.path,
            yearReference: pipeline.gaveYears
                ? input.yearReference ?? (pipeline.hasYearOfLine ? YearReference.lines : nil) : nil,
            lines: counts.lines,
            unreadable: counts.unreadable,
            relevant: counts.relevant,
            problem: problem
        )
    }

    private func report(
        _ pipeline: AuditPipeline,
        _ bank: PatternBank,
        _ sources: [Report.Source],
        _ mask: Mask
    ) -> Report {
        var report = report(mask.snapshot(pipeline.snapshot(top: options.chosenTop)), sources)
        report.limitHits = pipeline.limitHits.map { hit in
            Report.LimitHit(pattern: bank.rows[hit.row].id, count: hit.count)
        }
        return report
    }

    /// The report on a snapshot that is masked already.
    func report(_ snapshot: FlowSnapshot, _ sources: [Report.Source]) -> Report {
        var report = Report(snapshot: snapshot, sources: sources)
        report.language = options.language
        report.queueLifetime = options.queueLifetime
        report.isMasked = options.mask
        guard options.explain else { return report }
        let directory = try? postfix.directory()
        let own = OwnDomains(options.own).withPostfix(configDirectory: directory)
        let advisor = Advisor(
            own: own,
            language: report.language,
            showsAddresses: !options.mask
        )
        report.advice = advisor.entries(for: snapshot)
        return report
    }

    func print(_ report: Report) throws {
        let text: String
        switch options.chosenFormat {
        case .text:
            let style = Style(isColored: options.color.isOn(isTerminal: Terminal.isOutput))
            text = TextReport(report, style: style, width: Terminal.width).text()
        case .json: text = try JSONReport.text(report)
        case .html: text = HTMLReport(report).text()
        case .markdown: text = MarkdownReport(report).text()
        case .ndjson, .csv: return
        }
        var buffer = OutputBuffer()
        buffer.append(text)
        buffer.flush()
    }
}
