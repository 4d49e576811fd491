import Foundation
import Glibc

/// Whose journal entries may speak for Postfix.
///
/// Any local user can log as 'postfix/smtp'. What the journal vouches for is the user: Postfix's
/// daemons run as root or as mail_owner.
enum MailOwner {
    /// Root and mail_owner.
    static func users(configDirectory: String? = nil) -> Set<UInt32> {
        let named = PostfixProgram.postconf(["-h", "mail_owner"], configDirectory: configDirectory)
        let name = named?.trimmingCharacters(in: .whitespacesAndNewlines) ?? "postfix"
        return Set([0, number(of: name)].compactMap { $0 })
    }

    /// The number of a user by name or number; nil: there is none of that name.
    static func number(of name: String) -> UInt32? {
        if let number = UInt32(name) { return number }
        // SAFETY: the entry lives until the next look-up, and one number is copied from it.
        return unsafe getpwnam(name)?.pointee.pw_uid
    }
}
