import ByteScan
public import Deferrals
import PostfixLog

/// Reads blocks of log lines onto tapes.
///
/// One per thread.
public struct FlowReader: ~Copyable {
    private var parser = LogLineParser()
    private var classifier: DeferralClassifier
    /// The block in hand has a line that is wrapped in JSON.
    private var sawWrapped = false

    /// Off: every line is read the long way, for a test that both ways agree.
    private let takesShortcuts: Bool

    /// A reader that diagnoses with `classifier`.
    public init(classifier: consuming DeferralClassifier, takesShortcuts: Bool = true) {
        self.classifier = classifier
        self.takesShortcuts = takesShortcuts
    }

    /// Rows of the bank that met a match limit, with how often.
    public var limitHits: [(row: Int, count: Int)] { classifier.limitHits }

    /// Nanoseconds that each row of the bank has taken; empty where the classifier has no clock.
    public var rowNanoseconds: [UInt64] { classifier.rowNanoseconds }

    /// Reads every line in `bytes[range]` onto `tape`, which is emptied first.
    ///
    /// A last line without a newline is read too.
    ///
    /// - Precondition: `blockSlack` bytes follow the range in `bytes`.
    public mutating func read(_ bytes: Span<UInt8>, _ range: Range<Int>, into tape: inout FlowTape)
    {
        if !JSONLines.isJSON(bytes, range) {
            tape.removeAll()
            readLines(bytes, range, into: &tape)
            // Plain lines may stand before wrapped ones: a block's first line does not decide.
            guard sawWrapped else { return }
        }
        tape.removeAll()
        var plain = JSONLines()
        plain.rewrite(bytes, range)
        readLines(plain.bytes.span, 0..<plain.count, into: &tape)
        tape.unwrapped = plain
    }

    private mutating func readLines(
        _ bytes: Span<UInt8>,
        _ range: Range<Int>,
        into tape: inout FlowTape
    ) {
        // Times and hosts are remembered by place on the tape: every tape names its own.
        parser = LogLineParser()
        sawWrapped = false
        var start = range.lowerBound
        var number = 0
        var lines = LineCursor(bytes, range)
        while let end = lines.next(bytes) {
            var line = LogLine()
            var record = LineRecord(.ignored)
            let glance =
                takesShortcuts ? parser.glance(bytes, start, end, &line, &record) : .unknown
            if glance != .unknown, parser.takeTimeChange() { tape.times.append(parser.time) }
            switch glance {
            case .record: append(record, bytes, start, number, line, repeats: 1, &tape)
            case .unknown: readLine(bytes, start, end, number, &tape)
            case .ignored: break
            }
            number &+= 1
            start = end &+ 1
        }
        tape.lines = number
    }

    /// The long way: any line.
    @inline(never)
    private mutating func readLine(
        _ bytes: Span<UInt8>,
        _ lineStart: Int,
        _ newline: Int,
        _ number: Int,
        _ tape: inout FlowTape
    ) {
        var (start, end) = (lineStart, newline)
        // Zeros before a line may lie in the block before: the line's place is the same.
        while start < end, bytes[start] == 0 { start &+= 1 }
        while end > start, Self.isBlank(bytes[end &- 1]) { end &-= 1 }
        guard end > start else { return }
        var line = LogLine()
        guard parser.parse(bytes, start, end, &line) else {
            if !OtherProgram.wrote(bytes, start..<end) { tape.unreadable &+= 1 }
            if JSONLines.isJSON(bytes, start..<end) { sawWrapped = true }
            return
        }
        if parser.takeTimeChange() { tape.times.append(parser.time) }
        if parser.hostChanged { tape.hosts.append(parser.host) }
        let record = LineRecord.parse(bytes, line)
        if record.kind == .ignored || record.kind == .companion {
            // An agent's repetition looks like one of its lines without a status.
            if bytes[min(line.text.lowerBound, end &- 1)] == UInt8(ascii: "m"),
                readRepetition(bytes, start, number, line, &tape)
            {
                return
            }
            guard record.kind == .companion else { return }
        }
        append(record, bytes, start, number, line, repeats: 1, &tape)
    }

    /// What editors and shippers leave behind a line.
    private static func isBlank(_ byte: UInt8) -> Bool { byte == 32 || byte == 9 || byte == 13 }

    @inline(__always)
    private mutating func append(
        _ record: LineRecord,
        _ bytes: Span<UInt8>,
        _ start: Int,
        _ number: Int,
        _ line: LogLine,
        repeats: Int,
        _ tape: inout FlowTape
    ) {
        tape.events.append(
            FlowTape.Event(
                queueID: record.queueID.isEmpty ? .none : QueueID(bytes, record.queueID),
                queueIDRange: record.queueID,
                text: record.text,
                lineStart: UInt32(truncatingIfNeeded: start),
                lineNumber: UInt32(truncatingIfNeeded: number),
                pid: line.pid,
                time: UInt32(truncatingIfNeeded: tape.times.count &- 1),
                host: UInt32(truncatingIfNeeded: tape.hosts.count &- 1),
                payload: 0,
                repeats: UInt32(truncatingIfNeeded: repeats),
                kind: record.kind,
                daemon: line.daemon
            )
        )
        let isKept =
            switch record.kind {
            case .attempt: readAttempt(bytes, record.text, line, &tape)
            case .companion: readCompanion(bytes, record.text, &tape)
            default: true
            }
        if !isKept { _ = tape.events.popLast() }
    }

    /// Reads the fields of the tape's last event; false where the event is to be forgotten.
    @inline(never)
    private mutating func readAttempt(
        _ bytes: Span<UInt8>,
        _ text: ByteRange,
        _ line: LogLine,
        _ tape: inout FlowTape
    ) -> Bool {
        let place = tape.attempts.count
        tape.attempts.append(FlowTape.Attempt(service: line.daemon == .unnamed ? .none : line.tag))
        guard tape.attempts[place].read(bytes, text) else {
            tape.malformed &+= 1
            _ = tape.attempts.popLast()
            return false
        }
        let status = tape.attempts[place].delivery.status
        guard !status.isProbe else {
            _ = tape.attempts.popLast()
            return false
        }
        if status.isDeferral {
            let diagnosis = diagnose(bytes, tape.attempts[place].delivery, line.daemon, &tape)
            tape.attempts[place].diagnosis = diagnosis
        }
        tape.events[tape.events.count &- 1].payload = UInt32(truncatingIfNeeded: place)
        return true
    }

    /// The place of the diagnosis on the tape.
    private mutating func diagnose(
        _ bytes: Span<UInt8>,
        _ delivery: DeliveryAttempt,
        _ daemon: Daemon,
        _ tape: inout FlowTape
    ) -> Int32 {
        let context = DeferralClassifier.Context(
            isNetworkAgent: daemon.isNetworkAgent,
            isErrorAgent: daemon == .error,
            isRelayLocal: delivery.isRelayLocal(in: bytes),
            hasRelay: !bytes.starts(with: "none", in: delivery.relay.range),
            isOwnRelay: delivery.blamesOwnRelay(in: bytes)
        )
        tape.diagnoses.append(
            classifier.diagnose(bytes, reason: delivery.reason, context: context)
        )
        return Int32(truncatingIfNeeded: tape.diagnoses.count - 1)
    }

    /// Asks what the tape's last event adds to its attempt; false where the event is to be forgotten.
    @inline(never)
    private mutating func readCompanion(
        _ bytes: Span<UInt8>,
        _ text: ByteRange,
        _ tape: inout FlowTape
    ) -> Bool {
        let last = tape.events.count &- 1
        if let finding = classifier.companion(bytes, text: text) {
            tape.events[last].payload = UInt32(truncatingIfNeeded: tape.companions.count)
            tape.companions.append(finding)
            return true
        }
        // An agent's 'fatal: …' is a finding even where no row knows it as a companion.
        let range = text.range
        guard
            bytes.starts(with: "fatal: ", in: range) || bytes.starts(with: "warning: ", in: range)
                || bytes.starts(with: "panic: ", in: range)
        else { return false }
        tape.events[last].kind = .trouble
        return true
    }

    /// More than this are counted as this: one line must not keep the ledger busy for long.
    static let mostRepeats = 100_000

    /// 'message repeated N times: [ TEXT]' is TEXT, N times over; 'last message repeated' is a gap.
    ///
    /// False where the line is none of these.
    private mutating func readRepetition(
        _ bytes: Span<UInt8>,
        _ start: Int,
        _ number: Int,
        _ line: LogLine,
        _ tape: inout FlowTape
    ) -> Bool {
        let text = line.text.range
        guard bytes.starts(with: "message repeated ", in: text),
            let open = bytes.firstOffset(of: " times: [", in: text), bytes.ends(with: "]", in: text)
        else { return false }
        var count = 0
        for offset in text.lowerBound + 17..<open {
            let digit = bytes[offset] &- 48
            guard digit <= 9 else { return false }
            count = min(count * 10 + Int(digit), Self.mostRepeats)
        }
        var inner = line
        var textStart = open + 9
        if textStart < text.upperBound, bytes[textStart] == 32 { textStart += 1 }
        inner.text = ByteRange(textStart, text.upperBound - 1)
        guard count > 0, !inner.text.isEmpty,
            !bytes.starts(with: "message repeated ", in: inner.text.range)
        else { return true }
        let record = LineRecord.parse(bytes, inner)
        guard record.kind != .ignored else { return true }
        append(record, bytes, start, number, inner, repeats: count, &tape)
        return true
    }
}
