/// A reason cut to a width: what makes it worth reading often stands at its end.
enum ShortReason {
    /// `reason`, made safe for a terminal, in at most `width` columns.
    static func fit(_ reason: String, width: Int) -> String {
        let safe = Escape.terminal(reason)
        guard safe.displayWidth > width else { return safe }
        var bare = withoutAddress(safe)
        if bare.displayWidth > width { bare = withoutCommand(bare) }
        guard bare.displayWidth > width, width > 20 else {
            return Escape.terminal(bare, width: width)
        }
        let tailWidth = width / 2
        return bare.prefix(displayWidth: width - tailWidth - 1) + "…"
            + bare.suffix(displayWidth: tailWidth)
    }

    /// Without ' (in reply to RCPT TO command)' at the end, which says less than the reply before it.
    private static func withoutCommand(_ text: String) -> String {
        guard text.hasSuffix(" command)"),
            let start = text.ranges(of: " (in reply to ").last?.lowerBound
        else { return text }
        return String(text[..<start])
    }

    /// 'host[address]:port' as 'host', at its first place.
    private static func withoutAddress(_ text: String) -> String {
        guard let open = text.firstIndex(of: "["),
            let close = text[open...].firstIndex(of: "]")
        else { return text }
        var after = text[text.index(after: close)...]
        if after.first == ":", after.dropFirst().first?.isNumber == true {
            after = after.dropFirst().drop { $0.isNumber }
        }
        return String(text[..<open] + after)
    }
}
