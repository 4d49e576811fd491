import Deferrals
import Foundation
import MailFlow
import PolicyService
import TestSupport
import Testing

@testable import deferwatch

/// deferwatch.toml: settings or errors with a place out.
@Suite struct ConfigurationTests {
    private static func read(_ text: String) -> ConfigurationReader {
        var reader = ConfigurationReader()
        reader.read(text, path: "f")
        reader.finish()
        return reader
    }

    private static func rule(_ lines: String...) -> String {
        "[[rule]]\nid = 'r'\naction = 'warn'\n" + lines.joined(separator: "\n")
    }

    @Test(arguments: [
        ("colour = 'red'", "f:1", "unknown key 'colour'"),
        ("[policy]\nmode = 'observe'\nmood = 'good'", "f:3", "known are policy.mode"),
        ("[police]\nmode = 'observe'", "f:2", "unknown key 'police.mode'"),
        ("[policy]\nmode = 'loud'", "f:2", "known are off, observe, advise, enforce"),
        ("[health]\ndown_after = 600", "f:2", "must be a time with its unit"),
        ("[health]\ndown_after = '10x'", "f:2", "must be a time with its unit"),
        ("[health]\n\n# why\ndown_after = '2w'", "f:4", "must be from 0s to 1d"),
        ("[health.probes]\njitter_percent = 91", "f:2", "from 0 to 90"),
        ("[policy]\ninteractive_defer = 'yes'", "f:2", "must be true or false"),
        ("[policy]\nclients_with_queue = ['192.0.2.1/24']", "f:2", "behind its prefix"),
        ("[policy]\nlisten = 'tcp:25'", "f:2", "unix:PATH"),
        ("[policy]\nsocket_mode = '888'", "f:2", "octal"),
        ("[history]\nsize = '4T'", "f:2", "must be bytes"),
        ("[history]\nsize = 4", "f:2", "at least 1M"),
        ("log = [1]", "f:1", "of a kind that no setting has"),
        ("log = 2.5", "f:1", "of a kind that no setting has"),
        ("x = 'y\n", "f:1", "string"),
        ("\n[[[rule]]]", "f:2", "a table's name is expected"),
        ("\u{FEFF}[.policy]", "f:1", "a table's name is expected"),
        ("log = [\n'a', # [\n}", "f:3", "a list ends with ']'"),
        ("'a]=' = { b = [1, [2, }]] }", "f:1", "a list ends with ']'"),
        ("a = \"\"\"\n[[[\"\"\"\nb = 1979-05-27T", "f:3", "a time of day is expected"),
        ("rule = 1", "f", "write [[rule]]"),
        (rule("colour = 'red'"), "f:4", "unknown key 'colour'"),
        (rule("state = 'tired'"), "f:4", "known are unknown, up, degraded, down, probing"),
        (rule("code = ['4.4.3']"), "f:4", "known are 4.4.312"),
        (rule("sender = 'x'"), "f:4", "no address"),
        (rule("provider = 'Gogle'"), "f:4", "known are Alibaba,"),
        (rule("destination = []"), "f:4", "is an empty list"),
        (rule("code = []"), "f:4", "is an empty list"),
        ("[protection]\nproviders = ['Gmial']", "f:2", "unknown provider 'Gmial'"),
        ("[[alert]]\nid = 'a'\nexec = ['/x']\non = []", "f:4", "is an empty list"),
        (rule("since_at_least = 5"), "f:4", "with its unit"),
        ("[[rule]]\nid = 'r'\naction = 'reject'", "f:3", "is not offered"),
        ("[[rule]]\nid = 'r'\naction = 'FILTER smtp:x'", "f:3", "is not offered"),
        ("[[rule]]\nid = 'r'", "f:1", "needs the key 'action'"),
        ("[[rule]]\naction = 'warn'", "f:1", "needs the key 'id'"),
        (
            "[[rule]]\nid = 'r'\nstate = 'down'\naction = 'defer_if_permit'\nmode = 'enforce'",
            "f:4", "needs clients_with_queue"
        ),
        ("[[rule]]\nid = 'r'\naction = 'hold'", "f:3", "i_release_holds = true"),
        ("[[rule]]\nid = 'r'\naction = 'defer'", "f:3", "needs a condition on evidence"),
        (rule() + "\n" + rule(), "f:6", "earlier rule has the id r"),
        ("alert = 1", "f", "write [[alert]]"),
        ("[[alert]]\nid = 'a'", "f:1", "either 'webhook' or 'exec'"),
        ("[[alert]]\nexec = ['/bin/true']", "f:1", "needs the key 'id'"),
        ("[[alert]]\nid = 'a'\nexec = ['true']", "f:3", "full path"),
        ("[[alert]]\nid = 'a'\nwebhook = 'ftp://a.example'", "f:3", "must be a URL"),
        ("[[alert]]\nid = 'a'\nwebhook = 'http://a.example'\ncolour = 'red'", "f:4", "unknown key"),
        ("[[alert]]\nid = 'a'\nexec = ['/x']\non = 'up'", "f:4", "known are down, throttled"),
        (
            "[[alert]]\nid = 'a'\nexec = '/x'\n[[rule]]\nid = 'r'\naction = 'warn'\n"
                + "[[alert]]\nid = 'a'\nexec = '/x'", "f:8", "earlier alert has the id a"
        ),
        ("[http]\nlisten = '0.0.0.0:80'", "f:2", "put a reverse proxy in front"),
    ])
    func `what is wrong is said with its place`(text: String, place: String, sentence: String) {
        let problem = Self.read(text).problems.first { !$0.isWarning }
        #expect(place == problem?.place)
        #expect(problem?.sentence.contains(sentence) == true, "\(problem?.sentence ?? "nothing")")
    }

    @Test func `a warning does not keep a configuration from being used`() {
        let reader = Self.read("[policy]\nclients_with_queue = '0.0.0.0/0'")
        #expect([true] == reader.problems.map(\.isWarning))
        #expect("f:2" == reader.problems.first?.place)
    }

    @Test func `all errors are found at once`() {
        #expect(3 == Self.read("a = 1\nb = 2\n[policy]\nmode = 'x'").problems.count)
    }

    @Test func `rules have every condition, and stand in the place of the shipped ones`() throws {
        let text = """
            [[rule]]
            id = "all"
            action = "info"
            mode = "enforce"
            template = "queue"
            state = ["down", "probing"]
            throttled = false
            code = "4.4.316"
            category = ["greylisted"]
            since_at_least = "10m"
            destination = [".example.org", "example.com"]
            provider = "Gmail"
            sender = "@example.net"
            sasl_username = "*"
            client = ["192.0.2.0/24", "2001:db8::/32"]
            policy_context = "relay"
            protocol_state = "RCPT"
            size_at_least = 10
            size_at_most = 1000
            waiting_at_least = 3
            oldest_at_least = "2h"
            expires_within = "1d"
            """
        let reader = Self.read(text)
        #expect(reader.problems.isEmpty)
        let rule = try #require(reader.configuration.policy.rules.first)
        #expect(1 == reader.configuration.policy.rules.count)
        #expect([.down, .probing] == rule.conditions.states && rule.template == .queue)
        #expect(.seconds(86_400) == rule.conditions.expiresWithin && rule.mode == .enforce)
        let draft = RuleDraft(rule)
        for setting in RuleSettings.all {
            #expect(setting.get(draft) != nil && setting.get(draft) != .texts([]), "\(setting.key)")
        }
    }

    @Test func `what is dumped says the same when it is read`() {
        var reader = ConfigurationReader()
        reader.read(
            "log = 'it\"s.log'\n[policy]\nlisten = 'inet:127.0.0.1:1'\n"
                + "clients_with_queue = '192.0.2.0/24'\n[history]\nsize = '1536M'\n"
                + "[health.probes]\nafter = '90s'\n" + Self.rule("state = 'down'"),
            path: "f"
        )
        reader.finish()
        let dump = ConfigurationDump.toml(reader.configuration)
        let again = Self.read(dump)
        #expect(again.problems.isEmpty, "\(again.problems)")
        #expect(reader.configuration == again.configuration)
        #expect(dump.contains("after = \"90s\"") || dump.contains("after = '90s'"))
    }

    @Test func `the shipped configuration is dumped and read back without complaint`() {
        let again = Self.read(ConfigurationDump.toml(DaemonConfiguration()))
        #expect(again.problems.isEmpty)
        #expect(DaemonConfiguration() == again.configuration)
    }

    @Test func `flags go over the environment, that over overlays, those over the file`() throws {
        let folder = try Folder()
        try folder.write("d.toml", "[policy]\nmode = 'off'\n[health]\ndown_after = '1m'\n")
        try folder.write(
            "conf.d/b.toml",
            "[policy]\nmode = 'advise'\nmax_push_back = '2h'\n[health]\ndown_after = '3m'\n"
        )
        try folder.write("conf.d/a.toml", "[health]\ndown_after = '2m'\n")
        try folder.write("conf.d/c.txt", "nonsense")
        var source = ConfigurationSource(path: folder.path + "/d.toml")
        source.environment = [
            "DEFERWATCH_POLICY_MODE": "observe",
            "DEFERWATCH_POLICY_CLIENTS_WITH_QUEUE":
                "192.0.2.1, 2001:db8::1", "DEFERWATCH_POLICY_INTERACTIVE_DEFER": "yes",
            "DEFERWATCH_HISTORY_SIZE": "64M", "DEFERWATCH_POLICY_MAX_PUSH_BACK": "30m",
        ]
        source.flags = [.init(name: "--mode", key: "policy.mode", value: .text("enforce"))]
        let loaded = source.load()
        #expect(loaded.problems.isEmpty, "\(loaded.problems)")
        #expect(
            ["d.toml", "a.toml", "b.toml"] == loaded.files.map { $0.split(separator: "/").last }
        )
        let configuration = loaded.configuration
        #expect(.enforce == configuration.policy.mode)
        #expect(180 == configuration.health.downAfter)
        #expect(.seconds(1_800) == configuration.policy.maxPushBack)
        #expect(2 == configuration.policy.clientsWithQueue.networks.count)
        #expect(configuration.policy.interactiveDefer && configuration.history.bytes == 64 << 20)
    }

    @Test func `a variable that is no setting is a warning, a bad value an error`() {
        var source = ConfigurationSource(path: nil)
        source.environment = ["DEFERWATCH_POLICY_MOOD": "x", "DEFERWATCH_POLICY_MODE": "x"]
        source.environment["DEFERWATCH_CONFIG"] = nil
        let problems = source.load().problems
        #expect(
            ["DEFERWATCH_POLICY_MODE in the environment"]
                == problems.filter { !$0.isWarning }.map(\.place)
        )
        #expect(
            ["DEFERWATCH_POLICY_MOOD in the environment"]
                == problems.filter(\.isWarning).map(\.place)
        )
    }

    @Test func `overlays that cannot be read are an error`() throws {
        let folder = try Folder()
        try folder.write("deferwatch.toml", "")
        try folder.write("conf.d", "not a directory")
        let source = ConfigurationSource(path: folder.path + "/deferwatch.toml", environment: [:])
        let loaded = source.load()
        #expect(loaded.isBad)
        #expect(loaded.problems.map(\.place) == [folder.path + "/conf.d"])
    }

    @Test func `a named file that is not there is an error`() {
        let loaded = ConfigurationSource(path: "/nonexistent/d.toml", environment: [:]).load()
        #expect(loaded.isBad)
        #expect("/nonexistent/d.toml" == loaded.problems.first?.place)
    }

    @Test func `keys and their variables are unique`() {
        let keys = DaemonSettings.all.map(\.key)
        #expect(Set(keys).count == keys.count)
        #expect(Set(keys.map(ConfigurationReader.variable(of:))).count == keys.count)
        #expect(DaemonSettings.needRestart.isSubset(of: keys))
    }

    @Test func `a provider is known in any case, and kept by its name`() {
        let text =
            "[protection]\nproviders = ['gmail', 'MICROSOFT 365']\n"
            + Self.rule("provider = 'ionos'")
        let read = Self.read(text)
        #expect(read.problems.isEmpty)
        #expect(read.configuration.health.protection.providers == ["Gmail", "Microsoft 365"])
        #expect(read.configuration.policy.rules.last?.conditions.providers == ["IONOS"])
    }

    @Test func `the document has every setting, its default and its meaning`() throws {
        let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
            .deletingLastPathComponent().deletingLastPathComponent()
        let text = try String(
            contentsOf: root.appending(path: "docs/configuration.md"),
            encoding: .utf8
        )
        for setting in DaemonSettings.all {
            let value = setting.get(DaemonConfiguration())?.toml ?? ""
            let row = "| `\(setting.key)` | `\(value)` | \(setting.meaning) |"
            #expect(text.contains(row), "docs/configuration.md lacks: \(row)")
        }
        for name in ProviderName.all.map(\.name) {
            #expect(text.contains("`\(name)`"), "docs/configuration.md lacks \(name)")
        }
        for setting in AlertSettings.all {
            let row = "| `\(setting.key)` | \(setting.meaning) |"
            #expect(text.contains(row), "docs/configuration.md lacks: \(row)")
        }
        for setting in RuleSettings.all {
            let row = "| `\(setting.key)` | \(setting.meaning) |"
            #expect(text.contains(row), "docs/configuration.md lacks: \(row)")
        }
    }
}

/// A folder of a test, removed when the process ends.
struct Folder {
    let path: String

    init() throws {
        // Short: a socket's path has room for a hundred bytes.
        path = "/tmp/dw-\(UUID().uuidString.prefix(8))"
        try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
        KeptFolders.keep(path)
    }

    func write(_ name: String, _ text: String) throws {
        let url = URL(fileURLWithPath: path).appending(path: name)
        try FileManager.default.createDirectory(
            at: url.deletingLastPathComponent(),
            withIntermediateDirectories: true
        )
        try Data(text.utf8).write(to: url)
    }

    /// Adds to a file, as whoever logs does.
    func append(_ name: String, _ text: String) throws {
        let handle = try FileHandle(forWritingTo: URL(fileURLWithPath: path + "/" + name))
        try handle.seekToEnd()
        try handle.write(contentsOf: Data(text.utf8))
        try handle.close()
    }

    func read(_ name: String) -> String {
        (try? String(contentsOfFile: path + "/" + name, encoding: .utf8)) ?? ""
    }

    @Test(arguments: [
        ("listen = 'unix:/\(String(repeating: "a", count: 120))'", "107 bytes"),
        ("listen = ['inet:127.0.0.1:9999', 'inet:127.0.0.1:9999']", "is there twice"),
        ("listen = 'unix:/tmp/p'\nsocket_group = 'no-such-group'", "no group of this machine"),
        ("listen = 'inet:192.0.2.1:9999'", "anybody could ask"),
        ("listen = 'unix:/run/p'\n[control]\nsocket = '/run/p'", "is where Postfix asks"),
        ("[health]\nminimal_backoff_time = '5h'", "is longer than"),
        ("listen = 'unix:policy'", "'policy' must begin with '/'"),
        ("listen = 'inet:127.foo:9999'", "'127.foo' is no address"),
        ("allow_remote_clients = true\nlisten = 'inet:mail:9999'", "'mail' is no address"),
        ("[control]\nsocket = 'run/control'", "'run/control' must begin with '/'"),
    ])
    func `what would keep the daemon from starting is told with its place`(
        lines: String,
        words: String
    ) throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "config-\(UUID())")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let path = folder.appending(path: "d.toml").path
        try Data("[policy]\n\(lines)\n".utf8).write(to: URL(fileURLWithPath: path))
        let loaded = ConfigurationSource(path: path, environment: [:]).load()
        #expect(loaded.problems.isEmpty)
        let found = StartProblems.find(loaded)
        let problem = try #require(found.first, "of \(lines)")
        let line = 1 + lines.split(separator: "\n").count
        #expect(problem.place == "\(path):\(line)" && problem.sentence.contains(words))
    }
}
