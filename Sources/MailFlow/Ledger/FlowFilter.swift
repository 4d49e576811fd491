public import Deferrals

/// Which attempts count.
///
/// Everything is read all the same: a message's life may begin outside.
public struct FlowFilter: Sendable, Hashable {
    /// Seconds of the log's own clock; nil: from the beginning.
    public var since: Int64?
    /// Seconds of the log's own clock, exclusive; nil: to the end.
    public var until: Int64?
    /// Deferrals of these codes; empty: all.
    public var codes: Set<DeferralCode> = []
    /// Recipient domains, lower-case; '.example.com' takes its sub-domains too; empty: all.
    public var destinations: [String] = []
    /// Recipient addresses, lower-case, whole; empty: all.
    public var recipients: [String] = []
    /// Envelope senders, lower-case, whole; empty: all.
    public var senders: [String] = []
    /// Queue IDs; empty: all.
    public var queueIDs: Set<String> = []

    /// A filter that lets everything pass.
    public init() {}

    var looksAtText: Bool {
        !destinations.isEmpty || !recipients.isEmpty || !senders.isEmpty || !queueIDs.isEmpty
    }

    func includes(seconds: Int64) -> Bool {
        if let since, seconds < since { return false }
        if let until, seconds >= until { return false }
        return true
    }

    /// A domain as people type it, as the filter wants it: 'Example.COM.' is 'example.com'.
    public static func domain(typed text: String) -> String {
        let domain = text.lowercased()
        return domain.count > 1 && domain.hasSuffix(".") ? String(domain.dropLast()) : domain
    }

    /// True where the filter lets mail to `domain` (lower-case) pass.
    public func includes(domain: String) -> Bool {
        destinations.isEmpty
            || destinations.contains { wanted in
                wanted == domain || (wanted.hasPrefix(".") && domain.hasSuffix(wanted))
            }
    }
}
