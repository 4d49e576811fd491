/// Finds the files of one log: the active one and what it was rotated to.
struct LogDirectory {
    /// The log's name.
    let path: String
    private let directory: String
    private let base: String
    private let rotatedDirectories: [String]

    /// `rotatedDirectories` are where rotated files are put, if not beside the log (logrotate's
    /// 'olddir').
    init(path: String, rotatedDirectories: [String]) {
        self.path = path
        directory = FileSystem.directory(of: path)
        base = FileSystem.name(of: path)
        self.rotatedDirectories = rotatedDirectories
    }

    /// The log's files in the order in which they were written.
    ///
    /// `former` is the file that was read last: it may lie elsewhere, where the log is a symbolic link
    /// that was switched.
    func files(former: String) -> [LogFile] {
        // A name may be moved while the directory is read: two equal looks in a row are one truth.
        var latest = look(former)
        for _ in 0..<16 {
            let again = look(former)
            if again.map(\.id) == latest.map(\.id), again.map(\.path) == latest.map(\.path) {
                return again
            }
            latest = again
        }
        return latest
    }

    private func look(_ former: String) -> [LogFile] {
        var files = Self.files(in: directory, base: base)
        for other in rotatedDirectories { files += Self.files(in: other, base: base) }
        if !former.isEmpty, former != path, former != FileSystem.resolved(path) {
            let elsewhere = Self.files(
                in: FileSystem.directory(of: former),
                base: FileSystem.name(of: former)
            )
            let known = Set(files.map(\.id))
            files = elsewhere.filter { !known.contains($0.id) }.map(Self.withoutRank) + files
        }
        return LogFile.inOrder(files)
    }

    private static func withoutRank(_ file: LogFile) -> LogFile {
        var file = file
        file.rank = .other
        return file
    }

    private static func files(in directory: String, base: String) -> [LogFile] {
        FileSystem.names(in: directory).sorted().compactMap { name in
            guard let rank = RotationRank.of(name, base: base) else { return nil }
            let path = FileSystem.join(directory, name)
            guard let status = FileSystem.status(of: path), status.isRegular else { return nil }
            return LogFile(
                path: path,
                id: status.id,
                size: status.size,
                modified: status.modified,
                rank: rank
            )
        }
    }

    /// Changes whenever a name comes, goes or stands for another file.
    var stamp: Stamp {
        Stamp(
            active: FileSystem.status(of: path)?.id,
            names: FileSystem.status(of: directory)?.modified
        )
    }

    struct Stamp: Hashable {
        var active: FileID?
        var names: Int64?
    }
}
