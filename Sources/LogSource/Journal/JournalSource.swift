internal import ByteScan

/// Which journal to read, and which of its entries.
public struct JournalSettings: Sendable {
    /// Files to read; empty: this machine's own journal.
    public var files: [String] = []
    /// 'FIELD=value' that entries must have; of one field any value, of several fields all.
    public var matches: [String] = []
    /// Users whose entries are believed; nil: all.
    ///
    /// Any local user can log under any name, and this is the field that the journal vouches for.
    public var users: Set<UInt32>?
    /// Where to begin without a stored position.
    public var start = FollowStart.now

    /// This machine's journal, from now on, whoever wrote it.
    public init() {}
}

/// One entry of a journal, as far as a log line needs it.
struct JournalEntry {
    var microseconds: UInt64
    var user: UInt32?
    var host: [UInt8]
    var identifier: [UInt8]
    var pid: [UInt8]
    var message: [UInt8]
    var cursor: String
}

/// Follows systemd's journal: each entry a block of one line,
/// '2026-11-03T09:29:01.123456+00:00 host ident[pid]: message', so that one parser reads both.
///
/// A block's identity is that of the journal's sequence numbers, its offset the entry's number: event
/// ids are stable whatever the journal's files are called.
public final class JournalSource {
    /// The key that positions are stored under.
    public static let source = "journal"

    /// True where this program was built with the trait 'Journal'.
    public static var isBuilt: Bool { JournalReader.isBuilt }

    /// Entries of users that are not believed.
    public private(set) var disbelieved = 0
    /// What was done so far.
    public private(set) var counts = FollowCounts()

    private let reader: JournalReader
    private let settings: JournalSettings
    private let wake: any WakeSource
    private weak var observer: (any FollowObserver)?
    private var cursor: String?
    private var line = 0

    /// Opens the journal.
    ///
    /// - Throws: `.journalNotBuilt`, or what the system says.
    public init(
        settings: JournalSettings,
        position: SourcePosition? = nil,
        wake: any WakeSource,
        observer: (any FollowObserver)? = nil
    ) throws(LogSourceError) {
        self.settings = settings
        self.wake = wake
        self.observer = observer
        reader = try JournalReader(files: settings.files, matches: settings.matches)
        if case .journal(Self.beginning)? = position?.place {
            try reader.seekToStart()
        } else if case .journal(let stored)? = position?.place {
            cursor = stored
            if try !reader.seek(after: stored) {
                report(.possiblyLost(path: "journal", .journalVacuumed))
            }
        } else if settings.start == .now {
            cursor = try reader.seekToEnd()
        } else {
            try reader.seekToStart()
        }
        if let descriptor = reader.descriptor { wake.watch(descriptor: descriptor) }
    }

    /// Stands for the place before the first entry: a journal that stays empty until a crash is then
    /// read from its first entry.
    private static let beginning = ""

    /// After the entry that was read last.
    public var position: SourcePosition {
        SourcePosition(.journal(cursor: cursor ?? Self.beginning))
    }

    /// Called after each wait in `next`, whether entries came or not.
    public var onWake: (() -> Void)?

    /// Waits for an entry and delivers it; nil: told to stop.
    ///
    /// - Throws: what the journal says.
    public func next(_ block: inout LogBlock) throws(LogSourceError) -> FollowedBlock? {
        while true {
            if let found = try poll(&block) { return found }
            guard wake.wait() else { return nil }
            onWake?()
            try reader.process()
        }
    }

    /// Delivers an entry that is there now; nil: none.
    ///
    /// - Throws: what the journal says.
    public func poll(_ block: inout LogBlock) throws(LogSourceError) -> FollowedBlock? {
        while let entry = try reader.next() {
            cursor = entry.cursor
            guard isBelieved(entry) else {
                disbelieved += 1
                continue
            }
            JournalLine.write(entry, to: &block)
            line += 1
            let place = JournalCursor(entry.cursor)
            block.offset = place.number
            return FollowedBlock(
                source: Self.source,
                path: "journal",
                identity: place.identity,
                offset: place.number,
                line: line,
                position: SourcePosition(.journal(cursor: entry.cursor))
            )
        }
        return nil
    }

    private func isBelieved(_ entry: JournalEntry) -> Bool {
        guard let users = settings.users else { return true }
        return entry.user.map(users.contains) ?? false
    }

    private func report(_ event: FollowEvent) {
        counts.count(event)
        observer?.followed(Self.source, event)
    }
}

/// What a cursor says of an entry: 's=…;i=…;b=…;m=…;t=…;x=…', sequence and number in it.
struct JournalCursor: Hashable {
    var identity: UInt64
    var number: Int

    init(_ text: String) {
        identity = 0
        number = 0
        for part in text.split(separator: ";") {
            if part.hasPrefix("s=") {
                identity = UInt64(part.dropFirst(2).prefix(16), radix: 16) ?? 0
            }
            if part.hasPrefix("i=") { number = Int(part.dropFirst(2), radix: 16) ?? 0 }
        }
    }
}
