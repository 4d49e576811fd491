/// What `deferwatch doctor` prints.
struct DoctorReport {
    let results: [CheckResult]

    var hasFindings: Bool { results.contains(where: \.isFinding) }

    func text(style: Style, width: Int) -> String {
        var lines: [String] = []
        for result in results {
            let label = result.level.rawValue
            let indent = String(repeating: " ", count: Self.indent)
            var text = TextWrap.lines(
                "\(result.check): \(result.text)",
                width: width,
                first: indent,
                rest: indent
            )
            text[0] =
                Self.colored(label, result.level, style) + text[0].dropFirst(label.count)
            lines += text
            guard let remedy = result.remedy else { continue }
            // A command is one line: wrapped, it could not be pasted.
            lines.append(indent + "→ " + Escape.terminal(remedy))
        }
        let findings = results.filter(\.isFinding).count
        lines.append("")
        lines.append(
            "\(results.count) checks, "
                + (findings == 0
                    ? "nothing to mend" : findings == 1 ? "1 finding" : "\(findings) findings")
        )
        return lines.joined(separator: "\n") + "\n"
    }

    func json() -> [UInt8] {
        var json = JSONText()
        json.object { json in
            json.field("schema", "deferwatch.doctor/1")
            json.key("checks")
            json.array(results) { json, result in
                json.object { json in
                    json.field("check", result.check)
                    json.field("level", result.level.rawValue)
                    json.field("text", result.text)
                    json.field("remedy", result.remedy)
                }
            }
            json.field("findings", results.filter(\.isFinding).count)
        }
        json.newline()
        return json.bytes
    }

    private static let indent = 9

    private static func colored(
        _ label: String,
        _ level: CheckResult.Level,
        _ style: Style
    ) -> String {
        switch level {
        case .ok, .note: style.dim(label)
        case .warning: style.yellow(label)
        case .failure: style.red(label)
        }
    }
}
