/// Hides who writes to whom: local parts become a hash, domains stay.
struct Mask: Sendable {
    /// False: everything passes as it is.
    let isOn: Bool
    /// The same address gives the same hash within one report, and another in the next.
    private let salt: UInt64

    init(isOn: Bool, salt: UInt64 = .random(in: 0...UInt64.max)) {
        self.isOn = isOn
        self.salt = salt
    }

    /// An address with its local part hashed.
    func address(_ address: String) -> String {
        guard isOn, !address.isEmpty else { return address }
        guard let at = address.lastIndex(of: "@") else { return hash(address[...]) }
        return hash(address[..<at]) + address[at...]
    }

    /// A text with every local part hashed that can be told from other words: before '@' or '%40',
    /// in the path of a mailbox, after 'user', and wherever that of a `known` address stands.
    func text(_ text: String, about known: [String?] = []) -> String {
        guard isOn else { return text }
        var masked = addresses(in: Array(text.unicodeScalars))
        masked = names(in: masked)
        for address in known {
            guard let address, !address.isEmpty else { continue }
            let end = address.lastIndex(of: "@") ?? address.endIndex
            masked = replace(String(address[..<end]), in: masked)
        }
        return masked
    }

    // MARK: Addresses

    private func addresses(in scalars: [Unicode.Scalar]) -> String {
        var masked = String.UnicodeScalarView()
        var start = 0
        var index = 0
        while index < scalars.count {
            var local: Range<Int>?
            if let close = Self.closingQuote(scalars, of: index), Self.isAt(scalars, close + 1) {
                local = index..<close + 1
            } else if Self.isAt(scalars, index) {
                local = Self.localStart(scalars, before: index, from: start)..<index
            }
            if let local {
                masked.append(contentsOf: scalars[start..<local.lowerBound])
                masked.append(contentsOf: hash(scalars[local]).unicodeScalars)
                start = local.upperBound
            }
            index = max(index + 1, start)
            // The '@' of a quoted local part has nothing else before it.
            if let local, local.upperBound == start, index == start { index += 1 }
        }
        masked.append(contentsOf: scalars[start...])
        return String(masked)
    }

    /// Where the quoted string that begins at `open` ends; nil: none begins there.
    private static func closingQuote(_ scalars: [Unicode.Scalar], of open: Int) -> Int? {
        guard scalars[open] == "\"" else { return nil }
        var index = open + 1
        while index < scalars.count, scalars[index] != "\"" {
            index += scalars[index] == "\\" ? 2 : 1
        }
        return index < scalars.count ? index : nil
    }

    /// True at '@', and at '%40' as it stands in links.
    private static func isAt(_ scalars: [Unicode.Scalar], _ index: Int) -> Bool {
        guard index < scalars.count else { return false }
        return scalars[index] == "@" || isEncodedAt(scalars, index)
    }

    private static func isEncodedAt(_ scalars: [Unicode.Scalar], _ index: Int) -> Bool {
        index + 2 < scalars.count && scalars[index] == "%" && scalars[index + 1] == "4"
            && scalars[index + 2] == "0"
    }

    /// Where the unquoted local part that ends at `end` begins.
    private static func localStart(
        _ scalars: [Unicode.Scalar],
        before end: Int,
        from start: Int
    ) -> Int {
        var begin = end
        while begin > start, isLocalPart(scalars[begin - 1]) { begin -= 1 }
        return begin
    }

    private static func isLocalPart(_ scalar: Unicode.Scalar) -> Bool {
        guard scalar.isASCII else { return scalar.properties.generalCategory != .spaceSeparator }
        return scalar.properties.isAlphabetic || scalar.properties.numericType != nil
            || "!#$&'*+-/=?^_`{|}~.\\%".unicodeScalars.contains(scalar)
    }

    // MARK: Names without an address

    /// What follows 'user' or 'mailbox' and is no name: 'user unknown', 'mailbox is full'.
    private static let notNames: Set<String> = [
        "account", "already", "and", "at", "be", "busy", "by", "can", "cannot", "could", "delivery",
        "disabled", "does", "doesn", "error", "exceeded", "exceeds", "for", "full", "has", "have",
        "in", "inactive", "invalid", "is", "limit", "locked", "name", "not", "of", "on", "or",
        "over", "quota", "rate", "size", "storage", "suspended", "table", "temporarily", "the",
        "to", "too", "unavailable", "unknown", "was", "will", "with",
    ]

    private func names(in text: String) -> String {
        var hidden = false
        var masked = ""
        for word in Self.words(of: text) {
            if hidden, word.first?.isLetter == true || word.first?.isNumber == true {
                let isName = !Self.notNames.contains(word.lowercased()) && !word.contains("@")
                masked += isName ? hash(word) : String(word)
                hidden = Self.introducesName(word)
            } else {
                masked += Self.isMailboxPath(word) ? path(word) : String(word)
                let isBetween = word.allSatisfy { " <'\"=:".contains($0) }
                hidden = Self.introducesName(word) || (hidden && isBetween)
            }
        }
        return masked
    }

    /// Runs of name characters, and runs of the others.
    private static func words(of text: String) -> [Substring] {
        var words: [Substring] = []
        var start = text.startIndex
        var previous: Bool?
        for index in text.indices {
            let isName =
                text[index].isLetter || text[index].isNumber || "/._-+@".contains(text[index])
            if let previous, previous != isName {
                words.append(text[start..<index])
                start = index
            }
            previous = isName
        }
        words.append(text[start...])
        return words
    }

    private static func introducesName(_ word: Substring) -> Bool {
        ["user", "username", "uid", "mailbox", "login", "account"].contains(word.lowercased())
    }

    private static func isMailboxPath(_ word: Substring) -> Bool {
        word.first == "/" && !word.hasPrefix("//")
            && ["home", "mail", "vmail", "mailboxes", "users", "maildir"].contains { name in
                word.lowercased().split(separator: "/").contains { $0 == name }
            }
    }

    /// '/var/mail/bob' without what stands below the mail store's own directories.
    private func path(_ word: Substring) -> String {
        let kept: Set<String> = ["var", "home", "mail", "spool", "vmail", "srv", "opt", "data"]
        return word.split(separator: "/", omittingEmptySubsequences: false).map { part in
            part.isEmpty || kept.contains(part.lowercased()) ? String(part) : hash(part)
        }.joined(separator: "/")
    }

    /// Hashes `name` where it stands as a word of its own.
    private func replace(_ name: String, in text: String) -> String {
        guard !name.isEmpty else { return text }
        var masked = ""
        var rest = text[...]
        while let found = rest.firstRange(of: name) {
            let before =
                found.lowerBound == rest.startIndex ? masked.last : text[..<found.lowerBound].last
            let isWord =
                !Self.isNamePart(before) && !Self.isNamePart(rest[found.upperBound...].first)
            masked += rest[..<found.lowerBound] + (isWord ? hash(name[...]) : name)
            rest = rest[found.upperBound...]
        }
        return masked + rest
    }

    private static func isNamePart(_ character: Character?) -> Bool {
        character.map { $0.isLetter || $0.isNumber } ?? false
    }

    // MARK: Hashing

    private func hash(_ localPart: ArraySlice<Unicode.Scalar>) -> String {
        var text = String.UnicodeScalarView()
        text.append(contentsOf: localPart)
        return hash(Substring(String(text)))
    }

    private func hash(_ localPart: Substring) -> String {
        guard !localPart.isEmpty else { return "" }
        var hash = salt
        for byte in localPart.utf8 {
            hash = (hash ^ UInt64(byte)) &* 0xD6E8_FEB8_6659_FD93
            hash ^= hash >> 32
        }
        let digits = String(hash, radix: 36)
        return String(digits.suffix(10))
    }
}
