import Foundation
import Synchronization

@testable import History

/// What a writer has told.
final class Troubles: Sendable {
    let list = Mutex<[HistoryTrouble]>([])
    func note(_ trouble: HistoryTrouble) { list.withLock { $0.append(trouble) } }
    var all: [HistoryTrouble] { list.withLock { $0 } }

    /// Waits until the writer has come so far.
    func wait(for count: Int) {
        let deadline = Date() + 20
        while all.count < count, Date() < deadline { Thread.sleep(forTimeInterval: 0.02) }
    }
}

/// Another process that writes to the database and takes its time.
final class Holder {
    private let process = Process()
    private let orders = Pipe()

    init(of path: String) throws {
        let answers = Pipe()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        let script = """
            import sqlite3, sys
            c = sqlite3.connect(sys.argv[1], isolation_level=None)
            c.execute("BEGIN IMMEDIATE"); print("held", flush=True); sys.stdin.read(); c.rollback()
            """
        process.arguments = ["python3", "-c", script, path]
        process.standardInput = orders
        process.standardOutput = answers
        try process.run()
        _ = answers.fileHandleForReading.availableData
    }

    func free() {
        try? orders.fileHandleForWriting.close()
        process.waitUntilExit()
    }
}
