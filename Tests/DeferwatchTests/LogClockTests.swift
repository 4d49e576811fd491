import LogSource
import MailFlow
import Testing

@testable import deferwatch

/// A log whose clock, or zone, is not that of the machine.
@Suite struct LogClockTests {
    private let file = FileID(device: 1, inode: 1)
    private let written: Int64 = 1_790_000_000

    private func position(_ offset: Int) -> FilePosition {
        var position = FilePosition(file: file, path: "log")
        position.offset = offset
        return position
    }

    /// After a judgement of the same kind a minute before.
    private func error(lineAhead: Int64, size: Int = 100, read: Int = 100) -> Seconds {
        var clock = LogClock()
        clock.note(newest: written + lineAhead)
        for now in Seconds(0)...1 {
            clock.observe(
                file,
                size: size + Int(now),
                modified: written,
                position: position(read + Int(now)),
                now: now * LogClock.patience
            )
        }
        return clock.error
    }

    /// What is said of lines that are `ahead` of the file's time, one every `step` seconds.
    private func errors(_ ahead: [Int64], every step: Seconds) -> [Seconds] {
        var clock = LogClock()
        return ahead.enumerated().map { number, ahead in
            clock.note(newest: written + ahead)
            let size = 100 + number
            clock.observe(
                file,
                size: size,
                modified: written,
                position: position(size),
                now: Seconds(number) * step
            )
            return clock.error
        }
    }

    @Test(arguments: [-10_800, -601, 601, 7_200] as [Int64])
    func `a line of another time than its file's is an error`(ahead: Int64) {
        #expect(error(lineAhead: ahead) == ahead)
    }

    @Test(arguments: [-600, -1, 0, 2, 600] as [Int64])
    func `lines that are held back a while are none`(ahead: Int64) {
        #expect(error(lineAhead: ahead) == 0)
    }

    @Test func `nothing is said before all is read`() {
        #expect(error(lineAhead: -10_800, size: 200) == 0)
    }

    @Test func `a file that is touched stays as old as its lines`() {
        var clock = LogClock()
        clock.note(newest: written)
        for day in Int64(0)..<3 {
            clock.observe(
                file,
                size: 100,
                modified: written + day * 86_400,
                position: position(100),
                now: day * 86_400
            )
        }
        #expect(clock.error == 0)
    }

    @Test func `a clock is called wrong, and right again, after a minute`() {
        let found = errors([-7_200, -7_200, -7_200, 5, 5, 5], every: 40)
        #expect(found == [0, 0, -7_200, -7_200, -7_200, 0])
    }

    @Test func `hosts of several zones in one log make no noise`() {
        let found = errors((0..<50).map { $0 % 2 == 0 ? 0 : 10_800 }, every: 10)
        #expect(found.allSatisfy { $0 == 0 })
    }

    @Test func `lines without a time say nothing`() {
        var clock = LogClock()
        clock.note(newest: written)
        clock.note(newest: nil)
        for day in Int64(1)..<3 {
            clock.observe(
                file,
                size: Int(day),
                modified: written + day * 86_400,
                position: position(Int(day)),
                now: day * 86_400
            )
        }
        #expect(clock.error == 0)
    }

    @Test func `each trouble is told once, and its end`() {
        let none = TailTrouble()
        let off = TailTrouble(missing: ["a.log"], clockErrors: ["b.log": -10_800])
        #expect(
            off.sentences(after: none) == [
                "a.log is not there: nothing of it is read until it is",
                "the clock of b.log is 3 h behind: a wrong zone (TZ), or a wrong clock;"
                    + " nothing is learned of its lines",
            ]
        )
        let later = TailTrouble(missing: ["a.log"], clockErrors: ["b.log": -10_790])
        #expect(later.sentences(after: off) == [])
        #expect(
            none.sentences(after: later) == [
                "a.log is there again", "the clock of b.log is right again",
            ]
        )
    }
}
