import ByteScan
public import Deferrals
import PostfixLog

/// Reads blocks of log lines onto tapes. One per thread.
public struct FlowReader: ~Copyable {
    private var parser = LogLineParser()
    private var classifier: DeferralClassifier

    /// A reader that diagnoses with `classifier`.
    public init(classifier: consuming DeferralClassifier) {
        self.classifier = classifier
    }

    /// Rows of the bank that met a match limit, with how often.
    public var limitHits: [(row: Int, count: Int)] { classifier.limitHits }

    /// Reads every line in `bytes[range]` onto `tape`, which is emptied first.
    ///
    /// A last line without a newline is read too.
    ///
    /// - Precondition: `blockSlack` bytes follow the range in `bytes`.
    public mutating func read(_ bytes: Span<UInt8>, _ range: Range<Int>, into tape: inout FlowTape) {
        tape.removeAll()
        // Times and hosts are remembered by place on the tape: every tape names its own.
        parser = LogLineParser()
        var start = range.lowerBound
        while start < range.upperBound {
            let end = bytes.scan(for: 10, from: start, to: range.upperBound)
            readLine(bytes, start, end, &tape)
            tape.lines &+= 1
            start = end &+ 1
        }
    }

    @inline(__always)
    private mutating func readLine(
        _ bytes: Span<UInt8>, _ start: Int, _ newline: Int, _ tape: inout FlowTape
    ) {
        var end = newline
        while end > start, bytes[end &- 1] == 13 { end &-= 1 }
        guard end > start else { return }
        guard let line = parser.parse(bytes, ByteRange(start, end)) else {
            tape.unreadable &+= 1
            return
        }
        if parser.timeChanged { tape.times.append(line.time) }
        if parser.hostChanged { tape.hosts.append(line.host) }
        readText(bytes, start, line, repeats: 1, &tape)
    }

    @inline(__always)
    private mutating func readText(
        _ bytes: Span<UInt8>,
        _ start: Int,
        _ line: LogLine,
        repeats: Int,
        _ tape: inout FlowTape
    ) {
        let record = LineRecord.parse(bytes, line)
        var event = FlowTape.Event(
            kind: .removed, daemon: line.daemon, repeats: UInt16(clamping: repeats),
            time: UInt32(truncatingIfNeeded: tape.times.count &- 1),
            host: UInt32(truncatingIfNeeded: tape.hosts.count &- 1), pid: line.pid,
            lineStart: UInt32(truncatingIfNeeded: start),
            lineNumber: UInt32(truncatingIfNeeded: tape.lines),
            queueID: record.queueID.isEmpty ? .none : QueueID(bytes, record.queueID),
            queueIDRange: record.queueID, text: .none, payload: 0)
        switch record.content {
        case .ignored:
            readRepetition(bytes, start, line, &tape)
            return
        case .removed: break
        case .attempt(let delivery): 
            guard !delivery.status.isProbe else { return }
            appendAttempt(bytes, delivery, line, &event, &tape)
            event.kind = .attempt
        case .messageID(let text): (event.kind, event.text) = (.messageID, text)
        case .pickedUp(let origin): (event.kind, event.text) = (.pickedUp, origin)
        case .active(let sender, let count):
            (event.kind, event.text) = (.active, sender)
            event.payload = UInt32(truncatingIfNeeded: count)
        case .expired: event.kind = .expired
        case .deleted: event.kind = .deleted
        case .held, .heldByRule: event.kind = .held
        case .released: event.kind = .released
        case .requeued: event.kind = .requeued
        case .canceled: event.kind = .canceled
        case .reinjected(let origin): (event.kind, event.text) = (.reinjected, origin)
        case .trouble(let text): (event.kind, event.text) = (.trouble, text)
        case .companion(let text):
            guard let finding = classifier.companion(bytes, text: text) else {
                appendTrouble(bytes, text, event, &tape)
                return
            }
            (event.kind, event.text) = (.companion, text)
            event.payload = UInt32(truncatingIfNeeded: tape.companions.count)
            tape.companions.append(finding)
        }
        tape.events.append(event)
    }

    private mutating func appendAttempt(
        _ bytes: Span<UInt8>,
        _ delivery: DeliveryAttempt,
        _ line: LogLine,
        _ event: inout FlowTape.Event,
        _ tape: inout FlowTape
    ) {
        let domain = delivery.domain(in: bytes)
        var attempt = FlowTape.Attempt(
            service: line.daemon == .unnamed ? .none : line.tag, delivery: delivery, domain: domain,
            domainHash: ByteHash.foldedHash(bytes, domain), diagnosis: -1,
            queueManagerSeconds: Self.queueManagerSeconds(bytes, delivery.delays))
        if delivery.status.isDeferral {
            attempt.diagnosis = Int32(truncatingIfNeeded: tape.diagnoses.count)
            let context = DeferralClassifier.Context(
                isNetworkAgent: line.daemon.isNetworkAgent,
                isRelayLocal: delivery.isRelayLocal(in: bytes))
            tape.diagnoses.append(
                classifier.diagnose(bytes, reason: delivery.reason, context: context))
        }
        event.payload = UInt32(truncatingIfNeeded: tape.attempts.count)
        tape.attempts.append(attempt)
    }

    /// An agent's 'fatal: …' is a finding even where no row knows it as a companion.
    private func appendTrouble(
        _ bytes: Span<UInt8>, _ text: ByteRange, _ event: FlowTape.Event, _ tape: inout FlowTape
    ) {
        guard
            bytes.starts(with: "fatal: ", in: text.range)
                || bytes.starts(with: "warning: ", in: text.range)
                || bytes.starts(with: "panic: ", in: text.range)
        else { return }
        var event = event
        (event.kind, event.text) = (.trouble, text)
        tape.events.append(event)
    }

    /// 'message repeated N times: [ TEXT]' is TEXT, N times over; 'last message repeated' is lost.
    private mutating func readRepetition(
        _ bytes: Span<UInt8>, _ start: Int, _ line: LogLine, _ tape: inout FlowTape
    ) {
        let text = line.text.range
        guard bytes.starts(with: "message repeated ", in: text),
            let open = bytes.firstOffset(of: " times: [", in: text), bytes.ends(with: "]", in: text)
        else { return }
        var count = 0
        for offset in text.lowerBound + 17..<open {
            let digit = bytes[offset] &- 48
            guard digit <= 9, count < 10_000 else { return }
            count = count * 10 + Int(digit)
        }
        var inner = line
        var textStart = open + 9
        if textStart < text.upperBound, bytes[textStart] == 32 { textStart += 1 }
        inner.text = ByteRange(textStart, text.upperBound - 1)
        guard count > 0, !inner.text.isEmpty,
            !bytes.starts(with: "message repeated ", in: inner.text.range)
        else { return }
        readText(bytes, start, inner, repeats: count, &tape)
    }

    /// The whole seconds of the second figure in 'a/b/c/d'.
    @inline(__always)
    private static func queueManagerSeconds(_ bytes: Span<UInt8>, _ delays: ByteRange) -> UInt32 {
        var offset = delays.lowerBound
        let end = delays.upperBound
        while offset < end, bytes[offset] != UInt8(ascii: "/") { offset &+= 1 }
        offset &+= 1
        var seconds: UInt32 = 0
        while offset < end {
            let digit = bytes[offset] &- 48
            guard digit <= 9, seconds < 100_000_000 else { break }
            seconds = seconds &* 10 &+ UInt32(digit)
            offset &+= 1
        }
        return seconds
    }
}
