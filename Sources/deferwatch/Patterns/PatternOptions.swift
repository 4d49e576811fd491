import ArgumentParser
import Deferrals

/// `--patterns FILE|DIR`, for every verb that classifies.
struct PatternOptions: ParsableArguments {
    @Option(
        name: .customLong("patterns"),
        help: ArgumentHelp(
            "Own patterns, before the shipped ones and in place of those with the same id.",
            valueName: "file|dir"
        )
    )
    var paths: [String] = []

    /// The shipped rows, with the user's before them.
    ///
    /// - Throws: `ExitStatus.failure` when a file is wrong; every error has been printed.
    func loadBank() throws -> PatternBank {
        try Self.bank(of: paths)
    }

    /// The shipped rows, with those of `paths` before them; throws as `loadBank`.
    static func bank(of paths: [String]) throws -> PatternBank {
        PatternBank(userRows: try load(paths).map(\.row))
    }

    /// The rows in files and directories, in order.
    static func load(_ paths: [String]) throws -> [PatternFile.Entry] {
        var entries: [PatternFile.Entry] = []
        var errors: [PatternFileError] = []
        for path in paths {
            do {
                for file in try PatternFile.files(at: path).map(PatternFile.read) {
                    entries += file.entries
                    errors += file.errors
                }
            } catch {
                errors.append(error)
            }
        }
        if entries.count + PatternBank.shippedRows.count > Int(UInt16.max) {
            errors.append(.init(place: paths[0], sentence: "a bank holds at most 65,535 rows"))
        }
        for error in errors { Diagnostics.complain(error.place, error.sentence) }
        if !errors.isEmpty { throw ExitStatus.failure }
        return entries
    }
}
