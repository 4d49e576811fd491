import ByteScan
import Deferrals
import PCRE2

/// Finds rows that cost much more than the others, and rows that a made-up text drives to a limit.
struct PatternTiming {
    let bank: PatternBank

    /// A row may cost this many times the median of its subject.
    private static let factor = 25.0
    /// Below this much per text nobody would notice.
    private static let unnoticed = Duration.microseconds(5)
    private static let mostTexts = 200
    private static let rounds = 3

    func findings() throws(PCRE2Error) -> [PatternCheck.Finding] {
        var matcher = try Matcher()
        var findings: [PatternCheck.Finding] = []
        for subject in PatternRow.Subject.allCases {
            let rows = bank.rows.indices.filter { bank.rows[$0].subject == subject }
            let texts = typicalTexts(of: rows, subject)
            var costs: [(row: Int, cost: Duration)] = []
            for row in rows {
                let pattern = try bank.pattern(of: row)
                if meetsLimit(row, pattern, &matcher) {
                    findings.append(
                        .init(
                            kind: .limit,
                            row: row,
                            sentence: "meets a match limit on a long text made from its sample"
                        )
                    )
                }
                costs.append((row, cost(of: pattern, on: texts, &matcher)))
            }
            findings += slow(costs)
        }
        return findings
    }

    private func slow(_ costs: [(row: Int, cost: Duration)]) -> [PatternCheck.Finding] {
        guard !costs.isEmpty else { return [] }
        let median = costs.map(\.cost).sorted()[costs.count / 2]
        return costs.filter { $0.cost > Self.unnoticed && $0.cost > median * Self.factor }
            .map { row, cost in
                PatternCheck.Finding(
                    kind: .slow,
                    row: row,
                    sentence: "takes \(Self.text(cost)) a text, the median row \(Self.text(median))"
                )
            }
    }

    private static func text(_ duration: Duration) -> String {
        let nanoseconds = duration.components.attoseconds / 1_000_000_000
        let tenths = (nanoseconds + 50) / 100
        return "\(tenths / 10).\(tenths % 10) µs"
    }

    /// Time per text, the best of a few rounds: others share the machine.
    private func cost(
        of pattern: CompiledPattern,
        on texts: [[UInt8]],
        _ matcher: inout Matcher
    ) -> Duration {
        guard !texts.isEmpty else { return .zero }
        let clock = ContinuousClock()
        var best = Duration.seconds(3_600)
        for _ in 0..<Self.rounds {
            let start = clock.now
            for text in texts {
                _ = matcher.firstMatch(of: pattern, in: text.span, 0..<text.count)
            }
            best = min(best, clock.now - start)
        }
        return best / texts.count
    }

    /// Samples of all rows of a subject, as their rows get to see them.
    private func typicalTexts(of rows: [Int], _ subject: PatternRow.Subject) -> [[UInt8]] {
        let samples = rows.flatMap { bank.rows[$0].matches }
        let step = max(1, samples.count / Self.mostTexts)
        return stride(from: 0, to: samples.count, by: step)
            .map { Self.framed(samples[$0], subject) }
    }

    private static func framed(_ sample: String, _ subject: PatternRow.Subject) -> [UInt8] {
        let bytes = Array(sample.utf8)
        guard subject != .companion else { return bytes }
        let text = ReasonFrame.parse(bytes.span, 0..<bytes.count).text
        return Array(bytes[text.range])
    }

    /// Tries long texts of the kind that make a pattern with nested repetition try everything.
    private func meetsLimit(
        _ row: Int,
        _ pattern: CompiledPattern,
        _ matcher: inout Matcher
    ) -> Bool {
        for sample in bank.rows[row].matches.prefix(2) {
            let texts = Self.longTexts(Self.framed(sample, bank.rows[row].subject))
            for text in texts
            where matcher.firstMatch(of: pattern, in: text.span, 0..<text.count) == .limitReached {
                return true
            }
        }
        return false
    }

    private static func longTexts(_ sample: [UInt8]) -> [[UInt8]] {
        guard !sample.isEmpty else { return [] }
        let length = 2_000
        let repeated = (0..<length).map { sample[$0 % sample.count] } + [UInt8(ascii: "!")]
        let stretched = [UInt8(ascii: "a"), UInt8(ascii: "1"), 32].flatMap { byte in
            [sample.count / 2, sample.count].map { cut in
                sample[..<cut] + [UInt8](repeating: byte, count: length) + [UInt8(ascii: "!")]
            }
        }
        let last = sample[..<(sample.count - 1)]
        let tail = last + [UInt8](repeating: last.last ?? 97, count: length) + [UInt8(ascii: "!")]
        return [repeated, Array(tail)] + stretched.map(Array.init)
    }
}
