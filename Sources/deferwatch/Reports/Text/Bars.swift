/// Charts made of block characters.
enum Bars {
    private static let eighths = ["", "▏", "▎", "▍", "▌", "▋", "▊", "▉"]
    private static let levels: [Character] = ["▁", "▂", "▃", "▄", "▅", "▆", "▇", "█"]

    /// A bar of `part` in `whole`, at most `width` columns; something is never nothing.
    static func horizontal(_ part: Int, of whole: Int, width: Int) -> String {
        guard whole > 0, part > 0 else { return "" }
        let steps = max(1, Int((Double(part) / Double(whole) * Double(width * 8)).rounded()))
        return String(repeating: "█", count: min(steps / 8, width))
            + (steps / 8 < width ? eighths[steps % 8] : "")
    }

    /// One column a value; a blank for 0.
    static func sparkline(_ values: [Int]) -> String {
        guard let highest = values.max(), highest > 0 else { return "" }
        return String(
            values.map { value in
                guard value > 0 else { return " " }
                let level = Int(Double(value) / Double(highest) * Double(levels.count) - 0.001)
                return levels[min(max(level, 0), levels.count - 1)]
            }
        )
    }
}
