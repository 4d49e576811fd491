import Foundation
import Glibc
import LocalSocket
import LogSource
import PolicyService

/// This host.
struct LocalHost: HostView {
    func logs(_ pattern: String) -> [String] { FileFollower.logs(of: pattern) }

    func facts(_ path: String) -> PathFacts? {
        let real = URL(fileURLWithPath: path).resolvingSymlinksInPath().path
        guard let found = try? FileManager.default.attributesOfItem(atPath: real) else {
            return nil
        }
        let kinds: [FileAttributeType: PathFacts.Kind] = [
            .typeRegular: .file, .typeDirectory: .directory, .typeSocket: .socket,
        ]
        return PathFacts(
            kind: (found[.type] as? FileAttributeType).flatMap { kinds[$0] } ?? .other,
            mode: (found[.posixPermissions] as? Int) ?? 0,
            owner: Self.name(found[.ownerAccountName], found[.ownerAccountID]),
            group: Self.name(found[.groupOwnerAccountName], found[.groupOwnerAccountID])
        )
    }

    private static func name(_ name: Any?, _ number: Any?) -> String {
        (name as? String) ?? (number as? NSNumber).map { "\($0)" } ?? "?"
    }

    /// Asks the kernel with the user's own groups: permission bits alone do not tell, for files can
    /// have access lists.
    func allows(_ user: String, _ right: AccessRight, _ path: String) -> Bool? {
        guard user != Self.currentUser else {
            return Self.status(of: "test", [right.rawValue, path]).map { $0 == 0 }
        }
        guard geteuid() == 0, let group = Self.output(of: "id", ["-g", user]) else { return nil }
        let arguments = [
            "--reuid", user, "--regid", group, "--init-groups", "--", "test", right.rawValue, path,
        ]
        // 126 and 127 are setpriv's own.
        switch Self.status(of: "setpriv", arguments) {
        case 0: return true
        case 1: return false
        default: return nil
        }
    }

    func tail(_ path: String) -> [UInt8]? {
        guard let file = FileHandle(forReadingAtPath: path), let end = try? file.seekToEnd(),
            (try? file.seek(toOffset: end > 65_536 ? end - 65_536 : 0)) != nil
        else { return nil }
        return (try? file.read(upToCount: 65_536)).map { Array($0) } ?? []
    }

    func ask(_ socket: String) -> PolicyAnswer {
        let request = PolicyRequest.wireBytes([
            (.protocolState, "RCPT"), (.protocolName, "ESMTP"), (.clientAddress, "127.0.0.1"),
            (.sender, "doctor@deferwatch.invalid"), (.recipient, "doctor@deferwatch.invalid"),
        ])
        do {
            let client = try PolicyClient(to: .unix(path: socket), within: Self.patience)
            let answer = try client.ask(request, within: Self.patience)
            return answer.map { .action($0.action) } ?? .silent
        } catch .system(_, _, let number) where number == ECONNREFUSED || number == ENOENT {
            return .refused
        } catch .system(_, _, let number) where number == EACCES || number == EPERM {
            return .forbidden
        } catch {
            return .silent
        }
    }

    /// What the lines of main.cf grant.
    private static let patience = Duration.seconds(2)

    /// The user that this runs as.
    static let currentUser = output(of: "id", ["-un"]) ?? "\(geteuid())"

    /// True where the system knows such a user.
    static func hasUser(_ name: String) -> Bool { output(of: "id", ["-u", name]) != nil }

    private static func output(of program: String, _ arguments: [String]) -> String? {
        guard let (process, pipe) = PostfixProgram.start(program, arguments) else { return nil }
        let bytes = (try? pipe.fileHandleForReading.readToEnd()) ?? Data()
        process.waitUntilExit()
        let text = PostfixWords.trimmed(String(decoding: bytes, as: UTF8.self))
        return process.terminationStatus == 0 ? text : nil
    }

    private static func status(of program: String, _ arguments: [String]) -> Int32? {
        guard let (process, _) = PostfixProgram.start(program, arguments) else { return nil }
        process.waitUntilExit()
        return process.terminationReason == .exit ? process.terminationStatus : nil
    }
}
