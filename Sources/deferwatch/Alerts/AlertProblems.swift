import ByteScan
import Deferrals
import MailFlow
import PolicyService

/// What is wrong now, of what a route wants to know.
enum AlertProblems {
    /// What there is to know.
    struct View: Sendable {
        var now: Seconds
        var troubled: [(domain: String, standing: Standing)]
        var guards: [GuardReason]
        var delayed: [WaitingMail.Count]
        var queueLifetime: Seconds
    }

    static func current(_ view: View, for route: AlertRoute) -> [AlertProblem: AlertDetail] {
        var found: [AlertProblem: AlertDetail] = [:]
        func add(_ event: AlertEvent, _ subject: String, _ detail: AlertDetail) {
            guard route.events.contains(event) else { return }
            found[AlertProblem(event: event, subject: subject)] = detail
        }
        for reason in view.guards {
            let text =
                reason.silences
                ? "every answer is DUNNO" : "no further destination goes down automatically"
            let subject = "guard " + reason.rawValue
            add(AlertEvent(reason), subject, AlertDetail(since: view.now, text: text))
        }
        for (domain, standing) in view.troubled where route.covers(domain) {
            if standing.learned.isDown {
                add(.down, domain, AlertDetail(standing, view.now))
            }
            if let throttle = standing.throttle {
                var detail = AlertDetail(standing, view.now)
                detail.since = throttle.since
                add(.throttled, domain, detail)
            }
        }
        for count in view.delayed where route.covers(count.domain) {
            guard let oldest = count.oldest else { continue }
            let text = "\(Words(.english).recipients(count.recipients)) waiting"
            if view.now - oldest >= route.queueAge {
                add(.queueAge, count.domain, AlertDetail(since: oldest, text: text))
            }
            if oldest + view.queueLifetime - view.now <= route.expiresWithin {
                add(.expiry, count.domain, AlertDetail(since: oldest, text: text))
            }
        }
        return found
    }
}

extension AlertDetail {
    fileprivate init(_ standing: Standing, _ now: Seconds) {
        let waiting =
            standing.waiting > 0
            ? [Words(.english).recipients(standing.waiting) + " waiting"] : []
        self.init(
            since: standing.since ?? now,
            code: standing.code?.text,
            text: (standing.reasons.texts + waiting).joined(separator: "; ")
        )
    }
}

extension AlertRoute {
    /// True where destinations of this name are its matter.
    func covers(_ domain: String) -> Bool {
        guard !destinations.isEmpty else { return true }
        let bytes = Array(domain.utf8)
        return destinations.contains { $0.matches(bytes.span, ByteRange(0, bytes.count)) }
    }

    /// Mail that waits longer may be of interest; nil: none is.
    func shortestWait(queueLifetime: Seconds) -> Seconds? {
        var waits: [Seconds] = []
        if events.contains(.queueAge) { waits.append(queueAge) }
        if events.contains(.expiry) { waits.append(max(0, queueLifetime - expiresWithin)) }
        return waits.min()
    }
}
