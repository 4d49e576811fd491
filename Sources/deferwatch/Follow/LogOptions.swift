import ArgumentParser
import Foundation
import LogSource

/// Which logs to follow, and from where.
struct LogOptions: ParsableArguments {
    @Argument(
        help: """
            Logs, quoted patterns of logs, FIFOs, or '-'. None: Postfix's own log, the system's, or \
            the journal.
            """
    )
    var files: [String] = []

    @Flag(help: "Follow systemd's journal.")
    var journal = false

    @Option(help: "Follow this journal file. May be given again.")
    var journalFile: [String] = []

    @Option(
        help: """
            A user whose journal entries count, by name or number, beside root and Postfix's \
            mail_owner. May be given again.
            """
    )
    var journalUser: [String] = []

    @Flag(help: "Where nothing is stored, begin at the start of each log.")
    var fromStart = false

    @Flag(help: "Where nothing is stored, begin at the end of each log: the default of 'follow'.")
    var fromNow = false

    func validate() throws {
        if wantsJournal, !files.isEmpty {
            throw ValidationError("either logs or the journal, not both")
        }
        if fromStart, fromNow { throw ValidationError("either --from-start or --from-now") }
        for user in journalUser where MailOwner.number(of: user) == nil {
            throw ValidationError("'\(user)' is no user of this machine")
        }
    }

    private var wantsJournal: Bool { journal || !journalFile.isEmpty }

    /// What to follow, beginning at `start` unless the user says otherwise; what was found without
    /// being named is said.
    func logs(start usual: FollowStart = .now) throws -> FollowedLogs {
        let start: FollowStart = fromStart ? .beginning : fromNow ? .now : usual
        if wantsJournal {
            let users = journalUser.compactMap(MailOwner.number)
            return .journal(try Self.journalSettings(start, files: journalFile, users: users))
        }
        guard files.isEmpty else {
            for file in files { Self.tellIfMissing(file) }
            return .files(files, start)
        }
        return try Self.found(start)
    }

    /// A log may come later, and a misspelt one never does.
    static func tellIfMissing(_ file: String) {
        guard isMissing(file) else { return }
        Diagnostics.complain(file, "is not there: it is waited for")
    }

    /// True for a file that is to come; of a pattern nobody knows.
    static func isMissing(_ file: String) -> Bool {
        let isPattern = file.contains { "*?[".contains($0) }
        return file != "-" && !isPattern && !FileManager.default.fileExists(atPath: file)
    }

    /// This machine's log, where none is named.
    static func found(_ start: FollowStart = .now) throws -> FollowedLogs {
        if let found = DefaultLog.findFile() { return .files([found.path], start) }
        guard JournalSource.isBuilt, hasJournal else { throw DefaultLog.complainOfNone() }
        Diagnostics.print("deferwatch: following the journal's mail facility")
        return .journal(try journalSettings(start, files: [], users: []))
    }

    private static var hasJournal: Bool {
        ["/var/log/journal", "/run/log/journal"]
            .contains(where: FileManager.default.fileExists(atPath:))
    }

    private static func journalSettings(
        _ start: FollowStart,
        files: [String],
        users: [UInt32]
    ) throws -> JournalSettings {
        guard JournalSource.isBuilt else {
            Diagnostics.complain("journal", "\(LogSourceError.journalNotBuilt)")
            throw ExitStatus.failure
        }
        var settings = JournalSettings()
        settings.files = files
        // Source: syslog(3): LOG_MAIL.
        settings.matches = ["SYSLOG_FACILITY=2"]
        settings.users = MailOwner.users().union(users)
        settings.start = start
        return settings
    }
}
