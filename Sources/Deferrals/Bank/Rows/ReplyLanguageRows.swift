extension PatternBank {
    /// Full mailboxes, unknown users and too many connections in other languages than English.
    ///
    /// Letters outside ASCII may be missing, or spelt without their marks; PCRE2 sees bytes and knows
    /// no case of theirs.
    static let replyLanguageRows: [PatternRow] = [
        PatternRow(
            "reply.turkish-mailbox-full",
            .reply,
            #"\b(?:Posta )?kutusu (?:\S+ ){0,2}(?:dolu|doldu)\b"#,
            category: .mailboxFull,
            source: "Turkish servers",
            matches: [
                "host mx1.example.net[192.0.2.25] said: 450 4.2.0 Posta kutusu dolu (in reply to RCPT TO command)",
                "host mx1.example.net[192.0.2.25] said: 450 Alıcının e-posta kutusu tamamen dolu (in reply to RCPT TO command)",
            ]
        ),
        PatternRow(
            "reply.turkish-quota",
            .reply,
            #"kotas\S{1,2} (?:dol|a\S{2,4}ld)"#,
            category: .mailboxFull,
            source: "Turkish servers",
            matches: [
                "host mx1.example.net[192.0.2.25] said: 452 Alıcının posta kutusu kotası aşıldı (in reply to RCPT TO command)",
                "host mx1.example.net[192.0.2.25] said: 452 Kullanicinin disk kotasi asildi (in reply to RCPT TO command)",
            ]
        ),
        PatternRow(
            "reply.turkish-user-unknown",
            .reply,
            #"(?:kullan|al)\S{1,2}c\S{1,2} bulunamad"#,
            category: .recipientUnknown,
            source: "Turkish servers",
            matches: [
                "host mx1.example.net[192.0.2.25] said: 450 Kullanıcı bulunamadı (in reply to RCPT TO command)",
                "host mx1.example.net[192.0.2.25] said: 550 Alici bulunamadi (in reply to RCPT TO command)",
            ]
        ),
        PatternRow(
            "reply.turkish-connections",
            .reply,
            #"ok fazla (?:\S+ )?ba\S{1,2}lant"#,
            category: .rateLimited,
            source: "Turkish servers",
            matches: [
                "host mx1.example.net[192.0.2.25] said: 421 4.7.0 IP adresinizden çok fazla bağlantı (in reply to RCPT TO command)",
                "host mx1.example.net[192.0.2.25] said: 421 Cok fazla baglanti (in reply to RCPT TO command)",
            ]
        ),
        PatternRow(
            "reply.turkish-greylisted",
            .reply,
            #"\bgri[- ]liste"#,
            category: .greylisted,
            source: "Turkish servers",
            matches: [
                "host mx1.example.net[192.0.2.25] said: 451 4.7.1 Gri liste: lütfen 5 dakika sonra tekrar deneyin (in reply to RCPT TO command)"
            ]
        ),
        PatternRow(
            "reply.german-connections",
            .reply,
            #"\bzu viele (?:\S+ )?Verbindungen\b"#,
            category: .rateLimited,
            source: "German servers",
            matches: [
                "host mx1.example.net[192.0.2.25] said: 421 Zu viele Verbindungen von Ihrer IP-Adresse (in reply to RCPT TO command)"
            ]
        ),
        PatternRow(
            "reply.spanish-connections",
            .reply,
            #"\bdemasiad[ao]s (?:conexiones|mensajes)\b"#,
            category: .rateLimited,
            source: "Spanish servers",
            matches: [
                "host mx1.example.net[192.0.2.25] said: 421 Demasiadas conexiones desde su IP (in reply to RCPT TO command)"
            ]
        ),
        PatternRow(
            "reply.spanish-quota",
            .reply,
            #"\bexcedido (?:su|la|el l\S{1,2}mite de) cuota"#,
            category: .mailboxFull,
            source: "Spanish servers",
            matches: [
                "host mx1.example.net[192.0.2.25] said: 452 La casilla del destinatario ha excedido su cuota (in reply to RCPT TO command)"
            ]
        ),
        PatternRow(
            "reply.portuguese-mailbox-full",
            .reply,
            #"\bcaixa (?:postal|de correio|de entrada) (?:\S+ ){0,4}cheia\b"#,
            category: .mailboxFull,
            source: "Portuguese servers",
            matches: [
                "host mx1.example.net[192.0.2.25] said: 450 Caixa postal cheia (in reply to RCPT TO command)",
                "host mx1.example.net[192.0.2.25] said: 452 A caixa de correio do destinatario esta cheia (in reply to RCPT TO command)",
            ]
        ),
        PatternRow(
            "reply.italian-mailbox-full",
            .reply,
            #"\bcasella (?:\S+ ){0,4}piena\b"#,
            category: .mailboxFull,
            source: "Italian servers",
            matches: [
                "host mx1.example.net[192.0.2.25] said: 450 Casella piena (in reply to RCPT TO command)",
                "host mx1.example.net[192.0.2.25] said: 452 Casella di posta del destinatario piena (in reply to RCPT TO command)",
            ]
        ),
        PatternRow(
            "reply.russian-mailbox-full",
            .reply,
            #"ящик .{0,40}переполнен"#,
            category: .mailboxFull,
            source: "Russian servers",
            matches: [
                "host mx1.example.net[192.0.2.25] said: 450 Почтовый ящик переполнен (in reply to RCPT TO command)",
                "host mx1.example.net[192.0.2.25] said: 452 Почтовый ящик пользователя переполнен (in reply to RCPT TO command)",
            ]
        ),
        PatternRow(
            "reply.russian-connections",
            .reply,
            #"лишком много (?:соединений|подключений)"#,
            category: .rateLimited,
            source: "Russian servers",
            matches: [
                "host mx1.example.net[192.0.2.25] said: 421 Слишком много соединений с вашего IP-адреса (in reply to RCPT TO command)"
            ]
        ),
        PatternRow(
            "reply.chinese-mailbox-full",
            .reply,
            #"邮箱(?:空间|容量)?已满"#,
            category: .mailboxFull,
            source: "Chinese servers",
            matches: [
                "host mx1.example.net[192.0.2.25] said: 452 收件人邮箱已满 (in reply to RCPT TO command)",
                "host mx1.example.net[192.0.2.25] said: 452 对方邮箱空间已满 (in reply to RCPT TO command)",
            ]
        ),
        PatternRow(
            "reply.chinese-connections",
            .reply,
            #"连接.{0,12}(?:频繁|过多)"#,
            category: .rateLimited,
            source: "Chinese servers",
            matches: [
                "host mx1.example.net[192.0.2.25] said: 421 连接过于频繁 (in reply to RCPT TO command)",
                "host mx1.example.net[192.0.2.25] said: 421 连接数过多 (in reply to RCPT TO command)",
            ]
        ),
        PatternRow(
            "reply.japanese-mailbox-full",
            .reply,
            #"メールボックスが(?:いっぱい|満杯)"#,
            category: .mailboxFull,
            source: "Japanese servers",
            matches: [
                "host mx1.example.net[192.0.2.25] said: 450 メールボックスがいっぱいです (in reply to RCPT TO command)",
                "host mx1.example.net[192.0.2.25] said: 452 メールボックスが満杯のため受信できません (in reply to RCPT TO command)",
            ]
        ),
        PatternRow(
            "reply.japanese-connections",
            .reply,
            #"接続.{0,12}多すぎ"#,
            category: .rateLimited,
            source: "Japanese servers",
            matches: [
                "host mx1.example.net[192.0.2.25] said: 421 接続数が多すぎます (in reply to RCPT TO command)"
            ]
        ),
        PatternRow(
            "reply.zu-viele-mails",
            .reply,
            #"\bhat zu ?viele Mails\b"#,
            category: .mailboxFull,
            source: "German servers; rules of bounce handlers",
            matches: [
                "host mx1.example.net[192.0.2.25] said: 422 Benutzer hat zuviele Mails auf dem Server (in reply to RCPT TO command)"
            ],
            rejects: [
                "host mx1.example.net[192.0.2.25] said: 450 zu viele Verbindungen (in reply to RCPT TO command)"
            ]
        ),
        PatternRow(
            "reply.casilla-expirada",
            .reply,
            #"\bcasilla ha expirado\b"#,
            category: .mailboxUnavailable,
            source: "Spanish servers; rules of bounce handlers",
            matches: [
                "host mx1.example.net[192.0.2.25] said: 550 Esta casilla ha expirado por falta de uso (in reply to RCPT TO command)"
            ],
            rejects: [
                "host mx1.example.net[192.0.2.25] said: 452 La casilla no acepta adjuntos (in reply to end of DATA command)"
            ]
        ),
    ]
}
