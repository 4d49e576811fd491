/// The domain of an envelope address, as reports and health name it.
public enum AddressDomain {
    /// What is behind the last '@' of `address`, in lower case; nil: there is none.
    ///
    /// A quoted local part may have an '@', too: RFC 5321 section 4.1.2.
    public static func of(_ address: String) -> String? {
        guard let at = address.utf8.lastIndex(of: UInt8(ascii: "@")) else { return nil }
        let domain = address[address.utf8.index(after: at)...].lowercased()
        return domain.isEmpty ? nil : domain
    }
}
