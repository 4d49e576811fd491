/// One row of the pattern bank: a PCRE2 pattern, what it means, and the texts that prove it.
///
/// A row carries its own samples; the tests run every sample against the whole bank.
/// Order in the bank is priority: of the rows that match, the first wins.
public struct PatternRow: Sendable, Hashable {
    /// Which part of a log line a row's pattern is matched against.
    public enum Subject: String, CaseIterable, Sendable, Hashable {
        /// Postfix's own words: the reason, less 'delivery temporarily suspended: '.
        ///
        /// Texts with 'said:', 'refused to talk to me:' and the like never come here whole:
        /// `ReasonFrame` takes them apart first.
        case reason
        /// The words of a remote server, from its reply code on: '450 4.2.0 <u@x>: Greylisted'.
        case reply
        /// A line without a status of the same process, before the status line.
        case companion
    }

    /// Stable name, 'family.what': 'connect.refused', 'gmail.rate-ip'.
    ///
    /// The families 'reply' and 'list' do not see all of a reply; see `Sight`.
    public var id: String
    /// What the pattern reads.
    public var subject: Subject
    /// PCRE2, matched without regard to case and unanchored unless it says `^`.
    public var pattern: String
    /// What it is.
    ///
    /// For replies the frame decides between `other` and 4.4.317: leave it out.
    public var code: DeferralCode?
    /// The TLS refinement, where the text alone tells it.
    public var refinement: Refinement?
    /// Whose side; nil: decided by the frame and the next hop (a local next hop is `local`).
    public var origin: Origin?
    /// How far; nil: decided by the frame ('in reply to RCPT TO').
    public var stage: Stage?
    /// Why.
    public var category: Category?
    /// nil: `Scope.conventional`.
    public var scope: Scope?
    /// Where the text comes from: Postfix source file and versions, or a provider's page.
    public var source: String
    /// Texts that this row must win, as Postfix logs them: the whole reason, between the
    /// parentheses after `status=deferred`; for companions the text after 'daemon[pid]: '.
    public var matches: [String]
    /// Texts that this row must not win.
    public var rejects: [String]

    /// A row of the bank; see the properties.
    public init(
        _ id: String,
        _ subject: Subject,
        _ pattern: String,
        code: DeferralCode? = nil,
        refinement: Refinement? = nil,
        origin: Origin? = nil,
        stage: Stage? = nil,
        category: Category? = nil,
        scope: Scope? = nil,
        source: String,
        matches: [String],
        rejects: [String] = []
    ) {
        self.id = id
        self.subject = subject
        self.pattern = pattern
        self.code = code
        self.refinement = refinement
        self.origin = origin
        self.stage = stage
        self.category = category
        self.scope = scope
        self.source = source
        self.matches = matches
        self.rejects = rejects
    }
}

extension PatternRow {
    /// What a row says when it wins: apart from its texts, which a classifier would only carry along.
    struct Verdict: Sendable {
        var code: DeferralCode?
        var refinement: Refinement?
        var origin: Origin?
        var stage: Stage?
        var category: Category?
        var scope: Scope?
    }

    var verdict: Verdict {
        Verdict(
            code: code,
            refinement: refinement,
            origin: origin,
            stage: stage,
            category: category,
            scope: scope
        )
    }
}

extension PatternRow {
    /// How much of a reply a pattern reads.
    enum Sight: Sendable, Hashable {
        /// All of it: a provider is told by its hosts and links.
        case everything
        /// No addresses, and not the name that the server gives itself.
        case unnamed
        /// No links either: words that anyone may use also stand in anyone's names.
        case words
    }

    /// By the row's family: 'reply' for words that many servers share, 'list' for lists of senders.
    var sight: Sight {
        if id.hasPrefix("list.") { return .unnamed }
        guard id.hasPrefix("reply.") else { return .everything }
        // Pages on greylisting, as lists, are known by their links.
        return category == .greylisted ? .unnamed : .words
    }
}
