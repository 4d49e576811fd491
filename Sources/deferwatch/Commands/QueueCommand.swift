import ArgumentParser
import Deferrals
import Foundation

/// `deferwatch queue [FILE|-]`: why what is in the queue is still there.
struct QueueCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "queue",
        abstract: "Say why mail is in the queue now, from 'postqueue -j'.",
        discussion: """
            Without a file Postfix is asked, which needs the right to see its queue. Exit status: 0, \
            also for an empty queue; 2 when something could not be read.
            """
    )

    @Argument(help: "Output of 'postqueue -j'; '-' reads standard input.")
    var file: String?

    @OptionGroup(title: "Postfix")
    var postfix: InstanceOptions

    @Flag(help: "As one JSON document.")
    var json = false

    @Flag(help: "Hash the local parts of addresses.")
    var mask = false

    @Option(help: "Destinations, messages and reasons to list.")
    var top: Int?

    @Option(
        help: "How long Postfix keeps trying (maximal_queue_lifetime): 5d, 36h.",
        transform: PostfixDuration.optionInDays
    )
    var queueLifetime = 432_000

    @Option(help: "The language; by default the locale's.")
    var lang: ReportOptions.Tongue?

    @Option(help: "Colour on a terminal.")
    var color = ColorChoice.auto

    @OptionGroup var patterns: PatternOptions

    func validate() throws {
        if file != nil, postfix.isNamed {
            throw ValidationError(
                "A file is read, not asked: leave --config-dir and --instance out."
            )
        }
        if let top, top < 0 { throw ValidationError("--top must not be negative") }
    }

    func run() throws {
        let bank = try patterns.loadBank()
        let top = top ?? (json ? 1_000 : 10)
        var summary = try QueueSummary(bank: bank, top: top)
        let source =
            file.map(QueueSource.file)
            ?? .postqueue(configDirectory: postfix.configDir, instance: postfix.instance)
        var hasFailed = false
        var asOf = Date()
        do {
            asOf = try source.read { summary.add($0) }
        } catch {
            hasFailed = true
            Diagnostics.complain(error.place, error.sentence)
        }
        if summary.unreadable > 0 {
            hasFailed = true
            Diagnostics.complain(
                file ?? "postqueue",
                summary.unreadable == 1
                    ? "a line is no output of 'postqueue -j'"
                    : "\(summary.unreadable) lines are no output of 'postqueue -j'"
            )
        }
        if !hasFailed || summary.total.messages > 0 {
            print(summary, top, Int64(asOf.timeIntervalSince1970))
        }
        LimitReport.print(summary.limitHits, bank)
        if hasFailed { throw ExitStatus.failure }
    }

    private func print(_ summary: borrowing QueueSummary, _ top: Int, _ asOf: Int64) {
        var buffer = OutputBuffer()
        let mask = Mask(isOn: mask)
        if json {
            buffer.append(QueueJSON(mask: mask, top: top, asOf: asOf).bytes(of: summary))
        } else {
            let language =
                lang.flatMap { Language(rawValue: $0.rawValue) }
                ?? Language(posixLocale: Terminal.locale())
            let report = QueueText(
                words: Words(language),
                mask: mask,
                style: Style(isColored: color.isOn(isTerminal: Terminal.isOutput)),
                top: top,
                asOf: asOf,
                lifetime: Int64(queueLifetime)
            )
            buffer.append(report.text(of: summary))
        }
        buffer.flush()
    }
}
