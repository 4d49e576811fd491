import Dashboard
import Dispatch
import Foundation
import Glibc
import Synchronization

/// Metrics, health checks and the page, over HTTP and into a file for node_exporter.
final class MetricsPart: DaemonPart {
    /// node_exporter reads the file once per scrape: seldom more than four times a minute.
    private static let textfileInterval = DispatchTimeInterval.seconds(15)

    let name = "http"
    private let server = Mutex<WebServer?>(nil)
    private let end = DispatchSemaphore(value: 0)

    func start(_ daemon: ServeDaemon) throws {
        let settings = daemon.configuration.http
        if !settings.textfile.isEmpty { startTextfile(settings.textfile, daemon) }
        guard let place = try Self.place(settings.listen, daemon) else { return }
        let cache = SnapshotCache { daemon.snapshot }
        let running = try Blocking.wait {
            try await WebServer.start(place) { cache.value(at: DaemonClock.monotonic) }
        }
        server.withLock { $0 = running }
        daemon.log.note("listening on \(running.place)")
    }

    /// A socket that was passed goes before the configured address; nil: there is neither.
    private static func place(_ listen: String, _ daemon: ServeDaemon) throws -> WebServer.Place? {
        if let passed = daemon.passedSocket("http") { return .passed(descriptor: passed) }
        return listen.isEmpty ? nil : .address(try WebAddress(listen))
    }

    func stop() {
        end.signal()
        let running = server.withLock { $0 }
        if let running { try? Blocking.wait { await running.stop() } }
    }

    private func startTextfile(_ path: String, _ daemon: ServeDaemon) {
        let end = end
        let thread = Thread {
            var hasFailed = false
            repeat {
                let isWritten = Textfile.write(daemon.snapshot.metricsText, to: path)
                if !isWritten, !hasFailed {
                    daemon.log.note("http.textfile: \(path) cannot be written; trying again")
                }
                hasFailed = !isWritten
            } while end.wait(timeout: .now() + Self.textfileInterval) == .timedOut
        }
        thread.name = "textfile"
        thread.start()
    }
}

/// Snapshots of at most one a second: whoever asks more often costs nothing.
final class SnapshotCache: Sendable {
    private let content = Mutex<(second: Int64, value: ServiceSnapshot)?>(nil)
    private let make: @Sendable () -> ServiceSnapshot

    init(_ make: @escaping @Sendable () -> ServiceSnapshot) { self.make = make }

    func value(at second: Int64) -> ServiceSnapshot {
        if let (made, value) = content.withLock({ $0 }), made == second { return value }
        let value = make()
        content.withLock { $0 = (second, value) }
        return value
    }
}

/// A file that is always whole.
enum Textfile {
    /// True where `path` has `text` now.
    static func write(_ text: String, to path: String) -> Bool {
        // Not '*.prom': node_exporter would read it half-written.
        let draft = path + ".new"
        let isMade = FileManager.default.createFile(
            atPath: draft,
            contents: Data(text.utf8),
            attributes: [.posixPermissions: 0o644]
        )
        // SAFETY: both paths are terminated strings for the time of the call.
        return unsafe isMade && rename(draft, path) == 0
    }
}
