import History
import MailFlow
import PolicyService
import Synchronization

/// What the operator asks and orders.
extension ServeDaemon {
    /// The answer to a command from the control socket.
    func answer(_ request: ControlRequest) -> ControlReply {
        do {
            switch request.verb {
            case .status where request.destination == nil: return ControlReply(status: status)
            case .status, .why: return ControlReply(destination: try report(domain(of: request)))
            case .force, .refuse: return try force(request)
            case .release: return try release(request)
            case .reload: return ControlReply(reload: reload())
            }
        } catch let error as SettingError {
            return ControlReply(error: error.sentence)
        } catch {
            return ControlReply(error: "\(error)")
        }
    }

    /// Has health go by the configuration in force, and by Postfix's own where that says nothing.
    ///
    /// Not for an event loop: it asks postconf.
    func applyHealth() {
        let loaded = state.withLock { $0.loaded }
        let settings = loaded.health(fallbackRelays: FallbackRelays.found)
        health.apply(settings, queueLifetime: loaded.configuration.queueLifetime)
    }

    /// Reads the configuration again; a bad one changes nothing.
    func reload() -> ReloadReport {
        reloading.withLock { isLive in
            // Before the start is over, 'ready' is not ours to say.
            guard isLive else { return loadAgain() }
            manager.reloading()
            defer { manager.ready("running") }
            return loadAgain()
        }
    }

    private func loadAgain() -> ReloadReport {
        let loaded = source.load()
        for problem in loaded.problems {
            log.note(
                "\(problem.place): " + (problem.isWarning ? "warning: " : "") + problem.sentence
            )
        }
        guard !loaded.isBad else {
            state.withLock { ($0.isLastReloadGood, $0.problems) = (false, loaded.problems) }
            log.note("reload: the new configuration is bad: going on with the former one")
            return ReloadReport(isGood: false, problems: loaded.problems, afterRestart: [])
        }
        let settings = loaded.configuration
        state.withLock { state in
            state.loaded = loaded
            (state.isLastReloadGood, state.problems) = (true, loaded.problems)
            state.loadedAt = DaemonClock.wall
        }
        applyHealth()
        policy.use(settings.policy)
        for part in state.withLock({ $0.parts }) { part.reconfigured(settings) }
        let later = settings.changesForRestart(from: startedWith)
        log.note("reload: the configuration is in force, mode \(settings.policy.mode.rawValue)")
        if !later.isEmpty {
            log.note("reload: from the next start on: \(later.joined(separator: ", "))")
        }
        return ReloadReport(isGood: true, problems: loaded.problems, afterRestart: later)
    }

    private func force(_ request: ControlRequest) throws -> ControlReply {
        let domain = try domain(of: request)
        let kind: ForcedVerdict.Kind
        switch (request.verb, request.verdict) {
        case (.refuse, _): kind = .refuse
        case (_, "down"): kind = .down
        case (_, "up"): kind = .up
        default: throw SettingError("say whether it is to be down or up")
        }
        guard let seconds = request.seconds else {
            throw SettingError("say for how long: there is no order without an end")
        }
        spread(try health.force(domain, kind, for: Int64(seconds)))
        let delay = keepWord(on: domain)
        let reply = ControlReply(destination: report(domain))
        return reply.remarking(delay ?? remark(on: kind))
    }

    /// What an order does not do.
    private func remark(on kind: ForcedVerdict.Kind) -> String? {
        let policy = configuration.policy
        if policy.mode == .off, kind != .up {
            return "the mode is off: every answer is DUNNO until it is changed"
        }
        let enforces =
            policy.mayPushBack
            && policy.rules.contains { $0.mode == .enforce && $0.action.answer.isPushBack }
        guard kind == .down, policy.mode != .enforce || !enforces else { return nil }
        return "no rule enforces: mail for it is still taken, and what would be answered is logged"
    }

    private func release(_ request: ControlRequest) throws -> ControlReply {
        let domain = try domain(of: request)
        guard let news = health.release(domain) else {
            throw SettingError("\(domain) is neither forced nor refused")
        }
        spread(news)
        let delay = keepWord(on: domain)
        return ControlReply(destination: report(domain)).remarking(delay)
    }

    /// Stores an order before the reply, so that none is lost that was taken, and none in force again
    /// that was taken back.
    ///
    /// - Returns: what to tell where there is no disk, or one that is too slow for that.
    private func keepWord(on domain: String) -> String? {
        guard let keeper = state.withLock({ $0.history }) else { return nil }
        storeWord(on: domain, keeper)
        switch keeper.flush(within: 2) {
        case .stored: return nil
        case .inMemory: return "the history is in memory only: the next start knows nothing of this"
        case .late: return "the disk is slow: a crash of the daemon within seconds may forget this"
        }
    }

    /// Stores in a history that was begun anew what it lacks, and what no line of the log brings back.
    func storeAgain(_ keeper: HistoryKeeper) {
        storingWords.withLock { _ in keeper.store(health.words) }
        pushBackRevision.withLock { $0 = 0 }
        for part in state.withLock({ $0.parts }) { part.storeAgain(self) }
    }

    /// Forgets orders that ended by themselves.
    func forgetWords(_ news: HealthDesk.News) {
        guard let keeper = state.withLock({ $0.history }) else { return }
        for change in news.transitions where change.reasons.contains(.forceEnded) {
            storeWord(on: change.domain, keeper)
        }
    }

    private func storeWord(on domain: String, _ keeper: HistoryKeeper) {
        // What was read last is to be stored last.
        storingWords.withLock { _ in keeper.store(health.word(on: domain)) }
    }

    private func domain(of request: ControlRequest) throws(SettingError) -> String {
        var name = (request.destination ?? "").lowercased()
        // With DNS's full stop it is the same domain.
        if name.hasSuffix(".") { name.removeLast() }
        guard !name.hasPrefix("."), name != "*", (try? DomainPattern(name)) != nil,
            !name.unicodeScalars.contains(where: Escape.isDangerous)
        else { throw SettingError("'\(name)' is no domain: name a recipient domain") }
        return name
    }

    /// How a destination stands, why, and what would be answered.
    private func report(_ domain: String) -> DestinationReport {
        var report = DestinationReport(domain, health.standing(of: domain))
        report.answers = previews(of: domain)
        return report
    }

    private func previews(of domain: String) -> [DestinationReport.Answer] {
        let listed = configuration.policy.clientsWithQueue
        // Of the documentation's networks: one that nobody has listed stands for anybody.
        let anybody =
            ["192.0.2.1", "198.51.100.1", "203.0.113.1"].first { text in
                IPAddress(text).map { address in
                    !listed.networks.contains { $0.contains(address) }
                } ?? false
            } ?? "192.0.2.1"
        var relay = (name: "a client with a queue", address: anybody, context: "")
        if let network = listed.networks.first {
            relay.address = network.description.prefix { $0 != "/" }.filter { !"[]".contains($0) }
            relay.name += " (\(relay.address))"
        } else if let context = listed.policyContexts.first {
            relay.context = context
            relay.name += " (context \(context))"
        }
        return [
            preview(
                relay.name,
                domain,
                [.clientAddress: relay.address, .policyContext: relay.context]
            ),
            preview(
                "a person who is logged in",
                domain,
                [.clientAddress: anybody, .saslUsername: "somebody", .policyContext: "submission"]
            ),
        ].compactMap(\.self)
    }

    private func preview(
        _ client: String,
        _ domain: String,
        _ attributes: [PolicyAttribute: String]
    ) -> DestinationReport.Answer? {
        let request = try? PolicyRequest(
            [
                (.protocolState, "RCPT"), (.protocolName, "ESMTP"), (.clientPort, "25"),
                (.sender, "somebody@deferwatch.invalid"), (.recipient, "somebody@\(domain)"),
            ] + attributes.map { ($0.key, $0.value) }
        )
        return request.map { .init(client, policy.preview($0)) }
    }
}

extension ControlReply {
    fileprivate func remarking(_ remark: String?) -> ControlReply {
        var reply = self
        reply.remark = remark
        return reply
    }
}
