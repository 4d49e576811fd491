/// What the user has chosen to see: changed by keys, and by nothing else.
struct TopState: Hashable {
    enum Sort: String, CaseIterable {
        case waiting, deferrals, latest, name
    }

    enum Page: Hashable {
        case destinations
        /// All about one destination.
        case details
        /// What the newest code of the destination means, and what to do.
        case explanation
        case help
    }

    enum Effect: Hashable {
        case goOn, quit
    }

    private(set) var page = Page.destinations
    private(set) var sort = Sort.waiting
    /// Part of a domain's name, lower-case.
    private(set) var filter = ""
    private(set) var isTyping = false
    private(set) var isPaused = false
    /// The domain that is chosen; nil: the first.
    private(set) var chosen: String?
    /// Lines that a page of text is scrolled by.
    private(set) var scroll = 0

    private static let longestFilter = 64

    /// Takes a key, where these `domains` are shown in their order, `height` lines fit, and a page of
    /// text has so many `lines`.
    mutating func press(
        _ key: TopKey,
        domains: [String],
        height: Int,
        lines: Int = 0
    ) -> Effect {
        if isTyping {
            type(key)
            return .goOn
        }
        switch key {
        case .up, .character("k"): move(-1, domains, lines - height)
        case .down, .character("j"): move(1, domains, lines - height)
        case .pageUp: move(-max(1, height - 1), domains, lines - height)
        case .pageDown, .character(" "): move(max(1, height - 1), domains, lines - height)
        case .home, .character("g"): move(-.max / 2, domains, lines - height)
        case .end, .character("G"): move(.max / 2, domains, lines - height)
        case .enter: if page == .destinations, !domains.isEmpty { show(.details) }
        case .character("e"): if page != .help, !domains.isEmpty { show(.explanation) }
        case .character("s"): sort = sort.next
        case .character("/"): if page == .destinations { isTyping = true }
        case .character("p"): isPaused.toggle()
        case .character("?"), .character("h"): show(.help)
        case .escape, .backspace: back()
        case .character("q"): return .quit
        case .character: break
        }
        return .goOn
    }

    /// The place of the chosen destination; 0: it is gone, or none was chosen.
    func place(in domains: [String]) -> Int {
        chosen.flatMap { domains.firstIndex(of: $0) } ?? 0
    }

    private mutating func type(_ key: TopKey) {
        switch key {
        case .enter: isTyping = false
        case .escape:
            isTyping = false
            filter = ""
        case .backspace: if !filter.isEmpty { filter.removeLast() }
        case .character(let character):
            if filter.count < Self.longestFilter { filter += character.lowercased() }
        default: break
        }
    }

    private mutating func move(_ count: Int, _ domains: [String], _ mostScroll: Int) {
        guard page == .destinations else {
            scroll = min(max(0, scroll + count), max(0, mostScroll))
            return
        }
        guard !domains.isEmpty else { return }
        chosen = domains[min(max(0, place(in: domains) + count), domains.count - 1)]
    }

    private mutating func show(_ next: Page) {
        page = next
        scroll = 0
    }

    private mutating func back() {
        if page == .destinations { filter = "" }
        show(.destinations)
    }
}

extension TopState.Sort {
    var next: Self {
        let all = Self.allCases
        return all[((all.firstIndex(of: self) ?? 0) + 1) % all.count]
    }
}
