import LogSource
import MailFlow
import Testing

@testable import deferwatch

/// How far reading is behind, from sizes seen and places read.
@Suite struct TailAgeTests {
    @Test func `a log that is not there is told after a rotation's time`() throws {
        let folder = try Folder()
        let path = folder.path + "/mail.log"
        let meter = TailMeter()
        let place = FilePosition(file: .none, path: path)
        meter.begin([path: SourcePosition(.file(place))], wall: 1_000, now: 0)
        _ = meter.measure(now: 1)
        #expect(meter.missing(now: 9) == [])
        _ = meter.measure(now: 10)
        #expect(meter.missing(now: 11) == [path])
        try folder.write("mail.log", "")
        _ = meter.measure(now: 12)
        #expect(meter.missing(now: 60) == [])
    }

    private let first = FileID(device: 1, inode: 1)
    private let second = FileID(device: 1, inode: 2)

    private func position(_ file: FileID, _ offset: Int) -> FilePosition {
        var position = FilePosition(file: file, path: "log")
        position.offset = offset
        return position
    }

    @Test func `who reads as fast as is written is not behind`() {
        var age = TailAge(since: 0)
        for now in Seconds(0)..<100 {
            let size = Int(now) * 10
            #expect(0 == age.observe(first, size: size, position: position(first, size), now: now))
        }
    }

    @Test func `the age is that of the oldest byte that is not read`() {
        var age = TailAge(since: 0)
        #expect(0 == age.observe(first, size: 10, position: position(first, 10), now: 100))
        // Written after 100, and not read since.
        #expect(1 == age.observe(first, size: 20, position: position(first, 10), now: 101))
        #expect(2 == age.observe(first, size: 30, position: position(first, 10), now: 102))
        // The reader has what was there at 101.
        #expect(2 == age.observe(first, size: 40, position: position(first, 20), now: 103))
        #expect(0 == age.observe(first, size: 40, position: position(first, 40), now: 104))
    }

    @Test func `what was there before the start is as old as the file says`() {
        var age = TailAge(since: -500)
        #expect(510 == age.observe(first, size: 20, position: position(first, 10), now: 10))
    }

    @Test func `after a rotation the new file counts until it is read`() {
        var age = TailAge(since: 0)
        #expect(0 == age.observe(first, size: 10, position: position(first, 10), now: 10))
        #expect(0 == age.observe(second, size: 0, position: position(first, 10), now: 11))
        #expect(1 == age.observe(second, size: 5, position: position(first, 10), now: 12))
        #expect(3 == age.observe(second, size: 9, position: position(first, 10), now: 14))
        #expect(0 == age.observe(second, size: 9, position: position(second, 9), now: 15))
    }

    @Test func `a log that is gone is not behind`() {
        var age = TailAge(since: 0)
        #expect(0 == age.observe(first, size: 10, position: position(first, 10), now: 10))
        #expect(0 == age.observe(nil, size: 0, position: position(first, 10), now: 99))
    }

    @Test func `looks are bounded, and the age stays within seconds of the truth`() {
        var age = TailAge(since: 0)
        for now in Int64(0)..<20_000 {
            _ = age.observe(first, size: Int(now) + 1, position: position(first, 0), now: now)
        }
        let behind = age.observe(
            first,
            size: 20_001,
            position: position(first, 19_000),
            now: 20_000
        )
        #expect((1_000...1_100).contains(behind), "\(behind)")
    }
}
