import ArgumentParser

/// `deferwatch postfix-config`: the lines that make Postfix ask.
struct PostfixConfigCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "postfix-config",
        abstract: "Print the lines of main.cf and master.cf that make Postfix ask Deferwatch.",
        discussion: """
            The lines fit the Postfix that is found, and keep its own restrictions; nothing is \
            changed. Where there is none they are what 'postfix' in the sources has. Exit status: 0; \
            1 where this Postfix must not ask; 2 when its configuration cannot be read.
            """
    )

    @Option(help: "What this Postfix does: submission, relay, gateway, backup-mx.")
    var use = PostfixUse.relay

    @OptionGroup(title: "Postfix")
    var postfix: InstanceOptions

    @Option(
        help: "Ask no Postfix; print the lines for this version, such as 3.7.",
        transform: PostfixConfigCommand.version
    )
    var postfixVersion: PostfixVersion?

    func validate() throws {
        if postfixVersion != nil, postfix.isNamed {
            throw ValidationError("With --postfix-version no Postfix is asked.")
        }
    }

    func run() throws {
        do {
            var buffer = OutputBuffer()
            buffer.append(try wiring().text)
            buffer.flush()
        } catch let error as PostfixWiring.Refusal {
            Diagnostics.print("deferwatch: \(error)")
            throw ExitStatus.findings
        } catch let error as PostfixSettings.ReadError {
            Diagnostics.print("deferwatch: \(error)")
            throw ExitStatus.failure
        }
    }

    private func wiring() throws -> PostfixWiring {
        if let postfixVersion { return try PostfixWiring(use, version: postfixVersion) }
        do {
            let settings = try PostfixSettings.read(
                configDirectory: postfix.configDir,
                instance: postfix.instance
            )
            return try PostfixWiring(use, settings: settings)
        } catch PostfixSettings.ReadError.notInstalled {
            Diagnostics.print("deferwatch: no Postfix here; these lines are for 3.1 and later")
            return try PostfixWiring(use, version: .policyContext)
        }
    }

    private static func version(_ text: String) throws -> PostfixVersion {
        guard let version = PostfixVersion(text) else {
            throw ValidationError("'\(text)' is no version of Postfix: 3.7, 3.7.11")
        }
        return version
    }
}

extension PostfixUse: ExpressibleByArgument {}
