/// What one deferral means.
///
/// Ranges are offsets into the bytes that the classifier was given.
public struct Diagnosis: Sendable, Hashable {
    /// The code.
    public var code: DeferralCode
    /// A second verdict on TLS trouble.
    public var refinement: Refinement?
    /// On whose side.
    public var origin: Origin
    /// How far the delivery had come; nil where the text does not tell.
    public var stage: Stage?
    /// Why; nil where the code says it all.
    public var category: Category?
    /// What the failure speaks about.
    public var scope: Scope
    /// No attempt was made for this message: an echo of an older failure.
    public var isSuspended: Bool
    /// The reply, where a remote server's words are quoted.
    public var reply: RemoteReply?
    /// The server that the reason names.
    public var server: ServerName?
    /// The row that decided, as its place in the bank; nil: unclassified.
    public var row: Int?

    /// True where no row knew the text.
    public var isUnclassified: Bool { category == .unclassified }

    /// The same of a text that stands `offset` bytes further on.
    func moved(by offset: Int) -> Diagnosis {
        var moved = self
        moved.server?.move(by: offset)
        moved.reply?.move(by: offset)
        return moved
    }
}
