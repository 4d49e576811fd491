public import NIOCore

/// What goes back over the socket: `action=…`, two line feeds, nothing else.
///
/// Never OK, RELAY, an empty or a numeric action, for Postfix takes each of them for a permit; never
/// CRLF, which hangs it. Source: check_table_result() in smtpd_check.c.
public enum PolicyReply {
    /// Most bytes of text behind the action's word.
    public static let longestText = 200

    /// `action=DUNNO`, which nearly all requests are answered.
    static let dunnoText: StaticString = "action=DUNNO\n\n"

    /// The bytes for `action` and `text`.
    ///
    /// Bytes outside printable ASCII become '?', more than `longestText` of them are cut, and a text
    /// that the action cannot do without is put in where it is missing.
    public static func encoded(_ action: PolicyAction, text: String) -> ByteBuffer {
        var line = "action=" + action.rawValue
        let words = action == .dunno ? "" : usableText(text, for: action)
        if !words.isEmpty { line += " " + words }
        return ByteBuffer(string: line + "\n\n")
    }

    /// The bytes for what was decided.
    public static func encoded(_ verdict: borrowing Verdict) -> ByteBuffer {
        encoded(verdict.action, text: verdict.text)
    }

    private static func usableText(_ text: String, for action: PolicyAction) -> String {
        let clean = printable(text)
        if clean.isEmpty { return action.usualText }
        // PREPEND without 'Name: value' is a warning in Postfix's log and no header.
        if action == .prepend, !isHeader(clean) { return action.usualText }
        return clean
    }

    private static func printable(_ text: String) -> String {
        var bytes: [UInt8] = []
        for byte in text.utf8.prefix(longestText) {
            bytes.append((0x20..<0x7F).contains(byte) ? byte : UInt8(ascii: "?"))
        }
        while bytes.last == UInt8(ascii: " ") { bytes.removeLast() }
        return String(decoding: bytes.drop { $0 == UInt8(ascii: " ") }, as: UTF8.self)
    }

    private static func isHeader(_ text: String) -> Bool {
        guard let colon = text.utf8.firstIndex(of: UInt8(ascii: ":")) else { return false }
        let name = text.utf8[..<colon]
        return !name.isEmpty && name.allSatisfy { (0x21..<0x7F).contains($0) }
    }
}
