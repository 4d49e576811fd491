internal import NIOCore

/// Replies of one connection that are yet to be sent.
///
/// Nearly always it is one DUNNO, which needs no buffer.
struct PendingReplies {
    /// How many there are.
    private(set) var count = 0
    /// Their bytes; nil: all of them are DUNNO.
    private var bytes: ByteBuffer?

    /// These and what `verdict` is answered.
    @inline(__always)
    func adding(_ verdict: borrowing Verdict) -> PendingReplies {
        if bytes == nil, verdict.action == .dunno { return PendingReplies(count: count &+ 1) }
        return addingBytes(of: verdict)
    }

    private func addingBytes(of verdict: borrowing Verdict) -> PendingReplies {
        var all = allBytes
        all.writeImmutableBuffer(PolicyReply.encoded(verdict))
        return PendingReplies(count: count &+ 1, bytes: all)
    }

    /// Sends what `socket` takes at once, and returns the rest, which is for NIO to write; without a socket
    /// that is all.
    func send(to socket: ReplySocket?) -> ByteBuffer? {
        guard count > 0 else { return nil }
        guard let socket else { return allBytes }
        guard bytes == nil, count == 1 else {
            var rest = allBytes
            socket.send(&rest)
            return rest.readableBytes > 0 ? rest : nil
        }
        let sent = socket.send(PolicyReply.dunnoText)
        guard sent < PolicyReply.dunnoText.utf8CodeUnitCount else { return nil }
        var rest = allBytes
        rest.moveReaderIndex(forwardBy: sent)
        return rest
    }

    private var allBytes: ByteBuffer {
        if let bytes { return bytes }
        var all = ByteBuffer()
        for _ in 0..<count { all.writeStaticString(PolicyReply.dunnoText) }
        return all
    }
}
