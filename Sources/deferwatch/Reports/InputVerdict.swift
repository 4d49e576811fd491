import ByteScan
import LogSource
import MailFlow
import PostfixLog

/// Whether what was read was a mail log at all.
enum InputVerdict {
    /// What is wrong with a log that was read without an error, as a sentence; nil: nothing.
    static func problem(with counts: LineCounts, path: String) -> String? {
        if counts.lines == 0 { return "is empty" }
        if counts.relevant > 0 { return nil }
        if isBinary(path) { return "is binary, not a log" }
        if counts.unreadable == counts.lines { return "has no log lines" }
        return hasPostfixLines(path) ? nil : "has no lines of Postfix"
    }

    /// A NUL in the first block: no daemon writes lines with one from the start.
    private static func isBinary(_ path: String) -> Bool {
        var found = false
        scan(path) { block in
            found = (0..<block.count).contains { block.bytes[$0] == 0 }
            return false
        }
        return found
    }

    /// A quiet log, where Postfix started and nobody wrote, is a mail log all the same.
    private static func hasPostfixLines(_ path: String) -> Bool {
        var found = false
        var parser = LogLineParser()
        var line = LogLine()
        scan(path) { block in
            var start = 0
            while start < block.count, !found {
                let end = block.bytes.span.scan(for: 10, from: start, to: block.count)
                if parser.parse(block.bytes.span, start, end, &line) {
                    found = line.daemon != .other && line.daemon != .unnamed
                }
                start = end + 1
            }
            return !found
        }
        return found
    }

    /// Reads a file again, block by block, until `visit` has seen enough.
    ///
    /// Standard input is gone, and not looked at.
    private static func scan(_ path: String, _ visit: (LogBlock) -> Bool) {
        guard path != "-", var reader = try? BlockReader(path: path) else { return }
        var block = LogBlock(capacity: 262_144)
        while (try? reader.next(&block)) == true {
            guard visit(block) else { return }
        }
    }
}
