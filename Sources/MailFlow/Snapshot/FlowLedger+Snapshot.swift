import Deferrals

extension FlowLedger {
    /// Everything found so far, with at most `top` destinations, oldest messages and samples.
    public func snapshot(top: Int) -> FlowSnapshot {
        FlowSnapshot(
            totals: snapshotTotals(),
            codes: snapshotCodes(),
            destinations: failingDestinations(top: top).map { destinationRow($0) },
            failingDestinations: failingCount,
            commonServer: commonServer(),
            providers: snapshotProviders(),
            waiting: snapshotWaiting(top: top),
            fates: snapshotFates(),
            recovery: snapshotRecovery(),
            timeline: snapshotTimeline(),
            patterns: snapshotPatterns(),
            unclassified: snapshotUnclassified(top: top),
            findings: snapshotFindings(),
            outages: snapshotOutages()
        )
    }

    private func snapshotTotals() -> FlowSnapshot.Totals {
        FlowSnapshot.Totals(
            lines: totals.lines,
            unreadable: totals.unreadable + totals.malformed,
            relevant: totals.relevant,
            attempts: totals.attempts,
            sent: totals.sent,
            deferred: totals.deferred,
            bounced: totals.bounced,
            expired: totals.expired,
            suspended: totals.echoes,
            softBounced: totals.softBounced,
            messages: totals.messages,
            recipients: totals.recipients,
            messageIds: totals.messageIDs,
            deferredMessages: totals.deferredMessages,
            deferredRecipients: totals.deferredRecipients,
            closedUnknown: totals.closedUnknown,
            textsDropped: totals.textsDropped,
            first: totals.first == .max ? nil : totals.first,
            last: totals.last == .min ? nil : totals.last,
            offsetMinutes: clockOffset.map(Int.init)
        )
    }

    private func snapshotCodes() -> [FlowSnapshot.Code] {
        DeferralCode.allCases.map { code in
            let kinds = snapshotKinds(of: code)
            return FlowSnapshot.Code(
                code: code.text,
                attempts: Int(totals.attemptsByCode[code]),
                messages: Int(totals.messagesByCode[code]),
                recipients: Int(totals.recipientsByCode[code]),
                kinds: kinds,
                refinements: snapshotRefinements(of: code)
            )
        }
    }

    private func snapshotRefinements(of code: DeferralCode) -> [FlowSnapshot.Code.Refined] {
        totals.refined.filter { $0.code == code }
            .map {
                FlowSnapshot.Code.Refined(
                    refinement: $0.refinement,
                    origin: $0.origin.rawValue,
                    attempts: $0.attempts
                )
            }
            .sorted {
                ($1.attempts, $0.refinement, $0.origin) < ($0.attempts, $1.refinement, $1.origin)
            }
    }

    private func snapshotKinds(of code: DeferralCode) -> [FlowSnapshot.Code.Kind] {
        var kinds: [FlowSnapshot.Code.Kind] = []
        for origin in Origin.allCases {
            for category in [nil] + Category.allCases.map(Optional.some) {
                let attempts = totals.kinds[code, origin, category]
                guard attempts > 0 else { continue }
                let latest = Int(kindDestinations[KindCounts.place(code, origin, category)])
                kinds.append(
                    FlowSnapshot.Code.Kind(
                        origin: origin.rawValue,
                        category: category?.rawValue,
                        attempts: attempts,
                        destination: latest < 0 ? nil : destinations.name(latest),
                        server: latest < 0 ? nil : server(ofDestination: latest)
                    )
                )
            }
        }
        return kinds.sorted {
            ($1.attempts, $0.origin, $0.category ?? "") < (
                $0.attempts, $1.origin, $1.category ?? ""
            )
        }
    }

    private func snapshotFates() -> [String: Int] {
        var fates: [String: Int] = [:]
        for fate in RecipientFate.allCases where totals.fates[fate] > 0 {
            fates[fate.rawValue] = totals.fates[fate]
        }
        return fates
    }

    private func snapshotRecovery() -> FlowSnapshot.Recovery {
        FlowSnapshot.Recovery(
            recipients: totals.recovered,
            meanSeconds: totals.recovered == 0 ? 0 : totals.recoverySeconds / totals.recovered,
            longestSeconds: totals.longestRecovery
        )
    }

    private func snapshotTimeline() -> [FlowSnapshot.Hour] {
        // An hour behind the log's end is of a clock that was wrong.
        timeline.sorted().prefix { Int64($0.hour) * 3600 <= totals.last }.map { hour, counts in
            var deferred: [String: Int] = [:]
            for code in DeferralCode.allCases where counts.deferred[code] > 0 {
                deferred[code.text] = Int(counts.deferred[code])
            }
            return FlowSnapshot.Hour(
                start: Int64(hour) * 3600,
                sent: Int(counts.sent),
                bounced: Int(counts.bounced),
                deferred: deferred
            )
        }
    }

    private func snapshotPatterns() -> [FlowSnapshot.PatternUse] {
        totals.attemptsByRow.indices.filter { totals.attemptsByRow[$0] > 0 }
            .map {
                FlowSnapshot.PatternUse(id: bank.rows[$0].id, attempts: totals.attemptsByRow[$0])
            }
            .sorted { ($1.attempts, $0.id) < ($0.attempts, $1.id) }
    }

    private func snapshotUnclassified(top: Int) -> FlowSnapshot.Unclassified {
        let samples = unclassified.map {
            FlowSnapshot.Unclassified.Sample(
                reason: Redaction.withoutCredentials($0.key),
                attempts: $0.value
            )
        }
        let sorted = samples.sorted { ($1.attempts, $0.reason) < ($0.attempts, $1.reason) }
        return FlowSnapshot.Unclassified(
            attempts: DeferralCode.allCases.reduce(0) { sum, code in
                sum
                    + Origin.allCases.reduce(0) { $0 + totals.kinds[code, $1, .unclassified] }
            },
            samples: Array(sorted.prefix(top))
        )
    }

    private func snapshotFindings() -> [FlowSnapshot.Finding] {
        FindingKind.allCases.compactMap { kind in
            findings.findings[kind].map { found in
                FlowSnapshot.Finding(
                    kind: kind.rawValue,
                    count: found.count,
                    first: found.first,
                    last: found.last,
                    worst: kind == .heldMail ? heldMessages : found.worst,
                    example: Redaction.withoutCredentials(found.example)
                )
            }
        }
    }

    /// Messages on hold when the log ends, whether they were ever deferred or not.
    private var heldMessages: Int {
        lives.placesByAge.count { lives[$0].isHeld }
    }

    private func snapshotOutages() -> [FlowSnapshot.Outage] {
        // A look at the middle of a spell does not end it.
        var outages = outages
        outages.finish()
        return outages.spells.map { spell in
            FlowSnapshot.Outage(
                first: spell.first,
                last: spell.last,
                destinations: spell.destinations,
                kind: spell.dnsFailures >= spell.otherFailures ? "dns" : "connections",
                sent: spell.successes
            )
        }
    }
}
