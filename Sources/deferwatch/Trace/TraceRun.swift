import Deferrals
import LogSource
import MailFlow
import PCRE2

/// Reads logs in order and hands out the messages that a trace is after.
struct TraceRun: ~Copyable {
    private var reader: FlowReader
    private var tracer: MessageTracer
    private let onMessages: ([TracedMessage]) -> Void

    /// A run that has read nothing.
    ///
    /// - Parameters:
    ///   - bank: the bank that diagnoses.
    ///   - query: nil: every message.
    ///   - onMessages: called with messages as they end.
    /// - Throws: `PCRE2Error.outOfMemory`.
    init(
        bank: PatternBank,
        query: MessageQuery?,
        onMessages: @escaping ([TracedMessage]) -> Void
    ) throws(PCRE2Error) {
        reader = FlowReader(classifier: try DeferralClassifier(bank: bank))
        tracer = MessageTracer(bank: bank, query: query)
        self.onMessages = onMessages
    }

    /// Reads one log to its end; what was read before an error counts.
    ///
    /// Gives the lines that were read.
    mutating func add(_ input: LogInput) throws(LogSourceError) -> LineCounts {
        var source = try BlockReader(path: input.path)
        tracer.beginLog(input.clock)
        var block = LogBlock(capacity: 262_144)
        var tape = FlowTape()
        var counts = LineCounts()
        while try source.next(&block) {
            reader.read(block.bytes.span, 0..<block.count, into: &tape)
            let line = counts.lines + 1
            counts.count(tape)
            tracer.add(
                tape,
                block.bytes.span,
                count: block.count,
                at: BlockPosition(file: input.path, identity: 0, offset: block.offset, line: line)
            )
            onMessages(tracer.takeFinished())
        }
        return counts
    }

    /// Hands out what is left, and tells how many messages were dropped for want of room.
    mutating func finish() -> Int {
        onMessages(tracer.finish())
        return tracer.droppedMessages
    }
}
