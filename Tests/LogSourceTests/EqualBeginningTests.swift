import Foundation
import Testing

@testable import LogSource

/// Logs that begin with the same lines after each rotation are told apart, live and after a restart.
@Suite struct EqualBeginningTests {
    private let folder = TestFolder()

    /// How a log is rotated, from the newest file on.
    enum Rotation: CaseIterable {
        case renamed, dated, compressed, copied
    }

    private func tail(at positions: [String: SourcePosition] = [:]) throws -> Tail {
        try Tail([folder.file("mail.log")], at: positions)
    }

    private func banner(_ lines: Int) -> String {
        String(repeating: "Nov 23 06:25:01 mx1 rsyslogd: started\n", count: lines)
    }

    private func write(_ lines: [String], banner: Int) throws {
        try folder.append(
            self.banner(banner) + lines.map { $0 + "\n" }.joined(),
            to: "mail.log"
        )
    }

    private func rotate(_ rotation: Rotation, number: Int) throws {
        if rotation == .dated {
            try folder.rename("mail.log", "mail.log-2026110\(number)")
            return
        }
        for old in (1..<number).reversed() {
            for suffix in ["", ".gz"] {
                let name = "mail.log.\(old)\(suffix)"
                guard FileManager.default.fileExists(atPath: folder.file(name)) else { continue }
                try folder.rename(name, "mail.log.\(old + 1)\(suffix)")
            }
        }
        if rotation == .copied {
            try folder.copy("mail.log", "mail.log.1")
            try folder.truncate("mail.log")
        } else {
            try folder.rename("mail.log", "mail.log.1")
            if rotation == .compressed { try folder.compress("mail.log.1") }
        }
    }

    /// Lines without the banner.
    private func own(_ lines: [String]) -> [String] { lines.filter { !$0.hasPrefix("Nov") } }

    @Test(arguments: Rotation.allCases, [1, 2, 7, 40])
    func `files that were rotated while down are read, each line once`(
        rotation: Rotation,
        banner: Int
    ) throws {
        try write(["a1", "a2"], banner: banner)
        let first = try tail()
        first.read()
        try write(["a3"], banner: 0)
        for number in 1...4 {
            try rotate(rotation, number: number)
            try write(["b\(number)", "c\(number)"], banner: banner)
        }
        let again = try tail(at: first.follower.positions)
        again.readAll()
        let expected = ["a3"] + (1...4).flatMap { ["b\($0)", "c\($0)"] }
        #expect(own(again.lines) == expected)
        #expect(again.lines.count == expected.count + 4 * banner)
        #expect(again.follower.counts.possiblyLost == 0)
        let last = try tail(at: again.follower.positions)
        last.readAll()
        #expect(last.lines == [])
    }

    @Test(arguments: Rotation.allCases, [1, 7])
    func `what was stopped within the equal lines goes on in the same file`(
        rotation: Rotation,
        banner: Int
    ) throws {
        try write([], banner: banner)
        let first = try tail()
        first.read()
        try write(["a1"], banner: 0)
        for number in 1...3 {
            try rotate(rotation, number: number)
            try write(["b\(number)"], banner: banner)
        }
        let again = try tail(at: first.follower.positions)
        again.readAll()
        #expect(own(again.lines) == ["a1", "b1", "b2", "b3"])
    }

    @Test(arguments: Rotation.allCases, [1, 7])
    func `a follower that runs on reads every file`(rotation: Rotation, banner: Int) throws {
        let tail = try tail()
        var expected: [String] = []
        for number in 1...5 {
            try write(["a\(number)", "b\(number)"], banner: banner)
            tail.readAll()
            try write(["c\(number)"], banner: 0)
            try rotate(rotation, number: number)
            expected += ["a\(number)", "b\(number)", "c\(number)"]
        }
        try write(["end"], banner: banner)
        tail.readAll()
        #expect(own(tail.lines) == expected + ["end"])
    }

    @Test func `a log that begins like the one that is gone is read from its start`() throws {
        try write(["a1", "a2", "a3"], banner: 2)
        let first = try tail()
        first.read()
        try folder.remove("mail.log")
        try write(["b1"], banner: 2)
        let again = try tail(at: first.follower.positions)
        again.readAll()
        #expect(own(again.lines) == ["b1"])
        #expect(again.follower.counts.possiblyLost == 1)
    }

    @Test func `ids of lines after equal ones differ, and do not change as the log grows`() throws {
        let (a, b) = (banner(3) + "a1\n", banner(3) + "b1\n")
        let offset = banner(3).utf8.count
        #expect(LogHead(a).identity(ofLineAt: 0) == LogHead(b).identity(ofLineAt: 0))
        #expect(LogHead(a).identity(ofLineAt: offset) != LogHead(b).identity(ofLineAt: offset))
        var grown = LogHead(a)
        let more = String(repeating: "more\n", count: 9)
        var block = LogBlock(capacity: 100)
        for (index, byte) in more.utf8.enumerated() { block.bytes[index] = byte }
        block.count = more.utf8.count
        block.offset = a.utf8.count
        grown.append(block)
        #expect(grown == LogHead(a + more))
        for line in 0..<4 {
            let place = line * banner(1).utf8.count
            #expect(grown.identity(ofLineAt: place) == LogHead(a).identity(ofLineAt: place))
        }
    }

    @Test func `a head ends after so many bytes or lines`() throws {
        var text = ""
        while text.utf8.count < LogHead.reach {
            text += "line \(text.utf8.count)" + "\n" + banner(1)
        }
        #expect(LogHead(text).isFull)
        #expect(LogHead(text) == LogHead(text + "more\n"))
        let empty = LogHead(String(repeating: "\n", count: 1_000))
        #expect(empty.lines == LogHead.mostLines)
        #expect(empty.identities(in: 0..<1_000).count == LogHead.mostLines)
        #expect(empty.identities(in: 500..<1_000).isEmpty)
    }

    @Test func `positions of version 1 are gone on from`() throws {
        try write(["a1"], banner: 1)
        let first = try tail()
        first.read()
        try folder.append("0\n", to: "mail.log.2")
        let old = try folder.versionOne(first.follower.positions, finished: ["0\n"])
        try write(["a2"], banner: 0)
        try folder.rename("mail.log", "mail.log.1")
        try write(["b1"], banner: 1)
        let again = try tail(at: old)
        again.readAll()
        #expect(own(again.lines) == ["a2", "b1"])
        let last = try tail(at: again.follower.positions)
        last.readAll()
        #expect(last.lines == [])
    }
}

extension TestFolder {
    /// The positions as version 1 stored them.
    func versionOne(
        _ positions: [String: SourcePosition],
        finished: [String]
    ) throws -> [String: SourcePosition] {
        var old: [String: SourcePosition] = [:]
        for (source, position) in positions {
            guard case .file(let file) = position.place else { continue }
            let logs = finished.compactMap { LogHead($0).identity }
            let text = """
                {"version":1,"place":{"file":{"_0":{"file":{"device":\(file.file.device),\
                "inode":\(file.file.inode)},"path":"\(file.path)","identity":\(file.identity ?? 0),\
                "offset":\(file.offset),"line":\(file.line),"isInsideLine":false,\
                "mark":{"length":\(file.mark.length),"hash":\(file.mark.hash)},\
                "modified":\(file.modified),"finished":\(logs),"late":[]}}}}
                """
            old[source] = try JSONDecoder().decode(SourcePosition.self, from: Data(text.utf8))
        }
        return old
    }
}
