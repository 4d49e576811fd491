import PostfixLog

/// The lives that are known by their queue IDs: those in flight, and those that ended lately.
struct TracedLives {
    private var byID: [QueueID: [TracedLife]] = [:]
    private var ended: [TracedLife] = []
    private var endedHead = 0
    private var order: [TracedLife] = []
    private var orderHead = 0
    /// IDs that a server said it gave, for a message whose first line is still to come.
    private var expected: [String: TracedLife] = [:]
    /// Lives in flight.
    var openCount = 0

    private static let mostExpected = 10_000

    /// The life in flight with this ID on this host.
    func find(_ id: QueueID, host: UInt32) -> TracedLife? {
        byID[id]?.last { $0.host == host && !$0.hasEnded }
    }

    /// The life with this ID, on `host` if there is one: in flight, or ended lately.
    func findAny(_ id: QueueID, host: UInt32) -> TracedLife? {
        guard let candidates = byID[id] else { return nil }
        return candidates.last { $0.host == host } ?? candidates.last
    }

    mutating func insert(_ life: TracedLife) {
        byID[life.id, default: []].append(life)
        order.append(life)
        openCount += 1
        if order.count - orderHead > 2 * openCount + 1_024 {
            order = order[orderHead...].filter { !$0.hasEnded }
            orderHead = 0
        }
    }

    /// Those in flight, oldest first; a requeued life counts as ended.
    var open: [TracedLife] { order[orderHead...].filter { !$0.hasEnded } }

    mutating func popOldestOpen() -> TracedLife? {
        while orderHead < order.count {
            orderHead += 1
            if !order[orderHead - 1].hasEnded { return order[orderHead - 1] }
        }
        return nil
    }

    mutating func pushEnded(_ life: TracedLife) {
        ended.append(life)
    }

    /// The one that ended first, where more than `count` did.
    mutating func popEnded(keeping count: Int) -> TracedLife? {
        guard ended.count - endedHead > count else { return nil }
        let life = ended[endedHead]
        endedHead += 1
        if endedHead > 4_096 {
            ended.removeFirst(endedHead)
            endedHead = 0
        }
        byID[life.id]?.removeAll { $0 === life }
        if byID[life.id]?.isEmpty == true { byID[life.id] = nil }
        return life
    }

    mutating func expect(_ queueID: String, from life: TracedLife) {
        guard expected.count < Self.mostExpected else { return }
        expected[queueID] = life
    }

    mutating func takeExpected(_ queueID: String) -> TracedLife? {
        expected.isEmpty ? nil : expected.removeValue(forKey: queueID)
    }
}
