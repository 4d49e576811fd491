/// A strict reader of Prometheus' text format 0.0.4: what Prometheus warns of is an error here.
///
/// Source: https://prometheus.io/docs/instrumenting/exposition_formats/, and what promtool's linter says.
struct ExpositionParser {
    struct Failure: Error, CustomStringConvertible {
        let description: String
    }

    struct Sample: Equatable {
        var name: String
        var labels: [String: String]
        var value: Double
    }

    struct Family {
        var kind: String
        var help: String
        var samples: [Sample] = []
    }

    private(set) var families: [String: Family] = [:]
    private var current = ""
    private var seen: Set<String> = []

    init(_ text: String) throws {
        guard text.hasSuffix("\n") else { throw Failure(description: "no newline at the end") }
        var help: (name: String, text: String)?
        for line in text.dropLast().split(separator: "\n", omittingEmptySubsequences: false) {
            if line.hasPrefix("# HELP ") {
                let parts = line.dropFirst(7).split(separator: " ", maxSplits: 1)
                guard parts.count == 2, help == nil else { throw Self.bad(line) }
                help = (String(parts[0]), String(parts[1]))
            } else if line.hasPrefix("# TYPE ") {
                let parts = line.dropFirst(7).split(separator: " ").map(String.init)
                guard parts.count == 2, let about = help, about.name == parts[0],
                    families[parts[0]] == nil,
                    ["counter", "gauge", "histogram"].contains(parts[1])
                else { throw Self.bad(line) }
                families[parts[0]] = Family(kind: parts[1], help: about.text)
                (current, help) = (parts[0], nil)
            } else {
                guard help == nil else { throw Self.bad(line) }
                try add(line)
            }
        }
        for (name, family) in families where family.kind == "histogram" {
            try Self.checkHistogram(name, family)
        }
    }

    func value(_ name: String, _ labels: [String: String] = [:]) -> Double? {
        for family in families.values {
            for sample in family.samples where sample.name == name && sample.labels == labels {
                return sample.value
            }
        }
        return nil
    }

    private mutating func add(_ line: Substring) throws {
        var rest = line
        let name = String(rest.prefix { $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "_") })
        rest = rest.dropFirst(name.count)
        var labels: [String: String] = [:]
        if rest.first == "{" { labels = try Self.labels(&rest, line) }
        guard rest.first == " ", let value = Double(rest.dropFirst()),
            name.first?.isLetter == true, let family = families[current]
        else { throw Self.bad(line) }
        let suffixes = family.kind == "histogram" ? ["_bucket", "_sum", "_count"] : [""]
        guard suffixes.contains(where: { current + $0 == name }) else { throw Self.bad(line) }
        guard seen.insert("\(name) \(labels.sorted { $0.key < $1.key })").inserted else {
            throw Failure(description: "twice: \(line)")
        }
        if family.kind == "counter", !name.hasSuffix("_total") || value < 0 {
            throw Self.bad(line)
        }
        families[current]?.samples.append(Sample(name: name, labels: labels, value: value))
    }

    private static func labels(
        _ rest: inout Substring,
        _ line: Substring
    ) throws -> [String: String] {
        var labels: [String: String] = [:]
        repeat {
            rest = rest.dropFirst()
            let name = String(rest.prefix { $0.isASCII && ($0.isLetter || $0 == "_") })
            rest = rest.dropFirst(name.count)
            guard !name.isEmpty, rest.hasPrefix("=\"") else { throw bad(line) }
            rest = rest.dropFirst(2)
            var value = String.UnicodeScalarView()
            scan: while true {
                guard let scalar = rest.unicodeScalars.popFirst() else { throw bad(line) }
                switch scalar {
                case "\"": break scan
                case "\\":
                    switch rest.unicodeScalars.popFirst() {
                    case "n"?: value.append("\n")
                    case "\\"?: value.append("\\")
                    case "\""?: value.append("\"")
                    default: throw bad(line)
                    }
                default: value.append(scalar)
                }
            }
            guard labels.updateValue(String(value), forKey: name) == nil else { throw bad(line) }
        } while rest.first == ","
        guard rest.first == "}" else { throw bad(line) }
        rest = rest.dropFirst()
        return labels
    }

    private static func checkHistogram(_ name: String, _ family: Family) throws {
        let buckets = family.samples.filter { $0.name == name + "_bucket" }
        let bounds = buckets.compactMap { $0.labels["le"].flatMap(Double.init) }
        let count = family.samples.first { $0.name == name + "_count" }?.value
        guard bounds.count == buckets.count, bounds == bounds.sorted(), bounds.last == .infinity,
            buckets.map(\.value) == buckets.map(\.value).sorted(), buckets.last?.value == count,
            family.samples.contains(where: { $0.name == name + "_sum" })
        else { throw Failure(description: "\(name) is no histogram") }
    }

    private static func bad(_ line: Substring) -> Failure {
        Failure(description: "not understood: \(line)")
    }
}
