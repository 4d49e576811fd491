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
    /// A category of `other` and 4.4.317.
    case category(Category)
    /// A category that reads otherwise when this machine said it.
    case localCategory(Category)

    /// Categories with an entry of their own for this machine.
    static let localCategories: [Category] = [.authentication, .mailboxFull, .content]

    /// Every topic that has an entry.
    static let all: [Topic] =
        DeferralCode.allCases.map(Topic.code) + DeferralCode.allCases.map(Topic.localCode)
        + Refinement.allCases.map(Topic.refinement) + [.handshake]
        + Category.allCases.map(Topic.category) + localCategories.map(Topic.localCategory)

    /// The topics of a diagnosis, the most specific first.
    static func topics(
        code: DeferralCode,
        category: Category?,
        refinement: Refinement?,
        origin: Origin?
    ) -> [Topic] {
        let isLocal = origin == .local
        if let topic = tls(code: code, refinement: refinement) { return [topic] }
        switch code {
        case .other:
            return other(category, isLocal: isLocal)
        case .cannotConnect:
            let bare: Topic = isLocal ? .localCode(code) : .code(code)
            guard let category, category != .unclassified, category != .localConfiguration else {
                return [bare]
            }
            return other(category, isLocal: isLocal).filter { $0 != .localCode(.other) } + [bare]
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
        default: return [.category(category), .localCode(.other)]
        }
    }

    /// What is known beside the code, for the name of the guidance.
    func detail(in language: Language) -> String? {
        switch self {
        case .code, .localCode: nil
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
