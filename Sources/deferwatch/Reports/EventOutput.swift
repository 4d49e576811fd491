import MailFlow

/// Deferrals on their way to standard output, as they are found.
struct EventOutput {
    private enum Form {
        case none
        case ndjson(EventWriter)
        case csv(CSVWriter)
    }

    private var form: Form
    private var buffer = OutputBuffer()

    private init(_ form: Form) {
        self.form = form
    }

    /// For reports that need no single deferral.
    static let none = EventOutput(.none)

    static func ndjson(_ mask: Mask) -> EventOutput {
        EventOutput(.ndjson(EventWriter(mask: mask)))
    }

    /// CSV begins with its columns, also where no line follows.
    static func csv(_ mask: Mask) -> EventOutput {
        var output = EventOutput(.csv(CSVWriter(mask: mask)))
        output.buffer.append(CSVWriter.head)
        return output
    }

    mutating func write(_ events: [DeferralEvent]) {
        switch form {
        case .none: break
        case .ndjson(let writer):
            for event in events { buffer.append(writer.line(event)) }
        case .csv(var writer):
            for event in events { buffer.append(writer.line(event)) }
            form = .csv(writer)
        }
    }

    mutating func flush() {
        buffer.flush()
    }
}
