import Testing

@testable import LogSource

/// The decision alone, without files.
@Suite struct ReadingPlanTests {
    /// What each file would show.
    final class Contents: LogProbe {
        var identities: [String: UInt64] = [:]
        var contents: [String: String] = [:]
        var ends: [String: Int] = [:]
        var different: Set<String> = []
        var unreadable: Set<String> = []

        func head(of file: LogFile) -> LogHead? {
            (contents[file.path] ?? identities[file.path].map { "\($0)\n" }).map { LogHead($0) }
        }

        func isReadable(_ file: LogFile) -> Bool { !unreadable.contains(file.path) }
        func holds(_ mark: ContentMark, at offset: Int, in file: LogFile) -> ProbeResult {
            if different.contains(file.path) { return .different }
            let end = ends[file.path] ?? .max
            return end < offset ? .shorter(end: end) : .same
        }
    }

    private func file(_ name: String, inode: UInt64, modified: Int64 = 0) -> LogFile {
        LogFile(
            path: name,
            id: FileID(device: 1, inode: inode),
            size: 100,
            modified: modified,
            rank: RotationRank.of(name, base: "mail.log") ?? .other
        )
    }

    private func position(_ identity: UInt64?, inode: UInt64, offset: Int = 50) -> FilePosition {
        var position = FilePosition(file: FileID(device: 1, inode: inode), path: "mail.log")
        if let identity { position.note(LogHead("\(identity)\n")) }
        position.offset = offset
        return position
    }

    @Test func `an inode that is used again is not taken for the old file`() {
        let contents = Contents()
        contents.identities = ["mail.log": 9, "mail.log.1": 7]
        let files = [file("mail.log.1", inode: 2), file("mail.log", inode: 1)]
        let plan = ReadingPlan(files: files, probe: contents)
        #expect(plan.resumption(of: position(7, inode: 1)) == .at(files[0]))
    }

    @Test func `an inode that is used again does not hide what comes next`() {
        let contents = Contents()
        contents.identities = ["mail.log": 9, "mail.log.1": 8, "mail.log.2.gz": 7]
        let files = [
            file("mail.log.2.gz", inode: 3), file("mail.log.1", inode: 1),
            file("mail.log", inode: 2),
        ]
        let plan = ReadingPlan(files: files, probe: contents)
        #expect(
            plan.file(FileID(device: 1, inode: 1), orContentOf: position(7, inode: 1)) == files[0]
        )
    }

    @Test func `the same inode goes before a copy of its content`() {
        let contents = Contents()
        contents.identities = ["mail.log": 7, "mail.log.1": 7]
        let files = [file("mail.log.1", inode: 2), file("mail.log", inode: 1)]
        let plan = ReadingPlan(files: files, probe: contents)
        #expect(plan.resumption(of: position(7, inode: 1)) == .at(files[1]))
    }

    @Test func `a copy that is being made does not count while the original is there`() {
        let contents = Contents()
        contents.identities = ["mail.log": 7, "mail.log.1": 7]
        contents.ends = ["mail.log.1": 10]
        let files = [file("mail.log.1", inode: 2), file("mail.log", inode: 1)]
        let plan = ReadingPlan(files: files, probe: contents)
        #expect(plan.resumption(of: position(7, inode: 1)) == .at(files[1]))
        contents.identities["mail.log"] = 8
        #expect(plan.resumption(of: position(7, inode: 1)) == .shorter(files[0], end: 10))
    }

    @Test func `content that differs before the offset is another log`() {
        let contents = Contents()
        contents.identities = ["mail.log": 7]
        contents.different = ["mail.log"]
        let plan = ReadingPlan(files: [file("mail.log", inode: 1)], probe: contents)
        #expect(plan.resumption(of: position(7, inode: 1)) == .gone)
    }

    @Test func `a log that may not be read now is waited for`() {
        let contents = Contents()
        contents.unreadable = ["mail.log"]
        let files = [file("mail.log", inode: 1)]
        let plan = ReadingPlan(files: files, probe: contents)
        #expect(plan.resumption(of: position(7, inode: 1)) == .blocked(files[0]))
    }

    @Test func `after a file come those that were begun later and not read`() {
        let contents = Contents()
        contents.identities = ["mail.log.3.gz": 1, "mail.log.2": 2, "mail.log.1": 3, "mail.log": 4]
        let files = [
            file("mail.log.3.gz", inode: 1), file("mail.log.2", inode: 2),
            file("mail.log.1", inode: 3), file("mail.log", inode: 4),
        ]
        let plan = ReadingPlan(files: files, probe: contents)
        var position = position(2, inode: 2)
        #expect(plan.successors(of: position, after: files[1]) == [files[2], files[3]])
        position.finish(LogHead("3\n").log)
        #expect(plan.successors(of: position, after: files[1]) == [files[3]])
    }

    @Test func `where the file is gone, the time of modification tells which are later`() {
        let contents = Contents()
        contents.identities = ["mail.log.2": 1, "mail.log.1": 2, "mail.log": 3]
        let files = [
            file("mail.log.2", inode: 1, modified: 10), file("mail.log.1", inode: 2, modified: 30),
            file("mail.log", inode: 3, modified: 40),
        ]
        let plan = ReadingPlan(files: files, probe: contents)
        var position = position(9, inode: 9)
        position.modified = 20
        #expect(plan.successors(of: position, after: nil) == [files[1], files[2]])
    }

    @Test(arguments: [
        ("mail.log", RotationRank.active), ("mail.log.1", .indexed(1)),
        ("mail.log.12.gz", .indexed(12)), ("mail.log-20261103", .dated("20261103")),
        ("mail.log-20261103.xz", .dated("20261103")), ("mail-20261103.log", .dated("20261103")),
        ("mail.log.20261103-062500", .dated("20261103062500")),
        ("mail.log-2026-11-03", .dated("20261103")), ("mail.log-1793000000", .dated("1793000000")),
        ("mail.log.old", .other), ("mail.log.gz", .other),
    ])
    func `a name tells the place`(name: String, rank: RotationRank) {
        #expect(RotationRank.of(name, base: "mail.log") == rank)
    }

    @Test(arguments: ["mail.logger", "mail.err", "mail.err.1", "xmail.log", "mail-x.log", "mail"])
    func `other logs are not taken for rotated ones`(name: String) {
        #expect(RotationRank.of(name, base: "mail.log") == nil)
    }

    @Test(arguments: ["mail.info", "mail.warn", "mail.err", "mail.info-20261201", "mail.err.1.gz"])
    func `logs of other severities are not taken for rotated ones`(name: String) {
        #expect(RotationRank.of(name, base: "mail") == nil)
    }

    @Test func `a file that is being compressed counts once`() {
        let plain = file("mail.log.1", inode: 1)
        let ordered = LogFile.inOrder([
            file("mail.log", inode: 3), file("mail.log.1.gz", inode: 2), plain,
            file("mail.log.10", inode: 4), file("mail.log.2", inode: 5),
        ])
        #expect(ordered.map(\.path) == ["mail.log.10", "mail.log.2", "mail.log.1", "mail.log"])
    }
}

extension LogHead {
    /// The head of a log that begins with this text.
    init(_ text: String, at offset: Int = 0) {
        self.init()
        var block = LogBlock(capacity: text.utf8.count)
        for (index, byte) in text.utf8.enumerated() { block.bytes[index] = byte }
        block.count = text.utf8.count
        block.offset = offset
        append(block)
    }
}
