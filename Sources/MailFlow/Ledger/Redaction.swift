/// Takes credentials out of texts before they leave the ledger.
public enum Redaction {
    /// `reason` without the initial SASL response that smtp(8) prints when a server answers it with
    /// a challenge.
    ///
    /// Source: src/smtp/smtp_sasl_glue.c, 'non-empty initial … challenge from server …: BASE64'.
    public static func withoutCredentials(_ reason: String) -> String {
        guard reason.contains("SASL authentication failed"), reason.contains("challenge"),
            let colon = reason.range(of: "challenge")
        else { return reason }
        // The first: what stands after it may hold more of them.
        guard let mark = reason[colon.upperBound...].firstRange(of: ": ") else { return reason }
        return reason[..<mark.upperBound] + "[redacted]"
    }
}

extension StringProtocol {
    /// Where `other` first occurs.
    fileprivate func range(of other: String) -> Range<Index>? {
        self[...].firstRange(of: other)
    }
}
