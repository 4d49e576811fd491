import MailFlow

/// The numbers that health goes by; docs/health.md tells what each does.
extension DaemonSettings {
    static let health: [Entry] = [
        .time(
            "health.minimal_backoff_time",
            \.health.minimalBackoff,
            "Postfix's own: change it here when you change it there."
        ),
        .time("health.maximal_backoff_time", \.health.maximalBackoff, "Postfix's own."),
        .time("health.maximal_queue_lifetime", \.queueLifetime, "Postfix's own."),
        .time(
            "health.backoff_margin",
            \.health.backoffMargin,
            within: 0...86_400,
            "Added to maximal_backoff_time before silence means anything: together they are max_open."
        ),
        .time(
            "health.down_after",
            \.health.downAfter,
            within: 0...86_400,
            "A streak of failures is this old before a destination is down."
        ),
        .number(
            "health.down_attempts",
            \.health.downAttempts,
            within: 2...1_000,
            "Attempts in a streak, with down_messages."
        ),
        .number(
            "health.down_messages",
            \.health.downMessages,
            within: 1...8,
            "Messages in a streak, with down_attempts."
        ),
        .number(
            "health.down_rounds",
            \.health.downRounds,
            within: 2...1_000,
            "Retry rounds that do as well, with round_messages."
        ),
        .number(
            "health.round_messages",
            \.health.roundMessages,
            within: 1...8,
            "Messages in a streak, with down_rounds."
        ),
        .number(
            "health.tls_messages",
            \.health.tlsMessages,
            within: 1...8,
            "Messages in a streak with TLS failures."
        ),
        .time(
            "health.same_attempt",
            \.health.sameAttempt,
            within: 0...3_600,
            "Lines of one message so close together are one attempt."
        ),
        .number(
            "health.degraded_attempts",
            \.health.degradedAttempts,
            within: 1...1_000,
            "Failed attempts that make a destination degraded."
        ),
        .time("health.up_for", \.health.upFor, "What a sign of life is worth."),
        .time(
            "health.longest_down",
            \.health.longestDown,
            "After this time 'down' has to be proven anew."
        ),
        .time(
            "health.longest_probing",
            \.health.longestProbing,
            "After this time without an attempt 'probing' ends."
        ),
        .time(
            "health.longest_force",
            \.health.longestForce,
            "Longest time for which an operator may force or refuse."
        ),
        .time(
            "health.alias_lifetime",
            \.health.aliasLifetime,
            "How long the target of an alias is remembered."
        ),
        .number(
            "health.most_alias_targets",
            \.health.mostAliasTargets,
            within: 1...100,
            "An original domain with more targets is never down."
        ),
        .time(
            "health.probes.after",
            \.health.probes.after,
            within: 0...86_400,
            "While mail is queued, a request is a probe after this time without an attempt."
        ),
        .time(
            "health.probes.first_interval",
            \.health.probes.firstInterval,
            "From a failed probe to the next."
        ),
        .time(
            "health.probes.longest_interval",
            \.health.probes.longestInterval,
            "The interval doubles up to this."
        ),
        .number(
            "health.probes.jitter_percent",
            \.health.probes.jitterPercent,
            within: 0...90,
            "Spread of the interval to either side."
        ),
        .time(
            "health.probes.timeout",
            \.health.probes.timeout,
            "A probe without an attempt in this time is granted again."
        ),
        .number(
            "health.throttle.successes",
            \.health.throttle.successes,
            within: 1...1_000,
            "Deliveries that end throttling."
        ),
        .time(
            "health.throttle.clean",
            \.health.throttle.clean,
            "Time without such a reply that ends it."
        ),
        .time("health.throttle.ramp", \.health.throttle.ramp, "The rate is raised over this time."),
    ]

    static let guards: [Entry] = [
        .time(
            "guards.window",
            \.health.guards.window,
            "What happens in this time happens together."
        ),
        .number(
            "guards.local_percent",
            \.health.guards.localPercent,
            within: 1...100,
            "Share of the active destinations that fail alike: our own fault."
        ),
        .number(
            "guards.local_active",
            \.health.guards.localActive,
            within: 2...1_000_000,
            "With fewer active destinations a share means nothing."
        ),
        .number(
            "guards.local_providers",
            \.health.guards.localProviders,
            within: 1...1_000,
            "The failing ones are of so many providers."
        ),
        .number(
            "guards.own_error_destinations",
            \.health.guards.ownErrorDestinations,
            within: 1...1_000_000,
            "Destinations failing for our resolver, routes or TLS set-up."
        ),
        .time(
            "guards.local_hold",
            \.health.guards.localHold,
            within: 0...86_400,
            "A local fault is over so long after its last sign."
        ),
        .number(
            "guards.most_downs_per_window",
            \.health.guards.mostDownsPerWindow,
            within: 0...1_000_000,
            "Automatic downs in one window."
        ),
        .number(
            "guards.most_down",
            \.health.guards.mostDown,
            within: 0...1_000_000,
            "Automatic downs at once."
        ),
        .number(
            "guards.most_down_percent",
            \.health.guards.mostDownPercent,
            within: 0...100,
            "The same in percent of the destinations active in 24 h."
        ),
        .number(
            "guards.percent_from",
            \.health.guards.percentFrom,
            within: 1...1_000_000,
            "Where that many were active."
        ),
        .time(
            "guards.tail_lag",
            \.health.guards.tailLag,
            "Reading lags behind the log by more: stale."
        ),
        .time(
            "guards.silence",
            \.health.guards.silence,
            "No line for so long on a busy host: stale."
        ),
        .number(
            "guards.busy_lines",
            \.health.guards.busyLines,
            within: 1...1_000_000,
            "Lines in an hour that make a host busy."
        ),
        .time(
            "guards.clock_jump",
            \.health.guards.clockJump,
            "Wall clock and monotonic clock part by more: a jump."
        ),
        .time(
            "guards.oldest_state",
            \.health.guards.oldestState,
            "A stored state that is older is not believed."
        ),
        .time(
            "guards.recheck",
            \.health.guards.recheck,
            "A 'down' that a guard holds back is looked at again after this time."
        ),
    ]

    static let protection: [Entry] = [
        .names(
            "protection.own_domains",
            \.health.protection.ownDomains,
            "Domains whose mail ends here."
        ),
        .names("protection.relay_hosts", \.health.protection.relayHosts, "Hosts of relayhost."),
        .names(
            "protection.fallback_relays",
            \.health.protection.fallbackRelays,
            "Hosts of smtp_fallback_relay; none: those that main.cf and master.cf name."
        ),
        .names(
            "protection.alert_senders",
            \.health.protection.alertSenders,
            "Envelope senders of Deferwatch's own alerts."
        ),
        .names(
            "protection.domains",
            \.health.protection.domains,
            "Further domains that are never down automatically."
        ),
        .set(
            "protection.providers",
            \.health.protection.providers,
            read: { try ProviderSetting.name($0) },
            print: { $0 },
            "Providers whose domains never are."
        ),
        .number(
            "protection.shared_set_domains",
            \.health.protection.sharedSetDomains,
            within: 0...1_000_000,
            "So many unrelated domains behind one host set make it a relayhost or gateway; 0: never."
        ),
        .number(
            "protection.relayhost_domains",
            \.health.protection.relayhostDomains,
            within: 0...1_000_000,
            "As few do where they are relayhost_percent of all."
        ),
        .number(
            "protection.relayhost_percent",
            \.health.protection.relayhostPercent,
            within: 1...100,
            "See relayhost_domains."
        ),
    ]

    static let bounds: [Entry] = [
        .number(
            "bounds.destinations",
            \.health.bounds.destinations,
            within: 1_000...100_000_000,
            "Destinations that are kept."
        ),
        .number(
            "bounds.troubles",
            \.health.bounds.troubles,
            within: 1_000...100_000_000,
            "Destinations with a streak, a throttle or a forced state."
        ),
        .number(
            "bounds.hosts",
            \.health.bounds.hosts,
            within: 1_000...100_000_000,
            "Mail hosts by which destinations are grouped."
        ),
        .number(
            "bounds.aliases",
            \.health.bounds.aliases,
            within: 1_000...100_000_000,
            "Original domains whose targets are remembered."
        ),
        .number("bounds.forced", \.health.bounds.forced, within: 1...100_000, "Forced states."),
    ]
}
