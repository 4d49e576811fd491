extension Turkish {
    static let refinementTlsaInvalid = Advice(
        meaning: """
            Hedef, sunucusu için TLSA kayıtları yayımlıyor ama Postfix bunların hiçbirini \
            kullanamıyor; buradaki ilke ise 'dane-only'. Kayıtları düzeltmek hedefe düşer.
            """,
        causes: [
            """
            Kayıtlarda posta için geçerli olmayan parametreler var: SMTP'de '3 1 1' veya '2 1 \
            1' ile başlamalıdırlar.
            """,
            "İçlerindeki özet kesik, yanlış yazılmış ya da bilinmeyen türden.",
            "Buradaki OpenSSL veya tls_dane_digests, kullandıkları özeti tanımıyor.",
        ],
        own: [
            Fix(
                "Kayıtları okuyun. SMTP'de kullanım alanı 2 veya 3 olur; 0 ve 1 kullanılamaz.",
                Commands.tlsa
            ),
            Fix(
                "Sertifikadaki anahtarın özetini yeniden hesaplayıp '3 1 1' olarak yayımlayın.",
                Commands.certificateDigest
            ),
            retryWaiting,
        ],
        partner: [
            Fix("Kayıtları okuyun ve onlarla sınayın.", Commands.tlsa),
            Fix(
                "Postmaster'larına hangi kaydın kullanılamadığını bildirin.",
                Commands.certificateDigest
            ),
            Fix(
                """
                Burada 'dane-only' gerçekten gerekli mi? 'dane' ile Postfix bu durumda kimlik \
                doğrulamadan şifrelerdi.
                """,
                Commands.tlsPolicy
            ),
            Fix("Kayıt düzelince tek bir iletiyi yeniden deneyin.", Commands.retryOne),
        ]
    )

    static let refinementDnssecInvalid = Advice(
        meaning: """
            Sunucunun TLSA kayıtlarına ilişkin sorgu başarısız oldu. DANE'de böyle bir hata 'kayıt \
            yok' sayılmamalıdır, yoksa bir saldırgan DANE'yi devre dışı bırakabilirdi; Postfix bu \
            yüzden iletiyi erteler.
            """,
        causes: [
            """
            Ad sunucuları TLSA sorgularına SERVFAIL yanıtı veriyor ya da hiç yanıt vermiyor; \
            eski yük dengeleyiciler böyledir.
            """,
            "Bölgenin DNSSEC imzalarının süresi dolmuş ya da üst bölgedeki DS kaydı uymuyor.",
            """
            Doğrulama yapan çözümleyicimiz sıkıntıda ya da aradaki bir iletici DNSSEC'i \
            ayıklıyor.
            """,
        ],
        own: [
            Fix(
                """
                Bir doğrulamayla, bir de doğrulamasız ('+cd') sorun. Yalnızca ikincisi yanıt \
                veriyorsa imzalar bozuktur.
                """,
                Commands.signatures
            ),
            Fix(
                """
                Bölgeyi yeniden imzalayın, DS kaydını yenileyin ya da ad sunucularının TLSA \
                sorgularına düzgün bir 'böyle bir kayıt yok' yanıtı vermesini sağlayın.
                """,
                Commands.delegation
            ),
            retryWaiting,
        ],
        partner: [
            Fix(
                """
                Bir doğrulamayla, bir de doğrulamasız ('+cd') sorun. Yalnızca ikincisi yanıt \
                veriyorsa imzaları bozuktur.
                """,
                Commands.signatures
            ),
            Fix(
                """
                Çalışan imzalı bir bölgeyle kendi çözümleyicinizi eleyin: yanıtta 'ad' bayrağı \
                bulunmalıdır.
                """,
                Commands.dnssecPath + Commands.resolver
            ),
            Fix(
                """
                Postmaster'larına veya DNS sağlayıcılarına hangi sorgunun başarısız olduğunu \
                bildirin.
                """,
                Commands.delegation
            ),
            Fix(
                """
                Bu arada 'DOMAIN encrypt' ilke girdisi DANE olmadan teslimi sağlar. Sonra \
                girdiyi kaldırın.
                """,
                Commands.tlsPolicy
            ),
        ]
    )

    static let refinementDaneRequired = Advice(
        meaning: """
            Buradaki ilke 'dane-only'; hedef ise bunun gerektirdiğini yayımlamıyor: bölgesi imzalı \
            değil ('non DNSSEC destination') ya da TLSA kaydı yok.
            """,
        causes: [
            "Hedefte DANE hiç olmadı, ilke girdisi ise onu bekliyor.",
            "DANE'si olmayan bir sağlayıcıya taşındılar ya da kayıtları kaldırdılar.",
            "Çözümleyicimiz doğrulama yapmıyor, bu yüzden her bölge imzasız görünüyor.",
            "MX sunucuları başka bir bölgede ve o bölge imzalı değil.",
        ],
        own: [
            Fix(
                "İmzaya ve kayıtlara bakın. Yanıtlarda 'ad' bayrağı bulunmalıdır.",
                Commands.dnssecPath + Commands.tlsa
            ),
            Fix(
                """
                Bölgeyi imzalayın, sunucunun TLSA kayıtlarını yayımlayın ya da bu hedef için \
                'dane-only'den vazgeçin.
                """,
                Commands.certificateDigest
            ),
            retryWaiting,
        ],
        partner: [
            Fix(
                """
                Kendi çözümleyiciniz doğrulama yapıyor mu? İmzalı bir bölgenin yanıtında 'ad' \
                bayrağı görünmelidir. Postfix'e bu makinede veya güvenilir bir ağda doğrulama \
                yapan bir çözümleyici ve smtp_dns_support_level = dnssec gerekir.
                """,
                Commands.dnssecPath
            ),
            Fix("Kayıtlarına bakın.", Commands.tlsa),
            Fix(
                """
                Karşı tarafa DANE'nin hâlâ kullanılıp kullanılmadığını sorun. Kullanılmıyorsa \
                bu etki alanı için 'dane' veya 'encrypt' yazın.
                """,
                Commands.tlsPolicy
            ),
            Fix("Sonra tek bir iletiyi yeniden deneyin.", Commands.retryOne),
        ]
    )

    static let refinementValidationFailure = Advice(
        meaning: """
            Sunucunun sertifikası denetlendi ve denetimi geçemedi; çoğu zaman hedefin yayımladığı \
            TLSA kayıtlarından hiçbirine uymuyordur.
            """,
        causes: [
            "Sertifika veya anahtarı yenilenmiş, TLSA kaydı yenilenmemiş.",
            "Yeni TLSA kaydı yayımlanmış ama önbelleklerde hâlâ eskisi var.",
            "Sunuculardan biri başka bir sertifika gösteriyor.",
            "Aradaki biri sunucunun yerine yanıt veriyor: DANE'nin yakalaması beklenen de budur.",
        ],
        own: [
            Fix(
                "Sunucu anahtarının özetini kayıtlarla karşılaştırın.",
                Commands.certificateDigest + Commands.tlsa
            ),
            Fix(
                """
                Yeni anahtarın kaydını anahtar kullanılmadan önce yayımlayın, ikisini TTL'in \
                iki katı süre birlikte tutun, sonra eskisini kaldırın.
                """
            ),
            retryWaiting,
        ],
        partner: [
            Fix(
                "Sunucu anahtarının özetini kayıtlarla karşılaştırın ve günlükteki nedeni okuyun.",
                Commands.certificateDigest + Commands.tlsLog
            ),
            Fix(
                """
                Postmaster'larına hemen bildirin: DANE kullanan her gönderen sizin gibi \
                durdurulur.
                """,
                Commands.tlsa
            ),
            Fix(
                "Anahtarlarını başka bir yoldan doğrulamadan bu denetimi devre dışı bırakmayın.",
                Commands.tlsPolicy
            ),
            Fix("Kayıt ve anahtar uyuşunca tek bir iletiyi yeniden deneyin.", Commands.retryOne),
        ]
    )
}
