import ByteScan

/// How many lines were read, and of what kind.
public struct LineCounts: Sendable, Hashable {
    /// Lines read.
    public var lines = 0
    /// Lines that are no log lines, or an attempt that is cut before its status.
    public var unreadable = 0
    /// Lines of use: about a message, or a warning.
    public var relevant = 0

    /// No lines.
    public init() {}

    /// Adds the lines of a block.
    public mutating func count(_ tape: borrowing FlowTape) {
        lines += tape.lines
        unreadable += tape.unreadable + tape.malformed
        relevant += tape.events.count
    }

    /// What came since `earlier`.
    public static func - (later: LineCounts, earlier: LineCounts) -> LineCounts {
        var difference = LineCounts()
        difference.lines = later.lines - earlier.lines
        difference.unreadable = later.unreadable - earlier.unreadable
        difference.relevant = later.relevant - earlier.relevant
        return difference
    }
}

extension FlowLedger {
    /// Messages that were closed as unknown because too many were in flight.
    public var closedForRoom: Int { totals.closedForRoom }

    /// The lines so far: the difference of two moments tells what one log was like.
    public var lineCounts: LineCounts {
        var counts = LineCounts()
        counts.lines = totals.lines
        counts.unreadable = totals.unreadable + totals.malformed
        counts.relevant = totals.relevant
        return counts
    }
}

/// Attempts (status lines) by how they ended.
public struct StatusCounts: Sendable, Hashable {
    /// Delivered.
    public var sent = 0
    /// Deferred.
    public var deferred = 0
    /// Returned.
    public var bounced = 0
    /// Given up by the queue manager.
    public var expired = 0

    /// None.
    public init() {}
}

extension FlowLedger {
    /// The attempts so far.
    public var statusCounts: StatusCounts {
        var counts = StatusCounts()
        counts.sent = totals.sent
        counts.deferred = totals.deferred
        counts.bounced = totals.bounced
        counts.expired = totals.expired
        return counts
    }
}
