/// What an entry of the catalogue is about.
enum Topic: Hashable, Sendable {
    /// A code, where nothing more is known.
    case code(DeferralCode)
    /// A code whose cause is on this machine.
    case localCode(DeferralCode)
    /// A TLS verdict at 4.7.320, 4.4.317 or 4.4.312.
    case refinement(Refinement)
    /// `validation-failure` at 4.4.317: no certificate was judged, the handshake itself failed.
    case handshake
    /// 4.4.317 with a category: the reason is known, the long list of possible ones is not needed.
    case refusedSession
    /// A category of `other` and 4.4.317.
    case category(Category)
    /// A category that reads otherwise when this machine said it.
    case localCategory(Category)

    /// Categories with an entry of their own for this machine.
    static let localCategories: [Category] = [.authentication, .mailboxFull, .content]

    /// Every topic that has an entry.
    static let all: [Topic] =
        DeferralCode.allCases.map(Topic.code) + DeferralCode.allCases.map(Topic.localCode)
        + Refinement.allCases.map(Topic.refinement) + [.handshake, .refusedSession]
        + Category.allCases.map(Topic.category) + localCategories.map(Topic.localCategory)

    /// The topics of a diagnosis, in the order in which they are read.
    static func topics(
        code: DeferralCode,
        category: Category?,
        refinement: Refinement?,
        origin: Origin?
    ) -> [Topic] {
        let isLocal = origin == .local
        if let topic = tls(code: code, refinement: refinement) {
            guard isLocal else { return [topic] }
            return [topic, .localCode(code == .cannotConnect ? .other : code)]
        }
        switch code {
        case .other:
            return other(category, isLocal: isLocal)
        case .cannotConnect:
            guard let category, category != .unclassified, category != .localConfiguration else {
                return [isLocal ? .localCode(code) : .code(code)]
            }
            return other(category, isLocal: isLocal) + (isLocal ? [] : [.refusedSession])
        case .dnsQueryFailed, .connectionTimedOut, .connectionRefused, .connectionClosed,
            .certificateInvalid:
            return [isLocal ? .localCode(code) : .code(code)]
        }
    }

    private static func tls(code: DeferralCode, refinement: Refinement?) -> Topic? {
        guard let refinement else { return nil }
        switch code {
        case .certificateInvalid:
            return .refinement(refinement)
        case .cannotConnect:
            return refinement == .validationFailure ? .handshake : .refinement(refinement)
        case .dnsQueryFailed:
            return refinement == .dnssecInvalid ? .refinement(refinement) : nil
        case .connectionTimedOut, .connectionRefused, .connectionClosed, .other:
            return nil
        }
    }

    private static func other(_ category: Category?, isLocal: Bool) -> [Topic] {
        guard let category else { return [isLocal ? .localCode(.other) : .code(.other)] }
        guard isLocal else { return [.category(category)] }
        if localCategories.contains(category) { return [.localCategory(category)] }
        switch category {
        case .localDelivery, .localConfiguration, .loop: return [.category(category)]
        default: return [.localCode(.other), .category(category)]
        }
    }

    /// What is known beside the code, for the name of the guidance.
    func detail(in language: Language) -> String? {
        switch self {
        case .code, .localCode, .refusedSession: nil
        case .refinement(let refinement): refinement.localizedName(language)
        case .handshake:
            switch language {
            case .english: English.handshakeName
            case .turkish: Turkish.handshakeName
            }
        case .category(let category), .localCategory(let category):
            category.localizedName(language)
        }
    }

    /// The text.
    func advice(in language: Language) -> Advice {
        switch language {
        case .english: English.advice(for: self)
        case .turkish: Turkish.advice(for: self)
        }
    }
}
