import PolicyService

/// Something that lives with the daemon and can fail without it: metrics, pages, alerts.
protocol DaemonPart: Sendable {
    /// For the log.
    var name: String { get }

    /// Begins; the daemon answers already, and knows its configuration.
    ///
    /// An error is logged, and the daemon goes on without the part.
    func start(_ daemon: ServeDaemon) throws

    /// Health has changed.
    ///
    /// Called on the follower's or the clock's thread: hand on, do not wait.
    func heard(_ news: HealthDesk.News)

    /// An answer was not DUNNO, would not have been, or informs.
    ///
    /// Called on an event loop: hand on, do not wait.
    func answered(_ verdict: Verdict, _ request: PolicyRequest)

    /// Another configuration is in force.
    func reconfigured(_ configuration: DaemonConfiguration)

    /// The history was begun anew: what the part keeps there is to be stored again.
    ///
    /// Called on the history's thread: hand over, do not wait.
    func storeAgain(_ daemon: ServeDaemon)

    /// Ends.
    func stop()
}

extension DaemonPart {
    func heard(_ news: HealthDesk.News) {}
    func answered(_ verdict: Verdict, _ request: PolicyRequest) {}
    func reconfigured(_ configuration: DaemonConfiguration) {}
    func storeAgain(_ daemon: ServeDaemon) {}
}
