import Deferrals

/// In which order a summary of the queue is told: most first, then by name, so that the same queue
/// gives the same text.
enum QueueOrder {
    static func codes(
        _ codes: [DeferralCode: QueueSummary.Sums]
    ) -> [(DeferralCode, QueueSummary.Sums)] {
        codes.sorted { ($1.value.messages, $0.key.text) < ($0.value.messages, $1.key.text) }
            .map { ($0.key, $0.value) }
    }

    static func kinds(
        _ kinds: [QueueSummary.Kind: Int],
        of code: DeferralCode
    ) -> [(QueueSummary.Kind, Int)] {
        kinds.filter { $0.key.code == code }
            .sorted { ($1.value, name($0.key)) < ($0.value, name($1.key)) }
            .map { ($0.key, $0.value) }
    }

    static func destinations(
        _ destinations: [String: QueueSummary.Destination]
    ) -> [(String, QueueSummary.Destination)] {
        destinations.sorted {
            ($1.value.sums.messages, $0.key) < ($0.value.sums.messages, $1.key)
        }.map { ($0.key, $0.value) }
    }

    static func samples(_ samples: [String: Int]) -> [(String, Int)] {
        samples.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.map { ($0.key, $0.value) }
    }

    static func mostFrequent(_ codes: [DeferralCode: Int]) -> DeferralCode? {
        codes.min { ($1.value, $0.key.text) < ($0.value, $1.key.text) }?.key
    }

    private static func name(_ kind: QueueSummary.Kind) -> String {
        kind.origin.rawValue + (kind.category?.rawValue ?? "")
    }
}
