import PostfixLog

/// Whether the log can be read, is fresh, and holds what Postfix says.
struct LogChecks {
    /// The logs, or patterns of logs; none: the journal.
    let patterns: [String]
    /// Whom Deferwatch runs as.
    let user: String
    /// Postfix's settings; nil: no Postfix here.
    let settings: PostfixSettings?
    let host: any HostView
    /// Seconds since 1970.
    let now: Int64
    /// Minutes east of UTC, for logs without a zone.
    let zoneMinutes: Int

    /// A busy host logs every few seconds; a quiet one at least when something else runs.
    private static let quietSeconds: Int64 = 600

    var results: [CheckResult] {
        (patterns.isEmpty ? [journal] : patterns.flatMap(logs)) + names
    }

    private func logs(_ pattern: String) -> [CheckResult] {
        let paths = host.logs(pattern)
        guard !paths.isEmpty else {
            return [
                CheckResult(
                    "log-readable",
                    .failure,
                    "no log matches \(pattern)",
                    remedy: "name the log with --log, or in deferwatch.toml"
                )
            ]
        }
        return paths.flatMap { readable($0) + fresh($0) }
    }

    private func readable(_ path: String) -> [CheckResult] {
        guard let facts = host.facts(path) else {
            return [
                CheckResult(
                    "log-readable",
                    .failure,
                    "\(path) does not exist",
                    remedy: "name the log with --log, or in deferwatch.toml"
                )
            ]
        }
        guard let obstacle = host.obstacle(user, .read, path) else {
            let isKnown = host.allows(user, .read, path) != nil
            return [
                isKnown
                    ? CheckResult("log-readable", .ok, "\(user) can read \(path)")
                    : CheckResult(
                        "log-readable",
                        .note,
                        "\(path) is \(facts.description); whether \(user) can read it was not tried",
                        remedy: "run deferwatch doctor as root"
                    )
            ]
        }
        let state = host.facts(obstacle)?.description ?? "?"
        return [
            CheckResult(
                "log-readable",
                .failure,
                "\(user) cannot read \(path): \(obstacle) is \(state)",
                remedy: remedy(path, obstacle, facts)
            )
        ]
    }

    private func remedy(_ path: String, _ obstacle: String, _ facts: PathFacts) -> String {
        guard obstacle == path else { return "chmod o+x \(obstacle), or another place for the log" }
        if settings?["maillog_file"] == path {
            guard let version = settings?.version, version >= .maillogFilePermissions else {
                return "postlogd makes the file 0600, and before Postfix 3.9 that cannot be set:"
                    + " setfacl -m u:\(user):r \(path), again after each 'postfix logrotate'"
            }
            return "postconf -e 'maillog_file_permissions = 0644' && postfix reload &&"
                + " chmod 0644 \(path)"
        }
        let isForGroup = facts.mode & 0o040 != 0 && facts.group != "root"
        return isForGroup
            ? "adduser \(user) \(facts.group) && systemctl restart deferwatch"
            : "setfacl -m u:\(user):r \(path), and the same in logrotate's postrotate; or read the"
                + " journal"
    }

    private func fresh(_ path: String) -> [CheckResult] {
        guard let bytes = host.tail(path) else { return [] }
        let tail = LogTail(bytes)
        guard let newest = tail.newest else {
            return [
                CheckResult(
                    "log-fresh",
                    .warning,
                    "\(path) has no log line at its end",
                    remedy: "see that the syslog daemon runs, and that this is the mail log"
                )
            ]
        }
        let lag = now - instant(newest)
        let kind: CheckResult =
            tail.postfixLines > 0
            ? CheckResult("log-lines", .ok, "\(path) has lines of Postfix")
            : CheckResult(
                "log-lines",
                .warning,
                "the last \(tail.lines) lines of \(path) are not from Postfix",
                remedy: "'postconf maillog_file syslog_facility' tells where Postfix logs"
            )
        return [lagResult(path, lag), kind]
    }

    private func lagResult(_ path: String, _ lag: Int64) -> CheckResult {
        guard lag >= -60 else {
            return CheckResult(
                "log-fresh",
                .warning,
                "the newest line of \(path) is \(-lag) s in the future: the clock that writes it"
                    + " and this one, or their time zones, differ",
                remedy: "RFC 3339 times in the syslog daemon, or the same zone for both"
            )
        }
        guard lag <= Self.quietSeconds else {
            return CheckResult(
                "log-fresh",
                .warning,
                "the newest line of \(path) is \(lag / 60) min old: the host is quiet, or the log is"
                    + " written elsewhere",
                remedy: "logger -p mail.info test, and look for it in \(path)"
            )
        }
        return CheckResult("log-fresh", .ok, "the newest line of \(path) is \(max(0, lag)) s old")
    }

    private func instant(_ time: LogTime) -> Int64 {
        let civil = now + Int64(zoneMinutes) * 60
        var clock = YearClock(
            firstYear: time.hasYear ? 1970 : YearClock.latestYear(of: time, notAfter: civil)
        )
        return clock.resolve(time).instant(assuming: zoneMinutes)
    }

    private var journal: CheckResult {
        guard host.facts("/run/systemd/journal/socket") != nil else {
            return CheckResult(
                "log-readable",
                .failure,
                "no mail log was found, and no journal runs here",
                remedy: "install a syslog daemon, or set maillog_file (Postfix 3.4 and later)"
            )
        }
        guard host.facts("/var/log/journal")?.kind == .directory else {
            return CheckResult(
                "journal-persistent",
                .warning,
                "mail is logged to a journal that is lost at each restart of the host",
                remedy: "mkdir -p /var/log/journal && systemctl restart systemd-journald; or"
                    + " install rsyslog"
            )
        }
        return CheckResult("journal-persistent", .ok, "the journal outlives a restart")
    }

    /// Names that the reader of lines would not know.
    private var names: [CheckResult] {
        guard let settings else { return [] }
        let names = Set(
            [settings["syslog_name"]]
                + settings.services.compactMap { service in
                    service.overrides["syslog_name"].map { _ in
                        settings.value("syslog_name", of: service)
                    }
                }
        )
        return CheckResult.findings(
            "syslog-name",
            ok: "lines of Postfix are known by their tags",
            names.sorted().filter { !$0.isEmpty && !LogTail.recognises(syslogName: $0) }.map {
                (
                    .failure,
                    "lines logged under syslog_name '\($0)' are not known to be Postfix's",
                    "a syslog_name of less than 50 characters"
                )
            }
        )
    }
}
