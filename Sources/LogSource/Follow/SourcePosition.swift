/// How far a source has been delivered: what a restart needs to go on from there.
///
/// Stored beside the facts that the lines gave, in one transaction; opaque to whoever stores it.
public struct SourcePosition: Sendable, Hashable, Codable {
    /// Version of the stored form; 1 knew files by their first line alone.
    public static let currentVersion = 2

    /// Where, by the kind of source.
    public enum Place: Sendable, Hashable, Codable {
        /// In a log file, or after the last one that was read.
        case file(FilePosition)
        /// After the journal entry that the cursor names.
        case journal(cursor: String)
        /// After so many bytes of a pipe: nothing can go back there.
        case stream(offset: Int)
    }

    /// Version of the form that this value was stored in.
    public var version: Int
    /// Where.
    public var place: Place

    /// A position in the current form.
    public init(_ place: Place) {
        version = Self.currentVersion
        self.place = place
    }
}

extension SourcePosition {
    /// How many bytes at the beginning of a block lie before this position of the same source.
    ///
    /// For who reads a part again: 0 where all is new, and always for pipes, which have other content
    /// each time.
    public func bytesBefore(in block: FollowedBlock, count: Int) -> Int {
        switch place {
        case .stream: return 0
        case .file(let position): return position.bytesBefore(in: block, count: count)
        case .journal(let cursor):
            let stored = JournalCursor(cursor)
            let isBefore = stored.identity == block.identity && block.offset <= stored.number
            return isBefore ? count : 0
        }
    }
}

/// How far one log's files have been delivered.
public struct FilePosition: Sendable, Hashable, Codable {
    /// Device and inode of the file.
    public var file: FileID
    /// Its name when it was opened, symbolic links resolved: where to look when links are switched.
    public var path: String
    /// The fingerprint of the first line; nil: the file had none yet.
    public var identity: UInt64?
    /// Fingerprints of more lines; nil: no line was whole, or a version before 2 stored the position.
    public var marks: HeadMarks?
    /// Uncompressed bytes delivered; a line begins here unless `isInsideLine`.
    public var offset: Int
    /// Number of the line that begins at `offset`, from 1.
    public var line: Int
    /// The first part of an overlong line was delivered, and its rest is to be dropped.
    public var isInsideLine: Bool
    /// What the bytes before `offset` were.
    public var mark: ContentMark
    /// Last known time of modification, in nanoseconds since 1970.
    public var modified: Int64
    /// Logs that need not be read any more, the latest last.
    public var read: [ReadLog]
    /// First lines of such, as a version before 2 stored them.
    public var finished: [UInt64]
    /// Files that were left a short while ago, and whose writer may come back: none of these has such
    /// in turn.
    public var late: [FilePosition]

    static let mostFinished = 16

    /// The beginning of a file that has no content yet; or of one that is to come.
    public init(file: FileID, path: String) {
        self.file = file
        self.path = path
        identity = nil
        marks = nil
        offset = 0
        line = 1
        isInsideLine = false
        mark = .none
        modified = 0
        read = []
        finished = []
        late = []
    }

    func bytesBefore(in block: FollowedBlock, count: Int) -> Int {
        let open = ([self] + late).compactMap { log in
            log.agreement(with: block.head).map { (lines: $0, offset: log.offset) }
        }.max { $0.lines < $1.lines }
        // Where several logs begin alike, the one that is known best is meant.
        if let open, open.lines == block.head.lines || !isRead(block.head) {
            return min(max(0, open.offset - block.offset), count)
        }
        return isRead(block.head) ? count : 0
    }
}

extension FilePosition {
    private enum CodingKeys: String, CodingKey {
        case file, path, identity, marks, offset, line, isInsideLine, mark, modified, read, finished
        case late
    }

    /// Reads a stored position, of version 1 too.
    public init(from decoder: any Decoder) throws {
        let values = try decoder.container(keyedBy: CodingKeys.self)
        file = try values.decode(FileID.self, forKey: .file)
        path = try values.decode(String.self, forKey: .path)
        identity = try values.decodeIfPresent(UInt64.self, forKey: .identity)
        marks = try values.decodeIfPresent(HeadMarks.self, forKey: .marks)
        offset = try values.decode(Int.self, forKey: .offset)
        line = try values.decode(Int.self, forKey: .line)
        isInsideLine = try values.decode(Bool.self, forKey: .isInsideLine)
        mark = try values.decode(ContentMark.self, forKey: .mark)
        modified = try values.decode(Int64.self, forKey: .modified)
        read = try values.decodeIfPresent([ReadLog].self, forKey: .read) ?? []
        finished = try values.decode([UInt64].self, forKey: .finished)
        late = try values.decode([FilePosition].self, forKey: .late)
    }

    /// Takes over what is known of how the file begins.
    mutating func note(_ head: LogHead) {
        guard let found = head.identity else { return }
        identity = found
        marks = HeadMarks(head)
    }

    /// How many lines of a head tell that the log at this position has it; nil: it is another's.
    func agreement(with head: LogHead) -> Int? {
        guard let identity, head.identity == identity else { return nil }
        guard let marks else { return 1 }
        return marks.agreement(with: head).map { max($0, 1) }
    }

    /// Whether a log with this head was read to its end.
    func isRead(_ head: LogHead) -> Bool {
        guard let identity = head.identity else { return false }
        return finished.contains(identity) || read.contains { $0.isLog(with: head) }
    }

    /// Notes that a log was read to its end.
    mutating func finish(_ log: ReadLog?) {
        guard let log, !read.contains(log) else { return }
        if read.count >= Self.mostFinished { read.removeFirst() }
        read.append(log)
    }
}

/// Names an inode, which may be used again: never enough alone.
public struct FileID: Sendable, Hashable, Codable {
    /// Device number.
    public var device: UInt64
    /// Inode number.
    public var inode: UInt64

    /// No file.
    public static let none = FileID(device: 0, inode: 0)

    /// See the properties.
    public init(device: UInt64, inode: UInt64) {
        self.device = device
        self.inode = inode
    }
}
