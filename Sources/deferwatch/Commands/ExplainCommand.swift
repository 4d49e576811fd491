import ArgumentParser
import Deferrals
import Foundation

/// `deferwatch explain CODE|TEXT…`: what it means, why, and what to do.
struct ExplainCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "explain",
        abstract: "Say what a code, a reason or a log line means and what to do.",
        discussion: """
            Takes a code ('4.4.316', '450 4.4.316'), a category ('greylisted'), a refinement \
            ('4.7.322', 'certificate-expired'), the text that Postfix gives as the reason, or whole \
            log lines. Of several lines those without a status refine the one that follows.
            Exit status: 0; 1 when nothing is known of the text; 2 for errors.
            """
    )

    @Argument(help: "A code, a category, a text, log lines; '-' reads lines from standard input.")
    var texts: [String]

    @Option(help: "The language; default: the locale's.")
    var lang: ReportOptions.Tongue?

    @Option(
        help: """
            A domain of yours: its steps differ from a partner's. May be given again. Postfix's \
            relay_domains and mydestination count, too.
            """
    )
    var own: [String] = []

    @OptionGroup(title: "Postfix")
    var postfix: InstanceOptions

    @Flag(help: "One JSON document.")
    var json = false

    @OptionGroup var patterns: PatternOptions

    func run() throws {
        let language =
            lang.flatMap { Language(rawValue: $0.rawValue) }
            ?? Language(posixLocale: Terminal.locale())
        let own = try OwnDomains(own).withPostfix(configDirectory: postfix.directory())
        let found = try explanations()
        guard !found.isEmpty else { throw ValidationError("There is no text to explain.") }
        var buffer = OutputBuffer()
        if json {
            buffer.append(ExplainJSON(language: language, own: own).bytes(of: found))
        } else {
            buffer.append(ExplainText(language: language, own: own).text(of: found))
        }
        buffer.flush()
        if found.allSatisfy(\.isUnknown) { throw ExitStatus.findings }
    }

    /// 'd.d.d', as RFC 3463 has it.
    private static func isEnhancedCode(_ text: String) -> Bool {
        let parts = text.split(separator: ".", omittingEmptySubsequences: false)
        return parts.count == 3 && parts.allSatisfy { (1...3).contains($0.count) && Int($0) != nil }
    }

    private static func topic(_ text: String) -> Explained? {
        Explained(topic: text.trimmingCharacters(in: .whitespaces))
    }

    private func explanations() throws -> [Explained] {
        let words = texts.joined(separator: " ").trimmingCharacters(in: .whitespaces)
        if let topic = Explained(topic: words) { return [topic] }
        let topics = texts.compactMap(Self.topic)
        if topics.count == texts.count { return topics }
        if let number = texts.first, texts.count == 1, Self.isEnhancedCode(number) {
            Diagnostics.complain(
                number,
                "none of our codes (4.4.312, 4.4.315 to 4.4.318, 4.7.320, 4.7.321 to 4.7.325, other):"
                    + " a dsn= says little; give the text after it"
            )
            throw ExitStatus.findings
        }
        let bank = try patterns.loadBank()
        var explainer = try LineExplainer(bank: bank)
        // Words that the shell took apart are one text.
        let areWords = texts.count > 1 && texts.allSatisfy { $0 != "-" && !$0.contains(" ") }
        let given = areWords ? [texts.joined(separator: " ")] : texts
        let lines = try GivenText.lines(of: given)
        let named = lines.compactMap(Self.topic)
        let areTexts = texts.count == lines.count && !texts.contains("-")
        let found =
            named + explainer.explain(lines.filter { Self.topic($0) == nil }, areTexts: areTexts)
        LimitReport.print(explainer.limitHits, bank)
        return found
    }
}

/// The lines that a command was given.
enum GivenText {
    /// Standard input is read whole: at most this much of it.
    private static let mostBytes = 16 << 20

    /// Each argument's lines; '-' stands for those of standard input.
    static func lines(of arguments: [String]) throws -> [String] {
        try arguments.flatMap { argument in
            let text = argument == "-" ? try standardInput() : argument
            // By byte 10 alone: other line separators are text, and may be hostile.
            return text.utf8.split(separator: 10).map { String(Substring($0)) }
        }
    }

    private static func standardInput() throws -> String {
        let data = try FileHandle.standardInput.read(upToCount: mostBytes + 1) ?? Data()
        if data.count > mostBytes {
            Diagnostics.complain("-", "only the first 16 MB are read; 'audit' reads whole logs")
        }
        return String(decoding: data.prefix(mostBytes), as: UTF8.self)
    }
}

/// Rows that met a match limit, on standard error.
enum LimitReport {
    static func print(_ hits: [(row: Int, count: Int)], _ bank: PatternBank) {
        for hit in hits {
            Diagnostics.complain(
                "pattern \(bank.rows[hit.row].id)",
                "met a match limit \(hit.count) times and was skipped; simplify it"
            )
        }
    }
}
