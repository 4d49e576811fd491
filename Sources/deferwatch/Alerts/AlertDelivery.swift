import Dispatch
import Foundation
import Glibc
import LocalSocket

/// How one try to hand a notice on went.
enum AlertOutcome: Sendable, Equatable {
    case delivered
    /// Trying again may help.
    case failed(String)
    /// It will not.
    case refused(String)
}

/// Hands notices to a webhook or a program; each try has an end.
///
/// It waits, so it runs on a thread of its own.
struct AlertDelivery: Sendable {
    let route: AlertRoute

    func deliver(_ notice: AlertNotice) -> AlertOutcome {
        let body = ControlCoding.line(notice)
        if let webhook = route.webhook { return post(body, to: webhook) }
        return run(notice, body)
    }

    // MARK: webhook

    private func post(_ body: [UInt8], to webhook: WebhookAddress) -> AlertOutcome {
        let head =
            "POST \(webhook.path) HTTP/1.1\r\nHost: \(webhook.authority)\r\n"
            + "User-Agent: deferwatch/\(Deferwatch.version)\r\nContent-Type: application/json\r\n"
            + "Content-Length: \(body.count)\r\nConnection: close\r\n\r\n"
        let deadline = ContinuousClock.now + .seconds(route.timeout)
        let addresses = HostLookup.addresses(of: webhook.host)
        var trouble = "\(webhook.host) has no address"
        for address in addresses.prefix(4) {
            do {
                let place = SocketPlace.inet(address: address, port: webhook.port)
                let connection = try LocalConnection(to: place, within: .seconds(route.timeout))
                try connection.send(Array(head.utf8) + body, until: deadline)
                let line = try connection.read(to: [13, 10], limit: 1_024, until: deadline)
                return Self.outcome(line ?? [])
            } catch {
                trouble = "\(error)"
            }
        }
        return .failed(trouble)
    }

    /// What the status line means: a server's trouble passes, a request that is wrong stays wrong.
    static func outcome(_ line: [UInt8]) -> AlertOutcome {
        let words = String(decoding: line, as: UTF8.self).split(separator: " ", maxSplits: 2)
        guard words.count >= 2, words[0].hasPrefix("HTTP/1."), let status = Int(words[1]) else {
            return .failed("its answer is not HTTP")
        }
        switch status {
        case 200..<300: return .delivered
        case 408, 425, 429, 500...: return .failed("HTTP status \(status)")
        default: return .refused("HTTP status \(status)")
        }
    }

    // MARK: program

    private func run(_ notice: AlertNotice, _ body: [UInt8]) -> AlertOutcome {
        let process = Process()
        let input = Pipe()
        process.executableURL = URL(fileURLWithPath: route.program[0])
        process.arguments = Array(route.program.dropFirst())
        process.environment = Self.environment(notice)
        process.standardInput = input
        process.standardOutput = FileHandle.nullDevice
        process.standardError = FileHandle.nullDevice
        let hasEnded = DispatchSemaphore(value: 0)
        process.terminationHandler = { _ in hasEnded.signal() }
        do {
            try Shutdown.withNothingBlocked { try process.run() }
        } catch {
            return .failed("\(route.program[0]) cannot be run")
        }
        // A notice fits into the pipe: writing does not wait for who never reads.
        try? input.fileHandleForWriting.write(contentsOf: Data(body))
        try? input.fileHandleForWriting.close()
        guard hasEnded.wait(timeout: .now() + .seconds(Int(route.timeout))) == .success else {
            process.terminate()
            if hasEnded.wait(timeout: .now() + .seconds(2)) == .timedOut {
                kill(process.processIdentifier, SIGKILL)
                hasEnded.wait()
            }
            return .failed("\(route.program[0]) was ended after \(route.timeout) s")
        }
        let status = process.terminationStatus
        return status == 0 ? .delivered : .failed("\(route.program[0]) ended with status \(status)")
    }

    private static func environment(_ notice: AlertNotice) -> [String: String] {
        let own = ProcessInfo.processInfo.environment
        return [
            "PATH": own["PATH"] ?? "/usr/sbin:/usr/bin:/sbin:/bin", "LANG": "C.UTF-8",
            "DEFERWATCH_ALERT": notice.alert, "DEFERWATCH_STATUS": notice.status,
            "DEFERWATCH_FIRING": "\(notice.firing.count + notice.firingLeftOut)",
            "DEFERWATCH_RESOLVED": "\(notice.resolved.count + notice.resolvedLeftOut)",
        ]
    }
}
