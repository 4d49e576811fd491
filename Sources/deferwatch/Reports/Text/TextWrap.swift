/// Paragraphs on a terminal.
enum TextWrap {
    /// `text`, made safe, as lines of at most `width` columns, with `first` before the first of them
    /// and `rest` before the others.
    static func lines(_ text: String, width: Int, first: String = "", rest: String = "") -> [String]
    {
        var lines: [String] = []
        var line = first
        var isEmpty = true
        for word in Escape.terminal(text).split(separator: " ") {
            var word = String(word)
            if !isEmpty, line.displayWidth + 1 + word.displayWidth > width {
                lines.append(line)
                (line, isEmpty) = (rest, true)
            }
            // A word longer than the line is broken: nothing runs out of the screen.
            while line.displayWidth + word.displayWidth > width, isEmpty {
                let piece = word.prefix(displayWidth: max(1, width - line.displayWidth))
                guard !piece.isEmpty, piece.count < word.count else { break }
                lines.append(line + piece)
                word = String(word.dropFirst(piece.count))
                line = rest
            }
            line += (isEmpty ? "" : " ") + word
            isEmpty = false
        }
        return isEmpty && !lines.isEmpty ? lines : lines + [line]
    }
}
