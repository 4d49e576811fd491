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
    /// The beginning of a line.
    private var rest: [UInt8] = []
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
        while !isEnded, isReadable() {
            block.count = rest.count
            for index in 0..<rest.count { block.bytes[index] = rest[index] }
            let got = try handle.read(
                into: &block.bytes,
                at: rest.count,
                count: block.capacity - rest.count
            )
            guard got > 0 else { return try end(&block) }
            block.count += got
            if skipsToNewline, !dropLine(&block) { continue }
            if cut(&block) { return delivered(&block) }
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

    private func dropLine(_ block: inout LogBlock) -> Bool {
        let end = block.bytes.span.scan(for: 10, from: 0, to: block.count)
        let dropped = min(end + 1, block.count)
        skipsToNewline = end == block.count
        offset += dropped
        block.count -= dropped
        for index in 0..<block.count { block.bytes[index] = block.bytes[index + dropped] }
        rest.removeAll(keepingCapacity: true)
        rest.append(contentsOf: block.bytes[..<block.count])
        return block.count > 0
    }

    /// Leaves the beginning of the last line for later; false where no line is whole.
    private func cut(_ block: inout LogBlock) -> Bool {
        rest.removeAll(keepingCapacity: true)
        if let newline = block.bytes[..<block.count].lastIndex(of: 10) {
            rest.append(contentsOf: block.bytes[(newline + 1)..<block.count])
            block.count = newline + 1
            return true
        }
        guard block.count > BlockReader.longestLine else {
            rest.append(contentsOf: block.bytes[..<block.count])
            return false
        }
        report(.overlongLine(path: source))
        skipsToNewline = true
        offset += block.count - BlockReader.longestLine
        block.count = BlockReader.longestLine
        return true
    }

    private func delivered(_ block: inout LogBlock) -> FollowedBlock {
        block.offset = offset
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
