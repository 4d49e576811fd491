import Foundation
import PolicyService
import TOMLKit

/// Lays files, environment and flags over the defaults, in this order; later ones win.
///
/// Rules of all files stand in the order in which they are read, in the place of the shipped ones.
struct ConfigurationReader {
    private(set) var configuration = DaemonConfiguration()
    /// Everything that is wrong, not only the first.
    private(set) var problems: [ConfigurationProblem] = []

    /// Adds what was found before there was anything to read.
    mutating func note(_ problem: ConfigurationProblem) { problems.append(problem) }

    /// Where each key was set last; rules as 'rule[0].action'.
    private(set) var places: [String: String] = [:]
    private var rules: [PolicyRule] = []

    /// More is no configuration.
    private static let mostBytes = 1 << 20

    /// Reads a file of the form of deferwatch.toml.
    mutating func read(file path: String) {
        guard let data = FileManager.default.contents(atPath: path) else {
            return fail(path, "cannot be read")
        }
        // The parser stops at a NUL, and would leave the rest out unsaid.
        guard data.count <= Self.mostBytes, !data.contains(0),
            let text = String(validating: data, as: UTF8.self)
        else { return fail(path, "is not a text file in UTF-8 of at most 1 MiB") }
        read(text, path: path)
    }

    /// Reads `text` as the content of `path`.
    mutating func read(_ text: String, path: String) {
        do {
            let table = try TOMLDocument.table(text)
            let locator = TOMLKeyLocator(text, array: "rule")
            read(table, under: "", path, locator)
            for place in places(of: "rule", in: table, path, locator) {
                read(rule: place.table, place: place.line)
            }
            let alerts = TOMLKeyLocator(text, array: "alert")
            for place in places(of: "alert", in: table, path, alerts) {
                read(alert: place.table, place: place.line)
            }
        } catch let error as TOMLParseError {
            fail("\(path):\(error.source.begin.line)", error.description)
        } catch let error as TOMLDocument.Mistake {
            fail("\(path):\(error.line)", error.sentence)
        } catch {
            fail(path, "\(error)")
        }
    }

    /// Sets `key` as a flag or a variable has it; `place` names which.
    mutating func set(_ key: String, _ value: SettingValue, place: String) {
        guard let setting = DaemonSettings.byKey[key] else {
            return fail(place, "there is no setting '\(key)'")
        }
        apply(setting, value, place)
    }

    /// Sets what variables called DEFERWATCH_… name: 'DEFERWATCH_POLICY_MODE' is 'policy.mode'.
    mutating func read(environment: [String: String]) {
        for (name, text) in environment.sorted(by: { $0.key < $1.key })
        where name.hasPrefix("DEFERWATCH_") && !Self.otherVariables.contains(name) {
            let place = "\(name) in the environment"
            guard let setting = Self.byVariable[name] else {
                problems.append(
                    .init(place: place, sentence: "no setting has this name", isWarning: true)
                )
                continue
            }
            do {
                apply(setting, try setting.value(fromEnvironment: text), place)
            } catch {
                fail(place, error.sentence)
            }
        }
    }

    /// Looks at the whole of it, after everything was read.
    mutating func finish() {
        if !rules.isEmpty { configuration.policy.rules = rules }
        let hasOwnRules = !rules.isEmpty
        for finding in configuration.policy.validate() {
            let path = finding.rule.map { "rule[\($0)]" } ?? "policy"
            let place =
                places["\(path).\(finding.key)"] ?? places["\(path).id"]
                ?? (hasOwnRules || finding.rule == nil ? finding.keyPath : "shipped rules")
            problems.append(
                .init(
                    place: place,
                    sentence: finding.sentence,
                    isWarning: finding.severity == .warning
                )
            )
        }
    }

    static func variable(of key: String) -> String {
        "DEFERWATCH_" + key.replacing(".", with: "_").uppercased()
    }

    private static let byVariable = Dictionary(
        uniqueKeysWithValues: DaemonSettings.all.map { (variable(of: $0.key), $0) }
    )
    /// Read elsewhere.
    private static let otherVariables: Set<String> = ["DEFERWATCH_CONFIG", "DEFERWATCH_VERBOSE"]

    private mutating func read(
        _ table: TOMLTable,
        under prefix: String,
        _ path: String,
        _ locator: TOMLKeyLocator
    ) {
        for name in table.keys where !(prefix.isEmpty && ["rule", "alert"].contains(name)) {
            let key = prefix + name
            if let inner = table[name]?.table, DaemonSettings.byKey[key] == nil {
                read(inner, under: key + ".", path, locator)
                continue
            }
            let line = locator.paths[key] ?? locator.headers[key]
            let place = line.map { "\(path):\($0)" } ?? "\(path): \(key)"
            guard let setting = DaemonSettings.byKey[key] else {
                fail(place, "unknown key '\(key)'" + Self.hint(key))
                continue
            }
            guard let value = table[name].flatMap(SettingValue.init(toml:)) else {
                fail(place, "'\(key)' holds a value of a kind that no setting has")
                continue
            }
            apply(setting, value, place)
        }
    }

    private static func hint(_ key: String) -> String {
        let table = key.split(separator: ".").dropLast().joined(separator: ".")
        let known = DaemonSettings.all.map(\.key).filter {
            $0.split(separator: ".").dropLast().joined(separator: ".") == table
        }
        guard !known.isEmpty else { return "" }
        return "; known are " + known.joined(separator: ", ")
    }

    /// The tables of an array, each with what tells where its keys stand.
    private mutating func places(
        of name: String,
        in table: TOMLTable,
        _ path: String,
        _ locator: TOMLKeyLocator
    ) -> [(table: TOMLTable, line: (String?) -> String)] {
        guard let value = table[name] else { return [] }
        let tables = value.array.map { array in (0..<array.count).map { array[$0].table } } ?? []
        guard !tables.isEmpty, !tables.contains(where: { $0 == nil }) else {
            fail(path, "'\(name)' must be an array of tables: write [[\(name)]]")
            return []
        }
        let isLocated = locator.tables.count == tables.count
        return tables.enumerated().compactMap { index, table in
            guard let table else { return nil }
            let lines = isLocated ? locator.tables[index] : nil
            return (
                table,
                { key in
                    let line = lines.map { $0.keys[key ?? ""] ?? $0.line }
                    return line.map { "\(path):\($0)" } ?? "\(path): \(name) \(index + 1)"
                }
            )
        }
    }

    private mutating func read(rule table: TOMLTable, place: (String?) -> String) {
        var draft = RuleDraft()
        let former = problems.count
        read(table, into: &draft, RuleSettings.all, place)
        for key in ["id", "action"] where table[key] == nil {
            fail(place(nil), "a rule needs the key '\(key)'")
        }
        guard problems.count == former, let rule = draft.rule else { return }
        for key in table.keys { places["rule[\(rules.count)].\(key)"] = place(key) }
        rules.append(rule)
    }

    private mutating func read(alert table: TOMLTable, place: (String?) -> String) {
        var route = AlertRoute()
        let former = problems.count
        read(table, into: &route, AlertSettings.all, place)
        guard problems.count == former else { return }
        if let flaw = route.flaw { return fail(place(nil), flaw) }
        guard !configuration.alerts.contains(where: { $0.id == route.id }) else {
            return fail(place("id"), "an earlier alert has the id \(route.id)")
        }
        configuration.alerts.append(route)
    }

    private mutating func read<Draft>(
        _ table: TOMLTable,
        into draft: inout Draft,
        _ settings: [Setting<Draft>],
        _ place: (String?) -> String
    ) {
        for key in table.keys.sorted() {
            guard let setting = settings.first(where: { $0.key == key }) else {
                let known = settings.map(\.key).joined(separator: ", ")
                fail(place(key), "unknown key '\(key)'; known are \(known)")
                continue
            }
            guard let value = table[key].flatMap(SettingValue.init(toml:)) else {
                fail(place(key), "'\(key)' holds a value of a kind that no setting has")
                continue
            }
            // A condition without entries would not be asked: the rule would hold for everything.
            guard value != .texts([]) else {
                fail(place(key), "'\(key)' is an empty list: leave the key out, or name one")
                continue
            }
            do {
                try setting.set(value, &draft)
            } catch {
                fail(place(key), "'\(key)': \((error as? SettingError)?.sentence ?? "\(error)")")
            }
        }
    }

    private mutating func apply(
        _ setting: Setting<DaemonConfiguration>,
        _ value: SettingValue,
        _ place: String
    ) {
        do {
            try setting.set(value, &configuration)
            places[setting.key] = place
        } catch {
            let sentence = (error as? SettingError)?.sentence ?? "\(error)"
            fail(place, "'\(setting.key)': \(sentence)")
        }
    }

    private mutating func fail(_ place: String, _ sentence: String) {
        problems.append(ConfigurationProblem(place: place, sentence: sentence))
    }
}

extension SettingValue {
    /// nil: a float, a date, a table or a mixed array.
    init?(toml value: any TOMLValueConvertible) {
        if let flag = value.bool {
            self = .flag(flag)
        } else if let number = value.int {
            self = .number(number)
        } else if let text = value.string {
            self = .text(text)
        } else if let array = value.array {
            let texts = (0..<array.count).compactMap { array[$0].string }
            guard texts.count == array.count else { return nil }
            self = .texts(texts)
        } else {
            return nil
        }
    }
}
