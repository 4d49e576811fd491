import Deferrals

extension FlowLedger {
    /// Everything found so far, with at most `top` destinations, oldest messages and samples.
    public func snapshot(top: Int) -> FlowSnapshot {
        let failing = failingDestinations()
        return FlowSnapshot(
            totals: snapshotTotals(),
            codes: snapshotCodes(),
            destinations: failing.prefix(top).map { destinationRow($0) },
            failingDestinations: failing.count,
            providers: providers(of: failing),
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
            unreadable: totals.unreadable,
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
            offsetMinutes: latestOffset.map(Int.init)
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
                kinds: kinds
            )
        }
    }

    private func snapshotKinds(of code: DeferralCode) -> [FlowSnapshot.Code.Kind] {
        var kinds: [FlowSnapshot.Code.Kind] = []
        for origin in Origin.allCases {
            for category in [nil] + Category.allCases.map(Optional.some) {
                let attempts = totals.kinds[code, origin, category]
                guard attempts > 0 else { continue }
                kinds.append(
                    FlowSnapshot.Code.Kind(
                        origin: origin.rawValue,
                        category: category?.rawValue,
                        attempts: attempts
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

    /// Destinations with deferrals, most messages first.
    private func failingDestinations() -> [Int] {
        let failing = destinations.entries.indices.filter { destinations.entries[$0].failure != 0 }
        let ranked = failing.map { number in
            let failure = destinations.failures[Int(destinations.entries[number].failure) - 1]
            return (number: number, messages: failure.messages, attempts: failure.attempts.total)
        }
        return ranked.sorted { left, right in
            if (left.messages, left.attempts) != (right.messages, right.attempts) {
                return (right.messages, right.attempts) < (left.messages, left.attempts)
            }
            return destinations.name(left.number) < destinations.name(right.number)
        }.map(\.number)
    }

    private func destinationRow(_ number: Int) -> FlowSnapshot.DestinationRow {
        let entry = destinations.entries[number]
        let failure = destinations.failures[Int(entry.failure) - 1]
        let server = failure.server == 0 ? nil : texts.text(failure.server)
        var codes: [String: Int] = [:]
        for code in DeferralCode.allCases where failure.attempts[code] > 0 {
            codes[code.text] = Int(failure.attempts[code])
        }
        return FlowSnapshot.DestinationRow(
            domain: destinations.name(number),
            provider: server.flatMap(Self.provider(ofServer:)),
            server: server,
            attempts: failure.attempts.total,
            suspended: Int(failure.echoes),
            messages: Int(failure.messages),
            recipients: Int(failure.recipients),
            waiting: Int(failure.waiting),
            sent: Int(entry.sent),
            bounced: Int(entry.bounced),
            codes: codes,
            lastCode: failure.lastCode.text,
            lastReason: Redaction.withoutCredentials(texts.text(failure.reason)),
            firstFailure: failure.first,
            lastFailure: failure.last,
            lastSuccess: entry.lastSuccess == .min ? nil : entry.lastSuccess
        )
    }

    /// Who runs the server 'host[address]:port'.
    static func provider(ofServer server: String) -> String? {
        let host = server.prefix { $0 != "[" }.lowercased()
        return ProviderName.provider(ofHost: Array(host.utf8))?.name
    }

    private func providers(of numbers: [Int]) -> [FlowSnapshot.Provider] {
        var byName: [String: FlowSnapshot.Provider] = [:]
        for number in numbers {
            let entry = destinations.entries[number]
            let failure = destinations.failures[Int(entry.failure) - 1]
            guard failure.server != 0,
                let name = Self.provider(ofServer: texts.text(failure.server))
            else { continue }
            var provider =
                byName[name]
                ?? FlowSnapshot.Provider(
                    name: name,
                    destinations: 0,
                    attempts: 0,
                    waiting: 0,
                    sent: 0
                )
            provider.destinations += 1
            provider.attempts += failure.attempts.total
            provider.waiting += Int(failure.waiting)
            provider.sent += Int(entry.sent)
            byName[name] = provider
        }
        return byName.values.sorted { ($1.attempts, $0.name) < ($0.attempts, $1.name) }
    }

    private func snapshotFates() -> [String: Int] {
        Dictionary(uniqueKeysWithValues: totals.fates.map { ($0.key.rawValue, $0.value) })
    }

    private func snapshotRecovery() -> FlowSnapshot.Recovery {
        FlowSnapshot.Recovery(
            recipients: totals.recovered,
            meanSeconds: totals.recovered == 0 ? 0 : totals.recoverySeconds / totals.recovered,
            longestSeconds: totals.longestRecovery
        )
    }

    private func snapshotTimeline() -> [FlowSnapshot.Hour] {
        timeline.sorted().map { hour, counts in
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
                    worst: found.worst,
                    example: Redaction.withoutCredentials(found.example)
                )
            }
        }
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
                kind: spell.dnsFailures >= spell.timeouts ? "dns" : "connections",
                sent: spell.successes
            )
        }
    }
}
