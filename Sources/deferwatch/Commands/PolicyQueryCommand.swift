import ArgumentParser
import LocalSocket
import PolicyService

/// `deferwatch policy-query name=value…`: asks a policy socket as smtpd would.
struct PolicyQueryCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "policy-query",
        abstract: "Ask a policy socket as smtpd(8) would, and print its answer.",
        discussion: """
            'deferwatch policy-query recipient=user@example.com client_address=192.0.2.1'. Attributes \
            that you do not name are those of an ordinary RCPT. Any policy server can be asked with \
            --policy. The question counts like one of Postfix's own.
            """
    )

    @Argument(help: "Attributes: name=value, under the names of SMTPD_POLICY_README.")
    var attributes: [String]

    @Option(help: "unix:PATH or inet:ADDRESS:PORT. The first that is configured, if not given.")
    var policy: String?

    @Option(help: "How long to wait.", transform: PostfixDuration.option)
    var timeout = 5

    @Flag(name: .customLong("json"), help: "One JSON object.")
    var wantsJSON = false

    func run() throws {
        let request = PolicyRequest.wireBytes(try values())
        let place = try place()
        let clock = ContinuousClock()
        let start = clock.now
        let answer: PolicyClient.Answer?
        do {
            let question = try PolicyClient(to: place, within: .seconds(timeout))
            answer = try question.ask(request, within: .seconds(timeout))
        } catch {
            Diagnostics.print("deferwatch: \(Escape.terminal("\(error)"))")
            throw ExitStatus.failure
        }
        guard let answer else {
            Diagnostics.complain("\(place)", "closed the connection without an answer")
            throw ExitStatus.failure
        }
        print(answer, place, Double((clock.now - start) / .microseconds(1)) / 1_000)
    }

    private func print(_ answer: PolicyClient.Answer, _ place: SocketPlace, _ time: Double) {
        var buffer = OutputBuffer()
        if wantsJSON {
            var json = JSONText()
            json.object { json in
                json.field("schema", "deferwatch.policy-query/1")
                json.field("policy", place.description)
                json.field("action", answer.action)
                json.field("text", answer.text)
                json.field("milliseconds", time)
            }
            json.newline()
            buffer.append(json.bytes)
        } else {
            let text = answer.text.isEmpty ? "" : " " + answer.text
            buffer.append(Escape.terminal("action=" + answer.action + text) + "\n")
        }
        buffer.flush()
    }

    /// The given attributes over those of an ordinary request, in the order of the wire.
    private func values() throws -> [(PolicyAttribute, String)] {
        var values: [PolicyAttribute: String] = [
            .request: "smtpd_access_policy", .protocolState: "RCPT", .protocolName: "ESMTP",
            .clientAddress: "192.0.2.1", .clientName: "unknown", .clientPort: "25",
            .heloName: "client.example", .sender: "sender@example.org", .recipientCount: "0",
            .size: "0",
        ]
        for text in attributes {
            let parts = text.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
            guard parts.count == 2,
                let attribute = PolicyAttribute.allCases.first(where: { $0.name == parts[0] })
            else {
                throw ValidationError(
                    "'\(Escape.terminal(text))' is no name=value with a name that smtpd sends"
                )
            }
            values[attribute] = String(parts[1])
        }
        return PolicyAttribute.allCases.compactMap { name in values[name].map { (name, $0) } }
    }

    private func place() throws -> SocketPlace {
        let listener: PolicyListener?
        if let policy {
            listener = try? PolicyListener(policy)
        } else {
            listener = ConfigurationSource().load().configuration.server.listeners.first
        }
        guard let place = listener?.place else {
            throw ValidationError("name a policy socket: --policy unix:PATH or inet:ADDRESS:PORT")
        }
        return place
    }
}
