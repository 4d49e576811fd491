import Foundation

/// `--color`.
enum ColorChoice: String, CaseIterable, Sendable {
    case auto, always, never

    /// Whether standard output gets colour.
    func isOn(
        isTerminal: Bool,
        environment: [String: String] = ProcessInfo.processInfo.environment
    ) -> Bool {
        switch self {
        case .always: true
        case .never: false
        // Source: no-color.org: any value that is not empty.
        case .auto:
            isTerminal && (environment["NO_COLOR"] ?? "").isEmpty && environment["TERM"] != "dumb"
        }
    }
}

/// Emphasis on a terminal; plain text where colour is off.
struct Style: Sendable {
    let isColored: Bool

    func bold(_ text: String) -> String { wrap(text, "1") }
    func dim(_ text: String) -> String { wrap(text, "2") }
    func red(_ text: String) -> String { wrap(text, "31") }
    func green(_ text: String) -> String { wrap(text, "32") }
    func yellow(_ text: String) -> String { wrap(text, "33") }
    func reverse(_ text: String) -> String { wrap(text, "7") }
    func cyan(_ text: String) -> String { wrap(text, "36") }

    /// The first words of the report, by how bad they are.
    func headline(_ text: String, _ mood: Headline.Mood) -> String {
        switch mood {
        case .good: wrap(text, "1;32")
        case .notable: wrap(text, "1;33")
        case .bad: wrap(text, "1;31")
        }
    }

    private func wrap(_ text: String, _ code: String) -> String {
        isColored && !text.isEmpty ? "\u{1B}[\(code)m\(text)\u{1B}[0m" : text
    }
}
