/// One step towards a repair: what to do, and the commands that help.
public struct Fix: Sendable, Hashable {
    /// What to do, in one to three sentences.
    public var text: String
    /// Commands for a root shell, those that only look first.
    ///
    /// They hold placeholders until `filled(with:)` has been called; see `CommandValues`.
    public var commands: [String]

    /// True for the step that tries the mail again after the repair.
    var isRetry: Bool { commands == Commands.retryOne || commands == Commands.retrySite }

    /// A step; see the properties.
    public init(_ text: String, _ commands: [String] = []) {
        self.text = text
        self.commands = commands
    }

    /// The same step with its placeholders replaced.
    public func filled(with values: CommandValues) -> Fix {
        Fix(text, commands.map(values.fill))
    }
}
