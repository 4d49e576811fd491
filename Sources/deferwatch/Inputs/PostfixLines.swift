import ByteScan
import LogSource
import PostfixLog

/// The lines of a log, reduced to what tells one from another.
struct PostfixLines {
    /// One line.
    struct Line {
        /// nil: another program's.
        var hash: UInt64?
        /// Civil seconds; of a line without a time, those of the one before.
        var time: Int64
        /// Hash of the host's name.
        var host: UInt64
        /// It has a time and a host of its own.
        var hasHead = false
    }

    let path: String
    /// The year of the first line, where lines have none.
    let firstYear: Int

    /// Calls `body` with each line that is not empty, until it says false.
    ///
    /// - Returns: false where the log is damaged: whoever reads it complains.
    @discardableResult
    func forEach(_ body: (Line) -> Bool) -> Bool {
        guard var reader = try? BlockReader(path: path) else { return false }
        var block = LogBlock(capacity: 262_144)
        var state = State(clock: YearClock(firstYear: firstYear))
        do {
            while try reader.next(&block) {
                guard Self.read(block, &state, body) else { return true }
            }
        } catch {
            return false
        }
        return true
    }

    private static func read(
        _ block: LogBlock,
        _ state: inout State,
        _ body: (Line) -> Bool
    ) -> Bool {
        let bytes = block.bytes.span
        guard JSONLines.isJSON(bytes, 0..<block.count) else {
            return read(bytes, block.count, &state, body)
        }
        var plain = JSONLines()
        plain.rewrite(bytes, 0..<block.count)
        return read(plain.bytes.span, plain.count, &state, body)
    }

    private struct State: ~Copyable {
        var parser = LogLineParser()
        var clock: YearClock
        var line = Line(time: .min, host: 0)

        init(clock: YearClock) { self.clock = clock }
    }

    private static func read(
        _ bytes: Span<UInt8>,
        _ count: Int,
        _ state: inout State,
        _ body: (Line) -> Bool
    ) -> Bool {
        var start = 0
        var lines = LineCursor(bytes, 0..<count)
        while let end = lines.next(bytes) {
            defer { start = end + 1 }
            guard end > start else { continue }
            var line = LogLine()
            let isRead = state.parser.parse(bytes, start, end, &line)
            if isRead, state.parser.takeTimeChange() {
                state.line.time = state.clock.resolve(state.parser.time).seconds
            }
            if isRead, state.parser.hostChanged {
                state.line.host = ByteHash.hash(bytes, state.parser.host)
            }
            state.line.hasHead = isRead
            // What no head is read of may be Postfix's as well.
            let isOthers = isRead && !isPostfix(bytes, line)
            state.line.hash = isOthers ? nil : ByteHash.hash(bytes, ByteRange(start, end))
            guard body(state.line) else { return false }
        }
        return true
    }

    private static func isPostfix(_ bytes: Span<UInt8>, _ line: LogLine) -> Bool {
        switch line.daemon {
        case .other: return false
        case .unnamed:
            // Any program's tag looks like this: only what Postfix alone says tells.
            let kind = LineRecord.parse(bytes, line).kind
            return kind != .ignored && kind != .companion && kind != .trouble
        default: return true
        }
    }
}
