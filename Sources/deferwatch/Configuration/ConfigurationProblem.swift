/// Something wrong, or without effect, in what the configuration was made of.
struct ConfigurationProblem: Error, Hashable, Codable, Sendable {
    /// 'FILE:LINE', 'FILE' and where in it, '--flag' or 'NAME in the environment'.
    var place: String
    /// What is wrong and what would be right.
    var sentence: String
    /// It can be used, and does not do what it looks like.
    var isWarning = false

    /// Prints it as the other complaints are.
    func complain() {
        Diagnostics.complain(place, (isWarning ? "warning: " : "") + sentence)
    }
}
