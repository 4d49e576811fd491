import Deferrals
import Foundation
import Testing

@testable import deferwatch

/// The queue as 'postqueue -j' lists it.
@Suite struct QueueTests {
    static let listing = [
        #"{"queue_name": "deferred", "queue_id": "4F1A1", "arrival_time": 1000, "#
            + #""message_size": 2048, "forced_expire": false, "sender": "a@example.com", "#
            + #""recipients": [{"address": "b@example.net", "delay_reason": "connect to "#
            + #"mx.example.net[192.0.2.1]:25: Connection refused"}, {"address": "c@EXAMPLE.net", "#
            + #""delay_reason": "host mx.example.net[192.0.2.1] said: 450 4.2.0 Greylisted "#
            + #"(in reply to RCPT TO command)"}]}"#,
        #"{"queue_name": "active", "queue_id": "4F1A2", "arrival_time": 3000, "message_size": 10, "#
            + #""sender": "", "recipients": [{"address": "b@example.net"}]}"#,
        #"{"queue_name": "hold", "queue_id": "4F1A3", "arrival_time": 2000, "message_size": 1, "#
            + #""sender": "", "recipients": [{"address": "d@example.org", "#
            + #""delay_reason": "b@example.net \u001b[2J"}]}"#,
    ]

    @Test func `messages, recipients and bytes add up by queue, code and destination`() throws {
        let summary = try Self.summary(Self.listing)
        #expect(summary.total.messages == 3)
        #expect(summary.total.recipients == 4)
        #expect(summary.total.bytes == 2059)
        #expect(summary.deferred == 3)
        #expect(summary.queues.mapValues(\.messages) == ["active": 1, "deferred": 1, "hold": 1])
        #expect(summary.codes.mapValues(\.messages) == [.connectionRefused: 1, .other: 2])
        #expect(summary.codes[.other]?.recipients == 2)
        #expect(summary.destinations["example.net"]?.sums.messages == 1)
        #expect(summary.destinations["example.net"]?.sums.recipients == 2)
        #expect(summary.destinations["example.net"]?.oldest == 1000)
        #expect(summary.unclassified.count == 1)
        #expect(summary.unreadable == 0)
    }

    @Test func `the oldest messages come first, as many as asked for`() throws {
        let summary = try Self.summary(Self.listing, top: 2)
        #expect(summary.oldest.map(\.entry.queueID) == ["4F1A1", "4F1A3"])
        #expect(summary.oldest[0].kind?.code == .connectionRefused)
    }

    @Test func `other text is counted, not read`() throws {
        let summary = try Self.summary(["Mail queue is empty", "", "{}"] + Self.listing)
        #expect(summary.unreadable == 2)
        #expect(summary.total.messages == 3)
    }

    @Test func `nothing dangerous or masked is printed`() throws {
        let summary = try Self.summary(Self.listing)
        let mask = Mask(isOn: true, salt: 7)
        let text = QueueText(
            words: Words(.english),
            mask: mask,
            style: Style(isColored: false),
            top: 10,
            asOf: 5000,
            lifetime: 432_000
        ).text(of: summary)
        let json = String(
            decoding: QueueJSON(mask: mask, top: 10, asOf: 5000).bytes(of: summary),
            as: UTF8.self
        )
        for output in [text, json] {
            #expect(!output.unicodeScalars.contains { $0 != "\n" && Escape.isDangerous($0) })
            #expect(!output.contains("b@example.net"))
            #expect(output.contains("example.net"))
        }
        #expect(text.contains("4.4.316 Connection refused"))
        #expect(try JSONSerialization.jsonObject(with: Data(json.utf8)) is [String: Any])
    }

    @Test(arguments: [
        ("message_size", "9223372036854775807"), ("message_size", "-1"),
        ("arrival_time", "-9223372036854775808"), ("arrival_time", "9223372036854775807"),
    ])
    func `figures that no message has are no message`(key: String, figure: String) throws {
        let figures = ["arrival_time": "1793698141", "message_size": "100"].merging([key: figure]) {
            $1
        }
        let line = """
            {"queue_name": "deferred", "queue_id": "A1", "arrival_time": \(figures["arrival_time"]!), \
            "message_size": \(figures["message_size"]!), "sender": "", "recipients": []}
            """
        #expect(throws: DecodingError.self) {
            try JSONDecoder().decode(QueueEntry.self, from: Data(line.utf8))
        }
    }

    @Test func `an empty queue is said to be empty`() throws {
        let text = QueueText(
            words: Words(.english),
            mask: Mask(isOn: false),
            style: Style(isColored: false),
            top: 1,
            asOf: 0,
            lifetime: 1
        ).text(of: try Self.summary([]))
        #expect(text == "The queue is empty.\n")
    }

    private static func summary(_ lines: [String], top: Int = 10) throws -> QueueSummary {
        var summary = try QueueSummary(bank: PatternBank(), top: top)
        for line in lines { summary.add(Array(line.utf8)) }
        return summary
    }
}
