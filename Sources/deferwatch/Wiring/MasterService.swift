/// One service of master.cf, as `postconf -M` prints it.
struct MasterService: Hashable {
    /// The first two columns joined by '/', as `postconf -P` names the service: 'submission/inet'.
    let name: String
    /// True where the daemon runs in the queue directory's chroot.
    let isChrooted: Bool
    /// The program, such as 'smtpd'.
    let command: String
    /// What '-o' sets for this service alone.
    let overrides: [String: String]

    /// The service of one line of `postconf -M`; nil: it is none.
    ///
    /// A '-' in the chroot column means 'y' before Postfix 3.0 and 'n' since.
    init?(line: String, chrootByDefault: Bool) {
        let words = PostfixWords.split(line, separators: " \t")
        guard words.count >= 8 else { return nil }
        name = words[0] + "/" + words[1]
        isChrooted = words[4] == "-" ? chrootByDefault : words[4] == "y"
        command = words[7]
        overrides = Self.overrides(words[8...])
    }

    /// The first column: a port, or 'host:port'.
    var address: Substring { name.prefix { $0 != "/" } }

    /// True for smtpd(8) behind a socket that mail comes in by.
    var takesMail: Bool { command == "smtpd" }

    /// True for the ports on which people hand in mail.
    var isSubmission: Bool {
        guard takesMail else { return false }
        let port = address.split(separator: ":").last ?? address
        return ["submission", "submissions", "smtps", "587", "465"].contains(port)
    }

    /// True where a content filter hands mail back: it was asked about when it first came.
    ///
    /// Source: FILTER_README and SMTPD_PROXY_README: a listener on loopback that sets no filter.
    var takesMailBack: Bool {
        guard takesMail, !isSubmission else { return false }
        if let filter = overrides["content_filter"], filter.isEmpty { return true }
        let port = address.split(separator: ":").last ?? address
        return isOnLoopback && port != "smtp" && port != "25"
    }

    private var isOnLoopback: Bool {
        address.hasPrefix("127.") || address.hasPrefix("localhost:") || address.hasPrefix("[::1]:")
            || address.hasPrefix("::1:")
    }

    private static func overrides(_ words: ArraySlice<String>) -> [String: String] {
        var found: [String: String] = [:]
        var words = words
        while let word = words.popFirst() {
            guard word.hasPrefix("-o") else { continue }
            let joined = word.dropFirst(2)
            let setting = joined.isEmpty ? words.popFirst() ?? "" : String(joined)
            let parts = PostfixWords.unbraced(setting).split(
                separator: "=",
                maxSplits: 1,
                omittingEmptySubsequences: false
            )
            guard parts.count == 2 else { continue }
            found[PostfixWords.trimmed(parts[0])] = PostfixWords.trimmed(parts[1])
        }
        return found
    }
}
