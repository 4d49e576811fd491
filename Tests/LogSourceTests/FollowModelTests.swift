import Foundation
import TestSupport
import Testing

@testable import LogSource

/// An interpreter of what writers and rotation do to a log, beside a model of what must come out.
@Suite struct FollowModelTests {
    enum Action: CaseIterable {
        case write, writeHalf, read, readSome, pause
        case rename, renameWithoutReopening, reopen, dateExtension, copyTruncate
        case compress, commit, kill
    }

    /// Which rotation a run uses: mixing schemes on one log is not what anybody does.
    enum Style: String, CaseIterable {
        case numbered, dated, copied
    }

    final class Machine {
        let folder = TestFolder()
        let style: Style
        /// Lines that each file begins with, the same in all.
        let banner: Int
        var random: SeededRandom
        var written: [String] = []
        var stored: [String] = []
        var fresh: [String] = []
        var positions: [String: SourcePosition]
        var tail: Tail
        var writer: WritableFile
        var half: String?
        var dates = 20_261_100
        var log: [String] = []
        var events: [String] = []

        init(style: Style, seed: UInt64, banner: Int) throws {
            self.style = style
            self.banner = banner
            random = SeededRandom(seed: seed)
            try folder.append("", to: "mail.log")
            writer = try #require(WritableFile(forWritingAtPath: folder.file("mail.log")))
            try writer.write(contentsOf: Self.text(banner))
            tail = try Tail([folder.file("mail.log")])
            positions = tail.follower.positions
        }

        func run(_ actions: Int) throws {
            let all = Action.allCases
            for _ in 0..<actions {
                guard let action = all.randomElement(using: &random) else { continue }
                log.append("\(action)")
                try perform(action)
            }
            if half != nil { try perform(.writeHalf) }
            try perform(.reopen)
            try perform(.write)
            tail.readAll()
            commit()
            events += tail.listener.events.map { "\($0)" }
        }

        func perform(_ action: Action) throws {
            switch action {
            case .write: try writeLines(Int.random(in: 1...5, using: &random))
            case .writeHalf: try writeHalf()
            case .read: collect(.max)
            case .readSome: collect(1)
            case .pause: tail.wake.now += .milliseconds(Int.random(in: 1...2_500, using: &random))
            case .rename where style == .numbered:
                if writerIsAtName {
                    try shift()
                    try folder.rename("mail.log", "mail.log.1")
                }
                try reopen()
            case .renameWithoutReopening where style == .numbered && writerIsAtName:
                try shift()
                try folder.rename("mail.log", "mail.log.1")
            case .reopen: try reopen()
            case .dateExtension where style == .dated:
                dates += 1
                if FileManager.default.fileExists(atPath: folder.file("mail.log")) {
                    try folder.rename("mail.log", "mail.log-\(dates)")
                }
                try reopen()
            case .copyTruncate where style == .copied && half == nil:
                try shift()
                try folder.copy("mail.log", "mail.log.1")
                try folder.truncate("mail.log")
                try writeBanner()
            case .compress: try compress()
            case .commit: commit()
            case .kill: try kill()
            default: break
            }
        }

        var writerIsAtName: Bool {
            FileSystem.status(of: folder.file("mail.log")) != nil
        }

        func writeLines(_ count: Int) throws {
            if half != nil { try writeHalf() }
            for _ in 0..<count {
                let line = nextLine()
                try writer.seekToEnd()
                try writer.write(contentsOf: Data((line + "\n").utf8))
                written.append(line)
            }
        }

        func writeHalf() throws {
            try writer.seekToEnd()
            if let line = half {
                try writer.write(contentsOf: Data((line.dropFirst(7) + "\n").utf8))
                written.append(line)
                half = nil
            } else {
                let line = nextLine()
                try writer.write(contentsOf: Data(line.prefix(7).utf8))
                half = line
            }
        }

        func nextLine() -> String {
            let padding = String(
                repeating: "x",
                count: Int.random(in: 0...120, using: &random)
            )
            return "\(written.count + 1) \(random.next() % 1_000_000) \(padding) end"
        }

        func reopen() throws {
            if half != nil { try writeHalf() }
            try folder.append("", to: "mail.log")
            writer = try #require(WritableFile(forWritingAtPath: folder.file("mail.log")))
            try writeBanner()
        }

        /// In a file that is new.
        func writeBanner() throws {
            guard try writer.seekToEnd() == 0 else { return }
            try writer.write(contentsOf: Self.text(banner))
        }

        static func text(_ banner: Int) -> Data {
            Data(String(repeating: bannerLine + "\n", count: banner).utf8)
        }

        static let bannerLine = "Nov 23 06:25:01 mx1 rsyslogd: started"

        func shift() throws {
            let names = try FileManager.default.contentsOfDirectory(atPath: folder.path)
            for number in (1...names.count + 1).reversed() {
                for suffix in ["", ".gz", ".xz"] where names.contains("mail.log.\(number)\(suffix)")
                {
                    try folder.rename(
                        "mail.log.\(number)\(suffix)",
                        "mail.log.\(number + 1)\(suffix)"
                    )
                }
            }
        }

        /// The newest rotated file stays plain: delayed compression, and its writer may go on.
        func compress() throws {
            let names = try FileManager.default.contentsOfDirectory(atPath: folder.path)
                .filter { $0 != "mail.log" && $0 != "mail.log.1" && !$0.hasSuffix("z") }.sorted()
            guard let name = names.first, name != "mail.log-\(dates)" else { return }
            try folder.compress(name, with: Bool.random(using: &random) ? "gzip" : "xz")
        }

        func collect(_ limit: Int) { fresh += tail.read(limit) }

        func commit() {
            stored += tail.lines
            tail.lines = []
            positions = tail.follower.positions
        }

        func kill() throws {
            events += tail.listener.events.map { "\($0)" } + ["killed"]
            let clock = tail.wake.now
            tail = try Tail([folder.file("mail.log")], at: positions)
            tail.wake.now = clock
        }
    }

    @Test(arguments: Style.allCases, 0..<90)
    func `every line is stored once, in order, through rotation and restarts`(
        style: Style,
        seed: Int
    ) throws {
        let machine = try Machine(style: style, seed: UInt64(seed), banner: seed % 3 * 4)
        try machine.run(80)
        let expected = machine.written
        let found = machine.stored.filter { $0 != Machine.bannerLine }
        let isSame = expected == found
        let missing = Set(expected).subtracting(found).map { $0.prefix(12) }.sorted()
        #expect(
            isSame,
            """
            \(style) seed \(seed): \(expected.count) written, \(found.count) stored, \(missing) missing
            \(machine.log.joined(separator: " "))
            \(machine.events)
            """
        )
        #expect(machine.tail.follower.counts.possiblyLost == 0)
    }
}
