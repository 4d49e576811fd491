/// What checks look at on a host, so that they can be shown another one.
protocol HostView {
    /// What is at a path, symbolic links followed; nil: nothing, or nothing that can be seen.
    func facts(_ path: String) -> PathFacts?
    /// Whether `user` may do it, as the kernel says; nil: it cannot be asked.
    func allows(_ user: String, _ right: AccessRight, _ path: String) -> Bool?
    /// The logs that a pattern stands for; a path stands for itself, there or not.
    func logs(_ pattern: String) -> [String]
    /// The end of a file: at most 64 KiB.
    func tail(_ path: String) -> [UInt8]?
    /// What a policy server says to an ordinary question.
    func ask(_ socket: String) -> PolicyAnswer
}

/// How a policy server took a question.
enum PolicyAnswer: Hashable {
    /// With an action, such as 'DUNNO'.
    case action(String)
    /// Nobody listens.
    case refused
    /// Somebody listens, and no answer came within smtpd's two seconds.
    case silent
    /// It may not be asked from here.
    case forbidden
}

enum AccessRight: String {
    case read = "-r"
    case write = "-w"
    /// Of a directory: to reach what is in it.
    case search = "-x"

    var verb: String {
        switch self {
        case .read: "read"
        case .write: "write to"
        case .search: "enter"
        }
    }
}

/// What is at a path.
struct PathFacts: Hashable {
    enum Kind: Hashable {
        case file, directory, socket, other
    }

    var kind: Kind
    /// Permission bits alone.
    var mode: Int
    var owner: String
    var group: String

    /// '0640 root:adm'.
    var description: String {
        let digits = String(mode, radix: 8)
        return String(repeating: "0", count: max(0, 4 - digits.count)) + digits
            + " \(owner):\(group)"
    }
}

extension HostView {
    /// The first directory on the way to `path`, or `path` itself, that keeps `user` out; nil: none
    /// does, or it cannot be told.
    func obstacle(_ user: String, _ right: AccessRight, _ path: String) -> String? {
        guard allows(user, right, path) == false else { return nil }
        let parts = path.split(separator: "/")
        for count in 0..<parts.count {
            let folder = "/" + parts[..<count].joined(separator: "/")
            if allows(user, .search, folder) == false { return folder }
        }
        return path
    }
}
