/// Which messages a trace is after: a queue ID, a message-ID or an address, told by what matches.
public struct MessageQuery: Sendable, Hashable {
    /// As typed, less angle brackets.
    public let text: String
    private let folded: String

    /// A query for what the user typed.
    public init(_ typed: String) {
        let bare =
            typed.hasPrefix("<") && typed.hasSuffix(">")
            ? String(typed.dropFirst().dropLast()) : typed
        text = bare
        folded = bare.lowercased()
    }

    /// True for this queue ID; case matters.
    func names(queueID: String) -> Bool { queueID == text }

    /// True for this message-ID, with or without its angle brackets.
    func names(messageID: String) -> Bool {
        messageID == text
            || messageID.utf8.count == text.utf8.count + 2
                && messageID.dropFirst().dropLast() == text
    }

    /// True for this address in either case.
    func names(address: String) -> Bool {
        address.utf8.count == text.utf8.count && address.lowercased() == folded
    }
}
