/// A Postfix configuration, as postconf tells it.
struct PostfixSettings {
    /// Every parameter as main.cf or the default has it.
    private(set) var parameters: [String: String]
    /// The same, with '$name' replaced by what it stands for.
    private(set) var expanded: [String: String]
    /// The services of master.cf.
    private(set) var services: [MasterService]

    /// - Parameters:
    ///   - main: what `postconf` prints.
    ///   - expanded: what `postconf -x` prints.
    ///   - master: what `postconf -M` prints.
    init(main: String, expanded: String, master: String) {
        parameters = Self.parameters(main)
        self.expanded = Self.parameters(expanded)
        let version = PostfixVersion(parameters["mail_version"] ?? "")
        let chrootByDefault = version.map { $0 < PostfixVersion(3, 0) } ?? false
        services = master.split(separator: "\n").compactMap {
            MasterService(line: String($0), chrootByDefault: chrootByDefault)
        }
    }

    /// The release; nil: mail_version is missing.
    var version: PostfixVersion? { PostfixVersion(parameters["mail_version"] ?? "") }

    /// A parameter as main.cf has it for all; empty where it is unknown.
    subscript(name: String) -> String { expanded[name] ?? "" }

    /// A parameter as `service` sees it: its own setting, else that of main.cf.
    func value(_ name: String, of service: MasterService) -> String {
        guard let raw = service.overrides[name] ?? parameters[name],
            !service.overrides.isEmpty, !raw.contains("${{")
        else { return self[name] }
        // What main.cf refers to may be one of the service's own settings.
        return expand(raw, service, depth: 0)
    }

    /// What a service's list has before anything is replaced.
    func rawValue(_ name: String, of service: MasterService) -> String {
        service.overrides[name] ?? parameters[name] ?? ""
    }

    /// Replaces '$name', '${name}' and '$(name)'; a condition, '${name?…}', stays as it is.
    private func expand(_ text: String, _ service: MasterService, depth: Int) -> String {
        guard depth < 20, text.contains("$") else { return text }
        var result = ""
        var rest = text[...]
        while let dollar = rest.firstIndex(of: "$") {
            result += rest[..<dollar]
            rest = rest[rest.index(after: dollar)...]
            guard let (name, end) = Self.name(rest) else {
                result += "$"
                continue
            }
            let value = service.overrides[name] ?? parameters[name] ?? ""
            result += expand(value, service, depth: depth + 1)
            rest = rest[end...]
        }
        return result + rest
    }

    private static func name(_ text: Substring) -> (String, String.Index)? {
        let brackets: [Character: Character] = ["{": "}", "(": ")"]
        let close = text.first.flatMap { brackets[$0] }
        let name = (close == nil ? text : text.dropFirst()).prefix {
            $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "_")
        }
        guard !name.isEmpty else { return nil }
        guard let close else { return (String(name), name.endIndex) }
        guard name.endIndex < text.endIndex, text[name.endIndex] == close else { return nil }
        return (String(name), text.index(after: name.endIndex))
    }

    private static func parameters(_ text: String) -> [String: String] {
        var found: [String: String] = [:]
        for line in text.split(separator: "\n") {
            guard let equals = line.firstIndex(of: "=") else { continue }
            found[PostfixWords.trimmed(line[..<equals])] = PostfixWords.trimmed(
                line[line.index(after: equals)...]
            )
        }
        return found
    }
}
