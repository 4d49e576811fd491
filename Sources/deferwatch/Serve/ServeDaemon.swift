import Dispatch
import Foundation
import Glibc
import LocalSocket
import LogSource
import MailFlow
import PolicyService
import Synchronization

/// `deferwatch serve`, running: owns all of its parts, and wires them.
///
/// Nothing that can go wrong in one part keeps answers from being given: health is in memory, the log
/// is followed and the history written by threads of their own.
final class ServeDaemon: Sendable {
    /// What has changed since the start.
    struct State {
        var loaded: ConfigurationSource.Loaded
        var loadedAt = DaemonClock.wall
        var problems: [ConfigurationProblem] = []
        var isLastReloadGood = true
        var listeners: [PolicyListener] = []
        var history: HistoryKeeper?
        var parts: [any DaemonPart] = []
        /// What the log's follower adds up.
        var flow: SharedFlow?
        /// Sockets that the service manager passed.
        var inherited: [InheritedSockets.Named] = []
        /// What was stored beside the ledger before the start, by key.
        var restored: [String: [UInt8]] = [:]
        var isStopping = false
    }

    let log = DaemonLog()
    let health: HealthDesk
    let policy: PolicyDesk
    /// Counts of the policy server.
    let meter = PolicyMeter()
    let tail = TailMeter()
    /// Counts of mail.
    let flow = FlowMeter()
    let started = DaemonClock.wall
    let state: Mutex<State>
    let source: ConfigurationSource
    /// What the parts were started with: some settings stay until the next start.
    let startedWith: DaemonConfiguration
    let manager: ServiceManager
    /// Logs, database, sockets and pipes, with room to spare.
    private static let ownFiles = 64
    let pushBackRevision = Mutex<UInt64>(0)
    /// Held while the operator's words are looked at and handed over: the latest is stored last.
    let storingWords = Mutex<Void>(())
    /// What was last told of the logs themselves.
    let tailTold = Mutex(TailTrouble())
    static let pushBackKey = "policy:pushback"
    /// Held while a configuration is loaded and applied: the last one that was asked for wins.
    ///
    /// True from when the log is followed.
    let reloading = Mutex(false)
    private let wake = Mutex<StopSignal?>(nil)
    private let environment: [String: String]

    /// A daemon that does nothing yet.
    init(
        source: ConfigurationSource,
        loaded: ConfigurationSource.Loaded,
        parts: [any DaemonPart] = []
    ) {
        self.source = source
        startedWith = loaded.configuration
        environment = source.environment
        manager = ServiceManager(environment: environment)
        let log = log
        let desk = HealthDesk(
            settings: loaded.configuration.health,
            queueLifetime: loaded.configuration.queueLifetime
        )
        health = desk
        policy = PolicyDesk(standings: desk, clock: { DaemonClock.wall }) { verdict, request in
            log.report(verdict, request)
            for part in parts { part.answered(verdict, request) }
        }
        var state = State(loaded: loaded)
        state.problems = loaded.problems
        state.parts = parts
        self.state = Mutex(state)
    }

    /// The configuration that is in force.
    var configuration: DaemonConfiguration { state.withLock { $0.loaded.configuration } }

    /// Answers, follows and learns until a signal or `stop` ends it.
    func run() throws {
        defer { log.close() }
        Shutdown.block([SIGHUP, SIGTERM, SIGINT])
        let connections = connections(files: OpenFileLimit.raise())
        let inherited = try InheritedSockets.named(environment: environment)
        state.withLock { $0.inherited = inherited }
        // Listening comes first: until all else is there the answer is DUNNO.
        let server = try listen(inherited, connections)
        defer {
            manager.stopping()
            // The last to go: whoever asks until then gets an answer.
            try? Blocking.wait { await server.stop() }
        }
        let watchdog = startWatchdog()
        defer { watchdog?.cancel() }
        let signals = SignalSources([
            SIGHUP: { [self] in _ = reload() }, SIGTERM: { [self] in stop() },
            SIGINT: { [self] in stop() },
        ])
        defer { signals.cancel() }
        try live()
    }

    /// The socket that the service manager passed under this name (FileDescriptorName=).
    func passedSocket(_ name: String) -> Int32? {
        state.withLock { $0.inherited.first { $0.name == name }?.descriptor }
    }

    /// Ends `run`.
    func stop() {
        state.withLock { $0.isStopping = true }
        wake.withLock { $0?() }
    }

    /// Tells everybody who wants to know.
    func spread(_ news: HealthDesk.News) {
        guard !news.transitions.isEmpty || !news.guards.isEmpty else { return }
        log.report(news)
        for part in state.withLock({ $0.parts }) { part.heard(news) }
        forgetWords(news)
    }

    /// As many connections as are wanted, as long as the daemon can open its logs beside them.
    private func connections(files: Int) -> Int {
        let wanted = configuration.server.connections
        let most = min(wanted, max(files - Self.ownFiles, files / 2))
        if most < wanted {
            log.note(
                "\(files) open files are allowed, fewer than policy.connections = \(wanted) needs:"
                    + " \(most) connections are served at once; raise LimitNOFILE"
            )
        }
        return most
    }

    private func listen(
        _ inherited: [InheritedSockets.Named],
        _ connections: Int
    ) throws -> PolicyServer {
        let settings = configuration
        let passed = inherited.filter { !["control", "http"].contains($0.name) }
        let places = passed.compactMap { SocketPlace(boundTo: $0.descriptor) }
        // The service manager listens there already.
        let own = settings.policyListeners.filter { listener in
            listener.place.map { !places.contains($0) } ?? true
        }
        var server = PolicyServerConfiguration(
            listeners: passed.map { .inherited(descriptor: $0.descriptor) } + own
        )
        server.allowsRemoteClients = settings.server.allowsRemoteClients
        server.limits.connections = connections
        let configured = server
        let running = try Blocking.wait { [self] in
            try await PolicyServer.start(
                configured,
                source: policy,
                meter: meter,
                onEvent: { [log] event, held in log.report(event, held: held) }
            )
        }
        state.withLock { $0.listeners = running.listeners }
        for listener in running.listeners { log.note("listening on \(listener.placeText)") }
        if running.listeners.isEmpty {
            log.note("no policy socket is configured: nobody can ask; see policy.listen")
        }
        return running
    }

    private func startWatchdog() -> (any DispatchSourceTimer)? {
        let listeners = state.withLock { $0.listeners }
        guard let interval = manager.watchdogInterval,
            let place = listeners.compactMap(\.place).first
        else { return nil }
        return Watchdog(place: place, interval: interval, manager: manager, log: log).start()
    }

    /// Everything behind the answers.
    private func live() throws {
        let settings = configuration
        let bank = try PatternOptions.bank(of: settings.patterns)
        let keeper = HistoryKeeper(
            directory: settings.stateDirectory,
            limits: settings.history.limits
        )
        defer { keeper.close() }
        state.withLock { $0.history = keeper }
        let system = SystemWake()
        wake.withLock { $0 = system.stop }
        // Whoever said stop before there was anything to wake.
        if state.withLock({ $0.isStopping }) { return }
        // What is reloaded meanwhile stays.
        reloading.withLock { _ in applyHealth() }
        for file in settings.logs { LogOptions.tellIfMissing(file) }
        let reporter = RotationCounter(tail, next: FollowReporter())
        var wanted = LiveFlow.Settings()
        wanted.isForHealth = true
        wanted.rowClock = { DaemonClock.nanoseconds }
        let session = try LiveSession(
            settings.logs.isEmpty ? LogOptions.found() : .files(settings.logs, .now),
            bank: bank,
            settings: wanted,
            keeper: keeper,
            companion: health,
            wake: system,
            observer: reporter
        )
        tail.begin(session.positions, wall: DaemonClock.wall, now: DaemonClock.monotonic)
        state.withLock { ($0.restored, $0.flow) = (session.states, session.flow) }
        flow.begin(lines: session.flow.lineCounts, statuses: session.flow.statusCounts)
        // Perhaps reloaded meanwhile.
        reloading.withLock { _ in
            policy.begin(configuration.policy, memory: session.states[Self.pushBackKey])
        }
        let clock = startClock()
        defer {
            clock.cancel()
            storePushBack(keeper)
        }
        keeper.onRenewal { [weak self, weak keeper] in
            if let self, let keeper { storeAgain(keeper) }
        }
        let control = startControl()
        defer { control?.stop() }
        startParts()
        defer { for part in state.withLock({ $0.parts }) { part.stop() } }
        reloading.withLock { isLive in
            isLive = true
            manager.ready("following \(session.positions.count) logs")
        }
        try follow(session)
    }

    private func follow(_ session: LiveSession) throws {
        try session.run { gain in
            spread(health.record(gain))
            flow.add(gain, lines: session.flow.lineCounts, statuses: session.flow.statusCounts)
            if let latest = session.latest {
                tail.advance(latest, lines: gain.lines, newest: gain.newest)
            }
            return !state.withLock { $0.isStopping }
        }
    }

    private func startControl() -> ControlServer? {
        let settings = configuration.control
        do {
            let socket: LocalSocket
            if let passed = passedSocket("control") {
                socket = LocalSocket(adopting: passed)
            } else {
                guard !settings.socket.isEmpty else { return nil }
                socket = try LocalSocket(
                    path: settings.socket,
                    mode: settings.mode.bits,
                    group: settings.group.isEmpty ? nil : settings.group,
                    backlog: 16
                )
            }
            return ControlServer(socket) { [self] in answer($0) }
        } catch {
            log.note("no control socket: \(error)")
            return nil
        }
    }

    private func startParts() {
        for part in state.withLock({ $0.parts }) {
            do {
                try part.start(self)
            } catch {
                log.note("\(part.name): \(error)")
            }
        }
    }
}

extension PolicyListener {
    /// Where others reach it.
    var place: SocketPlace? {
        switch self {
        case .unix(let path, _, _): .unix(path: path)
        case .inet(let address, let port): .inet(address: address, port: UInt16(clamping: port))
        case .inherited(let descriptor): SocketPlace(boundTo: descriptor)
        }
    }

    /// As main.cf names it, of passed sockets too.
    var placeText: String { place?.description ?? description }
}
