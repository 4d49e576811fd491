/// The settings in the braces of each question, or in their place.
extension WiringChecks {
    var timeout: [CheckResult] {
        CheckResult.findings(
            "policy-timeout",
            ok: "smtpd waits at most a few seconds",
            questions.compactMap { placed in
                let timeout = placed.question.timeout
                guard timeout ?? .max > 5 else { return nil }
                let wait = timeout.map { "\(2 * $0 + 1) s for each recipient" } ?? "unknown"
                return (
                    .failure,
                    "\(placed.place) has timeout=\(timeout.map { "\($0)s" } ?? "?"): a server that"
                        + " hangs makes clients wait (\(wait))",
                    "timeout=2s within the braces: deferwatch postfix-config"
                )
            }
        )
    }

    var defaultAction: [CheckResult] {
        CheckResult.findings(
            "default-action",
            ok: "a server that is down lets all mail pass",
            questions.compactMap { placed in
                let action = placed.question.defaultAction
                let word = action.split(separator: " ").first?.uppercased() ?? ""
                guard !["DUNNO", "INFO", "WARN"].contains(word) else { return nil }
                let permits =
                    word.isEmpty || ["OK", "RELAY"].contains(word) || word.hasPrefix("PERMIT")
                    || Int(action) != nil
                return (
                    .failure,
                    "\(placed.place) has default_action=\(action): when the server is down, smtpd "
                        + (permits ? "skips the rest of the list" : "defers or refuses all mail"),
                    "default_action=DUNNO within the braces: deferwatch postfix-config"
                )
            }
        )
    }

    var tries: [CheckResult] {
        CheckResult.findings(
            "try-limit",
            ok: "smtpd asks again after a restart",
            questions.compactMap { placed in
                guard placed.question.tryLimit == "1" else { return nil }
                return (
                    .warning,
                    "\(placed.place) has try_limit=1: after each restart of Deferwatch every smtpd"
                        + " takes the default action once, without asking",
                    "take try_limit out of the braces and smtpd_policy_service_try_limit out of"
                        + " main.cf; 2 is Postfix's default"
                )
            }
        )
    }

    var context: [CheckResult] {
        guard let version = settings.version, version >= .policyContext else { return [] }
        return CheckResult.findings(
            "policy-context",
            ok: "requests say which use they are for",
            questions.compactMap { placed in
                guard placed.question.context.isEmpty else { return nil }
                return (
                    .warning,
                    "\(placed.place) sets no policy_context: rules for one use of this host cannot"
                        + " match",
                    "policy_context=relay within the braces, or another use:"
                        + " deferwatch postfix-config"
                )
            }
        )
    }
}
