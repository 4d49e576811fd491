/// How Postfix cuts a value into words.
enum PostfixWords {
    /// The words of a value; what stands in braces is one word, with its braces.
    ///
    /// Source: mystrtokq(3) with CHARS_COMMA_SP and CHARS_BRACE.
    static func split(_ text: String, separators: String = ", \t\r\n") -> [String] {
        var words: [String] = []
        var word = ""
        var depth = 0
        for character in text {
            if depth == 0, separators.contains(character) {
                if !word.isEmpty { words.append(word) }
                word = ""
                continue
            }
            if character == "{" { depth += 1 }
            if character == "}" { depth = max(0, depth - 1) }
            word.append(character)
        }
        if !word.isEmpty { words.append(word) }
        return words
    }

    /// A word without the braces around it.
    static func unbraced(_ word: String) -> String {
        guard word.hasPrefix("{"), word.hasSuffix("}"), word.count >= 2 else { return word }
        return trimmed(word.dropFirst().dropLast())
    }

    static func trimmed(_ text: some StringProtocol) -> String {
        var rest = text[...]
        while let first = rest.first, first.isWhitespace { rest = rest.dropFirst() }
        while let last = rest.last, last.isWhitespace { rest = rest.dropLast() }
        return String(rest)
    }
}
