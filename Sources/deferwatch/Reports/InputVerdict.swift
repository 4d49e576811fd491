import ByteScan
import LogSource
import MailFlow
import PostfixLog

/// Whether what was read was a mail log at all.
enum InputVerdict {
    /// What is wrong with a log that was read without an error, as a sentence; nil: nothing.
    static func problem(with counts: LineCounts, path: String) -> String? {
        if counts.lines == 0 {
            return hasBytes(path)
                ? "holds nothing but NUL bytes, as after a power cut or a full disk" : "is empty"
        }
        if counts.relevant > 0 { return nil }
        if isBinary(path) { return "is binary, not a log" }
        let hasLogLines = counts.unreadable < counts.lines
        if hasLogLines, hasPostfixLines(path) { return nil }
        if let form = unreadForm(path) { return form }
        if hasLogLines { return "has no lines of Postfix" }
        return hasTimelessLines(path)
            ? "has lines of Postfix without a log's times: take the log itself, in a container with docker logs -t; "
                + "deferwatch explain takes single lines" : "has no log lines"
    }

    /// True where there is something, of which the reader made no line.
    private static func hasBytes(_ path: String) -> Bool {
        guard path != "-", var reader = try? BlockReader(path: path) else { return false }
        var block = LogBlock(capacity: 262_144)
        while (try? reader.next(&block)) == true {}
        return reader.offset > 0
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

    /// What journalctl writes that is not read, with the remedy.
    private static func unreadForm(_ path: String) -> String? {
        var form: String?
        scan(path) { block in
            let bytes = block.bytes.span
            var start = 0
            while start < block.count - 1, bytes[start] <= 32 { start += 1 }
            let end = min(bytes.scan(for: 10, from: start, to: block.count), start + 256)
            let line = start..<end
            let remedy = ": use journalctl -o short-iso"
            if bytes.starts(with: "__CURSOR=", in: line)
                || bytes.firstOffset(of: " [s=", in: line) != nil
            {
                form = "has journal entries of several lines" + remedy
            } else if bytes[start] == UInt8(ascii: "[") {
                var end = start + 1
                while end < line.upperBound, bytes[end] == 32 || bytes[end] &- 48 <= 9 { end += 1 }
                guard end < line.upperBound, bytes[end] == UInt8(ascii: ".") else { return false }
                form = "counts seconds since boot, and has no times of day" + remedy
            }
            return false
        }
        return form
    }

    /// Lines as a container without a logger or a web page shows them; a JSON of such a page, too.
    private static func hasTimelessLines(_ path: String) -> Bool {
        var found = false
        scan(path) { block in
            let bytes = block.bytes.span
            found =
                bytes.firstOffset(of: "postfix/", in: 0..<block.count) != nil
                || bytes.firstOffset(of: ", status=", in: 0..<block.count) != nil
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
