import ByteScan
import PostfixLog

/// What the end of a log tells.
struct LogTail {
    /// When its newest line was written; nil: it has no log line.
    private(set) var newest: LogTime?
    /// Lines of Postfix in it.
    private(set) var postfixLines = 0
    /// Log lines in it.
    private(set) var lines = 0

    init(_ bytes: [UInt8]) {
        let padded = bytes + [UInt8](repeating: 0, count: blockSlack)
        guard !JSONLines.isJSON(padded.span, 0..<bytes.count) else {
            var plain = JSONLines()
            plain.rewrite(padded.span, 0..<bytes.count)
            read(plain.bytes.span, plain.count)
            return
        }
        read(padded.span, bytes.count)
    }

    private mutating func read(_ bytes: Span<UInt8>, _ count: Int) {
        var parser = LogLineParser()
        var line = LogLine()
        var start = 0
        while start < count {
            let end = bytes.scan(for: 10, from: start, to: count)
            if parser.parse(bytes, start, end, &line) {
                lines += 1
                newest = parser.time
                if line.daemon.isPostfix { postfixLines += 1 }
            }
            start = end + 1
        }
    }

    /// True where lines that a daemon logs under `syslogName` are known to be Postfix's.
    static func recognises(syslogName: String) -> Bool {
        let line = Array("Jan  1 00:00:00 host \(syslogName)/smtp[1]: 1A: to=<a@b>".utf8)
        let padded = line + [UInt8](repeating: 0, count: blockSlack)
        var parser = LogLineParser()
        var head = LogLine()
        return parser.parse(padded.span, 0, line.count, &head) && head.daemon == .smtp
    }
}

extension Daemon {
    /// True for a program that is known to be Postfix's by its name.
    fileprivate var isPostfix: Bool { self != .other && self != .unnamed }
}
