import Foundation
import TestSupport

import Testing

@testable import LogSource

/// Foundation's, beside the module's own.
typealias WritableFile = Foundation.FileHandle

/// A folder of its own for a test.
final class TestFolder {
    let path: String

    init() {
        path = NSTemporaryDirectory() + "deferwatch-follow-" + UUID().uuidString
        try? FileManager.default.createDirectory(
            atPath: path,
            withIntermediateDirectories: true
        )
        KeptFolders.keep(path)
    }

    func file(_ name: String) -> String { path + "/" + name }

    func append(_ text: String, to name: String) throws {
        try append(Array(text.utf8), to: name)
    }

    func append(_ bytes: [UInt8], to name: String) throws {
        let path = file(name)
        if !FileManager.default.fileExists(atPath: path) {
            _ = FileManager.default.createFile(atPath: path, contents: nil)
        }
        let handle = try #require(WritableFile(forWritingAtPath: path))
        try handle.seekToEnd()
        try handle.write(contentsOf: bytes)
        try handle.close()
    }

    func rename(_ old: String, _ new: String) throws {
        try FileManager.default.moveItem(atPath: file(old), toPath: file(new))
    }

    func copy(_ old: String, _ new: String) throws {
        let data = try Data(contentsOf: URL(fileURLWithPath: file(old)))
        try data.write(to: URL(fileURLWithPath: file(new)))
    }

    func remove(_ name: String) throws {
        try FileManager.default.removeItem(atPath: file(name))
    }

    func permit(_ name: String, _ mode: Int) throws {
        try FileManager.default.setAttributes(
            [.posixPermissions: mode],
            ofItemAtPath: file(name)
        )
    }

    func truncate(_ name: String) throws {
        let handle = try #require(WritableFile(forWritingAtPath: file(name)))
        try handle.truncate(atOffset: 0)
        try handle.close()
    }

    /// Changes the byte that stands `fromEnd` before the file's end.
    func damage(_ name: String, fromEnd: Int) throws {
        var bytes = [UInt8](try Data(contentsOf: URL(fileURLWithPath: file(name))))
        bytes[bytes.count - fromEnd] ^= 0x10
        try Data(bytes).write(to: URL(fileURLWithPath: file(name)))
    }

    /// Makes a file look as if it was last written so many seconds ago.
    func age(_ name: String, by seconds: TimeInterval) throws {
        try FileManager.default.setAttributes(
            [.modificationDate: Date(timeIntervalSinceNow: -seconds)],
            ofItemAtPath: file(name)
        )
    }

    func compress(_ name: String, with tool: String = "gzip") throws {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        process.arguments = [tool, "-f", file(name)]
        try process.run()
        process.waitUntilExit()
    }
}

/// A clock that the test turns.
final class StepWake: WakeSource {
    var now = Duration.zero
    var waits = 0
    /// The system announces no changes.
    var isDeaf = false

    func watch(directory: String) -> Bool { !isDeaf }
    func watch(descriptor: Int32) {}
    func forget(descriptor: Int32) {}
    func wait() -> Bool {
        waits += 1
        return false
    }
}

/// Hears everything.
final class Listener: FollowObserver {
    var events: [FollowEvent] = []
    func followed(_ source: String, _ event: FollowEvent) { events.append(event) }
}

/// A follower of one log under test, with what it delivered.
final class Tail {
    let wake = StepWake()
    let listener = Listener()
    let follower: FileFollower
    var block = LogBlock(capacity: 70_000)
    var lines: [String] = []
    var blocks: [FollowedBlock] = []

    init(
        _ paths: [String],
        at positions: [String: SourcePosition] = [:],
        start: FollowStart = .beginning
    ) throws {
        var settings = FollowSettings()
        settings.start = start
        follower = try FileFollower(
            paths: paths,
            positions: positions,
            settings: settings,
            wake: wake,
            observer: listener
        )
    }

    /// Delivers at most `limit` blocks; the lines of these.
    @discardableResult
    func read(_ limit: Int = .max) -> [String] {
        var new: [String] = []
        var count = 0
        while count < limit, let found = follower.poll(&block) {
            count += 1
            blocks.append(found)
            let text = String(decoding: block.bytes[..<block.count], as: UTF8.self)
            new += text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
            if text.hasSuffix("\n") { new.removeLast() }
        }
        lines += new
        return new
    }

    /// Reads until nothing more can come, with the clock going on.
    func readAll() {
        for _ in 0..<12 {
            read()
            wake.now += .seconds(1)
        }
    }
}
