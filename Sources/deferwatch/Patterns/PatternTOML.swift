import Deferrals

/// Rows as TOML that `PatternFile` reads back.
enum PatternTOML {
    static func text(of rows: [PatternRow]) -> String {
        rows.map(text(of:)).joined(separator: "\n")
    }

    private static func text(of row: PatternRow) -> String {
        var lines = ["[[pattern]]"]
        func add(_ key: String, _ value: String?) {
            if let value { lines.append("\(key) = \(quoted(value))") }
        }
        add("id", row.id)
        add("subject", row.subject.rawValue)
        add("pattern", row.pattern)
        add("code", row.code?.text)
        add("refinement", row.refinement?.rawValue)
        add("origin", row.origin?.rawValue)
        add("stage", row.stage?.rawValue)
        add("category", row.category?.rawValue)
        add("scope", row.scope?.rawValue)
        add("source", row.source.isEmpty ? nil : row.source)
        lines += list("matches", row.matches) + list("rejects", row.rejects)
        return lines.joined(separator: "\n") + "\n"
    }

    private static func list(_ key: String, _ values: [String]) -> [String] {
        guard !values.isEmpty else { return [] }
        return ["\(key) = ["] + values.map { "  \(quoted($0))," } + ["]"]
    }

    /// A literal string where that can hold the value, as backslashes are plain in it.
    static func quoted(_ value: String) -> String {
        let isLiteral = !value.unicodeScalars.contains { $0 == "'" || Escape.isDangerous($0) }
        guard !isLiteral else { return "'\(value)'" }
        var escaped = "\""
        for scalar in value.unicodeScalars {
            switch scalar {
            case "\"": escaped += "\\\""
            case "\\": escaped += "\\\\"
            default:
                guard Escape.isDangerous(scalar) else {
                    escaped.unicodeScalars.append(scalar)
                    continue
                }
                let digits = String(scalar.value, radix: 16)
                escaped += "\\U" + String(repeating: "0", count: 8 - digits.count) + digits
            }
        }
        return escaped + "\""
    }
}
