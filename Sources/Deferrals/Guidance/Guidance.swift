/// What a deferral means, why it arises and what to do about it, in one language.
public struct Guidance: Sendable, Hashable {
    /// Who must act before the mail can leave.
    public enum Responsible: String, CaseIterable, Sendable, Hashable {
        /// The administrators of this machine.
        case us
        /// The administrators of the receiving servers, or the mailbox owner there.
        case destination
        /// Whoever runs the DNS of the destination's domain.
        case destinationDNS = "destination-dns"
        /// The person or program that sent the message.
        case sendingUser = "sending-user"
    }

    /// The name of the code, and where more is known a colon and what: "Connection refused",
    /// "Other error: mailbox full".
    public var name: String
    /// What happened, in Postfix terms.
    public var meaning: String
    /// Likely causes, most likely first.
    public var causes: [String]
    /// What to do where the destination is one of our own next hops.
    public var fixesOwn: [Fix]
    /// What to do where the destination is somebody else's.
    public var fixesPartner: [Fix]
    /// Who must act, most likely first.
    public var responsible: [Responsible]

    /// The most specific guidance for a diagnosis.
    ///
    /// A refinement says more than the bare code. For `other` the category decides; at 4.4.317 it
    /// is added to the code's own text. With origin `local` the next hop is ours whoever owns the
    /// recipient's domain, so a partner's steps are our own, after a word that it is not theirs.
    /// Fields that do not belong to the code, such as a refinement beside 4.4.316, are ignored.
    public static func of(
        _ code: DeferralCode,
        category: Category? = nil,
        refinement: Refinement? = nil,
        origin: Origin? = nil,
        language: Language
    ) -> Guidance {
        let topics = Topic.topics(
            code: code,
            category: category,
            refinement: refinement,
            origin: origin
        )
        let advice = topics.map { $0.advice(in: language) }
        let detail = topics.compactMap { $0.detail(in: language) }.first
        let name = code.localizedName(language)
        // A loop is found here, but often made by the MX record of somebody else.
        let isOurs = origin == .local && !topics.contains(.category(.loop))
        let own = advice.flatMap(\.own)
        let responsible = topics.flatMap(\.responsible)
        return Guidance(
            name: detail.map { "\(name): \($0)" } ?? name,
            meaning: advice.map(\.meaning).joined(separator: " "),
            causes: distinct(advice.flatMap(\.causes)),
            fixesOwn: steps(own),
            fixesPartner: steps(isOurs ? [notTheirs(language)] + own : advice.flatMap(\.partner)),
            responsible: distinct(
                isOurs ? responsible.filter { $0 == .us || $0 == .sendingUser } : responsible
            )
        )
    }

    /// The most specific guidance for what the classifier found.
    public static func of(_ diagnosis: Diagnosis, language: Language) -> Guidance {
        of(
            diagnosis.code,
            category: diagnosis.category,
            refinement: diagnosis.refinement,
            origin: diagnosis.origin,
            language: language
        )
    }

    /// The same guidance with the placeholders of every command replaced.
    public func filled(with values: CommandValues) -> Guidance {
        var copy = self
        copy.fixesOwn = fixesOwn.map { $0.filled(with: values) }
        copy.fixesPartner = fixesPartner.map { $0.filled(with: values) }
        return copy
    }

    private static func notTheirs(_ language: Language) -> Fix {
        switch language {
        case .english: Fix(English.notTheirs)
        case .turkish: Fix(Turkish.notTheirs)
        }
    }

    /// The steps of one or more topics as one list: a command is shown once, and where several
    /// topics end with a retry, one of them is kept and comes last.
    private static func steps(_ fixes: [Fix]) -> [Fix] {
        let retries = fixes.filter(\.isRetry)
        let ordered =
            retries.count > 1 ? fixes.filter { !$0.isRetry } + retries.suffix(1) : fixes
        var seen: Set<String> = []
        return distinct(ordered).map { fix in
            Fix(fix.text, fix.commands.filter { seen.insert($0).inserted })
        }
    }

    private static func distinct<Element: Hashable>(_ elements: [Element]) -> [Element] {
        var seen: Set<Element> = []
        return elements.filter { seen.insert($0).inserted }
    }
}
