/// The pieces of text.
extension PostfixWiring {
    static let usualList = "permit_mynetworks, permit_sasl_authenticated, reject_unauth_destination"

    static func head(_ use: PostfixUse, _ file: String) -> [String] {
        [
            "# Deferwatch in \(file), use '\(use.rawValue)':", "# \(use.summary)", "#",
        ] + use.warning.map { "# " + $0 } + [
            "# As shipped Deferwatch only observes: it says DUNNO and logs what it would say.", "",
        ]
    }

    /// The parameter that holds the question, and why it is as it is.
    static func definition(_ use: PostfixUse, _ version: PostfixVersion) -> [String] {
        let advice = [
            "# timeout and default_action: a server that is down costs a client a second or two and",
            "# never its mail. Leave try_limit at 2: with 1 smtpd takes the default action after each",
            "# restart, without asking. The path is below queue_directory, so it holds in the chroot.",
        ]
        let lack = "# Postfix 3.0 has no policy_context: rules cannot tell uses of this host apart."
        return advice + (version >= .policyContext ? [] : [lack]) + bareDefinition(use, version)
    }

    static func bareDefinition(_ use: PostfixUse, _ version: PostfixVersion) -> [String] {
        let context = version >= .policyContext ? ", policy_context=\(use.rawValue)" : ""
        return [
            "\(use.parameter) = check_policy_service { unix:deferwatch/policy,",
            "    timeout=2s, default_action=DUNNO\(context) }",
        ]
    }

    static func mainList(_ use: PostfixUse, before list: String) -> [String] {
        let first = "\(self.list) = $\(use.parameter)"
        return [
            "",
            "# First in the list, for permit_* ends it. Deferwatch never says OK, so no order can open",
            "# a relay. What comes after it is your own list: keep yours.",
        ] + (list.isEmpty ? [first] : [first + ",", "    " + list])
    }

    static let filterAdvice = [
        "",
        "# A listener that takes mail back from a content filter, such as 127.0.0.1:10025, must not",
        "# ask again. In master.cf it gets a list of its own:",
        "#   -o smtpd_recipient_restrictions=permit_mynetworks,reject",
    ]

    /// The submission services of master.cf as Postfix's own example has them, with the question.
    static let usualSubmissionLines: [String] = {
        let question = "$" + PostfixUse.submission.parameter
        let options = [
            "syslog_name=postfix/$service_name", "smtpd_sasl_auth_enable=yes",
            "smtpd_relay_restrictions=permit_sasl_authenticated,reject",
            "\(list)=\(question),permit_sasl_authenticated,reject",
        ].map { "    -o " + $0 }
        return [
            "# You have most of these lines, and yours are right. New is the last one of each service:",
            "# a list of its own, with the question first.",
            "submission inet n - y - - smtpd",
            "    -o smtpd_tls_security_level=encrypt",
        ] + options + ["submissions inet n - y - - smtpd", "    -o smtpd_tls_wrappermode=yes"]
            + options
    }()

    static func overrideLines(_ overrides: [Override]) -> [String] {
        [
            "# Each of these services needs the line below its name; where it has such a line, change it."
        ]
            + overrides.flatMap { override in
                ["# " + override.service.replacing("/", with: " ") + " … smtpd", option(override)]
            }
    }

    /// An '-o' of master.cf, whose words end at blanks unless they stand in braces.
    private static func option(_ override: Override) -> String {
        override.list.contains(where: \.isWhitespace)
            ? "    -o { \(list) = \(override.list) }" : "    -o \(list)=\(override.list)"
    }
}
