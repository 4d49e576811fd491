/// A value of the configuration that cannot be what it is written as.
public enum PolicyValueError: Error, Hashable, Sendable, CustomStringConvertible {
    /// The action exists in Postfix, and rules do not offer it.
    case actionNotOffered(String)
    /// The word is none of those allowed.
    case unknownWord(String, allowed: [String])
    /// No address and no network in CIDR form.
    case badNetwork(String)
    /// The network's address has bits behind its prefix.
    case hostBits(String)
    /// No domain, '.domain' or '*'.
    case badDomain(String)
    /// No address, '@domain' or '@.domain'.
    case badAddress(String)
    /// No 'unix:PATH' or 'inet:HOST:PORT'.
    case badListener(String)

    /// One sentence.
    public var description: String {
        switch self {
        case .actionNotOffered(let word):
            "\(word.debugDescription) is not offered: it can lose, reroute or open up mail; use"
                + " defer_if_permit, warn or another action of deferwatch.toml(5)"
        case .unknownWord(let word, let allowed):
            "\(word.debugDescription) is none of \(allowed.joined(separator: ", "))"
        case .badNetwork(let text):
            "\(text.debugDescription) is no address or network, as in 192.0.2.0/24 or 2001:db8::/32"
        case .hostBits(let text):
            "\(text.debugDescription) has address bits behind its prefix length"
        case .badDomain(let text):
            "\(text.debugDescription) is no domain, .domain or *"
        case .badAddress(let text):
            "\(text.debugDescription) is no address, @domain or @.domain"
        case .badListener(let text):
            "\(text.debugDescription) is no unix:PATH or inet:ADDRESS:PORT"
        }
    }
}
