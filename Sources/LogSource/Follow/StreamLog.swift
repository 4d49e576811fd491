internal import ByteScan
internal import Glibc

/// Standard input or a FIFO: whole lines as they come, and nothing can be read twice.
final class StreamLog {
    let source: String
    private var handle: FileHandle
    private let isPipe: Bool
    private(set) var isEnded = false
    private var head = LogHead()
    private var offset = 0
    private var line = 1
    /// Read, and not delivered: the beginning of a line, or all from an overlong line on.
    private var rest: [UInt8] = []
    /// The rest is more than the beginning of a line.
    private var hasMore = false
    private var skipsToNewline = false
    /// Why nothing could be read last, and when it is tried again.
    private(set) var trouble: (error: LogSourceError, retry: Duration)?
    private let report: (FollowEvent) -> Void

    var descriptor: Int32 { handle.descriptor }

    /// Its bytes wake.
    var isWatched: Bool { !isEnded && trouble == nil }

    /// Opens a FIFO; '-' is standard input.
    init(path: String, report: @escaping (FollowEvent) -> Void) throws(LogSourceError) {
        source = path
        isPipe = path != "-"
        handle = isPipe ? try FileHandle(pipe: path) : try FileHandle(path: path)
        self.report = report
    }

    var position: SourcePosition { SourcePosition(.stream(offset: offset)) }

    /// Delivers whole lines; nil: none are there now.
    ///
    /// What goes wrong is told once, and tried again after a second: a descriptor without writers
    /// wakes at once and for ever. Standard input that cannot be read has ended.
    func poll(_ block: inout LogBlock, now: Duration) -> FollowedBlock? {
        if let trouble, now < trouble.retry { return nil }
        do {
            let found = try read(&block)
            trouble = nil
            return found
        } catch {
            if trouble?.error != error { report(.unavailable(error)) }
            trouble = (error, now + .seconds(1))
            isEnded = !isPipe
            return nil
        }
    }

    private func read(_ block: inout LogBlock) throws(LogSourceError) -> FollowedBlock? {
        while !isEnded, hasMore || isReadable() {
            block.offset = offset
            block.count = rest.count
            for index in 0..<rest.count { block.bytes[index] = rest[index] }
            if !hasMore {
                let got = try handle.read(
                    into: &block.bytes,
                    at: rest.count,
                    count: block.capacity - rest.count
                )
                guard got > 0 else { return try end(&block) }
                block.count += got
            }
            if skipsToNewline { dropLine(&block) }
            if let found = deliver(&block) { return found }
        }
        return nil
    }

    private func isReadable() -> Bool {
        var request = pollfd(fd: handle.descriptor, events: Int16(POLLIN), revents: 0)
        // SAFETY: one request is passed, and its number says so.
        return unsafe Glibc.poll(&request, 1, 0) > 0
    }

    /// The writers are gone: a FIFO waits for others, standard input ends.
    private func end(_ block: inout LogBlock) throws(LogSourceError) -> FollowedBlock? {
        if isPipe {
            // The new descriptor is open before the old one closes: no byte is lost between them.
            handle = try FileHandle(pipe: source)
        } else {
            isEnded = true
        }
        // Nobody ends the line that a writer has left: the next one begins its own.
        defer { skipsToNewline = false }
        rest.removeAll()
        return block.count > 0 && !skipsToNewline ? delivered(&block) : nil
    }

    private func dropLine(_ block: inout LogBlock) {
        skipsToNewline = !block.dropLine()
        offset = block.offset
    }

    /// Leaves for later what is behind the cut; nil: no line is whole.
    private func deliver(_ block: inout LogBlock) -> FollowedBlock? {
        let cut = block.cut
        rest.removeAll(keepingCapacity: true)
        rest.append(contentsOf: block.bytes[(cut?.end ?? 0)..<block.count])
        hasMore = cut?.leavesMore ?? false
        guard let cut else { return nil }
        block.count = cut.end
        if cut.isInsideLine {
            report(.overlongLine(path: source))
            skipsToNewline = true
        }
        return delivered(&block)
    }

    private func delivered(_ block: inout LogBlock) -> FollowedBlock {
        head.append(block)
        let first = line
        offset += block.count
        line += block.lines
        return FollowedBlock(
            source: source,
            path: source,
            identity: head.identity ?? 0,
            head: head,
            offset: block.offset,
            line: first,
            position: position
        )
    }
}

extension FileHandle {
    /// Opens a FIFO without waiting for a writer.
    convenience init(pipe path: String) throws(LogSourceError) {
        // SAFETY: open reads the path, which lives during the call.
        let opened = unsafe open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
        guard opened >= 0 else { throw .system(path: path, operation: "open", number: errno) }
        self.init(adopting: opened, path: path)
    }
}
