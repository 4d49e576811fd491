/// Whether the daemon would take its configuration.
struct ConfigurationChecks {
    let loaded: ConfigurationSource.Loaded

    init(_ loaded: ConfigurationSource.Loaded) {
        self.loaded = loaded
    }

    var results: [CheckResult] {
        let files =
            loaded.files.isEmpty
            ? "there is no configuration: all defaults" : loaded.files.joined(separator: ", ")
        return CheckResult.findings(
            "configuration",
            ok: files,
            loaded.problems.map { problem in
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
