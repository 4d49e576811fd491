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
        guard let found = maillogFile(configDirectory) ?? syslogFile() ?? journal() else {
            Diagnostics.print(
                "deferwatch: no mail log found: maillog_file is not set, "
                    + usual.joined(separator: " and ")
                    + " cannot be read, and there is no journal; name a log, or '-'"
            )
            throw ExitStatus.failure
        }
        Diagnostics.print("deferwatch: reading \(found.path), \(found.origin)")
        return found
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
    private static func journal() -> DefaultLog? {
        let arguments = ["--facility=mail", "--output=json", "--no-pager", "--quiet"]
        guard let (_, output) = PostfixProgram.start("journalctl", arguments) else { return nil }
        // The pipe closes its descriptor when nobody holds it; the copy stays open.
        let descriptor = dup(output.fileHandleForReading.fileDescriptor)
        guard descriptor >= 0 else { return nil }
        return DefaultLog(path: "/dev/fd/\(descriptor)", origin: "the journal's mail facility")
    }
}
