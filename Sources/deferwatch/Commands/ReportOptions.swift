import ArgumentParser
import Deferrals
import Foundation

extension ColorChoice: ExpressibleByArgument {}

/// What a report looks like.
struct ReportOptions: ParsableArguments {
    enum Format: String, ExpressibleByArgument, CaseIterable {
        case text, json, ndjson, csv, html, markdown

        /// Destinations, messages and samples that fit the form.
        var usualTop: Int {
            switch self {
            case .text: 5
            case .markdown: 20
            case .html: 50
            case .json, .ndjson, .csv: 1_000
            }
        }

        /// True where single deferrals are written and no sums.
        var isEvents: Bool { self == .ndjson || self == .csv }
    }

    enum Tongue: String, ExpressibleByArgument, CaseIterable {
        // swift-format-ignore: AlwaysUseLowerCamelCase
        case en, tr
    }

    @Option(help: "The report's form.")
    var format = Format.text

    @Flag(name: .customLong("json"), help: "Short for --format json.")
    var wantsJSON = false

    @Option(help: "Destinations, messages and samples to list.")
    var top: Int?

    @Flag(help: "Add meaning, causes and fixes of each kind of deferral.")
    var explain = false

    @Flag(help: "Hash the local parts of addresses.")
    var mask = false

    @Option(
        help: "How long Postfix keeps trying (maximal_queue_lifetime): 5d, 36h.",
        transform: PostfixDuration.optionInDays
    )
    var queueLifetime = 432_000

    @Option(
        help: """
            A domain whose mail hosts are ours, with its sub-domains: its fixes are our own. May be \
            given again. Postfix's relay_domains and mydestination count, too.
            """
    )
    var own: [String] = []

    @Option(help: "The report's language; by default the locale's.")
    var lang: Tongue?

    @Option(help: "Colour in the terminal report.")
    var color = ColorChoice.auto

    func validate() throws {
        if let top, top < 0 { throw ValidationError("--top must not be negative") }
    }

    var chosenFormat: Format { wantsJSON ? .json : format }

    var language: Language {
        lang.flatMap { Language(rawValue: $0.rawValue) } ?? Language(posixLocale: Terminal.locale())
    }

    /// How many destinations, messages and samples a report lists.
    var chosenTop: Int {
        if let top { return top }
        guard chosenFormat == .text, let height = Terminal.height else {
            return chosenFormat.usualTop
        }
        // Two lines each, beside some twenty others: the first line stays on the screen.
        return min(max((height - 20) / 2, 2), 10)
    }
}
