import ByteScan
import Deferrals
import Foundation
import Testing

/// README.md shows the codes to those who will not read docs/codes.md.
@Suite struct ReadmeTests {
    @Test func `the code table is the enum, with the English names`() throws {
        let root = URL(filePath: #filePath)
            .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
        let text = try String(contentsOf: root.appending(path: "README.md"), encoding: .utf8)
        let rows = text.split(separator: "\n").compactMap { line -> [String]? in
            let cells = line.split(separator: "|").map { $0.trimmingCharacters(in: .whitespaces) }
            let code = DeferralCode.allCases.first { "`\($0.text)`" == cells.first }
            return code == nil ? nil : Array(cells.prefix(2))
        }
        let expected = DeferralCode.allCases.map { ["`\($0.text)`", $0.localizedName(.english)] }
        #expect(expected == rows)
    }

    @Test func `each example of the code table gets the code beside it`() throws {
        let root = URL(filePath: #filePath)
            .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
        let text = try String(contentsOf: root.appending(path: "README.md"), encoding: .utf8)
        var classifier = try DeferralClassifier(bank: PatternBank())
        for line in text.split(separator: "\n") where line.hasPrefix("| `") {
            let cells = line.split(separator: "|").map { $0.trimmingCharacters(in: .whitespaces) }
            guard let code = DeferralCode.allCases.first(where: { "`\($0.text)`" == cells[0] }) else {
                continue
            }
            let reason = Array(cells[2].trimmingCharacters(in: ["`"]).utf8)
            let bytes = reason + [UInt8](repeating: 0, count: blockSlack)
            let diagnosis = classifier.diagnose(
                bytes.span,
                reason: ByteRange(0, reason.count),
                context: .init(isNetworkAgent: true)
            )
            #expect(diagnosis.code == code, "\(cells[2])")
            #expect(!diagnosis.isUnclassified, "\(cells[2])")
        }
    }
}
