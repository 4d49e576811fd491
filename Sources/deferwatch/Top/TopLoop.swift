import MailFlow

/// Keys and pictures in turn, until one of them ends it.
struct TopLoop {
    private let source: any TopSource
    private let screen: TopScreen
    private let style: Style
    private let interval: Duration
    private let clock = ContinuousClock()

    /// A key is answered, a new size of the terminal is seen, within this time.
    private static let patience: Int32 = 100

    init(source: any TopSource, screen: TopScreen, style: Style, every seconds: Int) {
        self.source = source
        self.screen = screen
        self.style = style
        interval = .seconds(seconds)
    }

    /// Draws and reads keys until 'q', a signal, or the end of the terminal.
    func run(until stop: StopFlag) {
        var state = TopState()
        var decoder = TopKeyDecoder()
        var picture = TopPicture(snapshot: .empty, trend: [], source: "reading")
        var due = clock.now
        var size = (width: 0, height: 0)
        while !stop.isRaised {
            if clock.now >= due, !state.isPaused {
                let begin = clock.now
                picture = source.picture() ?? picture
                // A picture of very many destinations takes its time: others need some, too.
                due = clock.now + max(interval, (clock.now - begin) * 5)
            }
            let former = size
            size = screen.size
            let frame = frame(picture, state, size)
            screen.draw(frame.lines(), anew: former != size)
            guard let bytes = screen.read(milliseconds: Self.patience) else { return }
            let keys = bytes.isEmpty ? [decoder.pause()].compactMap(\.self) : decoder.keys(bytes)
            for key in keys {
                let effect = state.press(
                    key,
                    domains: picture.rows(state).map(\.domain),
                    height: TopFrame.room(height: size.height),
                    lines: self.frame(picture, state, size).text?.count ?? 0
                )
                if effect == .quit { return }
            }
        }
    }

    private func frame(
        _ picture: TopPicture,
        _ state: TopState,
        _ size: (width: Int, height: Int)
    ) -> TopFrame {
        TopFrame(
            picture: picture,
            state: state,
            width: size.width,
            height: size.height,
            style: style
        )
    }
}
