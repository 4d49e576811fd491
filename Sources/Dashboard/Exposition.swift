/// Prometheus' text format, version 0.0.4, as it is written.
///
/// Source: https://prometheus.io/docs/instrumenting/exposition_formats/
struct Exposition {
    private(set) var text = ""

    /// Longest value of a label, in characters: domains are shorter.
    private static let longestLabel = 256

    /// Writes a metric's head and, with `body`, its samples.
    mutating func write(_ metric: Metric, _ body: (inout Self) -> Void) {
        text += "# HELP \(metric.rawValue) \(Self.escapedHelp(metric.help))\n"
        text += "# TYPE \(metric.rawValue) \(metric.kind.rawValue)\n"
        body(&self)
    }

    /// Writes a metric that has one sample.
    mutating func write(_ metric: Metric, _ value: some BinaryInteger) {
        write(metric) { $0.sample(metric, [], value) }
    }

    /// Writes a sample; `values` belong to the metric's labels.
    mutating func sample(
        _ metric: Metric,
        _ values: [String],
        _ value: some BinaryInteger,
        suffix: String = ""
    ) {
        sample(metric, values, "\(value)", suffix: suffix)
    }

    mutating func sample(
        _ metric: Metric,
        _ values: [String],
        _ value: String,
        suffix: String = ""
    ) {
        let labels = zip(metric.labels, values).map { "\($0)=\"\(Self.escapedLabel($1))\"" }
        text += metric.rawValue + suffix
        if !labels.isEmpty { text += "{\(labels.joined(separator: ","))}" }
        text += " \(value)\n"
    }

    /// Hostile names stay inside their quotes, and on their line.
    static func escapedLabel(_ value: String) -> String {
        var escaped = ""
        for scalar in value.unicodeScalars.prefix(longestLabel) {
            switch scalar {
            case "\\": escaped += "\\\\"
            case "\"": escaped += "\\\""
            case "\n": escaped += "\\n"
            // Allowed by the format, and of no use but to confuse whoever looks at it.
            case _ where scalar.properties.generalCategory == .control: escaped += "\u{FFFD}"
            default: escaped.unicodeScalars.append(scalar)
            }
        }
        return escaped
    }

    private static func escapedHelp(_ value: String) -> String {
        var escaped = ""
        for scalar in value.unicodeScalars {
            switch scalar {
            case "\\": escaped += "\\\\"
            case "\n": escaped += "\\n"
            default: escaped.unicodeScalars.append(scalar)
            }
        }
        return escaped
    }

    /// A decimal fraction without rounding: 1_500_000 of `digits` 9 is '0.0015'.
    static func decimal(_ value: UInt64, digits: Int) -> String {
        let text = String(value)
        let padded = String(repeating: "0", count: max(0, digits + 1 - text.count)) + text
        var fraction = padded.suffix(digits)
        while fraction.last == "0" { fraction.removeLast() }
        let whole = padded.dropLast(digits)
        return fraction.isEmpty ? String(whole) : "\(whole).\(fraction)"
    }
}
