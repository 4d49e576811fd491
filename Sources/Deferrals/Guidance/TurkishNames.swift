extension Turkish {
    static func name(of value: DeferralCode) -> String {
        switch value {
        case .dnsQueryFailed: "DNS sorgusu başarısız oldu"
        case .connectionTimedOut: "Bağlantı zaman aşımına uğradı"
        case .connectionRefused: "Bağlantı reddedildi"
        case .cannotConnect: "Uzak sunucuya bağlanılamıyor"
        case .connectionClosed: "Bağlantı aniden kapatıldı"
        case .certificateInvalid: "Sertifika doğrulaması başarısız oldu"
        case .other: "Diğer hata"
        }
    }

    static func name(of value: Category) -> String {
        switch value {
        case .greylisted: "gri listeye alındı"
        case .rateLimited: "gönderim hızı sınırlandı"
        case .reputation: "düşük itibar"
        case .mailboxFull: "posta kutusu dolu"
        case .mailboxUnavailable: "posta kutusu şu anda kullanılamıyor"
        case .recipientUnknown: "alıcı bilinmiyor"
        case .senderRejected: "gönderen reddedildi"
        case .authentication: "oturum açılamadı"
        case .senderAuthentication: "gönderen doğrulaması (SPF, DKIM, DMARC)"
        case .content: "ileti içeriği"
        case .tooLarge: "ileti çok büyük"
        case .tooManyRecipients: "çok fazla alıcı"
        case .dnsOfSender: "gönderenin DNS adları"
        case .remoteSystem: "uzak sunucuda arıza"
        case .protocol: "protokol hatası"
        case .loop: "posta döngüsü"
        case .localDelivery: "yerel teslim"
        case .localConfiguration: "yerel yapılandırma"
        case .unclassified: "sınıflandırılmadı"
        }
    }

    static func name(of value: Refinement) -> String {
        switch value {
        case .starttlsNotSupported: "STARTTLS desteklenmiyor"
        case .certificateExpired: "sertifikanın süresi dolmuş"
        case .tlsaInvalid: "TLSA kayıtları kullanılamıyor"
        case .dnssecInvalid: "DNSSEC sorgusu başarısız"
        case .certificateHostMismatch: "sertifika başka bir ada ait"
        case .certificateNotTrusted: "sertifikaya güvenilmiyor"
        case .daneRequired: "DANE gerekli"
        case .validationFailure: "doğrulama başarısız"
        }
    }

    static func name(of value: Origin) -> String {
        switch value {
        case .network: "ağ"
        case .remote: "uzak sunucu"
        case .local: "bu makine"
        }
    }

    static func name(of value: Stage) -> String {
        switch value {
        case .dns: "DNS sorgusu"
        case .connect: "bağlantı kurma"
        case .greeting: "karşılama"
        case .ehlo: "EHLO"
        case .starttls: "STARTTLS"
        case .certificate: "sertifika denetimi"
        case .auth: "oturum açma"
        case .mail: "MAIL FROM"
        case .rcpt: "RCPT TO"
        case .data: "DATA"
        case .messageBody: "iletinin gönderilmesi"
        case .endOfData: "iletinin sonu"
        case .local: "yerel"
        }
    }

    static func name(of value: Scope) -> String {
        switch value {
        case .destination: "hedef"
        case .sender: "gönderen sunucu veya hesap"
        case .recipient: "alıcı"
        case .message: "ileti"
        case .host: "bu makine"
        }
    }

    static func name(of value: Guidance.Responsible) -> String {
        switch value {
        case .us: "biz"
        case .destination: "hedef taraf"
        case .destinationDNS: "hedefin DNS'i"
        case .sendingUser: "gönderen kullanıcı"
        }
    }
}
