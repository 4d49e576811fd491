/// A release of Postfix, as far as its features go: '3.7' of '3.7.11' and of '3.7-20220206'.
struct PostfixVersion: Hashable, Comparable, CustomStringConvertible {
    let major: Int
    let minor: Int

    /// A check_policy_service with settings of its own, in braces; default_action.
    static let inlineSettings = PostfixVersion(3, 0)
    /// The setting policy_context, which is fatal before.
    static let policyContext = PostfixVersion(3, 1)
    /// The parameter maillog_file.
    static let maillogFile = PostfixVersion(3, 4)
    /// The parameter maillog_file_permissions.
    static let maillogFilePermissions = PostfixVersion(3, 9)

    init(_ major: Int, _ minor: Int) {
        self.major = major
        self.minor = minor
    }

    /// The value of mail_version; nil: it is none.
    init?(_ text: some StringProtocol) {
        let numbers = text.split(separator: "-", maxSplits: 1).first?.split(separator: ".") ?? []
        guard numbers.count >= 2, let major = Int(numbers[0]), let minor = Int(numbers[1]) else {
            return nil
        }
        self.init(major, minor)
    }

    var description: String { "\(major).\(minor)" }

    static func < (left: PostfixVersion, right: PostfixVersion) -> Bool {
        (left.major, left.minor) < (right.major, right.minor)
    }
}
