/// What is never down automatically, and whose mail says nothing about health.
public struct ProtectionSettings: Codable, Sendable, Hashable {
    /// Domains that this system receives mail for.
    public var ownDomains: Set<String> = []
    /// Host names of `relayhost`: whatever goes through them is one destination.
    public var relayHosts: Set<String> = []
    /// Host names of `smtp_fallback_relay` and the like: mail taken by them says nothing about the
    /// destination.
    public var fallbackRelays: Set<String> = []
    /// Envelope senders of Deferwatch's own alerts.
    public var alertSenders: Set<String> = []
    /// Further domains.
    public var domains: Set<String> = Self.mailboxDomains
    /// Providers by name, as `ProviderName` has them.
    public var providers: Set<String> = [
        "Gmail", "Microsoft 365", "Outlook.com", "Yahoo", "iCloud",
    ]
    /// Unrelated domains under one host set that make it a relayhost or gateway; 0: never.
    public var sharedSetDomains = 5
    /// As few unrelated domains do where they are `relayhostPercent` of all.
    public var relayhostDomains = 3
    /// See `relayhostDomains`.
    public var relayhostPercent = 50

    /// The defaults.
    public init() {}

    /// Domains of the large mailbox providers themselves: known even while their MX cannot be
    /// looked up.
    public static let mailboxDomains: Set<String> = [
        "gmail.com", "googlemail.com", "outlook.com", "hotmail.com", "live.com", "msn.com",
        "yahoo.com", "ymail.com", "aol.com", "icloud.com", "me.com", "mac.com",
    ]
}

/// Why a destination is never down automatically.
public enum Protection: String, Codable, Sendable, Hashable, CaseIterable {
    /// Mail for it ends here.
    case ownDomain = "own-domain"
    /// It goes through a configured relayhost.
    case relayhost
    /// Several unrelated domains share its hosts: a relayhost or gateway.
    case sharedHosts = "shared-hosts"
    /// A large provider runs its hosts.
    case largeProvider = "large-provider"
    /// The operator, or Deferwatch's own list, names it.
    case listed
}
