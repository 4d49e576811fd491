import ArgumentParser
import ByteScan
import Deferrals
import MailFlow
import PCRE2

/// `deferwatch patterns match TEXT|-`.
struct PatternsMatchCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "match",
        abstract: "Say which row wins a text; --trace shows every row that is tried.",
        discussion: """
            Takes reasons or whole log lines, as 'explain' does. Exit status: 0; 1 when no row knows \
            any of the texts; 2 for errors.
            """
    )

    @Argument(help: "A text or log line; '-' reads lines from standard input.")
    var texts: [String]

    @Flag(help: "Show every row that is tried, and what came of it.")
    var trace = false

    @OptionGroup var patterns: PatternOptions

    func run() throws {
        let bank = try patterns.loadBank()
        var classifier = try DeferralClassifier(bank: bank)
        var buffer = OutputBuffer()
        var hasMatch = false
        for text in try GivenText.lines(of: texts) {
            let line = GivenLine(text)
            guard !line.text.isEmpty else { continue }
            let trials = Self.trials(line, &classifier)
            let winner = trials.first { $0.isMatch }
            hasMatch = hasMatch || winner != nil
            let words = Redaction.withoutCredentials(line.bytes.span.text(line.text))
            let id = winner.map { bank.rows[$0.row].id } ?? "unclassified"
            buffer.append("\(id)  \(Escape.terminal(words, width: 400))\n")
            if trace { buffer.append(Self.trace(trials, winner, line, bank)) }
        }
        buffer.flush()
        if !hasMatch { throw ExitStatus.findings }
    }

    /// A status line is tried as a reason; any other text also as a line that accompanies one.
    private static func trials(
        _ line: GivenLine,
        _ classifier: inout DeferralClassifier
    ) -> [RowTrial] {
        let span = line.bytes.span
        let reasons = classifier.trials(span, reason: line.text)
        if case .status = line.kind { return reasons }
        let companions = classifier.trials(span, companion: line.text)
        return companions + reasons
    }

    private static func trace(
        _ trials: [RowTrial],
        _ winner: RowTrial?,
        _ line: GivenLine,
        _ bank: PatternBank
    ) -> String {
        guard !trials.isEmpty else { return "  no row has its letters in this text\n" }
        let lines = trials.map { trial in
            let row = bank.rows[trial.row]
            let verdict: String
            switch trial.outcome {
            case .matched(let range):
                let part = line.bytes.span.text(ByteRange(range.lowerBound, range.upperBound))
                let quoted = Escape.terminal(Redaction.withoutCredentials(part), width: 60)
                verdict = (trial == winner ? "wins" : "matches, too late") + ": '\(quoted)'"
            case .noMatch: verdict = "does not match"
            case .limitReached: verdict = "met a match limit: skipped"
            }
            return "  \(row.subject.rawValue)  \(row.id)  \(verdict)\n"
        }
        return lines.joined()
    }
}
