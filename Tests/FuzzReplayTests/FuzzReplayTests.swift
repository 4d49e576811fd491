import Foundation
import FuzzChecks
import Testing

/// What the fuzzer starts from and what it ever found: each input goes through its check again.
@Suite struct FuzzReplayTests {
    struct Input: CustomTestStringConvertible {
        let target: FuzzTarget
        let file: URL

        var testDescription: String { "\(target.rawValue)/\(file.lastPathComponent)" }
    }

    /// The files in Tests/Fuzz/`folder`/TARGET; a target without any has no folder.
    static func inputs(in folder: String) -> [Input] {
        let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        return FuzzTarget.allCases.flatMap { target in
            let path = root.appending(path: "Fuzz/\(folder)/\(target.rawValue)")
            let files = try? FileManager.default.contentsOfDirectory(
                at: path, includingPropertiesForKeys: nil)
            return (files ?? []).map { Input(target: target, file: $0) }
        }
    }

    @Test(arguments: inputs(in: "Corpus") + inputs(in: "FailCases"))
    func `the input passes its check`(input: Input) throws {
        let bytes = try Data(contentsOf: input.file)
        #expect(input.target.problem(with: Array(bytes)) == nil)
    }

    @Test func `every target has seeds`() {
        let seeded = Set(Self.inputs(in: "Corpus").map(\.target))
        #expect(seeded == Set(FuzzTarget.allCases))
    }
}
