#if Journal
internal import CSystemd
internal import Glibc

/// libsystemd's view of a journal.
@safe
final class JournalReader {
    static let isBuilt = true

    // SAFETY: opened in init, used from one thread, closed in deinit.
    private let journal: OpaquePointer
    private let path: String
    /// The journal stands at an entry that was not delivered.
    private var isAtUndelivered = false
    /// Readable when the journal has changed; nil: it does not say so.
    let descriptor: Int32?

    init(files: [String], matches: [String]) throws(LogSourceError) {
        path = files.first ?? "journal"
        var opened: OpaquePointer?
        let result = unsafe Self.open(files, &opened)
        guard result >= 0, let journal = unsafe opened else {
            throw .system(path: path, operation: "open", number: -result)
        }
        unsafe self.journal = unsafe journal
        let descriptor = unsafe sd_journal_get_fd(journal)
        self.descriptor = descriptor >= 0 ? descriptor : nil
        for match in matches {
            let bytes = Array(match.utf8)
            // SAFETY: the bytes live during the call, which copies them.
            let added = unsafe bytes.withUnsafeBytes {
                unsafe sd_journal_add_match(journal, $0.baseAddress, $0.count)
            }
            try check(added, "match")
        }
    }

    deinit { unsafe sd_journal_close(journal) }

    private static func open(_ files: [String], _ opened: inout OpaquePointer?) -> Int32 {
        guard !files.isEmpty else {
            // Source: sd_journal_open(3): this machine's system journal.
            return unsafe sd_journal_open(&opened, Int32(SD_JOURNAL_LOCAL_ONLY | SD_JOURNAL_SYSTEM))
        }
        // SAFETY: the copies end with the call, and the list with a null pointer.
        let copies = unsafe files.map { unsafe strdup($0) }
        defer { unsafe copies.forEach { unsafe free($0) } }
        var paths = unsafe copies.map { unsafe UnsafePointer<CChar>($0) }
        unsafe paths.append(nil)
        return unsafe sd_journal_open_files(&opened, &paths, 0)
    }

    private func check(_ result: Int32, _ operation: String) throws(LogSourceError) {
        guard result >= 0 else {
            throw .system(path: path, operation: operation, number: -result)
        }
    }

    func seekToStart() throws(LogSourceError) {
        try check(unsafe sd_journal_seek_head(journal), "seek")
    }

    /// Goes after the last entry; its cursor, nil: there is none.
    func seekToEnd() throws(LogSourceError) -> String? {
        try check(unsafe sd_journal_seek_tail(journal), "seek")
        let moved = unsafe sd_journal_previous(journal)
        try check(moved, "seek")
        guard moved > 0 else {
            try seekToStart()
            return nil
        }
        return try cursor()
    }

    /// Goes after the entry; false: it is not there any more, and the next one after it comes.
    func seek(after cursor: String) throws(LogSourceError) -> Bool {
        try check(unsafe sd_journal_seek_cursor(journal, cursor), "seek")
        let moved = unsafe sd_journal_next(journal)
        try check(moved, "seek")
        if moved > 0, unsafe sd_journal_test_cursor(journal, cursor) > 0 { return true }
        isAtUndelivered = moved > 0
        return false
    }

    func process() throws(LogSourceError) {
        try check(unsafe sd_journal_process(journal), "read")
    }

    /// The next entry; nil: none yet.
    func next() throws(LogSourceError) -> JournalEntry? {
        if isAtUndelivered {
            isAtUndelivered = false
        } else {
            let moved = unsafe sd_journal_next(journal)
            try check(moved, "read")
            guard moved > 0 else { return nil }
        }
        var microseconds: UInt64 = 0
        try check(unsafe sd_journal_get_realtime_usec(journal, &microseconds), "read")
        let pid = field("SYSLOG_PID")
        let identifier = field("SYSLOG_IDENTIFIER")
        return JournalEntry(
            microseconds: microseconds,
            user: UInt32(String(decoding: field("_UID"), as: UTF8.self)),
            host: field("_HOSTNAME"),
            identifier: identifier.isEmpty ? field("_COMM") : identifier,
            pid: pid.isEmpty ? field("_PID") : pid,
            message: field("MESSAGE"),
            cursor: try cursor()
        )
    }

    private func cursor() throws(LogSourceError) -> String {
        var text: UnsafeMutablePointer<CChar>?
        try check(unsafe sd_journal_get_cursor(journal, &text), "read")
        // SAFETY: the text ends with a zero, and is ours to free.
        defer { unsafe free(text) }
        return unsafe text.map { unsafe String(cString: $0) } ?? ""
    }

    /// The value of a field of the current entry; empty: it has none.
    private func field(_ name: String) -> [UInt8] {
        var data: UnsafeRawPointer?
        var length = 0
        // SAFETY: the data lives until the next call, and is copied before it.
        guard unsafe sd_journal_get_data(journal, name, &data, &length) >= 0, let data = unsafe data
        else { return [] }
        let bytes = unsafe UnsafeRawBufferPointer(start: data, count: length)
        return unsafe Array(bytes.dropFirst(name.utf8.count + 1))
    }
}
#else
/// A program that was built without libsystemd.
final class JournalReader {
    static let isBuilt = false

    let descriptor: Int32? = nil

    init(files: [String], matches: [String]) throws(LogSourceError) { throw .journalNotBuilt }

    func seekToStart() throws(LogSourceError) {}
    func seekToEnd() throws(LogSourceError) -> String? { nil }
    func seek(after cursor: String) throws(LogSourceError) -> Bool { false }
    func process() throws(LogSourceError) {}
    func next() throws(LogSourceError) -> JournalEntry? { nil }
}
#endif
