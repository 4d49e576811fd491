import Foundation
import Glibc

/// Where this machine's mail log is, when the user names none.
struct DefaultLog {
    /// What to read.
    var path: String
    /// How it was found, for the user.
    var origin: String

    /// Where syslog daemons put the mail log: Debian and its kin, then Red Hat and its kin.
    static let usual = ["/var/log/mail.log", "/var/log/maillog"]

    /// Postfix's own log file, a syslog daemon's, or the journal; which it is has been printed, and so
    /// has the complaint where there is none of them.
    ///
    /// Another instance than the default one has its own `configDirectory`.
    static func find(configDirectory: String? = nil) throws -> DefaultLog {
        if let found = findFile(configDirectory: configDirectory) { return found }
        guard let found = journal(configDirectory) else { throw complainOfNone() }
        Diagnostics.print("deferwatch: reading \(found.origin)")
        return found
    }

    /// Postfix's own log file or a syslog daemon's, printed as such; nil: neither can be read.
    static func findFile(configDirectory: String? = nil) -> DefaultLog? {
        guard let found = maillogFile(configDirectory) ?? syslogFile() else { return nil }
        Diagnostics.print("deferwatch: reading \(found.path), \(found.origin)")
        return found
    }

    /// Says that there is no log, and gives the status to end with.
    static func complainOfNone() -> ExitStatus {
        Diagnostics.print(
            "deferwatch: no mail log found: maillog_file is not set, "
                + usual.joined(separator: " and ")
                + " cannot be read, and there is no journal; name a log, or '-'"
        )
        return .failure
    }

    private static func maillogFile(_ configDirectory: String?) -> DefaultLog? {
        let value = PostfixProgram.postconf(
            ["-h", "maillog_file"],
            configDirectory: configDirectory
        )
        let path = value?.trimmingCharacters(in: .whitespacesAndNewlines) ?? ""
        guard path.hasPrefix("/"), FileManager.default.isReadableFile(atPath: path) else {
            return nil
        }
        return DefaultLog(path: path, origin: "Postfix's maillog_file")
    }

    private static func syslogFile() -> DefaultLog? {
        usual.first(where: FileManager.default.isReadableFile(atPath:))
            .map { DefaultLog(path: $0, origin: "the syslog daemon's mail log") }
    }

    /// The journal's mail facility, through a pipe from journalctl.
    private static func journal(_ configDirectory: String?) -> DefaultLog? {
        let users = MailOwner.users(configDirectory: configDirectory).sorted()
        let arguments =
            ["--facility=mail", "--output=json", "--no-pager", "--quiet"]
            + users.map { "_UID=\($0)" }
        guard let (_, output) = PostfixProgram.start("journalctl", arguments) else { return nil }
        // The pipe closes its descriptor when nobody holds it; the copy stays open.
        let descriptor = dup(output.fileHandleForReading.fileDescriptor)
        guard descriptor >= 0 else { return nil }
        return DefaultLog(path: "/dev/fd/\(descriptor)", origin: "the journal's mail facility")
    }
}
