import ByteScan
import Deferrals
import MailFlow
import PostfixLog
import Testing

/// How much waits for each destination, from deferrals and their ends.
@Suite struct WaitingMailTests {
    private func deferral(
        _ queueID: String,
        _ recipient: String,
        after delay: Double,
        zone: Int16? = 0
    ) throws -> DeferralEvent {
        let log = Flow.deferral(queueID, recipient)
        var event = try #require(try Flow.result(log).events.first)
        event.delay = delay
        event.time.offsetMinutes = zone
        return event
    }

    @Test func `recipients count once, from the arrival of their message`() throws {
        var waiting = WaitingMail(zoneMinutes: 0)
        let first = try deferral("A1BCDEF", "u@x.example", after: 100)
        waiting.add(first)
        waiting.add(try deferral("A1BCDEF", "u@x.example", after: 900))
        waiting.add(try deferral("A1BCDEF", "v@x.example", after: 100))
        waiting.add(try deferral("A2BCDEF", "u@x.example", after: 5))
        let count = try #require(waiting.takeChanges().first)
        #expect("x.example" == count.domain && 3 == count.recipients)
        #expect(first.time.instant - 100 == count.oldest)
        #expect(waiting.takeChanges().isEmpty)
    }

    @Test func `what ends does not wait, whatever is left does`() throws {
        var waiting = WaitingMail(zoneMinutes: 0)
        let second = try deferral("A2BCDEF", "u@x.example", after: 5)
        waiting.add(try deferral("A1BCDEF", "u@x.example", after: 100))
        waiting.add(second)
        _ = waiting.takeChanges()
        waiting.remove(queueID: "A1BCDEF", recipient: "u@x.example", domain: "x.example")
        waiting.remove(queueID: "A9BCDEF", recipient: "u@x.example", domain: "x.example")
        let count = try #require(waiting.takeChanges().first)
        #expect(1 == count.recipients && second.time.instant - 5 == count.oldest)
        waiting.remove(queueID: "A2BCDEF", recipient: "u@x.example", domain: "x.example")
        let none = try #require(waiting.takeChanges().first)
        #expect(0 == none.recipients && nil == none.oldest)
    }

    @Test func `mail on hold waits for nobody, until it is released`() throws {
        var settings = FlowLedger.Settings()
        settings.collectsEvents = true
        settings.collectsEnds = true
        settings.collectsSuccesses = true
        var ledger = FlowLedger(bank: Flow.bank, firstYear: 2026, settings: settings)
        var reader = FlowReader(classifier: try DeferralClassifier(bank: Flow.bank))
        var tape = FlowTape()
        var waiting = WaitingMail(zoneMinutes: 0)
        func read(_ lines: String...) -> WaitingMail.Count? {
            let log = lines.map { "2026-11-03T09:29:01Z mx postfix/\($0)\n" }.joined()
            let block = Array(log.utf8) + [UInt8](repeating: 0, count: blockSlack)
            reader.read(block.span, 0..<block.count - blockSlack, into: &tape)
            let position = BlockPosition(file: nil, identity: 7, offset: 0, line: 1)
            ledger.add(tape, block.span, at: position)
            for event in ledger.takeEvents() { waiting.add(event) }
            for change in ledger.takeHolds() { waiting.apply(change) }
            return waiting.takeChanges().first
        }
        let deferred = Flow.deferral("A1BCDEF", "u@x.example", delay: "100")
        let before = read(deferred, Flow.deferral("A2BCDEF", "v@x.example"))
        #expect(2 == before?.recipients)
        #expect(1 == read("postsuper[9]: A1BCDEF: placed on hold")?.recipients)
        let after = read("postsuper[9]: A1BCDEF: released from hold")
        #expect(2 == after?.recipients && before?.oldest == after?.oldest)
        #expect(nil == read("postsuper[9]: A3BCDEF: placed on hold"))
    }

    @Test func `a log without zones is of the zone that was told`() throws {
        var waiting = WaitingMail(zoneMinutes: 120)
        let event = try deferral("A1BCDEF", "u@x.example", after: 10, zone: nil)
        waiting.add(event)
        let count = try #require(waiting.takeChanges().first)
        #expect(event.time.instant - 7_200 - 10 == count.oldest)
    }

    @Test func `what does not fit is not counted`() throws {
        var waiting = WaitingMail(zoneMinutes: 0, mostRecipients: 2)
        for number in 1...5 {
            waiting.add(try deferral("A\(number)BCDEF", "u@x.example", after: 1))
        }
        #expect(2 == waiting.takeChanges().first?.recipients)
    }
}
