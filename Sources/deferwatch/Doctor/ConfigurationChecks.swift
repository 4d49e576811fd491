/// Whether the daemon would take its configuration.
struct ConfigurationChecks {
    let loaded: ConfigurationSource.Loaded
    private let problems: [ConfigurationProblem]

    /// `others` are what no look at the files alone finds.
    init(_ loaded: ConfigurationSource.Loaded, _ others: [ConfigurationProblem]) {
        self.loaded = loaded
        problems = loaded.problems + others
    }

    var results: [CheckResult] {
        let files =
            loaded.files.isEmpty
            ? "there is no configuration: all defaults" : loaded.files.joined(separator: ", ")
        return CheckResult.findings(
            "configuration",
            ok: files,
            problems.map { problem in
                (
                    problem.isWarning ? .warning : .failure,
                    problem.place.isEmpty
                        ? problem.sentence : "\(problem.place): \(problem.sentence)",
                    "mend it, then deferwatch config check && systemctl reload deferwatch"
                )
            }
        )
    }
}
