import LocalSocket

/// Asks the daemon, for an operator's command.
enum ControlClient {
    /// A reload reads files; everything else is in memory.
    private static let patience = Duration.seconds(10)

    /// What the daemon at `path` says; complaints have been printed.
    static func ask(_ request: ControlRequest, at path: String) throws -> ControlReply {
        let reply: ControlReply
        do {
            reply = try exchange(request, at: path, within: patience)
        } catch let error as LocalSocketError {
            Diagnostics.print("deferwatch: \(Escape.terminal("\(error)")): \(advice(error))")
            throw ExitStatus.failure
        } catch {
            Diagnostics.complain(path, "the daemon's answer cannot be read; is it another version?")
            throw ExitStatus.failure
        }
        if let error = reply.error {
            Diagnostics.print("deferwatch: \(Escape.terminal(error))")
            throw ExitStatus.failure
        }
        return reply
    }

    /// What the daemon at `path` says, errors of its own included.
    ///
    /// - Throws: `LocalSocketError`, or what a decoder throws.
    static func exchange(
        _ request: ControlRequest,
        at path: String,
        within limit: Duration
    ) throws -> ControlReply {
        let deadline = ContinuousClock.now + limit
        let connection = try LocalConnection(to: .unix(path: path), within: limit)
        var refusal: LocalSocketError?
        do {
            try connection.send(ControlCoding.line(request), until: deadline)
        } catch {
            // A busy daemon says so without waiting for the question.
            refusal = error
        }
        let line = try connection.read(
            to: [10],
            limit: ControlCoding.longestReply,
            until: deadline
        )
        if line == nil, let refusal { throw refusal }
        return try ControlCoding.value(ControlReply.self, from: line ?? [])
    }

    private static func advice(_ error: LocalSocketError) -> String {
        switch error {
        case .system(_, _, 13): "you need to be in the socket's group, or root"
        case .late: "try again, or look at its log"
        default: "is 'deferwatch serve' running? --control names another socket"
        }
    }
}
