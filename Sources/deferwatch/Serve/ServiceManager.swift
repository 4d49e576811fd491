import Glibc
import LocalSocket

/// What the service manager is told, and what it has asked for.
///
/// Source: sd_notify(3), sd_watchdog_enabled(3).
struct ServiceManager: Sendable {
    /// A path or '@NAME'; nil: nobody wants to know.
    private let socket: String?
    /// A sign of life is due this often; nil: nobody watches.
    let watchdogInterval: Duration?

    init(environment: [String: String]) {
        let path = environment["NOTIFY_SOCKET"] ?? ""
        socket = path.hasPrefix("/") || path.hasPrefix("@") ? path : nil
        let isForUs = environment["WATCHDOG_PID"].map { $0 == String(getpid()) } ?? true
        let limit = environment["WATCHDOG_USEC"].flatMap { Int64($0) } ?? 0
        watchdogInterval = isForUs && limit > 0 ? .microseconds(limit) : nil
    }

    /// Answers are given, and the log is followed.
    func ready(_ status: String) { tell(["READY=1", "STATUS=\(status)", "MAINPID=\(getpid())"]) }

    /// The configuration is being read again; `ready` follows.
    func reloading() { tell(["RELOADING=1", "MONOTONIC_USEC=\(Self.monotonicMicroseconds)"]) }

    /// The end has begun.
    func stopping() { tell(["STOPPING=1"]) }

    /// The server was asked, and answered.
    func watchdog() { tell(["WATCHDOG=1"]) }

    private func tell(_ lines: [String]) {
        guard let socket else { return }
        do {
            try LocalDatagram.send(lines.joined(separator: "\n"), to: socket)
        } catch {
            Diagnostics.complain("NOTIFY_SOCKET", "\(error)")
        }
    }

    private static var monotonicMicroseconds: Int64 {
        var time = timespec()
        // SAFETY: clock_gettime fills the structure that it is given.
        unsafe clock_gettime(CLOCK_MONOTONIC, &time)
        return Int64(time.tv_sec) * 1_000_000 + Int64(time.tv_nsec) / 1_000
    }
}

/// Open files: each smtpd process holds a connection.
enum OpenFileLimit {
    /// Raises the limit as far as this process may.
    ///
    /// - Returns: how many files may be open now.
    static func raise() -> Int {
        var limit = rlimit()
        let files = __rlimit_resource_t(RLIMIT_NOFILE.rawValue)
        // SAFETY: getrlimit fills the structure, setrlimit reads it.
        guard unsafe getrlimit(files, &limit) == 0 else { return .max }
        limit.rlim_cur = limit.rlim_max
        _ = unsafe setrlimit(files, &limit)
        _ = unsafe getrlimit(files, &limit)
        return Int(clamping: limit.rlim_cur)
    }
}
