import ArgumentParser

/// Which Postfix is asked, where there are several on a machine.
struct InstanceOptions: ParsableArguments {
    @Option(help: "Ask another Postfix: its configuration directory.")
    var configDir: String?

    @Option(help: "Ask another Postfix: its name, as postmulti knows it.")
    var instance: String?

    func validate() throws {
        if configDir != nil, instance != nil {
            throw ValidationError("--config-dir and --instance name the same thing: use one.")
        }
    }

    /// True where one is named.
    var isNamed: Bool { configDir != nil || instance != nil }

    /// Where its main.cf is; nil: the default instance.
    ///
    /// - Throws: what the user is told when postmulti knows no such instance.
    func directory() throws -> String? {
        guard let instance else { return configDir }
        guard let found = PostfixProgram.configDirectory(ofInstance: instance) else {
            Diagnostics.print("deferwatch: postmulti knows no instance '\(instance)'")
            throw ExitStatus.failure
        }
        return found
    }
}
