import Deferrals
import Dispatch
import MailFlow
import Synchronization

/// What `follow` prints: lines that pass its filters, and sums now and then.
final class FollowOutput: Sendable {
    private struct Sums {
        var deferred: [DeferralCode: Int] = [:]
        var ended: [RecipientFate: Int] = [:]
        var lines = 0
        /// Messages closed to make room, in all, and as last told.
        var closed = 0
        var closedTold = 0
        /// Something came since sums were printed last.
        var isNew: Bool { lines > 0 || !deferred.isEmpty || !ended.isEmpty }
        var wasPrinted = false
    }

    /// Bytes that are written together, about.
    private static let enough = 16_384

    private let pump: OutputPump
    private let writer: Mutex<FollowWriter>
    private let sums = Mutex(Sums())
    private let filter: FlowFilter

    /// `onEnd` is called when nothing can be written any more.
    init(options: FollowCommand, onEnd: @escaping @Sendable () -> Void) {
        pump = OutputPump(onEnd: onEnd)
        var filter = FlowFilter()
        filter.codes = Set(options.code.compactMap { DeferralCode(text: $0) })
        filter.destinations = options.destination.map(FlowFilter.domain(typed:))
        self.filter = filter
        let style = Style(isColored: options.color.isOn(isTerminal: Terminal.isOutput))
        writer = Mutex(
            FollowWriter(mask: Mask(isOn: options.mask), style: style, isJSON: options.wantsJSON)
        )
    }

    /// Prints sums now and then, until it is cancelled.
    func startSums(every seconds: Int) -> any DispatchSourceTimer {
        let timer = DispatchSource.makeTimerSource()
        timer.schedule(deadline: .now() + .seconds(seconds), repeating: .seconds(seconds))
        timer.setEventHandler { @Sendable [weak self] in self?.printSums() }
        timer.resume()
        return timer
    }

    /// Prints what came since the last sums, when nothing more can come.
    func endSums(_ timer: any DispatchSourceTimer) {
        timer.cancel()
        if let line = lastSums() { Diagnostics.print(line) }
        tellOfClosed()
    }

    /// Sums of what came since the last ones; nil: nothing did.
    func lastSums() -> String? {
        sums.withLock { $0.isNew || !$0.wasPrinted } ? takeSums() : nil
    }

    /// True when nobody reads any more.
    var isClosed: Bool { pump.isClosed }

    func write(_ gain: LiveFlow.Gain) {
        count(gain)
        writer.withLock { writer in
            // By place: an event has many parts, each of which a copy would count.
            for place in gain.events.indices
            where passes(gain.events[place].code, gain.events[place].domain) {
                let line = writer.line(gain.events[place])
                add(line, &writer)
            }
            for end in gain.ends where !end.isHandedOver && passes(end.code, end.domain) {
                let line = writer.line(end)
                add(line, &writer)
            }
            flush(&writer)
        }
    }

    /// How destinations stand has changed.
    func write(_ transitions: [HealthTransition]) {
        writer.withLock { writer in
            for each in transitions
            where isTold(each)
                && (filter.destinations.isEmpty || filter.includes(domain: each.domain))
            {
                let line = writer.line(each)
                add(line, &writer)
            }
            flush(&writer)
        }
    }

    /// That mail gets through is no news, unless it did not.
    private func isTold(_ change: HealthTransition) -> Bool {
        change.subject == .throttle || change.to.isDown || change.from.isDown
    }

    /// The first lines of a long block need not wait for its last ones.
    private func add(_ line: [UInt8], _ writer: inout FollowWriter) {
        writer.pending += line
        if writer.pending.count >= Self.enough { flush(&writer) }
    }

    private func flush(_ writer: inout FollowWriter) {
        guard !writer.pending.isEmpty else { return }
        pump.write(writer.pending)
        writer.pending.removeAll(keepingCapacity: true)
    }

    /// Writes what waits.
    ///
    /// - Throws: `ExitStatus.failure` where something could not be written.
    func close() throws {
        let isWritten = pump.close()
        tellOfClosed()
        if let failure = pump.failure {
            Diagnostics.print("deferwatch: standard output cannot be written: \(failure)")
            throw ExitStatus.failure
        }
        guard isWritten else {
            Diagnostics.print("deferwatch: standard output is not read: what waited was dropped")
            throw ExitStatus.failure
        }
    }

    /// Says how many messages were given up for want of room, if that is news.
    private func tellOfClosed() {
        let closed = sums.withLock { sums -> Int? in
            guard sums.closed > sums.closedTold else { return nil }
            sums.closedTold = sums.closed
            return sums.closed
        }
        guard let closed else { return }
        Diagnostics.print(
            "deferwatch: more messages are in flight than --max-messages: "
                + "\(closed) of the oldest were closed as unknown"
        )
    }

    private func passes(_ code: DeferralCode, _ domain: String?) -> Bool {
        (filter.codes.isEmpty || filter.codes.contains(code))
            && (filter.destinations.isEmpty || domain.map(filter.includes(domain:)) ?? false)
    }

    private func count(_ gain: LiveFlow.Gain) {
        sums.withLock { sums in
            sums.lines += gain.lines
            sums.closed = max(sums.closed, gain.closedForRoom)
            for place in gain.events.indices {
                sums.deferred[gain.events[place].code, default: 0] += 1
            }
            for end in gain.ends where !end.isHandedOver {
                sums.ended[end.fate, default: 0] += 1
            }
        }
        if isFirstClosing { tellOfClosed() }
    }

    /// The first time is told at once, what comes after with the sums and at the end.
    private var isFirstClosing: Bool {
        sums.withLock { $0.closed > 0 && $0.closedTold == 0 }
    }

    private func printSums() {
        Diagnostics.print(takeSums())
        tellOfClosed()
    }

    private func takeSums() -> String {
        let taken = sums.withLock { sums in
            defer {
                (sums.deferred, sums.ended, sums.lines) = ([:], [:], 0)
                sums.wasPrinted = true
            }
            return sums
        }
        let codes = DeferralCode.allCases.compactMap { code in
            taken.deferred[code].map { "\(code.text) \($0)" }
        }
        let fates = RecipientFate.allCases.compactMap { fate in
            taken.ended[fate].map { "\(fate.rawValue) \($0)" }
        }
        let parts = ["\(taken.lines) lines"] + codes + fates
        return "deferwatch: " + parts.joined(separator: ", ")
    }
}
