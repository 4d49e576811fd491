/// Every metric that is offered; docs/metrics.md lists the same.
public enum Metric: String, CaseIterable, Sendable {
    case buildInfo = "deferwatch_build_info"
    case startTime = "deferwatch_start_time_seconds"
    case reloadSuccessful = "deferwatch_config_last_reload_successful"
    case reloadTime = "deferwatch_config_last_reload_success_timestamp_seconds"
    case historyOnDisk = "deferwatch_history_on_disk"
    case deferrals = "deferwatch_deferrals_total"
    case deliveries = "deferwatch_deliveries_total"
    case unclassified = "deferwatch_unclassified_total"
    case rowTime = "deferwatch_rule_match_seconds_total"
    case lines = "deferwatch_lines_total"
    case tailLag = "deferwatch_tail_lag_seconds"
    case tailBytes = "deferwatch_tail_bytes_total"
    case tailRotations = "deferwatch_tail_rotations_total"
    case tailLosses = "deferwatch_tail_possible_losses_total"
    case destinations = "deferwatch_destinations"
    case throttled = "deferwatch_destinations_throttled"
    case forced = "deferwatch_destinations_forced"
    case openSeconds = "deferwatch_destination_open_seconds"
    case guardActive = "deferwatch_guard_active"
    case policyRequests = "deferwatch_policy_requests_total"
    case policyRepeats = "deferwatch_policy_repeats_total"
    case policyWould = "deferwatch_policy_would_actions_total"
    case policyDuration = "deferwatch_policy_duration_seconds"
    case policyBadRequests = "deferwatch_policy_bad_requests_total"
    case policyStalls = "deferwatch_policy_stalls_total"
    case policyErrors = "deferwatch_policy_internal_errors_total"
    case policyConnections = "deferwatch_policy_connections"
    case policyRefused = "deferwatch_policy_connections_refused_total"

    /// As Prometheus calls it.
    public enum Kind: String, Sendable {
        case counter, gauge, histogram
    }

    /// As Prometheus calls it.
    public var kind: Kind {
        if self == .policyDuration { return .histogram }
        return rawValue.hasSuffix("_total") ? .counter : .gauge
    }

    /// Names of the labels, in order.
    public var labels: [String] {
        switch self {
        case .buildInfo: ["version"]
        case .deferrals: ["code", "service"]
        case .deliveries: ["status"]
        case .lines: ["result"]
        case .rowTime: ["rule"]
        case .tailBytes: ["source"]
        case .tailRotations: ["kind"]
        case .destinations: ["state"]
        case .openSeconds: ["destination"]
        case .guardActive: ["guard"]
        case .policyRequests: ["action", "mode", "rule"]
        case .policyWould: ["action", "rule"]
        case .policyDuration: ["le"]
        default: []
        }
    }

    /// One sentence.
    public var help: String {
        switch self {
        case .buildInfo: "Always 1; the version is a label."
        case .startTime: "When the process began, in seconds since 1970."
        case .reloadSuccessful:
            "1: the last load of the configuration was good; 0: the former one was kept."
        case .reloadTime: "When the configuration in force was loaded, in seconds since 1970."
        case .historyOnDisk: "1: the history is on disk; 0: it is lost with the process."
        case .deferrals:
            "Deferred attempts (status lines, one per recipient and try; not messages) since the start."
        case .deliveries:
            "Attempts (status lines, one per recipient and try; not messages) by how they ended."
        case .unclassified: "Deferred attempts whose text no pattern knew, since the start."
        case .rowTime:
            "Time that patterns took to match texts of the log, since the start; rule is the id of a pattern of one's own, 'shipped' all others."
        case .lines:
            "Lines read: matched are of use, ignored are others', unparsed are no log lines."
        case .tailLag: "Age of the oldest byte of the log that has not been read."
        case .tailBytes: "Bytes read of each log since the start."
        case .tailRotations: "Rotations of logs since the start."
        case .tailLosses: "Rotations in which lines may have been lost, since the start."
        case .destinations: "Recipient domains by what was learned of them; healthy: up or unknown."
        case .throttled: "Recipient domains that limit our rate, whatever their state."
        case .forced: "Recipient domains under the operator's word."
        case .openSeconds:
            "For how long a destination has been down, from its first failure; 'other' is the longest of those beyond the 20 longest."
        case .guardActive: "1: the guard is active; answers are DUNNO, but for blast-radius."
        case .policyRequests:
            "Requests of smtpd by what was answered; requests sent again do not count."
        case .policyRepeats: "Requests of smtpd that were sent again."
        case .policyWould:
            "Requests by what would have been answered, where that differs from what was."
        case .policyDuration: "From the arrival of a request's last bytes to its reply."
        case .policyBadRequests: "Requests that could not be read."
        case .policyStalls: "Connections closed for an unfinished request, or replies not taken."
        case .policyErrors: "Requests answered DUNNO because deciding failed."
        case .policyConnections: "Connections of smtpd now."
        case .policyRefused: "Connections closed at once, above policy.connections."
        }
    }
}
