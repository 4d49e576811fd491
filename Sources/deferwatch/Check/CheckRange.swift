/// When a value is worth an alert, as monitoring plugins are told: '10', '10:', '~:10', '10:20', '@10:20'.
///
/// Source: Monitoring Plugins Development Guidelines, "Threshold and Ranges".
struct CheckRange: Sendable, Hashable {
    private var low: Double
    private var high: Double
    private var alertsInside: Bool
    /// As it was written.
    let text: String

    /// nil: no range.
    init?(_ text: String) {
        self.text = text
        alertsInside = text.hasPrefix("@")
        let bounds = text.drop { $0 == "@" }.split(
            separator: ":",
            maxSplits: 1,
            omittingEmptySubsequences: false
        )
        guard text.utf8.filter({ $0 == UInt8(ascii: "@") }).count <= 1, bounds.count <= 2 else {
            return nil
        }
        guard bounds.count == 2 else {
            guard let only = bounds.first.flatMap(Self.number), only >= 0 else { return nil }
            (low, high) = (0, only)
            return
        }
        let (from, to) = (bounds[0], bounds[1])
        guard let low = from == "~" ? -.infinity : Self.number(from),
            let high = to.isEmpty ? .infinity : Self.number(to), low <= high
        else { return nil }
        (self.low, self.high) = (low, high)
    }

    /// True where `value` calls for an alert.
    func alerts(_ value: Double) -> Bool {
        (low...high).contains(value) == alertsInside
    }

    private static func number(_ text: Substring) -> Double? {
        let isPlain = text.utf8.allSatisfy { (48...57).contains($0) || $0 == 45 || $0 == 46 }
        return isPlain ? Double(text) : nil
    }
}
