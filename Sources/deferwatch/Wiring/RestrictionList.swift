/// A list of smtpd's restrictions, as it stands in main.cf.
enum RestrictionList {
    /// A list as it was before it had a question for Deferwatch.
    static func withoutUs(_ list: String) -> String {
        let ours = PostfixUse.allCases.flatMap { use in
            ["$\(use.parameter)", "${\(use.parameter)}", "$(\(use.parameter))"]
        }
        var words = PostfixWords.split(list)
        let count = words.count
        words.removeAll(where: ours.contains)
        while let index = words.indices.dropLast().first(where: { asksUs(words, at: $0) }) {
            words.removeSubrange(index...index + 1)
        }
        return words.count == count ? PostfixWords.trimmed(list) : join(words)
    }

    private static func asksUs(_ words: [String], at index: Int) -> Bool {
        words[index] == "check_policy_service" && words[index + 1].contains("deferwatch/policy")
    }

    /// Postfix takes commas and blanks for the same: commas here stand where a person puts them.
    private static func join(_ words: [String]) -> String {
        var text = words.first ?? ""
        for (word, next) in zip(words, words.dropFirst()) {
            text += (takesArgument(word) ? " " : ", ") + next
        }
        return text
    }

    private static func takesArgument(_ word: String) -> Bool {
        [
            "check_", "warn_if_reject", "sleep", "reject_rbl_", "reject_rhsbl_", "permit_dnswl_",
            "permit_rhswl_",
        ].contains(where: word.hasPrefix)
    }
}
