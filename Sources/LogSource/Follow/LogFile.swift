/// One file of a log, as its directory showed it.
struct LogFile: Hashable {
    var path: String
    var id: FileID
    var size: Int
    /// Nanoseconds since 1970.
    var modified: Int64
    var rank: RotationRank

    var isActive: Bool { rank == .active }

    /// The name still stands for this file.
    var isInPlace: Bool { FileSystem.status(of: path)?.id == id }

    /// The files of one log in the order in which they were written, the active one last.
    ///
    /// A file that is being compressed exists twice: the plain one counts. A file that is renamed
    /// while the directory is read may show twice: one counts, and so does the name that follows a
    /// file through a symbolic link. Pure.
    static func inOrder(_ files: [LogFile]) -> [LogFile] {
        let stems = Set(files.map(\.path))
        var seen: Set<FileID> = []
        let activeFirst = files.filter(\.isActive) + files.filter { !$0.isActive }
        let distinct = activeFirst.filter { file in
            let (stem, isCompressed) = RotationRank.split(file.path)
            if isCompressed, stems.contains(stem) { return false }
            return seen.insert(file.id).inserted
        }
        let indexed = distinct.filter(\.isIndexed).sorted { $0.index > $1.index }
        let dated = distinct.filter(\.isDated)
            .sorted { ($0.digits, $0.modified) < ($1.digits, $1.modified) }
        let other = distinct.filter { $0.rank == .other }
            .sorted { ($0.modified, $0.path) < ($1.modified, $1.path) }
        let rotated = merge(merge(indexed, dated), other)
        return rotated + distinct.filter(\.isActive)
    }

    /// Keeps the order in each, and goes by the time of modification between them.
    private static func merge(_ left: [LogFile], _ right: [LogFile]) -> [LogFile] {
        var merged: [LogFile] = []
        var (left, right) = (left[...], right[...])
        while let a = left.first, let b = right.first {
            if a.modified <= b.modified {
                merged.append(left.removeFirst())
            } else {
                merged.append(right.removeFirst())
            }
        }
        return merged + left + right
    }

    private var isIndexed: Bool { if case .indexed = rank { true } else { false } }
    private var isDated: Bool { if case .dated = rank { true } else { false } }
    private var index: Int { if case .indexed(let index) = rank { index } else { 0 } }
    private var digits: String { if case .dated(let digits) = rank { digits } else { "" } }
}
