import Deferrals
import TestSupport
import Testing

@testable import MailFlow

/// Recipients of short lists and long ones are found alike.
@Suite struct RecipientTableTests {
    /// A message as a plain reader has it: places by hash, and the destinations.
    private struct Model {
        var list = RecipientList()
        var places: [UInt64: Int] = [:]
        var destinations: Set<UInt32> = []
    }

    private static func recipient(_ hash: UInt64, of destination: UInt32) -> Recipient {
        Recipient(
            hash: hash,
            destination: destination,
            address: 0,
            lastCode: .other,
            lastRow: -1,
            first: 0,
            last: 0
        )
    }

    /// The places of a list, by walking along it.
    private static func places(
        _ list: RecipientList,
        _ table: borrowing RecipientTable
    ) -> [Int] {
        var places: [Int] = []
        var next = list.newest
        while next != 0 {
            places.append(Int(next) - 1)
            next = table[Int(next) - 1].next
        }
        return places
    }

    @Test(arguments: 1...20)
    func `a table finds what a dictionary finds, while messages come and go`(seed: UInt64) {
        var random = SeededRandom(seed: seed)
        var table = RecipientTable()
        var messages = [Model](repeating: Model(), count: 4)
        for _ in 0..<2_000 {
            let message = Int.random(in: 0..<4, using: &random)
            // The same few addresses in all messages: a find must not cross over.
            let hash = UInt64.random(in: 0..<60, using: &random)
            let destination = UInt32.random(in: 0..<20, using: &random)
            #expect(table.find(hash, in: messages[message].list) == messages[message].places[hash])
            #expect(
                table.has(destination: destination, in: messages[message].list)
                    == messages[message].destinations.contains(destination)
            )
            if Int.random(in: 0..<100, using: &random) == 0 {
                let gone = Self.places(messages[message].list, table)
                #expect(gone.count == messages[message].places.count)
                for place in gone { table.remove(place) }
                messages[message] = Model()
            } else if messages[message].places[hash] == nil {
                let place = table.insert(
                    Self.recipient(hash, of: destination),
                    into: &messages[message].list
                )
                messages[message].places[hash] = place
                messages[message].destinations.insert(destination)
            }
        }
    }

    @Test func `many recipients grow no life in flight`() {
        #expect(MemoryLayout<Life>.stride == 64 && MemoryLayout<Recipient>.stride == 56)
    }

    @Test(arguments: [16, 17, 18, 200])
    func `each of many recipients is counted once and ends for itself`(count: Int) throws {
        let addresses = (0..<count).map { "u\($0)@d\($0 % 3).example" }
        let lines =
            (0..<2).flatMap { _ in addresses.map { Flow.deferral("4F1A1", $0) } }
            + addresses.dropLast().map { Flow.ended("4F1A1", $0) }
        let snapshot = try Flow.result(lines.joined(separator: "\n")).snapshot
        #expect(snapshot.totals.recipients == count)
        #expect(snapshot.totals.deferredRecipients == count)
        #expect(snapshot.fates == ["sent": count - 1])
        #expect(snapshot.waiting.oldest.first?.recipient == addresses.last)
        #expect(snapshot.destinations.map(\.messages) == [1, 1, 1])
    }

    @Test func `many recipients go on with a requeued message`() throws {
        let addresses = (0..<40).map { "u\($0)@d\($0 % 3).example" }
        let lines =
            addresses.map { Flow.deferral("4F1A1", $0) }
            + ["pickup[7]: 5A2B2: uid=0 from=<a@example.com> orig_id=4F1A1"]
            + addresses.map { Flow.deferral("5A2B2", $0) }
            + addresses.map { Flow.ended("5A2B2", $0) }
            + ["qmgr[3]: 5A2B2: removed"]
        let snapshot = try Flow.result(lines.joined(separator: "\n")).snapshot
        #expect(snapshot.totals.recipients == 40 && snapshot.fates == ["sent": 40])
        #expect(snapshot.waiting.messages == 0)
    }
}
