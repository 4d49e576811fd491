internal import Glibc
internal import NIOCore

/// A connection's socket, for replies that need not wait.
///
/// A reply is a few bytes, and the socket nearly always has room: asking it first costs half of what NIO's
/// queue of writes, its flush and its promises take. What it does not take goes that way.
struct ReplySocket {
    private let descriptor: Int32

    /// The socket of an active channel; nil where there is none, as in tests.
    ///
    /// It is the channel's: good until that is closed.
    init?(of context: ChannelHandlerContext) {
        var found: Int32?
        try? context.pipeline.syncOperations.withUnsafeTransportIfAvailable(
            of: NIOBSDSocket.Handle.self
        ) { found = $0 }
        guard let found else { return nil }
        descriptor = found
    }

    /// Sends what the socket takes at once, and leaves the rest in `reply`.
    ///
    /// Errors are for the channel to find.
    func send(_ reply: inout ByteBuffer) {
        // SAFETY: the bytes and their number belong together, and live as long as the call.
        let sent = unsafe reply.withUnsafeReadableBytes { bytes in
            unsafe Glibc.send(descriptor, bytes.baseAddress, bytes.count, Int32(MSG_NOSIGNAL))
        }
        if sent > 0 { reply.moveReaderIndex(forwardBy: sent) }
    }

    /// Sends `reply`; returns how many of its bytes the socket took.
    func send(_ reply: StaticString) -> Int {
        // SAFETY: a static string has its own length and lives for ever.
        let sent = unsafe Glibc.send(
            descriptor,
            reply.utf8Start,
            reply.utf8CodeUnitCount,
            Int32(MSG_NOSIGNAL)
        )
        return max(0, sent)
    }
}
