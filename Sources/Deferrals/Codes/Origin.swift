/// On whose side a deferral arose.
public enum Origin: String, CaseIterable, Sendable, Hashable {
    /// Nobody answered, or the way there is broken.
    case network
    /// The far server said or did it.
    case remote
    /// This machine: its own next hops, delivery agents, TLS engine, credentials, maps, disk.
    case local
}
