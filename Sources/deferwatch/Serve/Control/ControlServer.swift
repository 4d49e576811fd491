import Dispatch
import Foundation
import LocalSocket
import Synchronization

/// Answers the operator's commands over a UNIX-domain socket.
///
/// Who may connect is a matter of the socket's mode and group. What a client can cost is bounded:
/// connections, the length of a request, and the time for it.
final class ControlServer: Sendable {
    typealias Handler = @Sendable (ControlRequest) -> ControlReply

    private static let mostConnections = 8
    private static let patience = Duration.seconds(5)

    private struct State {
        var connections = 0
        var isStopping = false
    }

    private let socket: LocalSocket
    private let handler: Handler
    private let state = Mutex(State())
    private let hasEnded = DispatchSemaphore(value: 0)

    /// Serves `socket` on threads of its own until `stop`.
    init(_ socket: LocalSocket, handler: @escaping Handler) {
        self.socket = socket
        self.handler = handler
        let thread = Thread { [self] in run() }
        thread.name = "control"
        thread.stackSize = 1 << 19
        thread.start()
    }

    /// Takes no more connections, and removes the socket.
    func stop() {
        state.withLock { $0.isStopping = true }
        hasEnded.wait()
        socket.removeFile()
    }

    private func run() {
        while !state.withLock({ $0.isStopping }) {
            guard let connection = socket.accept(within: .milliseconds(200)) else { continue }
            let isAdmitted = state.withLock { state in
                guard state.connections < Self.mostConnections else { return false }
                state.connections += 1
                return true
            }
            if isAdmitted {
                serve(connection)
            } else {
                let busy = ControlReply(error: "the daemon is busy with other commands: ask again")
                try? connection.send(ControlCoding.line(busy), until: .now + .milliseconds(10))
            }
        }
        hasEnded.signal()
    }

    private func serve(_ connection: sending LocalConnection) {
        let box = ConnectionBox(connection)
        let thread = Thread { [self] in
            try? talk(box.take())
            state.withLock { $0.connections -= 1 }
        }
        thread.stackSize = 1 << 20
        thread.start()
    }

    private func talk(_ connection: LocalConnection?) throws {
        guard let connection else { return }
        while let line = try connection.read(
            to: [10],
            limit: ControlCoding.longestRequest,
            until: .now + Self.patience
        ) {
            let reply: ControlReply
            do {
                let request = try ControlCoding.value(ControlRequest.self, from: line)
                reply =
                    request.schema == ControlRequest.schema
                    ? handler(request)
                    : ControlReply(error: "this daemon speaks \(ControlRequest.schema)")
            } catch {
                reply = ControlReply(error: "no request of \(ControlRequest.schema)")
            }
            try connection.send(ControlCoding.line(reply), until: .now + Self.patience)
        }
    }
}

/// Hands a connection to another thread.
private final class ConnectionBox: Sendable {
    private let content: Mutex<LocalConnection?>

    init(_ connection: sending LocalConnection) {
        content = Mutex(connection)
    }

    func take() -> sending LocalConnection? {
        content.withLock { content in
            defer { content = nil }
            return content
        }
    }
}
