extension PatternBank {
    /// Orange, Wanadoo and Laposte.net (OFR and LPN codes), Free, SFR, and Vade, which filters for several.
    static let frenchRows: [PatternRow] = [
        PatternRow(
            "orange.connections",
            .reply,
            #"Trop de connexions"#,
            category: .rateLimited,
            source: "postmastery.com, Orange postmaster SMTP error codes (OFR)",
            matches: [
                "host smtp-in.orange.fr[192.0.2.137] refused to talk to me: 421 mwinf5c79 ME Trop de connexions, veuillez verifier votre configuration. Too many connections, slow down. OFR005_104 [104]"
            ]
        ),
        PatternRow(
            "orange.spf",
            .reply,
            #"verifier la configuration SPF"#,
            category: .senderAuthentication,
            source: "postmastery.com, Orange postmaster SMTP error codes (OFR)",
            matches: [
                "host smtp-in.orange.fr[192.0.2.138] said: 421 smtp.orange.fr [192.0.2.200] Emetteur invalide, Veuillez verifier la configuration SPF/DNS de votre nom de domaine. Invalid Sender. SPF check failed, please verify the SPF/DNS configuration for your domain name. OFR004_405 (in reply to MAIL FROM command)"
            ]
        ),
        PatternRow(
            "orange.mailbox-full",
            .reply,
            #"Boite du destinataire pleine"#,
            category: .mailboxFull,
            source: "postmastery.com, Orange postmaster SMTP error codes (OFR)",
            matches: [
                "host smtp-in.orange.fr[192.0.2.139] said: 452 4.1.1 Boite du destinataire pleine. Recipient overquota. OFR_417 [417] (in reply to RCPT TO command)"
            ]
        ),
        PatternRow(
            "orange.mailbox-archived",
            .reply,
            #"Boite du destinataire archivee"#,
            category: .mailboxUnavailable,
            source: "postmastery.com, Orange postmaster SMTP error codes (OFR)",
            matches: [
                "host smtpz4.laposte.net[192.0.2.140] said: 550 5.5.0 Boite du destinataire archivee. Archived recipient. LPN007_420 (in reply to RCPT TO command)"
            ]
        ),
        PatternRow(
            "orange.account-blocked",
            .reply,
            #"Le compte du destinataire est bloque"#,
            category: .mailboxUnavailable,
            source: "postmastery.com, Orange postmaster SMTP error codes (OFR)",
            matches: [
                "host smtpz4.laposte.net[192.0.2.141] said: 550 5.5.0 Le compte du destinataire est bloque. The recipient account isblocked. LPN007_426 (in reply to RCPT TO command)"
            ]
        ),
        PatternRow(
            "orange.system",
            .reply,
            #"Service refuse\..{1,100}_505\b"#,
            category: .remoteSystem,
            source: "postmastery.com, Orange postmaster SMTP error codes (OFR)",
            matches: [
                "host smtp-in.orange.fr[192.0.2.142] said: 421 4.2.0 Service refuse. Veuillez essayer plus tard. Service refused, please try later. OFR005_505 [505] (in reply to end of DATA command)"
            ]
        ),
        PatternRow(
            "orange.refused",
            .reply,
            #"Service refuse\..{1,100}_(?:10[23]|510|999)\b"#,
            category: .reputation,
            source:
                "postmastery.com, Orange postmaster SMTP error codes (OFR); public Postfix logs",
            matches: [
                "host smtp-in.orange.fr[192.0.2.143] refused to talk to me: 550 opmta1mti37nd1 smtp.orange.fr xZBIwcGuCj51b Service refuse. Service refused. OFR006_103 - please visit: https://postmaster.orange.fr/ [103]",
                "host smtp-in.orange.fr[192.0.2.144] refused to talk to me: 421 mwinf5c77 ME Service refuse. Veuillez essayer plus tard. Service refused, please try later. OFR_999 [999]",
                "host smtpz4.laposte.net[192.0.2.145] said: 550 5.7.1 Service refuse. Veuillez essayer plus tard. service refused, please try later. LPN007_510 (in reply to end of DATA command)",
            ],
            rejects: [
                "host smtp-in.orange.fr[192.0.2.146] refused to talk to me: 421 4.7.0 Service refuse. Veuillez essayer plus tard. OFR_201"
            ]
        ),
        PatternRow(
            "orange.blocked-ip",
            .reply,
            #"Client host blocked for spamming"#,
            category: .reputation,
            source: "postmastery.com, Orange postmaster SMTP error codes (OFR)",
            matches: [
                "host smtp-in.orange.fr[192.0.2.147] refused to talk to me: 550 mwinf5c04 ME Adresse IP source bloquee pour incident de spam. Client host blocked for spamming issues. OFR006_102 Ref http://csi.cloudmark.com/reset-request/?ip=192.0.2.200 [102]"
            ]
        ),
        PatternRow(
            "laposte.blocked",
            .reply,
            #"vers la messagerie Laposte\.net"#,
            category: .reputation,
            source: "postmastery.com, Orange postmaster SMTP error codes (OFR)",
            matches: [
                "host smtpz4.laposte.net[192.0.2.148] refused to talk to me: 550 5.5.0 Les emails envoyes vers la messagerie Laposte.net ont ete bloques par nos services. Afin de regulariser votre situation, nous vous invitons a cliquer sur le lien ci-dessous et a suivre la procedure. https://senderscore.org/blacklistlookup/  LPN007_102"
            ]
        ),
        PatternRow(
            "orange.content",
            .reply,
            #"Mail rejete\. Mail reject"#,
            category: .content,
            source: "postmastery.com, Orange postmaster SMTP error codes (OFR)",
            matches: [
                "host smtp-in.orange.fr[192.0.2.149] said: 550 5.2.0 Mail rejete. Mail rejected. OFR_506 [506] (in reply to end of DATA command)"
            ]
        ),
        PatternRow(
            "orange.too-large",
            .reply,
            #"Taille limite du message"#,
            category: .tooLarge,
            source: "postmastery.com, Orange postmaster SMTP error codes (OFR)",
            matches: [
                "host smtp-in.orange.fr[192.0.2.150] said: 552 5.3.4 Taille limite du message atteinte. OFR_514 [514] (in reply to end of DATA command)"
            ]
        ),
        PatternRow(
            "orange.dmarc",
            .reply,
            #"verification DMARC"#,
            category: .senderAuthentication,
            source: "postmastery.com, Orange postmaster SMTP error codes (OFR)",
            matches: [
                "host smtpz4.laposte.net[192.0.2.151] said: 571 5.7.1 Message refused, DMARC verification Failed. - Message refuse, verification DMARC en echec LPN007_517 (in reply to end of DATA command)"
            ]
        ),
        PatternRow(
            "orange.sender",
            .reply,
            #"Emetteur invalide\. Invalid"#,
            category: .senderRejected,
            source: "postmastery.com, Orange postmaster SMTP error codes (OFR)",
            matches: [
                "host smtp-in.orange.fr[192.0.2.152] said: 501 5.1.0 Emetteur invalide. Invalid Sender. OFR004_405 [405] (in reply to MAIL FROM command)"
            ]
        ),
        PatternRow(
            "orange.recipient",
            .reply,
            #"dresse.{1,25}destinataire invalide"#,
            category: .recipientUnknown,
            source: "postmastery.com, Orange postmaster SMTP error codes (OFR)",
            matches: [
                "host smtp-in.orange.fr[192.0.2.153] said: 550 5.1.1 Adresse d au moins un destinataire invalide. Invalid recipient. OFR_416 [416] (in reply to RCPT TO command)"
            ]
        ),
        PatternRow(
            "free.spam",
            .reply,
            #"too many spams from your IP"#,
            category: .reputation,
            source: "postmaster.free.fr; Momentum adaptive delivery rules",
            matches: [
                "host mx1.free.fr[192.0.2.154] refused to talk to me: 421 Too many spams from your IP (192.0.2.200), please visit http://postmaster.free.fr/"
            ]
        ),
        PatternRow(
            "free.errors",
            .reply,
            #"too many errors from your IP"#,
            category: .reputation,
            source: "postmaster.free.fr; public mailing lists",
            matches: [
                "host mx2.free.fr[192.0.2.155] said: 451 too many errors from your ip (192.0.2.200), please visit http://postmaster.free.fr/ (in reply to MAIL FROM command)"
            ]
        ),
        PatternRow(
            "sfr.abuse",
            .reply,
            #"Client host rejected: abus detecte"#,
            category: .reputation,
            source: "sisimai, reason 'blocked'",
            matches: [
                "host smtp-in.sfr.fr[192.0.2.156] said: 550 5.7.1 Client host rejected: abus detecte GU_EIB_02 (in reply to MAIL FROM command)"
            ]
        ),
        PatternRow(
            "vade.backend",
            .reply,
            #"Connection deferred.{0,20}\bOXS[A-Z]{2}\d{4}_102\b"#,
            category: .remoteSystem,
            source: "postmaster-oxsus.vadesecure.com, error list",
            matches: [
                "host mx.example.com[192.0.2.157] refused to talk to me: 421 4.2.1 Connection deferred OXSUS0001_102"
            ]
        ),
        PatternRow(
            "vade.rate",
            .reply,
            #"Connection refused.{0,20}\bOXS[A-Z]{2}\d{4}_1(?:10|3\d|40)\b"#,
            category: .rateLimited,
            source: "postmaster-oxsus.vadesecure.com, error list",
            matches: [
                "host mx.example.com[192.0.2.158] refused to talk to me: 421 4.2.1 Connection refused OXSUS0001_139"
            ]
        ),
        PatternRow(
            "vade.ptr",
            .reply,
            #"Connection refused.{0,20}\bOXS[A-Z]{2}\d{4}_105\b"#,
            category: .dnsOfSender,
            source: "postmaster-oxsus.vadesecure.com, error list",
            matches: [
                "host mx.example.com[192.0.2.159] refused to talk to me: 550 5.7.1 Connection refused OXSUS0001_105"
            ]
        ),
        PatternRow(
            "vade.threat-list",
            .reply,
            #"Connection refused.{0,20}\bOXS[A-Z]{2}\d{4}_101\b"#,
            category: .reputation,
            source: "postmaster-oxsus.vadesecure.com, error list",
            matches: [
                "host mx.example.com[192.0.2.160] refused to talk to me: 550 5.7.1 Connection refused OXSUS0001_101"
            ]
        ),
        PatternRow(
            "vade.recipient",
            .reply,
            #"\bRecipient rejected - \S+ - https?://postmaster-\S+/#_403\b"#,
            category: .recipientUnknown,
            source: "postmaster-oxseu.vadesecure.com/inbound_error_codes; public Postfix logs",
            matches: [
                "host mx1.example.net[192.0.2.25] said: 550 5.5.1 Recipient rejected - OXSEU0001_403 - https://postmaster-oxseu.vadesecure.com/inbound_error_codes/#_403 (in reply to RCPT TO command)"
            ],
            rejects: [
                "host mx1.example.net[192.0.2.25] said: 550 5.7.1 Connection refused - OXSEU0001_105 - https://postmaster-oxseu.vadesecure.com/inbound_error_codes/#_105 (in reply to RCPT TO command)"
            ]
        ),
    ]
}
