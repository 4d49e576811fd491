import Foundation
import Testing

@testable import deferwatch

/// When an alert speaks, and when it holds its tongue: no clock, no sender.
@Suite struct AlertBookTests {
    private static let down = AlertProblem(event: .down, subject: "dead.example")

    private static func now(_ problems: AlertProblem...) -> [AlertProblem: AlertDetail] {
        Dictionary(
            uniqueKeysWithValues: problems.map { ($0, AlertDetail(since: 0, text: "fails")) }
        )
    }

    private static func book(
        after: Int64 = 60,
        settle: Int64 = 300,
        interval: Int64 = 300
    )
        -> AlertBook
    {
        AlertBook(damping: AlertDamping(after: after, settle: settle, interval: interval))
    }

    /// What is told in each second in which anything is, as '+SUBJECT' and '-SUBJECT'.
    private static func run(
        _ book: inout AlertBook,
        _ seconds: ClosedRange<Int64>,
        _ current: (Int64) -> [AlertProblem: AlertDetail]
    ) -> [Int64: [String]] {
        var told: [Int64: [String]] = [:]
        for second in seconds {
            guard let news = book.update(current(second), now: second) else { continue }
            told[second] =
                news.begun.map { "+" + $0.0.subject } + news.ended.map { "-" + $0.0.subject }
        }
        return told
    }

    @Test func `a problem is told once, and once that it is over`() {
        var book = Self.book()
        let told = Self.run(&book, 0...2_000) { $0 < 1_000 ? Self.now(Self.down) : [:] }
        #expect([60: ["+dead.example"], 1_300: ["-dead.example"]] == told)
    }

    @Test func `a problem that passes by itself is never told`() {
        var book = Self.book()
        let told = Self.run(&book, 0...5_000) { $0 % 100 < 50 ? Self.now(Self.down) : [:] }
        #expect(told.isEmpty)
    }

    @Test func `a problem that comes and goes is one problem`() {
        var book = Self.book()
        let told = Self.run(&book, 0...20_000) {
            // There for two minutes, away for four, for three hours.
            $0 < 10_800 && $0 % 360 < 120 ? Self.now(Self.down) : [:]
        }
        #expect(
            [["+dead.example"], ["-dead.example"]] == told.sorted { $0.key < $1.key }.map(\.value)
        )
    }

    @Test func `what comes back after it was resolved has to be gone for longer`() {
        var book = Self.book(interval: 1)
        let told = Self.run(&book, 0...4_000) {
            $0 < 100 || (500..<700).contains($0) ? Self.now(Self.down) : [:]
        }
        #expect(
            [
                60: ["+dead.example"], 400: ["-dead.example"], 560: ["+dead.example"],
                1_300: ["-dead.example"],
            ]
                == told
        )
    }

    @Test func `a hundred destinations are one notice`() {
        var book = Self.book()
        let all = Dictionary(
            uniqueKeysWithValues: (0..<100).map {
                (AlertProblem(event: .down, subject: "d\($0)"), AlertDetail(since: 0, text: ""))
            }
        )
        let told = Self.run(&book, 0...200) { $0 >= 10 ? all : [:] }
        #expect([70] == Array(told.keys) && 100 == told[70]?.count)
    }

    @Test(arguments: 0..<40 as Range<UInt64>)
    func `whatever happens there is no flood, and each beginning has one end`(seed: UInt64) {
        var random = SplitMix(seed)
        var book = Self.book(
            after: Int64(random.next() % 120),
            settle: 1 + Int64(random.next() % 400),
            interval: 1 + Int64(random.next() % 400)
        )
        let problems = (0..<8).map { AlertProblem(event: .down, subject: "d\($0)") }
        var present = Set<AlertProblem>()
        var open = Set<String>()
        var notices: [Int64] = []
        let last: Int64 = 20_000
        for second in 0...last {
            if second < 12_000 {
                // Seldom or often, by the seed.
                if random.next() % (1 + seed * 7) == 0 {
                    let problem = problems[Int(random.next() % 8)]
                    if present.remove(problem) == nil { present.insert(problem) }
                }
            } else {
                present = []
            }
            let current = Dictionary(
                uniqueKeysWithValues: present.map { ($0, AlertDetail(since: second, text: "")) }
            )
            guard let news = book.update(current, now: second) else { continue }
            notices.append(second)
            for (problem, _) in news.begun {
                #expect(present.contains(problem), "told of what is gone")
                #expect(open.insert(problem.subject).inserted, "told twice")
            }
            for (problem, _) in news.ended {
                #expect(!present.contains(problem), "resolved while it is there")
                #expect(open.remove(problem.subject) != nil, "resolved without a beginning")
            }
        }
        #expect(open.isEmpty, "never resolved: \(open)")
        for (former, next) in zip(notices, notices.dropFirst()) {
            #expect(next - former >= book.damping.interval)
        }
    }

    @Test func `a restart tells nothing twice, and what ended meanwhile`() throws {
        let other = AlertProblem(event: .queueAge, subject: "slow.example")
        var book = Self.book()
        _ = Self.run(&book, 0...100) { _ in Self.now(Self.down, other) }
        // As it is stored.
        let stored = try JSONEncoder().encode(book.told)
        var next = Self.book()
        next.restore(try JSONDecoder().decode([AlertMemory].self, from: stored), now: 5)
        let told = Self.run(&next, 5...2_000) { _ in Self.now(other) }
        #expect([305: ["-dead.example"]] == told)
    }

    @Test func `what was never told is forgotten at a restart`() {
        var book = Self.book()
        _ = Self.run(&book, 0...59) { _ in Self.now(Self.down) }
        #expect(book.told == [])
    }

    @Test func `a notice fits into a pipe, whatever names say`() {
        let name = String(repeating: "\u{1B}", count: 400)
        let items = (0..<10_000).map {
            (
                AlertProblem(event: .queueAge, subject: name + "\($0)"),
                AlertDetail(
                    since: 0,
                    code: "4.4.316",
                    text: String(repeating: "\u{202E}", count: 999)
                )
            )
        }
        let news = AlertBook.News(begun: items, ended: items)
        let notice = AlertNotice(news, alert: "a", host: "mx", now: 0)
        #expect(ControlCoding.line(notice).count <= 65_536)
        #expect(notice.resolved.allSatisfy { $0.text.hasPrefix("over; it was: ") })
        #expect(9_900 < notice.firingLeftOut && "firing" == notice.status)
    }
}

/// A generator that gives the same numbers for the same seed.
///
/// Source: Steele, Lea, Flood, 'Fast Splittable Pseudorandom Number Generators'.
private struct SplitMix: RandomNumberGenerator {
    private var state: UInt64

    init(_ seed: UInt64) { state = seed }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }
}
