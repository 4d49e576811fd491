import Deferrals
import MailFlow

extension ServiceSnapshot {
    /// Destinations with a series of their own; the rest is 'other'.
    static let mostOpen = 20

    /// All metrics, in Prometheus' text format.
    public var metricsText: String {
        var page = Exposition()
        writeProcess(&page)
        writeMailFlow(&page)
        writeTail(&page)
        writeDestinations(&page)
        writePolicy(&page)
        return page.text
    }

    private func writeProcess(_ page: inout Exposition) {
        page.write(.buildInfo) { $0.sample(.buildInfo, [version], 1) }
        page.write(.startTime, started)
        page.write(.reloadSuccessful, isLastReloadGood ? 1 : 0)
        page.write(.reloadTime, configurationLoaded)
        page.write(.historyOnDisk, isHistoryKept ? 1 : 0)
    }

    private func writeMailFlow(_ page: inout Exposition) {
        page.write(.deferrals) { page in
            for code in DeferralCode.allCases {
                let counts = deferrals.filter { $0.key.code == code }
                // A series that begins with its first deferral has no rate for it.
                if counts.isEmpty { page.sample(.deferrals, [code.text, "postfix/smtp"], 0) }
                for (key, count) in counts.sorted(by: { $0.key.service < $1.key.service }) {
                    page.sample(.deferrals, [code.text, key.service], count)
                }
            }
        }
        page.write(.deliveries) { page in
            for status in ["sent", "deferred", "bounced", "expired"] {
                page.sample(.deliveries, [status], deliveries[status] ?? 0)
            }
        }
        page.write(.unclassified, unclassified)
        page.write(.rowTime) { page in
            for (rule, time) in rowNanoseconds.sorted(by: { $0.key < $1.key }) {
                page.sample(.rowTime, [rule], Exposition.decimal(time, digits: 9))
            }
        }
        page.write(.lines) { page in
            page.sample(.lines, ["matched"], lines.relevant)
            page.sample(.lines, ["ignored"], lines.lines - lines.relevant - lines.unreadable)
            page.sample(.lines, ["unparsed"], lines.unreadable)
        }
    }

    private func writeTail(_ page: inout Exposition) {
        page.write(.tailLag, tailLag)
        page.write(.tailBytes) { page in
            for (source, bytes) in tailBytes.sorted(by: { $0.key < $1.key }) {
                page.sample(.tailBytes, [source], bytes)
            }
        }
        page.write(.tailRotations) { page in
            for kind in ["renamed", "truncated"] {
                page.sample(.tailRotations, [kind], rotations[kind] ?? 0)
            }
        }
        page.write(.tailLosses, possibleLosses)
    }

    private func writeDestinations(_ page: inout Exposition) {
        let counts = destinations
        let failing = counts.degraded + counts.down + counts.probing
        page.write(.destinations) { page in
            page.sample(.destinations, ["healthy"], max(0, counts.known - failing))
            page.sample(.destinations, ["degraded"], counts.degraded)
            page.sample(.destinations, ["down"], counts.down)
            page.sample(.destinations, ["probing"], counts.probing)
        }
        page.write(.throttled, counts.throttled)
        page.write(.forced, counts.forced)
        page.write(.openSeconds) { page in
            // A destination of that name goes with the rest: a series must be there once.
            let named = open.filter { $0.domain != "other" }.prefix(Self.mostOpen)
            for each in named {
                page.sample(.openSeconds, [each.domain], max(0, now - each.since))
            }
            let domains = Set(named.map(\.domain))
            if let next = open.first(where: { !domains.contains($0.domain) }) {
                page.sample(.openSeconds, ["other"], max(0, now - next.since))
            }
        }
        page.write(.guardActive) { page in
            for reason in GuardReason.allCases {
                page.sample(.guardActive, [reason.rawValue], guards.contains(reason) ? 1 : 0)
            }
        }
    }

    private func writePolicy(_ page: inout Exposition) {
        page.write(.policyRequests) { page in
            for (key, count) in answers.sorted(by: { $0.key < $1.key }) {
                page.sample(.policyRequests, [key.action, key.mode, key.rule], count)
            }
        }
        page.write(.policyRepeats, repeats)
        page.write(.policyWould) { page in
            for (key, count) in wouldAnswers.sorted(by: { $0.key < $1.key }) {
                page.sample(.policyWould, [key.action, key.rule], count)
            }
        }
        writeDurations(&page)
        page.write(.policyBadRequests, badRequests)
        page.write(.policyStalls, stalls)
        page.write(.policyErrors, internalErrors)
        page.write(.policyConnections, connections)
        page.write(.policyRefused, connectionsRefused)
    }

    private func writeDurations(_ page: inout Exposition) {
        page.write(.policyDuration) { page in
            var sum: UInt64 = 0
            for (bound, count) in zip(durations.bounds, durations.counts) {
                sum += count
                let seconds = Exposition.decimal(UInt64(max(0, bound)), digits: 6)
                page.sample(.policyDuration, [seconds], sum, suffix: "_bucket")
            }
            let all = durations.counts.reduce(0, +)
            page.sample(.policyDuration, ["+Inf"], all, suffix: "_bucket")
            let total = Exposition.decimal(durations.nanoseconds, digits: 9)
            page.sample(.policyDuration, [], total, suffix: "_sum")
            page.sample(.policyDuration, [], all, suffix: "_count")
        }
    }
}

extension ServiceSnapshot.AnswerKey: Comparable {
    /// By action, rule, mode.
    public static func < (left: Self, right: Self) -> Bool {
        (left.action, left.rule, left.mode) < (right.action, right.rule, right.mode)
    }
}
