import ArgumentParser

/// `deferwatch config settings`: every key there is, what it means, and its default.
struct ConfigSettingsCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "settings",
        abstract: "List every setting, what it means and its default; and the keys of a rule."
    )

    @Flag(help: "As one JSON document.")
    var json = false

    func run() {
        var buffer = OutputBuffer()
        if json { buffer.append(Self.jsonBytes) } else { buffer.append(text) }
        buffer.flush()
    }

    private var text: String {
        let width = min(Terminal.width, 120)
        let settings = DaemonSettings.all.flatMap { setting in
            Self.lines(
                setting.key + " = " + (Self.usual(setting)?.toml ?? ""),
                setting.meaning,
                width
            )
        }
        let rules = RuleSettings.all.flatMap { Self.lines($0.key, $0.meaning, width) }
        return (settings + ["", "In each [[rule]]:"] + rules).joined(separator: "\n") + "\n"
    }

    private static func lines(_ head: String, _ meaning: String, _ width: Int) -> [String] {
        [head] + TextWrap.lines(meaning, width: width, first: "    ", rest: "    ")
    }

    private static func usual(_ setting: DaemonSettings.Entry) -> SettingValue? {
        setting.get(DaemonConfiguration())
    }

    private static var jsonBytes: [UInt8] {
        var json = JSONText()
        json.object { json in
            json.field("schema", "deferwatch.config-settings/1")
            json.key("settings")
            json.array(DaemonSettings.all) { json, setting in
                json.object { json in
                    json.field("key", setting.key)
                    json.field("meaning", setting.meaning)
                    json.field("default", usual(setting)?.toml)
                }
            }
            json.key("rule")
            json.array(RuleSettings.all) { json, setting in
                json.object { json in
                    json.field("key", setting.key)
                    json.field("meaning", setting.meaning)
                }
            }
        }
        json.newline()
        return json.bytes
    }
}
