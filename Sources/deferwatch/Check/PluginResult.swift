/// What a monitoring plugin says: one line, and an exit status.
struct PluginResult: Sendable, Hashable {
    /// The exit status is the raw value.
    enum State: Int32, Sendable {
        case ok = 0
        case warning = 1
        case critical = 2
        case unknown = 3

        var word: String {
            switch self {
            case .ok: "OK"
            case .warning: "WARNING"
            case .critical: "CRITICAL"
            case .unknown: "UNKNOWN"
            }
        }

        /// Unknown is worse than a warning, and no excuse for what is known to be critical.
        private var rank: Int {
            switch self {
            case .ok: 0
            case .warning: 1
            case .unknown: 2
            case .critical: 3
            }
        }

        func worse(_ other: State) -> State { rank >= other.rank ? self : other }
    }

    /// A figure for graphs: 'label'=value[unit];warn;crit;min;max.
    struct Figure: Sendable, Hashable {
        var label: String
        var value: Int
        /// s, B, c, % or none.
        var unit = ""
        var warning: CheckRange?
        var critical: CheckRange?

        var text: String {
            let name = Escape.replacing(["'": "''", "=": "_", "|": "/"], in: label)
            return "'\(name)'=\(value)\(unit);\(warning?.text ?? "");\(critical?.text ?? "");0"
        }

        /// What the value means by its ranges.
        var state: State {
            if critical?.alerts(Double(value)) == true { return .critical }
            return warning?.alerts(Double(value)) == true ? .warning : .ok
        }
    }

    var state: State
    var text: String
    var figures: [Figure] = []

    /// The line without its end: '|' divides it, so there is none in the text.
    var line: String {
        let safe = Escape.replacing(["|": "/"], in: Escape.terminal(text))
        let figures = figures.isEmpty ? "" : " | " + figures.map(\.text).joined(separator: " ")
        return "\(state.word) - \(safe)" + Escape.terminal(figures)
    }

    /// A state from figures, with what makes it so.
    init(_ state: State, _ text: String, _ figures: [Figure] = []) {
        self.state = figures.reduce(state) { $0.worse($1.state) }
        self.text = text
        self.figures = figures
    }
}
