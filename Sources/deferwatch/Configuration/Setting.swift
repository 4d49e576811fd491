import PolicyService

/// One key of the configuration: how it is read, how it is printed, what it means.
///
/// The tables of these are the only place that knows the keys: files, environment, `config dump`
/// and docs/configuration.md all go by them.
struct Setting<Root>: Sendable {
    /// What the environment, which has only text, is to be read as.
    enum Form: Sendable {
        case text, texts, number, flag
    }

    /// With its tables, joined by dots: 'health.probes.after'.
    let key: String
    let form: Form
    /// One sentence.
    let meaning: String
    let set: @Sendable (SettingValue, inout Root) throws -> Void
    /// nil: not set, and not printed.
    let get: @Sendable (Root) -> SettingValue?

    /// Reads what an environment variable holds; lists are separated by commas or blanks.
    func value(fromEnvironment text: String) throws(SettingError) -> SettingValue {
        switch form {
        case .text: return .text(text)
        case .texts:
            return .texts(text.split { $0 == "," || $0.isWhitespace }.map(String.init))
        case .number:
            // An amount may have its unit.
            return Int(text).map { .number($0) } ?? .text(text)
        case .flag:
            guard let flag = ["yes": true, "true": true, "no": false, "false": false][text] else {
                throw SettingError("must be yes or no")
            }
            return .flag(flag)
        }
    }
}

extension Setting {
    static func time(
        _ key: String,
        _ path: any WritableKeyPath<Root, Int64> & Sendable,
        within range: ClosedRange<Int64> = 1...(365 * 86_400),
        _ meaning: String
    ) -> Self {
        Setting(key: key, form: .text, meaning: meaning) { value, root in
            root[keyPath: path] = try Self.checked(Int64(TimeSetting.seconds(value)), range)
        } get: { root in
            .text(TimeSetting.text(Int(root[keyPath: path])))
        }
    }

    private static func checked(_ seconds: Int64, _ range: ClosedRange<Int64>) throws -> Int64 {
        guard range.contains(seconds) else {
            let (least, most) = (Int(range.lowerBound), Int(range.upperBound))
            throw SettingError(
                "must be from \(TimeSetting.text(least)) to \(TimeSetting.text(most))"
            )
        }
        return seconds
    }

    static func number(
        _ key: String,
        _ path: any WritableKeyPath<Root, Int> & Sendable,
        within range: ClosedRange<Int>,
        _ meaning: String
    ) -> Self {
        Setting(key: key, form: .number, meaning: meaning) { value, root in
            guard case .number(let number) = value, range.contains(number) else {
                throw SettingError(
                    "must be a whole number from \(range.lowerBound) to \(range.upperBound)"
                )
            }
            root[keyPath: path] = number
        } get: { root in
            .number(root[keyPath: path])
        }
    }

    static func flag(
        _ key: String,
        _ path: any WritableKeyPath<Root, Bool> & Sendable,
        _ meaning: String
    ) -> Self {
        Setting(key: key, form: .flag, meaning: meaning) { value, root in
            guard case .flag(let flag) = value else {
                throw SettingError("must be true or false")
            }
            root[keyPath: path] = flag
        } get: { root in
            .flag(root[keyPath: path])
        }
    }

    static func text(
        _ key: String,
        _ path: any WritableKeyPath<Root, String> & Sendable,
        _ meaning: String
    ) -> Self {
        Setting(key: key, form: .text, meaning: meaning) { value, root in
            root[keyPath: path] = try Self.text(value)
        } get: { root in
            .text(root[keyPath: path])
        }
    }

    static func word<Word: RawRepresentable<String> & CaseIterable & Sendable>(
        _ key: String,
        _ path: any WritableKeyPath<Root, Word> & Sendable,
        _ meaning: String
    ) -> Self {
        Setting(key: key, form: .text, meaning: meaning) { value, root in
            root[keyPath: path] = try Self.word(Self.text(value))
        } get: { root in
            .text(root[keyPath: path].rawValue)
        }
    }

    /// A list whose entries are read one by one; one entry may stand without brackets.
    static func list<Element>(
        _ key: String,
        _ path: any WritableKeyPath<Root, [Element]> & Sendable,
        read: @escaping @Sendable (String) throws -> Element,
        print: @escaping @Sendable (Element) -> String,
        _ meaning: String
    ) -> Self {
        Setting(key: key, form: .texts, meaning: meaning) { value, root in
            root[keyPath: path] = try Self.texts(value).map { text in
                do {
                    return try read(text)
                } catch let error as PolicyValueError {
                    throw SettingError("\(error)")
                }
            }
        } get: { root in
            .texts(root[keyPath: path].map(print))
        }
    }

    static func texts(
        _ key: String,
        _ path: any WritableKeyPath<Root, [String]> & Sendable,
        _ meaning: String
    ) -> Self {
        .list(key, path, read: { $0 }, print: { $0 }, meaning)
    }

    /// A set whose entries are read one by one; one entry may stand without brackets.
    static func set<Element: Hashable & Sendable>(
        _ key: String,
        _ path: any WritableKeyPath<Root, Set<Element>> & Sendable,
        read: @escaping @Sendable (String) throws -> Element,
        print: @escaping @Sendable (Element) -> String,
        _ meaning: String
    ) -> Self {
        Setting(key: key, form: .texts, meaning: meaning) { value, root in
            root[keyPath: path] = Set(try Self.texts(value).map(read))
        } get: { root in
            .texts(root[keyPath: path].map(print).sorted())
        }
    }

    /// A set of names; case does not count.
    static func names(
        _ key: String,
        _ path: any WritableKeyPath<Root, Set<String>> & Sendable,
        _ meaning: String
    ) -> Self {
        .set(key, path, read: { $0.lowercased() }, print: { $0 }, meaning)
    }

    /// A set of words out of a fixed vocabulary.
    static func words<Word: RawRepresentable<String> & CaseIterable & Hashable & Sendable>(
        _ key: String,
        _ path: any WritableKeyPath<Root, Set<Word>> & Sendable,
        _ meaning: String
    ) -> Self {
        .set(key, path, read: { try Self.word($0) }, print: { $0.rawValue }, meaning)
    }

    static func word<Word: RawRepresentable<String> & CaseIterable>(
        _ text: String
    ) throws(SettingError) -> Word {
        if let word = Word(rawValue: text) { return word }
        let known = Word.allCases.map(\.rawValue).joined(separator: ", ")
        throw SettingError("unknown '\(text)'; known are \(known)")
    }

    static func text(_ value: SettingValue) throws(SettingError) -> String {
        guard case .text(let text) = value else { throw SettingError("must be a string") }
        return text
    }

    static func texts(_ value: SettingValue) throws(SettingError) -> [String] {
        switch value {
        case .text(let text): return [text]
        case .texts(let texts): return texts
        case .number, .flag: throw SettingError("must be a list of strings")
        }
    }
}
