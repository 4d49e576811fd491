import Foundation
import PostfixLog
import Testing

@testable import deferwatch

@Suite struct JSONTextTests {
    @Test func `every character at every place of a text comes back`() throws {
        var json = JSONText()
        var texts: [String] = []
        for length in [1, 7, 8, 9, 16, 23] {
            for place in 0..<length {
                for value in (0..<0x100).compactMap({ Unicode.Scalar($0) }) {
                    var scalars = [Unicode.Scalar](repeating: "x", count: length)
                    scalars[place] = value
                    texts.append(String(String.UnicodeScalarView(scalars)))
                }
            }
        }
        json.array(texts) { json, text in json.string(text) }
        let decoded = try JSONDecoder().decode([String].self, from: Data(json.bytes))
        #expect(decoded == texts)
        #expect(!json.bytes.contains { $0 < 32 || $0 == 127 }, "no control is printed raw")
    }

    @Test func `numbers are written with as few digits as tell them from others`() {
        let hundredths = (0...20_000).map { Double($0) / 100 }
        let others = [1e-5, 0.125, 0.1 + 0.2, 123_456.78, 1e12, 1e15, -0.5, -3, 1e-300]
        for value in hundredths + others {
            var json = JSONText()
            json.array([value]) { $0.field("", $1) }
            let isWhole = value == value.rounded() && abs(value) < 1e15
            let expected = isWhole ? "\(Int(value))" : "\(value)"
            #expect(String(decoding: json.bytes, as: UTF8.self) == #"["":\#(expected)]"#)
        }
        var json = JSONText()
        json.array([Int.min, -1, 0, 9, 10, Int.max]) { $0.field("", $1) }
        #expect(
            String(decoding: json.bytes, as: UTF8.self)
                == #"["":\#(Int.min),"":-1,"":0,"":9,"":10,"":\#(Int.max)]"#
        )
    }

    @Test(arguments: [
        (4_050, 180, "2026-11-03T09:29:01.004050+03:00"),
        (999_999, -570, "2026-11-03T09:29:01.999999-09:30"),
        (0, 0, "2026-11-03T09:29:01Z"),
        (1, nil, "2026-11-03T09:29:01.000001"),
    ])
    func `times have six digits after the second, or none`(
        microseconds: UInt32,
        offset: Int16?,
        expected: String
    ) {
        let time = LogTime(
            seconds: 1_793_698_141,
            microseconds: microseconds,
            offsetMinutes: offset
        )
        #expect(TimeText.rfc3339(time) == expected)
        var json = JSONText()
        json.object { $0.field("time", time) }
        #expect(String(decoding: json.bytes, as: UTF8.self) == #"{"time":"\#(expected)"}"#)
    }
}
