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

    /// A text with the local part of everything that looks like an address hashed.
    func text(_ text: String) -> String {
        guard isOn, text.contains("@") else { return text }
        var masked = ""
        var word = ""
        for character in text {
            if character == "@" {
                masked += hash(word[...])
                masked.append(character)
                word = ""
            } else if Self.isLocalPart(character) {
                word.append(character)
            } else {
                masked += word
                masked.append(character)
                word = ""
            }
        }
        return masked + word
    }

    private static func isLocalPart(_ character: Character) -> Bool {
        character.isLetter || character.isNumber || "!#$%&'*+-/=?^_`{|}~.".contains(character)
    }

    private func hash(_ localPart: Substring) -> String {
        var hash = salt
        for byte in localPart.utf8 {
            hash = (hash ^ UInt64(byte)) &* 0xD6E8_FEB8_6659_FD93
            hash ^= hash >> 32
        }
        let digits = String(hash, radix: 36)
        return String(digits.suffix(10))
    }
}
