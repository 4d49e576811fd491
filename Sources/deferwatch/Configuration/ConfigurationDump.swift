import PolicyService

/// The configuration as a file that says the same.
enum ConfigurationDump {
    static func toml(_ configuration: DaemonConfiguration, isCommented: Bool = false) -> String {
        var lines: [String] = []
        var section = ""
        for setting in DaemonSettings.all.sorted(by: { depth($0.key) < depth($1.key) }) {
            guard let value = setting.get(configuration) else { continue }
            let (table, name) = parts(setting.key)
            if table != section {
                lines += ["", "[\(table)]"]
                section = table
            }
            if isCommented { lines.append("# \(setting.meaning)") }
            lines.append("\(name) = \(value.toml)")
        }
        for rule in configuration.policy.rules { lines += ["", "[[rule]]"] + self.lines(of: rule) }
        for alert in configuration.alerts { lines += ["", "[[alert]]"] + self.lines(of: alert) }
        return lines.joined(separator: "\n") + "\n"
    }

    /// Keys without a table go first; a table is not begun twice.
    private static func depth(_ key: String) -> Int { key.contains(".") ? 1 : 0 }

    private static func parts(_ key: String) -> (table: String, name: String) {
        let parts = key.split(separator: ".")
        return (parts.dropLast().joined(separator: "."), String(parts.last ?? ""))
    }

    private static func lines(of alert: AlertRoute) -> [String] {
        AlertSettings.all.compactMap { setting in
            guard let value = setting.get(alert), value != .texts([]) else { return nil }
            return "\(setting.key) = \(value.toml)"
        }
    }

    /// What says no more than its default is left out.
    private static func lines(of rule: PolicyRule) -> [String] {
        let draft = RuleDraft(rule)
        return RuleSettings.all.compactMap { setting in
            guard let value = setting.get(draft), value != .texts([]) else { return nil }
            return "\(setting.key) = \(value.toml)"
        }
    }
}
