extension PostfixSettings {
    /// Why the configuration is not known.
    enum ReadError: Error, Hashable, CustomStringConvertible {
        case notInstalled
        case refused(directory: String?)
        case noInstance(String)

        var description: String {
            switch self {
            case .notInstalled: "postconf is not installed here"
            case .refused(let directory):
                "postconf cannot read \(directory ?? "its configuration directory");"
                    + " 'postconf\(directory.map { " -c \($0)" } ?? "")' says why"
            case .noInstance(let name): "postmulti knows no instance '\(name)'"
            }
        }
    }

    /// Asks postconf: of the default instance, of another directory, or of a named instance.
    static func read(
        configDirectory: String?,
        instance: String?
    ) throws(ReadError) -> PostfixSettings {
        guard PostfixProgram.path(of: "postconf") != nil else { throw .notInstalled }
        var directory = configDirectory
        if let instance {
            guard let found = PostfixProgram.configDirectory(ofInstance: instance) else {
                throw .noInstance(instance)
            }
            directory = found
        }
        func ask(_ arguments: [String]) throws(ReadError) -> String {
            guard
                let answer = PostfixProgram.postconf(arguments, configDirectory: directory)
            else { throw .refused(directory: directory) }
            return answer
        }
        return PostfixSettings(
            main: try ask([]),
            expanded: try ask(["-x"]),
            master: try ask(["-M"])
        )
    }
}
