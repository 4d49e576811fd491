import ArgumentParser

/// `--max-messages`: messages in flight that are kept.
enum MessageLimit {
    /// More than any host's memory holds.
    private static let possible = 1...1_000_000_000

    static func validate(_ count: Int) throws {
        guard !possible.contains(count) else { return }
        throw ValidationError(
            "--max-messages must be from \(possible.lowerBound) to \(possible.upperBound)"
        )
    }
}
