import Foundation
import LogSource

/// The logs of a run, in the order of time, from what the user named.
struct InputPlan {
    /// Logs to read.
    private(set) var inputs: [LogInput] = []
    /// True where something that was named cannot be read; already complained of.
    private(set) var hasFailures = false

    /// Finds files: a directory stands for the files in it, '-' for standard input.
    ///
    /// - Parameters:
    ///   - arguments: as typed.
    ///   - year: `--year`: of the first line.
    init(arguments: [String], year: Int?) {
        var surveys: [LogSurvey] = []
        for path in Self.expand(arguments) {
            guard path != "-" else {
                inputs.append(Self.standardInput(year: year))
                continue
            }
            do {
                surveys.append(try LogSurvey(path: path, isYearKnown: year != nil))
            } catch {
                hasFailures = true
                Diagnostics.complain(path, "\(error)")
            }
        }
        inputs += LogSurvey.inTimeOrder(surveys, firstYear: year)
    }

    private static func standardInput(year: Int?) -> LogInput {
        let now = Calendar(identifier: .gregorian).component(.year, from: Date())
        return LogInput(
            path: "-",
            firstYear: year ?? now,
            yearReference: year == nil ? "the clock (\(now))" : "--year"
        )
    }

    private static func expand(_ arguments: [String]) -> [String] {
        arguments.flatMap { argument in
            guard isDirectory(argument) else { return [argument] }
            let names = (try? FileManager.default.contentsOfDirectory(atPath: argument)) ?? []
            return names.sorted().filter { !$0.hasPrefix(".") }.map { argument + "/" + $0 }
                .filter { !isDirectory($0) }
        }
    }

    private static func isDirectory(_ path: String) -> Bool {
        let attributes = try? URL(fileURLWithPath: path).resourceValues(forKeys: [.isDirectoryKey])
        return attributes?.isDirectory ?? false
    }
}
