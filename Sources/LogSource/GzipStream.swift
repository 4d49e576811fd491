internal import CZlib

/// A gzip file, unpacked by zlib, which libarchive has inside, too: but libarchive does not look at
/// the checksum and the length behind a member, and drops what follows the last one.
///
/// Source: RFC 1952.
@safe
final class GzipStream: ByteSource {
    private let source: any ByteSource
    private var input: [UInt8]
    /// The bytes of `input` that are still to be unpacked.
    private var pending: Range<Int>
    private var isSourceAtEnd = false
    private var isBetweenMembers = false
    /// Thrown when what could be unpacked has been delivered.
    private var failure: LogSourceError?
    // SAFETY: zlib keeps the address; made in init, freed in deinit, used from one place at a time.
    private let stream: UnsafeMutablePointer<z_stream>

    var path: String { source.path }

    /// Opens the stream; `prefix` are bytes that were already read from `source`.
    init(source: any ByteSource, prefix: [UInt8]) {
        self.source = source
        input = prefix + [UInt8](repeating: 0, count: max(0, 65_536 - prefix.count))
        pending = 0..<prefix.count
        unsafe stream = .allocate(capacity: 1)
        unsafe stream.initialize(to: z_stream())
        // The largest window, and a gzip header and trailer around the stream.
        let status = unsafe inflateInit2_(
            stream,
            MAX_WBITS + 16,
            ZLIB_VERSION,
            Int32(MemoryLayout<z_stream>.size)
        )
        precondition(status == Z_OK, "memory for zlib's window is to be had")
    }

    deinit {
        unsafe inflateEnd(stream)
        unsafe stream.deallocate()
    }

    func read(
        into buffer: inout [UInt8],
        at start: Int,
        count: Int
    ) throws(LogSourceError) -> Int {
        precondition(start + count <= buffer.count, "the buffer has room for what is read")
        while true {
            if pending.isEmpty, !isSourceAtEnd { try refill() }
            if isBetweenMembers {
                guard try beginMember() else {
                    if let failure { throw failure }
                    return 0
                }
            } else if pending.isEmpty {
                throw failure ?? damage("it ends early")
            }
            let got = try unpack(into: &buffer, at: start, count: count)
            if got > 0 { return got }
        }
    }

    private func refill() throws(LogSourceError) {
        let got = try source.read(into: &input, at: 0, count: input.count)
        pending = 0..<got
        isSourceAtEnd = got == 0
    }

    /// True where another member follows; false at the end.
    private func beginMember() throws(LogSourceError) -> Bool {
        // Tapes and block devices pad with zeros.
        while true {
            while let first = pending.first, input[first] == 0 { pending = pending.dropFirst() }
            guard pending.isEmpty, !isSourceAtEnd else { break }
            try refill()
        }
        guard let first = pending.first else { return false }
        guard input[first] == 0x1F else {
            throw failure ?? damage("what follows the compressed part is not gzip")
        }
        unsafe inflateReset(stream)
        isBetweenMembers = false
        return true
    }

    /// Unpacks what is pending; the number of bytes that it gave.
    private func unpack(
        into buffer: inout [UInt8],
        at start: Int,
        count: Int
    ) throws(LogSourceError) -> Int {
        let offered = pending.count
        // SAFETY: zlib reads inside `pending` and writes inside the range that `read` has checked; it
        // uses neither pointer after the call.
        let status = unsafe input.withUnsafeMutableBytes { packed in
            unsafe buffer.withUnsafeMutableBytes { unpacked in
                unsafe stream.pointee.next_in = packed.baseAddress.unsafelyUnwrapped
                    .advanced(by: pending.lowerBound).assumingMemoryBound(to: UInt8.self)
                unsafe stream.pointee.avail_in = UInt32(offered)
                unsafe stream.pointee.next_out = unpacked.baseAddress.unsafelyUnwrapped
                    .advanced(by: start).assumingMemoryBound(to: UInt8.self)
                unsafe stream.pointee.avail_out = UInt32(count)
                return unsafe inflate(stream, Z_NO_FLUSH)
            }
        }
        pending = pending.upperBound - Int(unsafe stream.pointee.avail_in)..<pending.upperBound
        let got = count - Int(unsafe stream.pointee.avail_out)
        switch status {
        case Z_OK, Z_BUF_ERROR: break
        case Z_STREAM_END: isBetweenMembers = true
        default: try fail()
        }
        return got
    }

    /// Notes what is wrong; where only a member's trailer is, the members after it are read.
    private func fail() throws(LogSourceError) {
        let reason = unsafe stream.pointee.msg.map { unsafe String(cString: $0) }
        failure = failure ?? damage(reason ?? "it is no gzip")
        isBetweenMembers = true
        switch reason {
        case "incorrect length check": break
        case "incorrect data check": try skip(4)
        default:
            pending = 0..<0
            isSourceAtEnd = true
        }
    }

    /// Skips the length that follows a wrong checksum.
    private func skip(_ count: Int) throws(LogSourceError) {
        for _ in 0..<count {
            if pending.isEmpty, !isSourceAtEnd { try refill() }
            pending = pending.dropFirst()
        }
    }

    private func damage(_ reason: String) -> LogSourceError {
        .damaged(path: path, reason: reason)
    }
}
