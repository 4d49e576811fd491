import Glibc

/// An open file descriptor, closed when nobody holds it.
final class FileHandle: ByteSource, Sendable {
    let descriptor: Int32
    let path: String
    private let closes: Bool

    /// Opens `path` for reading; '-' is standard input.
    init(path: String) throws(LogSourceError) {
        self.path = path
        guard path != "-" else {
            // Where it is closed, what stands in its place can only be written to.
            let flags = fcntl(STDIN_FILENO, F_GETFL)
            guard flags >= 0, flags & O_ACCMODE != O_WRONLY else { throw .inputIsClosed }
            (descriptor, closes) = (STDIN_FILENO, false)
            return
        }
        let opened = unsafe open(path, O_RDONLY | O_CLOEXEC)
        guard opened >= 0 else {
            throw .system(path: path, operation: "open", number: errno)
        }
        (descriptor, closes) = (opened, true)
    }

    /// Takes over an open descriptor.
    init(adopting descriptor: Int32, path: String) {
        (self.descriptor, self.path, closes) = (descriptor, path, true)
    }

    deinit {
        if closes { _ = close(descriptor) }
    }

    /// True for a directory, which opens but cannot be read.
    func isDirectory() throws(LogSourceError) -> Bool {
        var found = stat()
        guard unsafe fstat(descriptor, &found) == 0 else {
            throw .system(path: path, operation: "examine", number: errno)
        }
        return found.st_mode & S_IFMT == S_IFDIR
    }

    /// Reads at most `count` bytes to `buffer[start...]`; 0 at the end.
    func read(
        into buffer: inout [UInt8],
        at start: Int,
        count: Int
    ) throws(LogSourceError) -> Int {
        precondition(start + count <= buffer.count, "the buffer has room for what is read")
        while true {
            // SAFETY: the precondition keeps the read inside the buffer.
            let got = unsafe buffer.withUnsafeMutableBytes { bytes in
                unsafe Glibc.read(
                    descriptor,
                    bytes.baseAddress.unsafelyUnwrapped + start,
                    count
                )
            }
            if got >= 0 { return got }
            if errno != EINTR {
                throw .system(path: path, operation: "read", number: errno)
            }
        }
    }
}
