import MailFlow

/// What of one message may be shown: with `--mask` its addresses go wherever its texts repeat them.
struct TraceMask {
    private let mask: Mask
    private let known: [String?]

    init(_ mask: Mask, for message: TracedMessage) {
        self.mask = mask
        known =
            !mask.isOn
            ? []
            : [message.sender]
                + message.recipients.flatMap { [$0.address, $0.originalAddress] }
    }

    func address(_ address: String) -> String { mask.address(address) }

    func text(_ text: String) -> String { mask.text(text, about: known) }

    /// How a message came, without the login: that is mostly a local part.
    func arrival(_ arrival: String) -> String {
        guard mask.isOn, let login = arrival.firstRange(of: ", sasl_") else { return text(arrival) }
        return text(String(arrival[..<login.lowerBound]))
    }
}
