import Foundation
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
}
