/// What the placeholders of a command stand for in one diagnosis.
///
/// The values come from a log, and a log holds what strangers sent; the commands are pasted into a
/// root shell. So a value that could be anything else than the name, address or number it should
/// be is not used: the placeholder's own name in capitals stands in its place.
public struct CommandValues: Sendable, Hashable {
    /// The recipient's domain or the next hop: `{domain}`.
    public var domain: String?
    /// The name of the server: `{host}`.
    public var host: String?
    /// The address of the server: `{address}`.
    public var address: String?
    /// The TCP port: `{port}`.
    public var port: String?
    /// The queue ID: `{queue_id}`.
    public var queueID: String?
    /// The recipient's whole address: `{recipient}`, quoted for the shell when it is filled in.
    public var recipient: String?

    /// The placeholders that commands may hold, without braces.
    static let placeholders = ["domain", "host", "address", "port", "queue_id", "recipient"]

    /// The values; see the properties.
    public init(
        domain: String? = nil,
        host: String? = nil,
        address: String? = nil,
        port: String? = nil,
        queueID: String? = nil,
        recipient: String? = nil
    ) {
        self.domain = domain
        self.host = host
        self.address = address
        self.port = port
        self.queueID = queueID
        self.recipient = recipient
    }

    /// `command` with its placeholders replaced, in one pass: braces inside a value stay.
    public func fill(_ command: String) -> String {
        var result = ""
        var rest = command[...]
        while let open = rest.firstIndex(of: "{") {
            result += rest[..<open]
            let inside = rest[rest.index(after: open)...]
            guard let close = inside.firstIndex(of: "}"),
                Self.placeholders.contains(String(inside[..<close]))
            else {
                result += "{"
                rest = inside
                continue
            }
            result += text(of: inside[..<close])
            rest = inside[inside.index(after: close)...]
        }
        return result + rest
    }

    private func text(of placeholder: Substring) -> String {
        let safe: String? =
            switch placeholder {
            case "domain": domain.flatMap(Self.name)
            case "host": host.flatMap(Self.name)
            case "address": address.flatMap(Self.name)
            case "port": port.flatMap(Self.portNumber)
            case "queue_id": queueID.flatMap(Self.identifier)
            case "recipient": recipient.flatMap(Self.quoted)
            default: nil
            }
        return safe ?? placeholder.uppercased()
    }

    /// A DNS name or an IP address, or nil.
    ///
    /// The first byte may not be a hyphen: a program would take the value for an option.
    private static func name(_ value: String) -> String? {
        let isClean = value.utf8.allSatisfy { byte in
            isAlphanumeric(byte) || "._:-".utf8.contains(byte)
        }
        guard isClean, (1...255).contains(value.utf8.count), value.utf8.first != hyphen else {
            return nil
        }
        return value
    }

    private static func portNumber(_ value: String) -> String? {
        let isClean = value.utf8.allSatisfy { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
        guard isClean, let number = UInt16(value), number > 0 else { return nil }
        return String(number)
    }

    /// A queue ID, or nil; 'ALL' is no queue ID but postsuper's word for the whole queue.
    private static func identifier(_ value: String) -> String? {
        guard (1...64).contains(value.utf8.count), value.utf8.allSatisfy(isAlphanumeric),
            value.uppercased() != "ALL"
        else { return nil }
        return value
    }

    /// An address in POSIX single quotes, or nil.
    ///
    /// Quotes protect from the shell, not from the terminal's line editor, which acts on control
    /// characters in what is pasted, nor from a reader fooled by invisible ones: none may be in it.
    private static func quoted(_ value: String) -> String? {
        guard (1...320).contains(value.utf8.count), value.utf8.first != hyphen,
            value.unicodeScalars.allSatisfy(isVisible)
        else { return nil }
        // By scalars, not characters: a quote with a combining accent is one character, unequal
        // to "'", and the shell would still see the quote.
        var quoted = "'"
        for scalar in value.unicodeScalars {
            if scalar == "'" {
                quoted += #"'\''"#
            } else {
                quoted.unicodeScalars.append(scalar)
            }
        }
        return quoted + "'"
    }

    private static let hyphen = UInt8(ascii: "-")

    private static func isAlphanumeric(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "a")...UInt8(ascii: "z"):
            true
        default: false
        }
    }

    private static func isVisible(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.properties.generalCategory {
        case .control, .format, .surrogate, .privateUse, .unassigned, .lineSeparator,
            .paragraphSeparator:
            false
        case .spaceSeparator: scalar == " "
        default: true
        }
    }
}
