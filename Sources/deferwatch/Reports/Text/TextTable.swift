/// Columns on a terminal: as wide as their cells, some of them cut where the screen is too narrow.
struct TextTable {
    struct Column {
        var title: String
        var isRight = false
        /// Columns it may be cut to; nil: never cut.
        var least: Int?
    }

    var columns: [Column]
    /// Cells by row, not escaped yet.
    var rows: [[String]] = []

    private static let gap = 2

    /// The head and one line a row, in at most `width` columns where the columns can be cut so far.
    func lines(width: Int, style: Style) -> [String] {
        let safe = rows.map { $0.map(Escape.terminal) }
        let widths = widths(of: safe, most: width)
        let head = style.dim(line(columns.map(\.title), widths))
        return [head] + safe.map { line($0, widths) }
    }

    private func widths(of rows: [[String]], most: Int) -> [Int] {
        var widths = columns.indices.map { column in
            rows.reduce(columns[column].title.displayWidth) { widest, row in
                max(widest, row[column].displayWidth)
            }
        }
        var excess = widths.reduce(0, +) + Self.gap * (widths.count - 1) - most
        while excess > 0 {
            let cuttable = columns.indices.filter { widths[$0] > (columns[$0].least ?? .max) }
            guard let widest = cuttable.max(by: { widths[$0] < widths[$1] }) else { break }
            widths[widest] -= 1
            excess -= 1
        }
        return widths
    }

    private func line(_ cells: [String], _ widths: [Int]) -> String {
        var line = ""
        for column in columns.indices {
            let cell = Self.cut(cells[column], widths[column])
            let padding = String(repeating: " ", count: max(0, widths[column] - cell.displayWidth))
            line += columns[column].isRight ? padding + cell : cell + padding
            if column < columns.count - 1 { line += String(repeating: " ", count: Self.gap) }
        }
        while line.last == " " { line.removeLast() }
        return line
    }

    private static func cut(_ safe: String, _ width: Int) -> String {
        guard safe.displayWidth > width else { return safe }
        return safe.prefix(displayWidth: max(0, width - 1)) + "…"
    }
}
