/// How far a source has been delivered: what a restart needs to go on from there.
///
/// Stored beside the facts that the lines gave, in one transaction; opaque to whoever stores it.
public struct SourcePosition: Sendable, Hashable, Codable {
    /// Version of the stored form.
    public static let currentVersion = 1

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
    /// `LogIdentity`: what event ids begin with; nil: the file had no first line yet.
    public var identity: UInt64?
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
    /// Identities of logs that need not be read any more, the latest last.
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
        offset = 0
        line = 1
        isInsideLine = false
        mark = .none
        modified = 0
        finished = []
        late = []
    }

    func bytesBefore(in block: FollowedBlock, count: Int) -> Int {
        if let same = ([self] + late).first(where: { $0.identity == block.identity }) {
            return min(max(0, same.offset - block.offset), count)
        }
        return finished.contains(block.identity) ? count : 0
    }

    /// Notes that a log was read to its end.
    mutating func finish(_ identity: UInt64?) {
        guard let identity, !finished.contains(identity) else { return }
        if finished.count >= Self.mostFinished { finished.removeFirst() }
        finished.append(identity)
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
