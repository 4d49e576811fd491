/// The name whose look-up failed, as Postfix's reason tells: with a relay, or behind an MX record, it is
/// not the recipient's domain.
///
/// Source: src/smtp/smtp_addr.c and src/dns/dns_lookup.c.
public struct FailedLookup: Sendable, Hashable {
    /// As it was asked for.
    public var name: String
    /// True where addresses were asked for, not mail exchangers.
    public var isHost: Bool

    /// The look-up in 'Name service error for name=NAME type=TYPE: …' or 'unable to look up host NAME: …';
    /// nil for other reasons.
    public init?(reason: String) {
        if let mark = reason.firstRange(of: "Name service error for name=") {
            let rest = reason[mark.upperBound...]
            guard let type = rest.firstRange(of: " type=") else { return nil }
            name = String(rest[..<type.lowerBound])
            isHost = !rest[type.upperBound...].hasPrefix("MX")
        } else if let mark = reason.firstRange(of: "unable to look up host ") {
            name = String(reason[mark.upperBound...].prefix { $0 != ":" && $0 != " " })
            isHost = true
        } else {
            return nil
        }
        guard !name.isEmpty else { return nil }
    }
}

extension CommandValues {
    /// These, with the name that could not be looked up in its place: a host without a server's answer, or
    /// the domain whose mail exchangers were asked for.
    public func naming(_ lookup: FailedLookup?) -> CommandValues {
        guard let lookup else { return self }
        var named = self
        if lookup.isHost { named.host = host ?? lookup.name } else { named.domain = lookup.name }
        return named
    }
}
