import Foundation
import Glibc
import LogSource
import PostfixLog

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
    ///   - readsDuplicates: `--no-dedupe`: logs are read even where others have their lines.
    init(arguments: [String], year: Int?, readsDuplicates: Bool = false) {
        var surveys: [LogSurvey] = []
        let paths = arguments.flatMap { argument in
            Self.isDirectory(argument) ? files(in: argument) : Self.expand(argument)
        }
        let same =
            readsDuplicates ? [] : DuplicateLogs.sameFiles(paths.filter { !Self.isStream($0) })
        for path in Self.without(same, paths) {
            guard !Self.isStream(path) else {
                inputs.append(Self.stream(path, year: year))
                continue
            }
            do {
                surveys.append(try LogSurvey(path: path, isYearKnown: year != nil))
            } catch {
                hasFailures = true
                Diagnostics.complain(path, "\(error)")
            }
        }
        let members = LogSurvey.inTimeOrder(surveys, firstYear: year)
        let shared =
            readsDuplicates || members.count < 2 ? [] : DuplicateLogs.sharedLines(members)
        for finding in same + shared { Diagnostics.complain(finding.path, finding.reason) }
        let skipped = Set(shared.filter(\.isSkipped).map(\.path))
        inputs += members.filter { !skipped.contains($0.survey.path) }.map(LogInput.init)
    }

    /// Of a path that was named twice, the first stays.
    private static func without(_ same: [DuplicateLogs.Finding], _ paths: [String]) -> [String] {
        var remaining = paths
        for finding in same {
            guard let place = remaining.lastIndex(of: finding.path) else { continue }
            remaining.remove(at: place)
        }
        return remaining
    }

    private static func isStream(_ path: String) -> Bool {
        if path == "-" || path.hasPrefix("/dev/fd/") { return true }
        var status = stat()
        return unsafe stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFIFO
    }

    /// Standard input or a pipe, which can be read only once: its first line is of the latest year
    /// that is not in the future.
    private static func stream(_ path: String, year: Int?) -> LogInput {
        if let year { return LogInput(path: path, firstYear: year, yearReference: "--year") }
        let clock = YearClock(notAfter: LocalClock.now)
        return LogInput(path: path, clock: clock, yearReference: "the clock")
    }

    private static func expand(_ argument: String) -> [String] {
        let isPattern = argument.contains { "*?[".contains($0) }
        return isPattern && !FileManager.default.fileExists(atPath: argument)
            ? glob(argument) : [argument]
    }

    /// The logs of a directory; one without any is complained of.
    private mutating func files(in directory: String) -> [String] {
        var trouble = "has no file in it"
        var names: [String] = []
        do {
            names = try FileManager.default.contentsOfDirectory(atPath: directory)
        } catch {
            trouble = "cannot be read"
        }
        let files = names.sorted().filter { !$0.hasPrefix(".") }.map { directory + "/" + $0 }
            .filter { Self.isFile($0) }
        if files.isEmpty {
            hasFailures = true
            Diagnostics.complain(directory, trouble)
        }
        return files
    }

    /// The files that a quoted shell pattern stands for; the pattern itself where there are none, to
    /// be complained of.
    private static func glob(_ pattern: String) -> [String] {
        var found = unsafe glob_t()
        defer { unsafe globfree(&found) }
        // SAFETY: on success gl_pathv holds gl_pathc terminated strings until globfree.
        guard unsafe Glibc.glob(pattern, 0, nil, &found) == 0 else { return [pattern] }
        return (0..<Int(unsafe found.gl_pathc)).compactMap { index in
            unsafe found.gl_pathv[index].map { unsafe String(cString: $0) }
        }
    }

    /// A file, or a link to one: nobody named the pipes and sockets of a directory.
    private static func isFile(_ path: String) -> Bool {
        var status = stat()
        return unsafe stat(path, &status) != 0 || status.st_mode & S_IFMT == S_IFREG
    }

    private static func isDirectory(_ path: String) -> Bool {
        let attributes = try? URL(fileURLWithPath: path).resourceValues(forKeys: [.isDirectoryKey])
        return attributes?.isDirectory ?? false
    }
}
