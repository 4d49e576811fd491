import MailFlow
import PolicyService

/// Runs the policy over a log's own time: evidence and questions in the order in which they came.
///
/// Pure. The client is taken for a mail server with a queue, which tries again every
/// `clientRetry` seconds until it is let in.
struct PolicySimulation {
    private(set) var result = SimulationResult()

    private let mail: [SimulatedMail]
    private let allowsPeople: Bool
    private let clientRetry: Int64
    private let queueLifetime: Seconds
    private let zoneMinutes: Int
    private let protection: ProtectionSettings
    private var book: HealthBook
    private var waiting: WaitingMail
    private var engine: PolicyEngine
    private var nextMail = 0
    /// Who was told 'later' and comes again: in the order of time, for all wait equally long.
    private var returning: [Returning] = []
    private var nextReturning = 0
    /// What gives no evidence, since it would not have been in the queue.
    private var outside: [Absence: Stay] = [:]

    private struct Returning {
        var time: Int64
        var mail: Int
        var recipient: Int
        var tries: Int
        var since: Int64
        var rule: String
    }

    /// A message with one recipient domain, as evidence names it.
    private struct Absence: Hashable {
        var message: UInt64
        var domain: String
    }

    private struct Stay {
        /// When it was let in; nil: not yet.
        var end: Int64?
        /// When the message left the queue in truth: after that the queue ID is another's.
        var ended: Int64?
    }

    /// - Parameters:
    ///   - mail: what came in.
    ///   - rules: what is asked of it.
    ///   - health: how destinations are judged.
    ///   - clientRetry: seconds.
    ///   - queueLifetime: seconds.
    ///   - zoneMinutes: minutes east of UTC, for lines that name no zone.
    init(
        mail: [SimulatedMail],
        rules: SimulatedRules,
        health: HealthSettings,
        clientRetry: Int64,
        queueLifetime: Seconds,
        zoneMinutes: Int
    ) {
        self.mail = mail.sorted { $0.arrived < $1.arrived }
        self.clientRetry = max(1, clientRetry)
        self.queueLifetime = queueLifetime
        self.zoneMinutes = zoneMinutes
        protection = health.protection
        waiting = WaitingMail(zoneMinutes: zoneMinutes)
        allowsPeople = !rules.assumesQueues || rules.configuration.interactiveDefer
        // The same log gives the same result.
        book = HealthBook(settings: health, seed: 1)
        engine = PolicyEngine(configuration: rules.configuration, seed: 1)
    }

    /// Takes in what a line of the log means, after all that was asked up to then.
    mutating func record(_ fact: LogFact) {
        ask(until: fact.time(zoneMinutes))
        switch fact {
        case .deferral(let event):
            let evidence = HealthEvidence(
                event,
                protection: protection,
                zoneMinutes: zoneMinutes
            )
            if let evidence, record(evidence) { waiting.add(event) }
        case .delivery(let success):
            record(HealthEvidence(success, protection: protection))
        case .hold(let change):
            waiting.apply(change)
        case .end(let end):
            waiting.remove(queueID: end.queueID, recipient: end.recipient, domain: end.domain)
        case .trouble(let warning):
            book.record(warning)
        }
        for count in waiting.takeChanges() {
            book.setQueued(count.recipients, oldest: count.oldest, for: count.domain)
        }
        result.note(book.takeTransitions())
    }

    /// False where the message is not in the simulated queue.
    @discardableResult
    private mutating func record(_ evidence: HealthEvidence) -> Bool {
        note(evidence.time)
        guard !isAbsent(evidence) else { return false }
        book.record(evidence)
        return true
    }

    /// The log is over.
    mutating func finish() {
        guard let end = [result.last, mail.last?.arrived].compactMap({ $0 }).max() else { return }
        ask(until: end)
        for each in returning[nextReturning...] { settle(each, at: end, isIn: false) }
        returning.removeAll()
        nextReturning = 0
        result.note(book.takeTransitions())
    }

    private mutating func note(_ time: Int64) {
        result.first = min(result.first ?? time, time)
        result.last = max(result.last ?? time, time)
    }

    private mutating func isAbsent(_ evidence: HealthEvidence) -> Bool {
        let key = Absence(
            message: evidence.message,
            domain: evidence.originalDomain ?? evidence.domain
        )
        guard let stay = outside[key] else { return false }
        if let ended = stay.ended, evidence.time > ended {
            outside[key] = nil
            return false
        }
        return stay.end.map { evidence.time < $0 } ?? true
    }

    // MARK: Questions

    private mutating func ask(until time: Int64) {
        while true {
            let arrival = nextMail < mail.count ? mail[nextMail].arrived : .max
            let back = nextReturning < returning.count ? returning[nextReturning].time : .max
            guard min(arrival, back) <= time else { return }
            if arrival <= back {
                askAbout(nextMail)
                nextMail += 1
            } else {
                let each = returning[nextReturning]
                nextReturning += 1
                forgetReturned()
                askAgain(each)
            }
        }
    }

    private mutating func forgetReturned() {
        guard nextReturning > 4_096, nextReturning * 2 > returning.count else { return }
        returning.removeFirst(nextReturning)
        nextReturning = 0
    }

    private mutating func askAbout(_ index: Int) {
        note(mail[index].arrived)
        var isDeferred = false
        for place in mail[index].recipients.indices {
            result.asked += 1
            guard allowsPeople || mail[index].client.saslUsername.isEmpty else {
                result.people += 1
                continue
            }
            guard let rule = later(index, place, at: mail[index].arrived, tries: 0) else {
                continue
            }
            isDeferred = true
            leave(index, place)
            returning.append(
                Returning(
                    time: mail[index].arrived + clientRetry,
                    mail: index,
                    recipient: place,
                    tries: 1,
                    since: mail[index].arrived,
                    rule: rule
                )
            )
        }
        if isDeferred { result.messages += 1 }
    }

    private mutating func askAgain(_ each: Returning) {
        if later(each.mail, each.recipient, at: each.time, tries: each.tries) != nil {
            var again = each
            again.time += clientRetry
            again.tries += 1
            returning.append(again)
        } else {
            settle(each, at: each.time, isIn: true)
        }
    }

    /// The rule by which this recipient is told 'later'; nil: it is let in.
    private mutating func later(_ index: Int, _ place: Int, at time: Int64, tries: Int) -> String? {
        guard let domain = mail[index].recipients[place].domain,
            let request = request(index, place, tries: tries)
        else { return nil }
        let standing = book.standing(of: domain, now: time)
        let verdict = engine.decide(
            request,
            standing: DestinationStanding(standing, at: time, queueLifetime: queueLifetime),
            now: time
        )
        if verdict.takesProbe {
            _ = book.standing(of: domain, now: time, wantsProbe: true)
            result.probes += 1
        }
        result.note(book.takeTransitions())
        guard verdict.action.isPushBack, let rule = verdict.ruleID else {
            if !verdict.takesProbe, verdict.isNotable, tries == 0, let rule = verdict.ruleID {
                let name = verdict.informs ? "inform" : verdict.action.rawValue.lowercased()
                result.otherAnswers["\(rule) \(name)", default: 0] += 1
            }
            return nil
        }
        return rule
    }

    private func request(_ index: Int, _ place: Int, tries: Int) -> PolicyRequest? {
        let mail = mail[index]
        return try? PolicyRequest([
            (.protocolState, "RCPT"), (.protocolName, "ESMTP"),
            (.clientAddress, mail.client.address), (.clientName, mail.client.name),
            (.clientPort, "0"), (.sender, mail.sender),
            (.recipient, mail.recipients[place].address),
            (.saslUsername, mail.client.saslUsername), (.instance, "\(index).\(tries)"),
        ])
    }

    // MARK: Sums

    private mutating func leave(_ index: Int, _ place: Int) {
        guard let key = absence(index, place) else { return }
        outside[key] = Stay(end: nil, ended: mail[index].ended)
    }

    private func absence(_ index: Int, _ place: Int) -> Absence? {
        mail[index].recipients[place].domain.map {
            Absence(message: HealthHash.of(mail[index].queueID), domain: $0)
        }
    }

    private mutating func settle(_ each: Returning, at time: Int64, isIn: Bool) {
        let recipient = mail[each.mail].recipients[each.recipient]
        if isIn, let key = absence(each.mail, each.recipient) { outside[key]?.end = time }
        var sums = SimulationResult.Sums()
        sums.deferred = 1
        sums.falsePositives = recipient.wasSentAtOnce == true ? 1 : 0
        sums.unknown = recipient.wasSentAtOnce == nil ? 1 : 0
        // What is still out when the log ends has saved the tries of its last second, too.
        sums.savedTries = recipient.deferredTries.count { isIn ? $0 < time : $0 <= time }
        sums.seconds = time - each.since
        sums.longest = sums.seconds
        sums.stillOut = isIn ? 0 : 1
        result.total += sums
        result.byRule[each.rule, default: .init()] += sums
        result.byDestination[recipient.domain ?? "", default: .init()] += sums
    }
}

extension SimulationResult.Sums {
    static func += (left: inout Self, right: Self) {
        left.deferred += right.deferred
        left.falsePositives += right.falsePositives
        left.unknown += right.unknown
        left.savedTries += right.savedTries
        left.seconds += right.seconds
        left.longest = max(left.longest, right.longest)
        left.stillOut += right.stillOut
    }
}
