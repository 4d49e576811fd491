/// One entry of the catalogue: a topic's text in one language.
struct Advice: Sendable {
    /// What happened, in Postfix terms.
    let meaning: String
    /// Likely causes, most likely first.
    let causes: [String]
    /// Steps where the destination is one of our own next hops.
    let own: [Fix]
    /// Steps where the destination is somebody else's.
    let partner: [Fix]

    /// An entry that differs for our own next hops and a partner's.
    init(meaning: String, causes: [String], own: [Fix], partner: [Fix]) {
        self.meaning = meaning
        self.causes = causes
        self.own = own
        self.partner = partner
    }

    /// An entry about this machine: the same steps whoever the recipient belongs to.
    init(meaning: String, causes: [String], here: [Fix]) {
        self.init(meaning: meaning, causes: causes, own: here, partner: here)
    }
}
