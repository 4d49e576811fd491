import Deferrals
import MailFlow

/// The screen as lines of text: a pure function of what is known, what is chosen, and the size.
struct TopFrame {
    let picture: TopPicture
    let state: TopState
    let width: Int
    let height: Int
    let style: Style

    /// Lines above the destinations and below them.
    private static let fixedLines = 6

    /// Destinations, or lines of text, that fit.
    static func room(height: Int) -> Int { max(1, height - fixedLines) }

    /// Exactly as many lines as the screen has, none wider than it.
    func lines() -> [String] {
        var lines = head() + body().prefix(Self.room(height: height))
        while lines.count < height - 1 { lines.append("") }
        // On a screen that is too low the keys matter least.
        return lines.count < height ? lines + [foot()] : Array(lines.prefix(height))
    }

    private var snapshot: FlowSnapshot { picture.snapshot }

    private func head() -> [String] {
        let time = snapshot.totals.last.map { TimeText.civil($0) } ?? "no line yet"
        var title = "deferwatch top  \(time)  by \(state.sort.rawValue)"
        if !state.filter.isEmpty || state.isTyping {
            title += "  filter: \(state.filter)\(state.isTyping ? "▏" : "")"
        }
        if state.isPaused { title += "  PAUSED" }
        title += "  \(picture.source)"
        return [style.bold(cut(title)), cut(sums()), cut(trend()), cut(codes()), ""]
    }

    private func sums() -> String {
        let totals = snapshot.totals
        let waiting = snapshot.waiting
        var text = "\(totals.deferred) deferred, \(totals.sent) sent, \(totals.bounced) bounced"
        text += "; \(Words(.english).messages(waiting.messages)) waiting"
        guard let oldest = waiting.oldest.first, let now = totals.last else { return text }
        let age = Words(.english).duration(Int(now - oldest.arrived))
        return text + ", the oldest for \(age): \(oldest.queueId) to \(oldest.recipient)"
    }

    private func trend() -> String {
        // Wider than the screen, the newest minutes count.
        let minutes = picture.trend.suffix(max(1, width - 30))
        let sum = minutes.reduce(0, +)
        return "last \(minutes.count) min  \(Bars.sparkline(Array(minutes)))  \(sum) deferrals"
    }

    private func codes() -> String {
        let codes = snapshot.codes.filter { $0.attempts > 0 }
            .sorted { ($1.attempts, $0.code) < ($0.attempts, $1.code) }
        return codes.map { "\($0.code) \($0.attempts)" }.joined(separator: "  ")
    }

    private func foot() -> String {
        if let message = picture.message { return style.yellow(cut(message)) }
        let keys =
            switch state.page {
            case .destinations where state.isTyping:
                "type a part of the name  Enter keep  Esc clear"
            case .destinations:
                "↑↓ choose  Enter details  e explain  s sort  / filter  p pause  ? help  q quit"
            case .details: "e explain  Esc back  ↑↓ scroll  q quit"
            case .explanation, .help: "Esc back  ↑↓ scroll  q quit"
            }
        return style.dim(cut(keys))
    }

    private func body() -> [String] {
        if let text { return scrolled(text) }
        let (rows, place) = choice
        return destinations(rows, place)
    }

    /// All lines of a page of text; nil: the page is the table of destinations.
    var text: [String]? {
        let (rows, place) = choice
        let chosen = rows.indices.contains(place) ? rows[place] : nil
        switch state.page {
        case .destinations: return nil
        case .details: return chosen.map(details) ?? []
        case .explanation: return chosen.map(explanation) ?? []
        case .help: return Self.help
        }
    }

    private var choice: (rows: [FlowSnapshot.DestinationRow], place: Int) {
        let rows = picture.rows(state)
        return (rows, state.place(in: rows.map(\.domain)))
    }

    private func scrolled(_ lines: [String]) -> [String] {
        let room = Self.room(height: height)
        return lines.dropFirst(min(state.scroll, max(0, lines.count - room))).map(cut)
    }

    private func destinations(_ rows: [FlowSnapshot.DestinationRow], _ place: Int) -> [String] {
        let room = Self.room(height: height) - 1
        guard !rows.isEmpty, room > 0 else {
            return [state.filter.isEmpty ? "No deferrals." : "No destination has that in its name."]
        }
        // The chosen one stays in sight.
        let first = max(0, min(place - room / 2, rows.count - room))
        var table = TextTable(columns: [
            .init(title: "Destination", least: 12), .init(title: "Waiting", isRight: true),
            .init(title: "Deferred", isRight: true), .init(title: "Sent", isRight: true),
            .init(title: "Code"), .init(title: "Last"), .init(title: "Reason", least: 8),
        ])
        table.rows = rows.dropFirst(first).prefix(room).map { row in
            [
                row.domain, "\(row.waiting)", "\(row.attempts)", "\(row.sent)", row.lastCode,
                String(TimeText.civil(row.lastFailure).dropFirst(11).prefix(5)), row.lastReason,
            ]
        }
        let lines = table.lines(width: width - 2, style: Style(isColored: false))
        return lines.enumerated().map { index, line in
            if index == 0 { return style.dim(cut("  " + line)) }
            let isChosen = first + index - 1 == place
            return isChosen ? style.reverse(padded("▶ " + line)) : cut("  " + line)
        }
    }

    private func padded(_ line: String) -> String {
        let line = cut(line)
        return line + String(repeating: " ", count: max(0, width - line.displayWidth))
    }

    /// Made safe, and no wider than the screen.
    func cut(_ text: String) -> String { Escape.terminal(text, width: width) }
}
