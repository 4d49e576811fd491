import Dashboard
import MailFlow
import PolicyService

/// The keys of deferwatch.toml outside of its rules, in the order in which they are printed.
enum DaemonSettings {
    typealias Entry = Setting<DaemonConfiguration>

    static let all: [Entry] =
        top + policy + control + health + guards + protection + bounds + history

    static let byKey = Dictionary(uniqueKeysWithValues: all.map { ($0.key, $0) })

    /// Read at the start only.
    static let needRestart: Set<String> = [
        "log", "state_directory", "patterns", "policy.listen", "policy.socket_mode",
        "policy.socket_group", "policy.allow_remote_clients", "policy.connections",
        "policy.push_back_capacity", "control.socket", "control.mode", "control.group",
        "http.listen", "http.textfile", "history.keep", "history.size", "history.keep_minutes",
        "history.keep_days",
    ]

    private static let top: [Entry] = [
        .texts(
            "log",
            \.logs,
            "Logs to follow, or patterns of logs; none: Postfix's own, or the system's."
        ),
        .text(
            "state_directory",
            \.stateDirectory,
            "Where the history, health and the place in the log are kept."
        ),
        .texts("patterns", \.patterns, "Files and directories with patterns of one's own."),
        .httpListen,
        .text(
            "http.textfile",
            \.http.textfile,
            "A file into which metrics are written for node_exporter, such as DIR/deferwatch.prom; empty: none."
        ),
    ]

    private static let policy: [Entry] = [
        .word("policy.mode", \.policy.mode, "How far to go: off, observe, advise, enforce."),
        .list(
            "policy.listen",
            \.server.listeners,
            read: { try PolicyListener($0) },
            print: { $0.description },
            "Where Postfix asks: unix:PATH or inet:ADDRESS:PORT."
        ),
        .mode(
            "policy.socket_mode",
            \.server.socketMode,
            "Mode of UNIX sockets, in octal."
        ),
        .text(
            "policy.socket_group",
            \.server.socketGroup,
            "Their group, by name or number; empty: the daemon's."
        ),
        .flag(
            "policy.allow_remote_clients",
            \.server.allowsRemoteClients,
            "Listen on addresses that other machines reach; the protocol has no password."
        ),
        .number(
            "policy.connections",
            \.server.connections,
            within: 1...65_536,
            "Connections at once; one for each smtpd process."
        ),
        .word(
            "policy.reply_codes",
            \.policy.replyCodes,
            "eop: 4.4.316 in answers; registered: 4.4.1, and the code in the text."
        ),
        .time(
            "policy.max_push_back",
            \.policy.maxPushBackSeconds,
            within: 1...86_400,
            "Longest time that one (client, sender, recipient) is told 'later', all in all."
        ),
        .number(
            "policy.push_back_capacity",
            \.policy.pushBackCapacity,
            within: 1_024...4_194_304,
            "Most of these that are remembered; beyond it nothing is pushed back."
        ),
        .list(
            "policy.clients_with_queue",
            \.policy.clientsWithQueue.networks,
            read: { try NetworkPrefix($0) },
            print: { $0.description },
            "Clients that keep mail in a queue of their own: only these are told 'later'."
        ),
        .texts(
            "policy.contexts_with_queue",
            \.policy.clientsWithQueue.policyContexts,
            "The same by policy_context."
        ),
        .list(
            "policy.exempt_clients",
            \.policy.exemptions.clients,
            read: { try NetworkPrefix($0) },
            print: { $0.description },
            "Clients that always get DUNNO."
        ),
        .list(
            "policy.exempt_senders",
            \.policy.exemptions.senders,
            read: { try AddressPattern($0) },
            print: { $0.description },
            "Senders that always get DUNNO: ADDRESS, @DOMAIN, @.DOMAIN."
        ),
        .list(
            "policy.exempt_destinations",
            \.policy.exemptions.destinations,
            read: { try DomainPattern($0) },
            print: { $0.description },
            "Destinations that always get DUNNO: DOMAIN, .DOMAIN."
        ),
        .flag(
            "policy.interactive_defer",
            \.policy.interactiveDefer,
            "People at their mail program may be told 'later', too, of a destination that is down, never for a limit; a mail program shows them an error. A login from a host in `clients_with_queue` is that host's."
        ),
        .flag(
            "policy.i_release_holds",
            \.policy.iReleaseHolds,
            "Your word that somebody releases what HOLD holds."
        ),
    ]

    private static let control: [Entry] = [
        .text(
            "control.socket",
            \.control.socket,
            "Where status, why, force and reload ask; empty: nowhere."
        ),
        .mode("control.mode", \.control.mode, "Its mode, in octal."),
        .text("control.group", \.control.group, "Its group; who is in it may force and refuse."),
    ]

    private static let history: [Entry] = [
        .time(
            "history.keep",
            \.history.keep,
            within: 0...(36_500 * 86_400),
            "Deferrals are kept so long, back from the newest; 0s: for ever."
        ),
        .size(
            "history.size",
            \.history.bytes,
            "The database grows to this size at most, but for the newest deferrals, destinations and messages in the queue; 0: without bound."
        ),
        .time(
            "history.keep_minutes",
            \.history.keepMinutes,
            within: 3_600...(36_500 * 86_400),
            "Counts per minute are kept so long."
        ),
        .time(
            "history.keep_days",
            \.history.keepDays,
            within: 86_400...(36_500 * 86_400),
            "Counts per day are kept so long."
        ),
    ]
}

extension Setting<DaemonConfiguration> {
    static var httpListen: Self {
        Setting(
            key: "http.listen",
            form: .text,
            meaning:
                "Where metrics and health checks are served: ADDRESS:PORT of this machine; empty: nowhere."
        ) { value, root in
            let text = try Self.text(value)
            do {
                if !text.isEmpty { _ = try WebAddress(text) }
            } catch {
                throw SettingError("\(error)")
            }
            root.http.listen = text
        } get: { root in
            .text(root.http.listen)
        }
    }

    /// A file's mode.
    static func mode(
        _ key: String,
        _ path: any WritableKeyPath<DaemonConfiguration, FileMode> & Sendable,
        _ meaning: String
    ) -> Self {
        Setting(key: key, form: .text, meaning: meaning) { value, root in
            root[keyPath: path] = try FileMode(Self.text(value))
        } get: { root in
            .text(root[keyPath: path].text)
        }
    }

    static func size(
        _ key: String,
        _ path: any WritableKeyPath<DaemonConfiguration, Int> & Sendable,
        _ meaning: String
    ) -> Self {
        Setting(key: key, form: .number, meaning: meaning) { value, root in
            let bytes = try SizeSetting.bytes(value)
            // '4' is four bytes, and was meant to be '4G'.
            guard bytes == 0 || bytes >= 1 << 20 else {
                throw SettingError("must be at least 1M, or 0 for no bound")
            }
            root[keyPath: path] = bytes
        } get: { root in
            SizeSetting.text(root[keyPath: path])
        }
    }
}

extension PolicyConfiguration {
    /// `maxPushBack` in seconds.
    var maxPushBackSeconds: Seconds {
        get { maxPushBack.components.seconds }
        set { maxPushBack = .seconds(newValue) }
    }
}
