import MailFlow
import Testing

/// The one host that nearly all trouble is with.
@Suite struct CommonServerTests {
    private static let refused = "smarthost.example[192.0.2.9]:587: Connection refused"

    private static func log(_ reasons: [(domain: String, reason: String)]) -> String {
        reasons.enumerated().map { place, entry in
            Flow.deferral("4F1A\(place % 10)\(place / 10)", "u@\(entry.domain)", entry.reason)
        }
        .joined(separator: "\n")
    }

    @Test func `a smarthost that fails for all destinations is named`() throws {
        let reasons = (0..<20).map { ("d\($0).example", "connect to \(Self.refused)") }
        let snapshot = try Flow.result(Self.log(reasons)).snapshot
        #expect(snapshot.commonServer?.host == "smarthost.example")
        #expect(snapshot.commonServer?.destinations == 20)
        #expect(snapshot.commonServer?.attempts == 20)
    }

    @Test func `its other addresses and ports are the same host, suspended mail counts`() throws {
        let texts = [
            "connect to smarthost.example[192.0.2.10]:25: Connection refused",
            "delivery temporarily suspended: connect to \(Self.refused)",
            "lost connection with smarthost.example[2001:db8::9] while sending RCPT TO",
        ]
        let reasons = (0..<9).map { ("d\($0).example", texts[$0 % 3]) }
        #expect(try Flow.result(Self.log(reasons)).snapshot.commonServer?.destinations == 9)
    }

    @Test(arguments: [(18, 2, 18), (17, 3, nil), (10, 10, nil)] as [(Int, Int, Int?)])
    func `nine in ten make a common server`(common: Int, others: Int, named: Int?) throws {
        let reasons =
            (0..<common).map { ("d\($0).example", "connect to \(Self.refused)") }
            + (0..<others).map {
                ("e\($0).example", "connect to mx\($0).example[192.0.2.1]:25: Connection refused")
            }
        #expect(try Flow.result(Self.log(reasons)).snapshot.commonServer?.destinations == named)
        // Whatever comes first.
        let reversed = try Flow.result(Self.log(reasons.reversed())).snapshot
        #expect(reversed.commonServer?.destinations == named)
    }

    @Test func `one destination has no common server, nor has mail that met none`() throws {
        let one = [(String, String)](
            repeating: ("d.example", "connect to \(Self.refused)"),
            count: 5
        )
        #expect(try Flow.result(Self.log(one)).snapshot.commonServer == nil)
        let unknown = (0..<5).map { ("d\($0).example", "mail transport unavailable") }
        #expect(try Flow.result(Self.log(unknown)).snapshot.commonServer == nil)
        #expect(try Flow.result("").snapshot.commonServer == nil)
    }
}
