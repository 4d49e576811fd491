import Glibc

/// The terminal while `top` has it: keys come one by one, nothing is echoed, and the shell's screen is
/// left as it was, whatever ends the program.
@safe
final class TopScreen {
    /// Where keys come from.
    let keys: Int32
    private var drawn: [String] = []

    /// Takes the terminal; nil: there is none.
    init?() {
        guard isatty(STDOUT_FILENO) == 1 else { return nil }
        // Standard input may be the log.
        // SAFETY: the path is a constant.
        let opened =
            isatty(STDIN_FILENO) == 1 ? STDIN_FILENO : unsafe open("/dev/tty", O_RDWR | O_CLOEXEC)
        guard opened >= 0, unsafe tcgetattr(opened, &former) == 0 else { return nil }
        keys = opened
        unsafe formerTerminal = opened
        Self.restoreAfterCrash()
        var raw = unsafe former
        raw.c_lflag &= ~tcflag_t(ICANON | ECHO | IEXTEN)
        raw.c_iflag &= ~tcflag_t(IXON | ICRNL)
        unsafe tcsetattr(opened, TCSAFLUSH, &raw)
        // The other screen, without a cursor.
        write("\u{1B}[?1049h\u{1B}[?25l\u{1B}[2J")
    }

    /// Gives the terminal back.
    func close() { restoreTerminal() }

    /// Columns and lines.
    var size: (width: Int, height: Int) { (Terminal.width, Terminal.height ?? 24) }

    /// Draws the lines that changed.
    func draw(_ lines: [String], anew: Bool) {
        var text = anew ? "\u{1B}[2J" : ""
        for (index, line) in lines.enumerated()
        where anew || !drawn.indices.contains(index) || drawn[index] != line {
            text += "\u{1B}[\(index + 1);1H\(line)\u{1B}[K"
        }
        drawn = lines
        write(text)
    }

    /// Waits for keys, at most so long; empty: none came, nil: there will be no more.
    func read(milliseconds: Int32) -> [UInt8]? {
        var request = pollfd(fd: keys, events: Int16(POLLIN), revents: 0)
        // SAFETY: one request is passed, and its number says so.
        guard unsafe poll(&request, 1, milliseconds) > 0 else { return [] }
        var bytes = [UInt8](repeating: 0, count: 256)
        // SAFETY: the count is that of the array.
        let got = unsafe bytes.withUnsafeMutableBytes { buffer in
            unsafe Glibc.read(keys, buffer.baseAddress, buffer.count)
        }
        if got > 0 { return Array(bytes.prefix(got)) }
        return got < 0 && errno == EINTR ? [] : nil
    }

    private func write(_ text: String) {
        var buffer = OutputBuffer()
        buffer.append(text)
        buffer.flush()
    }

    /// A signal that ends the program gives the terminal back first, and then does what it always does.
    private static func restoreAfterCrash() {
        for number in [SIGSEGV, SIGBUS, SIGILL, SIGTRAP, SIGABRT, SIGFPE, SIGQUIT] {
            _ = signal(number) { number in
                restoreTerminal()
                _ = signal(number, SIG_DFL)
                _ = raise(number)
            }
        }
    }
}

// What a signal handler can reach.
// SAFETY: written once, before the handlers are set.
private nonisolated(unsafe) var former = termios()
private nonisolated(unsafe) var formerTerminal: Int32 = -1
private let farewell: StaticString = "\u{1B}[?25h\u{1B}[?1049l"

/// Only calls that are safe in a signal handler.
private func restoreTerminal() {
    guard unsafe formerTerminal >= 0 else { return }
    // SAFETY: the text is a constant and has its own length.
    _ = unsafe Glibc.write(STDOUT_FILENO, farewell.utf8Start, farewell.utf8CodeUnitCount)
    unsafe tcsetattr(formerTerminal, TCSADRAIN, &former)
}
