import ArgumentParser
import Foundation

/// `--control` and `--json`, for every verb that asks the daemon.
struct ControlOptions: ParsableArguments {
    @Option(help: "The daemon's control socket. As configured, if not given.")
    var control: String?

    @Flag(name: .customLong("json"), help: "One JSON object.")
    var wantsJSON = false

    /// Asks, and gives what came back; complaints have been printed.
    func ask(_ request: ControlRequest) throws -> ControlReply {
        try ControlClient.ask(request, at: Self.path(control))
    }

    /// Prints `value` as JSON where that is wanted, else `text`.
    func print(_ value: some Encodable, _ text: @autoclosure () -> String) {
        var buffer = OutputBuffer()
        if wantsJSON {
            buffer.append(ControlCoding.line(value))
        } else {
            buffer.append(text())
        }
        buffer.flush()
    }

    /// `given`, or where the daemon is configured to listen.
    static func path(_ given: String?) -> String {
        if let given { return given }
        // Whatever else is wrong there, the socket's path may be right.
        let configured = ConfigurationSource().load().configuration.control.socket
        return configured.isEmpty ? DaemonConfiguration.ControlSettings.usualSocket : configured
    }
}

/// `--for 2h`.
struct TimeLimitOption: ParsableArguments {
    @Option(
        name: .customLong("for"),
        help: "For how long, such as 30m, 2h or 1d; there is no order without an end.",
        transform: PostfixDuration.option
    )
    var seconds: Int
}
