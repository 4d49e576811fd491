import ByteScan
import Testing

@testable import MailFlow

@Suite struct DecimalTests {
    private func value(_ text: String) -> Double? {
        let padded = Padded(text)
        return Decimal.value(padded.bytes.span, padded.range.range)
    }

    @Test(arguments: [
        "0", "0.1", "1.", ".5", "", "1e3", "0.30000000000000004", "123456789", "0.000000000000001",
        "1.2.3", "12a", " 1", "00012.50", "429496729.5", "1000000000",
    ])
    func `a number is what the library makes of it`(text: String) {
        #expect(value(text) == Double(text), "\(text)")
    }

    @Test(arguments: [
        "nan", "-nan", "inf", "-1", "1e10", "1e400", "1000000001", "9223372036854775808",
        "123456789012345", "1234567890123456",
    ])
    func `a figure that no queue reaches is none`(text: String) {
        #expect(value(text) == nil)
    }

    @Test func `so are the numbers that Postfix logs`() {
        for number in 0..<200_000 {
            let text = "\(number / 1000).\(number % 1000)"
            guard value(text) != Double(text) else { continue }
            Issue.record("\(text)")
            return
        }
    }

    @Test func `delays are four numbers or none`() {
        func values(_ text: String) -> [Double]? {
            let padded = Padded(text)
            return Decimal.values(padded.bytes.span, padded.range.range)
        }
        #expect(values("0.1/0.02/3/0") == [0.1, 0.02, 3, 0])
        #expect(values("0.1/0.02/3") == nil)
        #expect(values("0.1/0.02/3/0/7") == nil)
        #expect(values("0.1/x/3/0") == nil)
        #expect(values("") == nil)
    }
}
