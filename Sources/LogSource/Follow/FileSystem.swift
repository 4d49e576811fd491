internal import Glibc

/// What the follower asks the file system.
enum FileSystem {
    /// What a name stands for.
    struct Status: Hashable {
        var id: FileID
        var size: Int
        var modified: Int64
        var mode: UInt32

        init(_ found: stat) {
            id = FileID(device: UInt64(found.st_dev), inode: UInt64(found.st_ino))
            size = Int(found.st_size)
            modified = Int64(found.st_mtim.tv_sec) * 1_000_000_000 + Int64(found.st_mtim.tv_nsec)
            mode = found.st_mode
        }

        var isRegular: Bool { mode & S_IFMT == S_IFREG }
        var isDirectory: Bool { mode & S_IFMT == S_IFDIR }
        var isPipe: Bool { mode & S_IFMT == S_IFIFO }
    }

    /// Follows symbolic links; nil: nothing is there, or it may not be looked at.
    static func status(of path: String) -> Status? {
        var found = stat()
        // SAFETY: stat fills the structure that it is given.
        guard unsafe stat(path, &found) == 0 else { return nil }
        return Status(found)
    }

    static func status(of file: FileHandle) throws(LogSourceError) -> Status {
        var found = stat()
        // SAFETY: fstat fills the structure that it is given.
        guard unsafe fstat(file.descriptor, &found) == 0 else {
            throw .system(path: file.path, operation: "examine", number: errno)
        }
        return Status(found)
    }

    /// The names in a directory; empty where it cannot be read.
    static func names(in directory: String) -> [String] {
        // SAFETY: the stream is closed here, and an entry is used before the next is read.
        guard let stream = unsafe opendir(directory) else { return [] }
        defer { unsafe closedir(stream) }
        var names: [String] = []
        while let entry = unsafe readdir(stream) {
            let name = unsafe withUnsafePointer(to: &entry.pointee.d_name) { pointer in
                unsafe pointer.withMemoryRebound(to: CChar.self, capacity: 256) {
                    unsafe String(cString: $0)
                }
            }
            if name != ".", name != ".." { names.append(name) }
        }
        return names
    }

    /// The path without symbolic links; the path itself where it cannot be told.
    static func resolved(_ path: String) -> String {
        // SAFETY: realpath allocates the text, which is copied and freed.
        guard let text = unsafe realpath(path, nil) else { return path }
        defer { unsafe free(text) }
        return unsafe String(cString: text)
    }

    /// The kind of file system that holds `path`: 'ext4', 'nfs4'; nil: it cannot be told.
    static func kind(of path: String) -> String? {
        guard let device = status(of: path)?.id.device,
            let table = try? FileHandle(path: "/proc/self/mountinfo")
        else { return nil }
        // Source: makedev(3), glibc's numbering.
        let major = device >> 8 & 0xFFF | device >> 32 & 0xFFFF_F000
        let minor = device & 0xFF | device >> 12 & 0xFFFF_FF00
        let number = "\(major):\(minor)"
        var text: [UInt8] = []
        var part = [UInt8](repeating: 0, count: 65_536)
        while let got = try? table.read(into: &part, at: 0, count: part.count), got > 0 {
            text += part[..<got]
        }
        // Source: proc(5), mountinfo: the third field is the device, the first after '-' the kind.
        for line in String(decoding: text, as: UTF8.self).split(separator: "\n") {
            let fields = line.split(separator: " ")
            guard fields.count > 2, fields[2] == number,
                let dash = fields.firstIndex(of: "-"), dash + 1 < fields.count
            else { continue }
            return String(fields[dash + 1])
        }
        return nil
    }

    static func directory(of path: String) -> String {
        guard let slash = path.lastIndex(of: "/") else { return "." }
        return slash == path.startIndex ? "/" : String(path[..<slash])
    }

    static func name(of path: String) -> String {
        path.lastIndex(of: "/").map { String(path[path.index(after: $0)...]) } ?? path
    }

    static func join(_ directory: String, _ name: String) -> String {
        directory == "."
            ? name : directory.hasSuffix("/") ? directory + name : directory + "/" + name
    }
}

extension FileHandle {
    /// Reads at most `count` bytes from `offset` of the file to the beginning of `buffer`.
    func read(
        into buffer: inout [UInt8],
        count: Int,
        from offset: Int
    ) throws(LogSourceError) -> Int {
        precondition(count <= buffer.count, "the buffer has room for what is read")
        while true {
            // SAFETY: the precondition keeps the read inside the buffer.
            let got = unsafe buffer.withUnsafeMutableBytes { bytes in
                unsafe pread(descriptor, bytes.baseAddress, count, off_t(offset))
            }
            if got >= 0 { return got }
            if errno != EINTR { throw .system(path: path, operation: "read", number: errno) }
        }
    }

    /// Offset of the first byte at or after `offset` that is no part of a hole.
    func firstData(from offset: Int) -> Int {
        // Source: lseek(2); the header shows SEEK_DATA to GNU sources only.
        let seekData: Int32 = 3
        let found = lseek(descriptor, off_t(offset), seekData)
        return found < 0 ? offset : Int(found)
    }
}
