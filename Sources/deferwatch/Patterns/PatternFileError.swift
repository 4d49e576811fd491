/// Something wrong with a file of patterns.
struct PatternFileError: Error, Hashable {
    /// 'FILE:LINE', or 'FILE' and where in it, as far as is known.
    var place: String
    /// What is wrong and what would be right.
    var sentence: String
}
