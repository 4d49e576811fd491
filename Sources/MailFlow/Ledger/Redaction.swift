import ByteScan

/// Takes credentials out of texts before they leave the ledger.
public enum Redaction {
    /// `reason` without the initial SASL response that smtp(8) prints when a server answers it with
    /// a challenge.
    ///
    /// Source: src/smtp/smtp_sasl_glue.c, 'non-empty initial … challenge from server …: BASE64'.
    public static func withoutCredentials(_ reason: String) -> String {
        // Hardly any text has the words; looking for bytes costs little beside a search for text.
        let bytes = reason.utf8.span
        guard bytes.firstOffset(of: "SASL authentication failed", in: bytes.indices) != nil,
            let colon = reason.range(of: "challenge")
        else { return reason }
        // The first: what stands after it may hold more of them.
        guard let mark = reason[colon.upperBound...].firstRange(of: ": ") else { return reason }
        return reason[..<mark.upperBound] + "[redacted]"
    }

    /// `reason` with '***' wherever the local part of `address` stands as a word.
    static func withoutLocalPart(of address: String, in reason: String) -> String {
        let name = address.prefix { $0 != "@" }.lowercased()
        guard !name.isEmpty else { return reason }
        var hidden = ""
        var rest = reason[...]
        while let found = rest.lowercased().firstRange(of: name) {
            // Lower case is as long, but for a few letters that no mail system has in addresses.
            let lower = rest.lowercased()
            let start = lower.distance(from: lower.startIndex, to: found.lowerBound)
            guard
                let begin = rest.index(rest.startIndex, offsetBy: start, limitedBy: rest.endIndex),
                let end = rest.index(begin, offsetBy: name.count, limitedBy: rest.endIndex)
            else { break }
            let isWord =
                !isNamePart(rest[..<begin].last ?? hidden.last) && !isNamePart(rest[end...].first)
            hidden += rest[..<begin] + (isWord ? "***" : String(rest[begin..<end]))
            rest = rest[end...]
        }
        return hidden + rest
    }

    private static func isNamePart(_ character: Character?) -> Bool {
        character.map { $0.isLetter || $0.isNumber } ?? false
    }
}

extension StringProtocol {
    /// Where `other` first occurs.
    fileprivate func range(of other: String) -> Range<Index>? {
        self[...].firstRange(of: other)
    }
}
