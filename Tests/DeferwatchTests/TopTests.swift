import Deferrals
import MailFlow
import Testing

@testable import deferwatch

@Suite struct TopKeyTests {
    @Test(arguments: [
        ("q", [TopKey.character("q")]), ("\r", [.enter]), ("\n", [.enter]),
        ("\u{7F}", [.backspace]),
        ("\u{1B}[A", [.up]), ("\u{1B}OB", [.down]), ("\u{1B}[5~", [.pageUp]),
        ("\u{1B}[6~", [.pageDown]), ("\u{1B}[H", [.home]), ("\u{1B}[4~", [.end]),
        ("ü", [.character("ü")]), ("\u{1B}[1;5Cq", [.character("q")]),
        ("\u{1B}xq", [.character("q")]),
        ("\u{0}\u{1}q", [.character("q")]),
        ("jj\u{1B}[Bk", [.character("j"), .character("j"), .down, .character("k")]),
    ])
    func `bytes become keys, whole or one at a time`(text: String, keys: [TopKey]) {
        var whole = TopKeyDecoder()
        #expect(whole.keys(text.utf8) == keys)
        var split = TopKeyDecoder()
        #expect(text.utf8.flatMap { split.keys([$0]) } == keys)
    }

    @Test func `an escape that nothing follows is the key`() {
        var decoder = TopKeyDecoder()
        #expect(decoder.keys([27]) == [])
        #expect(decoder.pause() == .escape)
        #expect(decoder.pause() == nil)
        #expect(decoder.keys("q".utf8) == [.character("q")])
    }

    @Test func `no sequence is too long or too wrong to be got over`() {
        var decoder = TopKeyDecoder()
        _ = decoder.keys([27, 91] + [UInt8](repeating: 48, count: 500))
        _ = decoder.keys([0xFF, 0xC3, 0x28, 0x80])
        _ = decoder.pause()
        #expect(decoder.keys("q".utf8) == [.character("q")])
    }
}

@Suite struct TopStateTests {
    private static let domains = (1...50).map { "d\($0).example" }

    private func press(_ keys: [TopKey], _ domains: [String] = domains) -> TopState {
        var state = TopState()
        for key in keys {
            #expect(state.press(key, domains: domains, height: 10, lines: 40) == .goOn)
        }
        return state
    }

    @Test(arguments: [
        ([TopKey.down], 1), ([.down, .down, .up], 1), ([.up], 0), ([.pageDown], 9), ([.end], 49),
        ([.end, .home], 0), ([.end, .pageUp], 40), ([.character("j"), .character("j")], 2),
        ([.character("G"), .down], 49), ([.character(" "), .character(" ")], 18),
    ])
    func `keys move the choice, and never beyond the list`(keys: [TopKey], place: Int) {
        #expect(press(keys).place(in: Self.domains) == place)
    }

    @Test func `the choice stays with its destination when the order changes`() {
        let state = press([.down, .down])
        #expect(state.place(in: Self.domains.reversed()) == 47)
        #expect(state.place(in: ["others.example"]) == 0)
    }

    @Test func `pages are entered and left`() {
        #expect(press([.enter]).page == .details)
        #expect(press([.enter, .character("e")]).page == .explanation)
        #expect(press([.character("e"), .escape]).page == .destinations)
        #expect(press([.character("?"), .backspace]).page == .destinations)
        #expect(press([.enter, .down, .down, .up]).scroll == 1)
        #expect(press([.enter, .down, .escape, .enter]).scroll == 0)
        #expect(press([.enter, .end, .home]).scroll == 0)
        #expect(press([.enter, .end]).scroll == 30)
        #expect(press([.enter, .end, .down, .up]).scroll == 29)
        #expect(press([.enter], []).page == .destinations)
    }

    @Test func `sorting goes round`() {
        let all = TopState.Sort.allCases
        for count in 0...all.count {
            let keys = [TopKey](repeating: .character("s"), count: count)
            #expect(press(keys).sort == all[count % all.count])
        }
    }

    @Test func `a filter is typed, kept, and taken away`() {
        let typed: [TopKey] = [.character("/"), .character("Q"), .character("s"), .character("x")]
        #expect(press(typed).filter == "qsx" && press(typed).isTyping)
        #expect(press(typed + [.backspace, .enter]).filter == "qs")
        #expect(!press(typed + [.enter]).isTyping)
        #expect(press(typed + [.escape]).filter.isEmpty)
        #expect(press(typed + [.enter, .escape]).filter.isEmpty)
        let long = [TopKey.character("/")] + [TopKey](repeating: .character("a"), count: 500)
        #expect(press(long).filter.count == 64)
    }

    @Test func `q ends it, but not while a filter is typed`() {
        var state = TopState()
        #expect(state.press(.character("q"), domains: [], height: 1) == .quit)
        _ = state.press(.character("/"), domains: [], height: 1)
        #expect(state.press(.character("q"), domains: [], height: 1) == .goOn)
    }

    @Test func `p pauses and goes on`() {
        #expect(press([.character("p")]).isPaused)
        #expect(!press([.character("p"), .character("p")]).isPaused)
    }
}

@Suite struct TopFrameTests {
    private static func picture(
        _ domain: String = "example.com",
        rows: Int = 1
    ) throws -> TopPicture {
        var snapshot = try SampleReport.snapshot(
            domain: domain,
            reason: SampleReport.hostile,
            recipient: SampleReport.hostile + "@" + domain,
            sender: SampleReport.hostile
        )
        let row = snapshot.destinations[0]
        snapshot.destinations = (0..<rows).map { number in
            var row = row
            if number > 0 { row.domain = "d\(number).example" }
            row.waiting = rows - number
            return row
        }
        return TopPicture(snapshot: snapshot, trend: (0..<60).map { $0 % 7 }, source: "mail.log")
    }

    private static func frame(
        _ picture: TopPicture,
        _ keys: [TopKey] = [],
        width: Int = 80,
        height: Int = 24,
        color: Bool = false
    ) -> [String] {
        var state = TopState()
        for key in keys {
            let domains = picture.rows(state).map(\.domain)
            _ = state.press(key, domains: domains, height: TopFrame.room(height: height))
        }
        return TopFrame(
            picture: picture,
            state: state,
            width: width,
            height: height,
            style: Style(isColored: color)
        ).lines()
    }

    static let pages: [[TopKey]] = [
        [], [.enter], [.character("e")], [.character("?")], [.character("/"), .character("x")],
        [.character("p")], [.enter, .end], [.end],
    ]

    @Test(arguments: pages, [(80, 24), (200, 60), (40, 10), (12, 3), (1, 1)])
    func `every page fills the screen and never more`(keys: [TopKey], size: (Int, Int)) throws {
        let picture = try Self.picture(rows: 40)
        let lines = Self.frame(picture, keys, width: size.0, height: size.1)
        #expect(lines.count == size.1)
        for line in lines { #expect(line.displayWidth <= size.0, "\(line)") }
    }

    @Test(arguments: pages)
    func `what a log holds cannot reach the terminal`(keys: [TopKey]) throws {
        var picture = try Self.picture(SampleReport.hostile)
        picture.source = SampleReport.hostile
        picture.message = SampleReport.hostile
        let text = Self.frame(picture, keys).joined()
        #expect(!text.unicodeScalars.contains(where: Escape.isDangerous))
    }

    @Test func `at 80 by 24 the list shows what counts`() throws {
        let lines = Self.frame(try Self.picture(rows: 40))
        #expect(lines[0].hasPrefix("deferwatch top  ") && lines[0].contains("by waiting"))
        #expect(lines[1].contains(" deferred, ") && lines[1].contains("messages waiting"))
        #expect(lines[2].contains("last 50 min") && lines[2].contains("█"))
        #expect(lines[5].contains("Destination") && lines[5].contains("Waiting"))
        #expect(lines[6].hasPrefix("▶ example.com") && lines[7].hasPrefix("  d1.example"))
        #expect(lines[22].hasPrefix("  d16.example"))
        #expect(lines[23].contains("q quit"))
    }

    @Test func `the chosen destination stays in sight`() throws {
        let picture = try Self.picture(rows: 40)
        for count in 0..<40 {
            let lines = Self.frame(picture, [TopKey](repeating: .down, count: count))
            let name = count == 0 ? "example.com" : "d\(count).example"
            #expect(lines.contains { $0.hasPrefix("▶ \(name) ") })
        }
    }

    @Test func `the filter leaves only what has it in the name`() throws {
        let picture = try Self.picture(rows: 40)
        let keys: [TopKey] = "/d3".map { .character($0) }
        let shown = Self.frame(picture, keys).filter { $0.contains(".example ") }
        #expect(shown.count == 11)
        let none = Self.frame(picture, "/zzz".map { .character($0) })
        #expect(none.contains("No destination has that in its name."))
    }

    @Test func `details and explanation are of the chosen one`() throws {
        let picture = try Self.picture(rows: 3)
        let details = Self.frame(picture, [.down, .enter], height: 40)
        #expect(
            details.contains { $0.hasPrefix("d1.example") }
                && details.contains { $0.hasPrefix("Last success") }
        )
        let explained = Self.frame(picture, [.down, .character("e")], height: 60)
        #expect(explained.contains { $0.contains("Likely causes") })
        #expect(explained.contains { $0.contains("(d1.example)") })
    }

    @Test func `rows come in the order that was asked for`() throws {
        var picture = try Self.picture(rows: 3)
        picture.snapshot.destinations[0].lastFailure = 3
        picture.snapshot.destinations[1].lastFailure = 9
        picture.snapshot.destinations[2].lastFailure = 5
        picture.snapshot.destinations[2].attempts = 9_999
        func order(_ presses: Int) -> [String] {
            var state = TopState()
            for _ in 0..<presses { _ = state.press(.character("s"), domains: [], height: 9) }
            return picture.rows(state).map(\.domain)
        }
        #expect(order(0) == ["example.com", "d1.example", "d2.example"])
        #expect(order(1).first == "d2.example")
        #expect(order(2) == ["d1.example", "d2.example", "example.com"])
        #expect(order(3) == ["d1.example", "d2.example", "example.com"])
    }

    @Test func `the trend is the last hour by the log's clock, and stays small`() {
        var trend = MinuteTrend()
        for minute in Int64(0)..<10_000 { trend.add(Int(minute % 5), minute: minute) }
        #expect(trend.values(until: nil) == (9_940..<10_000).map { $0 % 5 })
        #expect(
            trend.values(until: 10_029 * 60).prefix(30)
                == ArraySlice((9_970..<10_000).map { $0 % 5 })
        )
        trend.add(7, minute: 3)
        #expect(!trend.values(until: nil).contains(7))
        #expect(MinuteTrend().values(until: nil).isEmpty)
    }
}
