import Glibc
import LogSource

/// Standard output in large pieces.
struct OutputBuffer {
    private var bytes: [UInt8] = []

    init() {
        bytes.reserveCapacity(65_536 + 4_096)
    }

    mutating func append(_ text: String) {
        bytes.append(contentsOf: text.utf8)
        if bytes.count >= 65_536 { flush() }
    }

    mutating func append(_ more: [UInt8]) {
        bytes.append(contentsOf: more)
        if bytes.count >= 65_536 { flush() }
    }

    /// Writes what is held.
    ///
    /// A closed pipe ends the process, as SIGPIPE does by default.
    mutating func flush() {
        var start = 0
        while start < bytes.count {
            // SAFETY: the range lies inside the array.
            let written = unsafe bytes.withUnsafeBytes { buffer in
                unsafe write(
                    STDOUT_FILENO,
                    buffer.baseAddress.unsafelyUnwrapped + start,
                    buffer.count - start
                )
            }
            if written < 0 {
                if errno == EINTR { continue }
                let error = LogSourceError.system(path: "-", operation: "write", number: errno)
                Diagnostics.complain("standard output", "\(error)")
                exit(2)
            }
            start += written
        }
        bytes.removeAll(keepingCapacity: true)
    }
}
