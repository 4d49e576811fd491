internal import CSQLite
internal import Foundation
internal import GRDB
internal import Synchronization

/// What was seen, and where reading stopped: a SQLite database.
///
/// Facts and positions go in together, in one transaction for each batch, so that a crash at any
/// moment leaves both as they were at the same moment. WAL with synchronous=NORMAL: a power cut may
/// take the last transactions back, facts and positions alike. Readers never wait for the writer.
public final class History: Sendable {
    /// The database file.
    public let path: String
    let backend: Mutex<Backend>
    /// Beside the backend, which is locked for as long as the disk takes.
    private let standing: Mutex<Standing>

    /// Minutes east of UTC of a clock that names no zone, by the civil seconds since 1970 that it shows.
    public typealias ClockZone = @Sendable (_ civilSeconds: Int64) -> Int16

    struct Backend {
        var database: any DatabaseWriter
        var recorder: HistoryRecorder?
        /// The file that was opened.
        var file: FileNumber?
        /// Texts go as a whole with so many events.
        var eventsPerEpoch = 50_000
        var zone: ClockZone = { _ in 0 }
    }

    private struct Standing {
        /// The database itself is in memory.
        var isInMemory: Bool
        /// What comes does not reach the disk now.
        var isSuspended = false
    }

    /// Opens or creates the history at `path`, and brings its schema up to date.
    ///
    /// - Throws: `.damaged` for what is no database: see `openReplacingDamaged`.
    public convenience init(path: String) throws(HistoryError) {
        do {
            let pool = try DatabasePool(path: path, configuration: Self.configuration())
            try pool.write { try HistorySchema.migrate($0, path: path) }
            self.init(path: path, Backend(database: pool, recorder: nil))
            backend.withLock { $0.file = FileNumber(path: path) }
        } catch {
            throw HistoryError(error, path: path)
        }
    }

    /// Opens the history at `path` for reading only, beside a process that writes it.
    ///
    /// - Throws: where there is none, or its schema is another.
    public convenience init(readingFrom path: String) throws(HistoryError) {
        do {
            var configuration = Self.configuration()
            configuration.readonly = true
            let queue = try DatabaseQueue(path: path, configuration: configuration)
            let found = try queue.read { try Int.fetchOne($0, sql: "PRAGMA user_version") ?? 0 }
            let known = HistorySchema.version
            guard found <= known else {
                throw HistoryError.newerSchema(path: path, found: found, known: known)
            }
            guard found == known else {
                throw HistoryError.olderSchema(path: path, found: found, known: known)
            }
            self.init(path: path, Backend(database: queue, recorder: nil))
        } catch {
            let found = HistoryError(error, path: path)
            // Nobody wants to write here: it is not there, or not to be read.
            guard case .unwritable(_, let reason) = found else { throw found }
            throw .database(path: path, reason: reason)
        }
    }

    private init(path: String, _ backend: sending Backend, isInMemory: Bool = false) {
        self.path = path
        standing = Mutex(Standing(isInMemory: isInMemory))
        self.backend = Mutex(backend)
    }

    /// A history that ends with the process.
    ///
    /// - Throws: where there is no memory.
    public static func inMemory() throws(HistoryError) -> History {
        History(
            path: ":memory:",
            Backend(database: try memoryDatabase(), recorder: nil),
            isInMemory: true
        )
    }

    /// Opens the history at `path`; a damaged file is renamed aside and a new one begun.
    ///
    /// Opening looks at the first page alone: `read` takes what is gone on with, and meets the rest.
    ///
    /// - Returns: the history, what was read, and where the damaged file went; nil: it was sound.
    /// - Throws: where neither can be opened.
    public static func openReplacingDamaged<Content>(
        path: String,
        _ read: (History) throws(HistoryError) -> Content
    ) throws(HistoryError) -> (history: History, content: Content, damaged: String?) {
        do {
            let history = try History(path: path)
            return (history, try read(history), nil)
        } catch .damaged {
            let aside = try setAside(path)
            let history = try History(path: path)
            return (history, try read(history), aside)
        }
    }

    /// Renames a damaged database, its journal files with it.
    static func setAside(_ path: String) throws(HistoryError) -> String {
        let manager = FileManager.default
        var number = 1
        while manager.fileExists(atPath: "\(path).damaged-\(number)") { number += 1 }
        let aside = "\(path).damaged-\(number)"
        do {
            try manager.moveItem(atPath: path, toPath: aside)
            for suffix in ["-wal", "-shm"] where manager.fileExists(atPath: path + suffix) {
                try manager.moveItem(atPath: path + suffix, toPath: aside + suffix)
            }
        } catch {
            throw .unwritable(path: path, reason: "\(error.localizedDescription)")
        }
        return aside
    }

    static func memoryDatabase() throws(HistoryError) -> DatabaseQueue {
        do {
            let queue = try DatabaseQueue(configuration: configuration())
            try queue.write { try HistorySchema.migrate($0, path: ":memory:") }
            return queue
        } catch {
            throw HistoryError(error, path: ":memory:")
        }
    }

    /// Once for the process; later databases find it done.
    private static let hasSkippedSums = cq_skip_memory_sums() == 0

    private static func configuration() -> Configuration {
        _ = hasSkippedSums
        var configuration = Configuration()
        configuration.busyMode = .timeout(5)
        configuration.maximumReaderCount = 2
        configuration.prepareDatabase { db in
            try db.execute(sql: "PRAGMA cache_size = -32768; PRAGMA temp_store = MEMORY")
            guard !db.configuration.readonly else { return }
            // Before the first table: a file without it cannot shrink.
            try db.execute(
                sql: """
                    PRAGMA auto_vacuum = INCREMENTAL; PRAGMA wal_autocheckpoint = 16000;
                    PRAGMA journal_size_limit = 67108864
                    """
            )
        }
        return configuration
    }

    /// Stores a batch in one transaction.
    ///
    /// - Throws: and then nothing of it is stored.
    public func store(_ batch: HistoryBatch) throws(HistoryError) {
        try store([batch])
    }

    /// Stores batches in one transaction, in their order.
    ///
    /// - Throws: and then nothing of them is stored.
    public func store(_ batches: [HistoryBatch]) throws(HistoryError) {
        do {
            try backend.withLock { backend in
                do {
                    let recorder = try backend.database.write { db in
                        let recorder =
                            try backend.recorder
                            ?? HistoryRecorder(
                                db,
                                eventsPerEpoch: backend.eventsPerEpoch,
                                zone: backend.zone
                            )
                        for batch in batches { try recorder.record(batch, db) }
                        try recorder.finish(db)
                        return recorder
                    }
                    backend.recorder = recorder
                } catch {
                    // Its numbers may be of rows that were rolled back.
                    backend.recorder = nil
                    throw error
                }
            }
        } catch {
            throw HistoryError(error, path: path)
        }
    }

    /// Says which zone the clock of lines without one shows, from now on; at first it is UTC.
    public func assume(_ zone: @escaping ClockZone) {
        backend.withLock { $0.zone = zone }
    }

    /// True where nothing is kept beyond the process, for now at least; answered while the disk hangs.
    public var isInMemory: Bool { standing.withLock { $0.isInMemory || $0.isSuspended } }

    /// The database itself is in memory.
    var isMemoryDatabase: Bool { standing.withLock { $0.isInMemory } }

    /// What comes does not reach the disk now.
    var isSuspended: Bool {
        get { standing.withLock { $0.isSuspended } }
        set { standing.withLock { $0.isSuspended = newValue } }
    }

    /// The path stands for the file that was opened.
    var isFileInPlace: Bool {
        guard let file = backend.withLock({ $0.file }) else { return true }
        return FileNumber(path: path) == file
    }

    /// How long a statement waits for a lock that another process has.
    enum Patience: Int {
        case none = 0
        case usual = 5_000
    }

    func setPatience(_ patience: Patience) {
        let database = backend.withLock { $0.database }
        try? database.writeWithoutTransaction { db in
            try db.execute(sql: "PRAGMA busy_timeout = \(patience.rawValue)")
        }
    }

    /// Puts another database in the place of one that failed.
    func replace(by database: any DatabaseWriter, isInMemory: Bool) {
        backend.withLock { backend in
            backend.database = database
            backend.recorder = nil
            if !isInMemory { backend.file = FileNumber(path: path) }
        }
        standing.withLock { $0 = Standing(isInMemory: isInMemory) }
    }

    func read<Value>(_ body: (Database) throws -> Value) throws(HistoryError) -> Value {
        do {
            let database = backend.withLock { $0.database }
            return try database.read(body)
        } catch {
            throw HistoryError(error, path: path)
        }
    }
}

/// Device and inode of a file.
struct FileNumber: Hashable {
    private let device: Int
    private let inode: Int

    init?(path: String) {
        guard let found = try? FileManager.default.attributesOfItem(atPath: path),
            let device = found[.systemNumber] as? NSNumber,
            let inode = found[.systemFileNumber] as? NSNumber
        else { return nil }
        self.device = device.intValue
        self.inode = inode.intValue
    }
}

extension History {
    /// Sets how many events share the fate of their texts: for tests.
    func setEventsPerEpoch(_ count: Int) {
        backend.withLock { $0.eventsPerEpoch = count }
    }

    /// Runs a statement on the writing connection, outside of a transaction: for tests.
    func execute(_ sql: String) throws {
        let database = backend.withLock { $0.database }
        try database.writeWithoutTransaction { try $0.execute(sql: sql) }
    }

    /// Every column of every table: for tests.
    func columns() throws -> [(table: String, column: String)] {
        try read { db in
            let tables = "SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name"
            return try String.fetchAll(db, sql: tables).flatMap { table in
                try db.columns(in: table).map { (table, $0.name) }
            }
        }
    }
}
