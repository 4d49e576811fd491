import Deferrals
import Foundation
import LogSource
import MailFlow
import PostfixLog

/// Reads the logs twice: first for the messages that came in and what became of them, then for the
/// evidence, at whose times the questions are asked.
struct SimulationRun: ~Copyable {
    let bank: PatternBank
    let rules: SimulatedRules
    let health: HealthSettings
    let clientRetry: Int64
    /// After which Postfix gives up, in seconds.
    let queueLifetime: Seconds
    /// Minutes east of UTC, for logs that name no zone.
    let zoneMinutes: Int
    /// Called with a log and what is wrong with it.
    let complain: (LogInput, String) -> Void

    private static let mostMail = 2_000_000

    /// What the rules would have done.
    func result(of inputs: [LogInput]) throws -> SimulationResult {
        let collector = MailCollector(
            keepsAll: rules.lookAtHealthyDestinations,
            zoneMinutes: zoneMinutes,
            most: Self.mostMail
        )
        try collect(inputs, collector)
        var simulation = PolicySimulation(
            mail: collector.mail,
            rules: rules,
            health: health,
            clientRetry: clientRetry,
            queueLifetime: queueLifetime,
            zoneMinutes: zoneMinutes
        )
        try replay(inputs, &simulation)
        var result = simulation.result
        result.asked += collector.passed
        result.notAsked = collector.notAsked
        result.leftOut = collector.leftOut
        return result
    }

    private func collect(_ inputs: [LogInput], _ collector: MailCollector) throws {
        var tracer = MessageTracer(bank: bank, query: nil)
        var reader = FlowReader(classifier: try DeferralClassifier(bank: bank))
        var block = LogBlock(capacity: 262_144)
        var tape = FlowTape()
        for input in inputs {
            tracer.beginLog(input.clock)
            var counts = LineCounts()
            do {
                var source = try BlockReader(path: input.path)
                while try source.next(&block) {
                    reader.read(block.bytes.span, 0..<block.count, into: &tape)
                    counts.count(tape)
                    collector.noteFailures(tape, block.bytes.span)
                    tracer.add(
                        tape,
                        block.bytes.span,
                        count: block.count,
                        at: BlockPosition(file: input.path, identity: 0, offset: 0, line: 0)
                    )
                    collector.add(tracer.takeFinished())
                }
                if let problem = InputVerdict.problem(with: counts, path: input.path) {
                    complain(input, problem)
                }
            } catch {
                complain(input, "\(error)")
            }
        }
        collector.add(tracer.finish())
    }

    private func replay(_ inputs: [LogInput], _ simulation: inout PolicySimulation) throws {
        var settings = FlowLedger.Settings()
        settings.collectsEvents = true
        settings.collectsSuccesses = true
        settings.collectsEnds = true
        var ledger = FlowLedger(bank: bank, firstYear: 1970, settings: settings)
        ledger.zoneMinutes = zoneMinutes
        var reader = FlowReader(classifier: try DeferralClassifier(bank: bank))
        var block = LogBlock(capacity: 262_144)
        var tape = FlowTape()
        for input in inputs {
            // What cannot be read was complained of in the first reading.
            guard var source = try? BlockReader(path: input.path) else { continue }
            ledger.beginLog(input.clock)
            while (try? source.next(&block)) == true {
                reader.read(block.bytes.span, 0..<block.count, into: &tape)
                ledger.add(
                    tape,
                    block.bytes.span,
                    at: BlockPosition(file: input.path, identity: 0, offset: block.offset, line: 0)
                )
                for fact in LogFact.taken(from: &ledger, zoneMinutes: zoneMinutes) {
                    simulation.record(fact)
                }
            }
        }
        simulation.finish()
    }
}
