import ArgumentParser

/// `--year`, of a log whose lines have none.
enum LogYear {
    /// No log is of another year: syslog is of the eighties.
    private static let possible = 1980...9_998

    static func validate(_ year: Int?) throws {
        guard let year, !possible.contains(year) else { return }
        throw ValidationError(
            "--year must be from \(possible.lowerBound) to \(possible.upperBound)"
        )
    }
}
