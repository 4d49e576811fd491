internal import CArchive

/// A compressed stream, taken apart by libarchive: bzip2, xz, zstd, lz4 and their like, also
/// one inside another; a gzip file is `GzipStream`'s.
///
/// libarchive's read callback is given this object, so it is a class.
@safe
final class ArchiveStream: ByteSource {
    private let source: any ByteSource
    private var input: [UInt8]
    /// Bytes of `input` that were read before libarchive was asked to look.
    private var pending: Int
    private var failure: LogSourceError?
    // SAFETY: libarchive's own buffer, valid until the next call of archive_read_data_block.
    private var unpacked: UnsafeRawPointer?
    private var unpackedCount = 0
    private var isEmpty = false
    // SAFETY: made in init, used from one place at a time, freed in deinit.
    private var archive: OpaquePointer?

    /// Opens the stream; `prefix` are bytes that were already read from `source`.
    init(source: any ByteSource, prefix: [UInt8]) throws(LogSourceError) {
        self.source = source
        input = prefix + [UInt8](repeating: 0, count: max(0, 65_536 - prefix.count))
        pending = prefix.count
        unsafe archive = archive_read_new()
        unsafe archive_read_support_filter_all(archive)
        unsafe archive_read_support_format_raw(archive)
        // A log without a line is a log: raw alone wants a byte.
        unsafe archive_read_support_format_empty(archive)
        let context = unsafe Unmanaged.passUnretained(self).toOpaque()
        let opened = unsafe archive_read_open(
            archive,
            context,
            nil,
            { _, context, buffer in
                guard let context = unsafe context, let buffer = unsafe buffer else { return -1 }
                let stream = unsafe Unmanaged<ArchiveStream>.fromOpaque(context)
                    .takeUnretainedValue()
                return unsafe stream.refill(buffer)
            },
            nil
        )
        var entry: OpaquePointer?
        guard opened == ARCHIVE_OK else { throw damage() }
        let status = unsafe archive_read_next_header(archive, &entry)
        isEmpty = status == ARCHIVE_EOF
        guard isEmpty || status == ARCHIVE_OK else { throw damage() }
        // Without a filter the compressed bytes themselves would pass for the log.
        guard unsafe archive_filter_count(archive) > 1 else { throw damage() }
    }

    var path: String { source.path }

    deinit {
        unsafe archive_read_free(archive)
    }

    /// Reads at most `count` bytes to `buffer[start...]`; 0 at the end.
    ///
    /// Block by block: archive_read_data would throw away what it has when it meets damage.
    func read(
        into buffer: inout [UInt8],
        at start: Int,
        count: Int
    ) throws(LogSourceError) -> Int {
        precondition(start + count <= buffer.count, "the buffer has room for what is read")
        guard !isEmpty else { return 0 }
        while unpackedCount == 0 {
            var offset: Int64 = 0
            let status = unsafe archive_read_data_block(
                archive,
                &unpacked,
                &unpackedCount,
                &offset
            )
            if status == ARCHIVE_EOF { return 0 }
            guard status == ARCHIVE_OK else {
                unpackedCount = 0
                throw failure ?? damage()
            }
        }
        guard let content = unsafe unpacked else { return 0 }
        let got = min(count, unpackedCount)
        // SAFETY: the precondition keeps the copy inside the buffer, `got` inside the block.
        unsafe buffer.withUnsafeMutableBytes { bytes in
            unsafe (bytes.baseAddress.unsafelyUnwrapped + start)
                .copyMemory(from: content, byteCount: got)
        }
        unsafe unpacked = content + got
        unpackedCount -= got
        return got
    }

    private func refill(_ buffer: UnsafeMutablePointer<UnsafeRawPointer?>) -> Int {
        var got = pending
        pending = 0
        if got == 0 {
            do {
                got = try source.read(into: &input, at: 0, count: input.count)
            } catch {
                failure = error
                return -1
            }
        }
        // SAFETY: libarchive reads the bytes before it asks for more, and `input` is not resized.
        unsafe input.withUnsafeBytes { unsafe buffer.pointee = $0.baseAddress }
        return got
    }

    private func damage() -> LogSourceError {
        let text = unsafe archive_error_string(archive).map { unsafe String(cString: $0) }
        return .damaged(path: path, reason: text ?? "its header is cut or unknown")
    }
}
