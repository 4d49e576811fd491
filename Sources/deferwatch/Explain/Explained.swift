import Deferrals
import MailFlow

/// A diagnosis with what is known of the text that it was made from, or a mere topic.
struct Explained {
    struct Reply: Hashable {
        var code: Int?
        var enhanced: String?
        var text: String
    }

    /// An earlier server of the same attempt.
    struct Trial: FailedServer, Hashable {
        var host: String
        var address: String
        var port: Int?
        var code: DeferralCode
        var reason: String
    }

    /// What decides on the guidance, and tells two explanations apart.
    struct Verdict: Hashable {
        var code: DeferralCode
        var category: Deferrals.Category?
        var refinement: Refinement?
        /// Nil for a topic.
        var origin: Origin?
        var stage: Stage?
        var scope: Scope?
        var isSuspended = false
        /// Id of the row that decided.
        var pattern: String?
        var server: String?
    }

    var verdict: Verdict
    /// As logged, where a status line was given.
    var status: String?
    var reason: String?
    var reply: Reply?
    /// Ids of the rows that know companion lines, or nil for lines that no row knows.
    var companions: [String] = []
    var tried: [Trial] = []
    var values = CommandValues()
    /// Lines with this verdict.
    var count = 1

    /// True where a text was given and no row knows it.
    var isUnknown: Bool {
        reason != nil && verdict.category == .unclassified && verdict.pattern == nil
            && verdict.code == .other
    }

    /// The text of the catalogue, commands filled in.
    func guidance(_ language: Language) -> Guidance {
        Guidance.of(
            verdict.code,
            category: verdict.category,
            refinement: verdict.refinement,
            origin: verdict.origin,
            language: language
        ).filled(with: values)
    }

    /// Whether the destination is one of ours; nil: nothing tells.
    func isOwn(_ own: OwnDomains) -> Bool? {
        let names = [values.domain, values.host].compactMap(\.self)
        guard !own.isEmpty, !names.isEmpty else { return nil }
        return names.contains(where: own.contains)
    }
}

extension Explained {
    /// The explanation of a word of the catalogue: '450 4.4.316', '4.7.322', 'greylisted'.
    init?(topic given: String) {
        let word = given.lowercased()
        if let code = DeferralCode(text: word) {
            self.init(verdict: .init(code: code))
            return
        }
        let number = word.hasPrefix("450 ") ? String(word.dropFirst(4)) : word
        if let refinement = Refinement.allCases.first(where: {
            $0.rawValue == word || $0.number == number
        }) {
            self.init(verdict: .init(code: Self.code(of: refinement), refinement: refinement))
            return
        }
        if let category = Deferrals.Category.allCases.first(where: {
            $0.rawValue == word || Self.names(of: $0).contains(word)
        }) {
            self.init(verdict: .init(code: .other, category: category))
            return
        }
        let named = DeferralCode.allCases.first { code in
            Language.allCases.contains { code.localizedName($0).lowercased() == word }
        }
        guard let named else { return nil }
        self.init(verdict: .init(code: named))
    }

    private static func names(of category: Deferrals.Category) -> [String] {
        Language.allCases.map { category.localizedName($0).lowercased() }
    }

    private static func code(of refinement: Refinement) -> DeferralCode {
        switch refinement {
        case .starttlsNotSupported: .cannotConnect
        case .dnssecInvalid: .dnsQueryFailed
        case .certificateExpired, .tlsaInvalid, .certificateHostMismatch, .certificateNotTrusted,
            .daneRequired, .validationFailure:
            .certificateInvalid
        }
    }
}
