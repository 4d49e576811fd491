/// What one check of `deferwatch doctor` found.
struct CheckResult: Hashable {
    enum Level: String {
        /// As it should be.
        case ok
        /// Worth knowing; nothing to mend.
        case note
        /// Works less well than it could, or not for all mail.
        case warning
        /// Does not work, or endangers mail.
        case failure
    }

    /// What was checked; stays the same from version to version.
    let check: String
    let level: Level
    /// One sentence: what is so, and what follows from it.
    let text: String
    /// What to do or to type; nil: nothing.
    let remedy: String?

    /// True for what `doctor` ends with status 1 for.
    var isFinding: Bool { level == .warning || level == .failure }

    init(_ check: String, _ level: Level, _ text: String, remedy: String? = nil) {
        self.check = check
        self.level = level
        self.text = text
        self.remedy = remedy
    }

    /// What a check found, or that there is nothing to find.
    static func findings(
        _ check: String,
        ok: String,
        _ found: [(level: Level, text: String, remedy: String)]
    ) -> [CheckResult] {
        found.isEmpty
            ? [CheckResult(check, .ok, ok)]
            : found.map { CheckResult(check, $0.level, $0.text, remedy: $0.remedy) }
    }
}
