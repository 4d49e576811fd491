import Foundation

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
    var children = RunningChildren()

    func deliver(_ notice: AlertNotice) -> AlertOutcome {
        let body = ControlCoding.line(notice)
        guard let webhook = route.webhook else { return run(notice, body) }
        var post = WebhookPost(address: webhook, body: body, timeout: route.timeout)
        post.children = children
        return post.send()
    }

    private func run(_ notice: AlertNotice, _ body: [UInt8]) -> AlertOutcome {
        let program = ChildProgram(
            path: route.program[0],
            arguments: Array(route.program.dropFirst()),
            environment: Self.environment(notice),
            children: children
        )
        switch program.run(body, within: route.timeout) {
        case .exited(0, _, _): return .delivered
        case .exited(let status, _, _):
            return .failed("\(program.path) ended with status \(status)")
        case .couldNotRun: return .failed("\(program.path) cannot be run")
        case .overdue: return .failed("\(program.path) was ended after \(route.timeout) s")
        }
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
