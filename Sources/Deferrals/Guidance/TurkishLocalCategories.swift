extension Turkish {
    static let categoryLocalDelivery = Advice(
        meaning: """
            Bu makinedeki bir teslim programı, posta deposu veya içerik filtresi iletiyi şu anda \
            alamadı. Gönderenin ve ağın bunda payı yok.
            """,
        causes: [
            "Disk veya inode'lar dolmuş ya da disk hata veriyor.",
            "Bir dizinin veya dosyanın sahibi ya da izinleri yanlış veya dosya kilitli.",
            "pipe ile ya da bir takma addan çağrılan komut geçici hatayla (75) bitti.",
            "LMTP sunucusu veya içerik filtresi 4xx yanıtı verdi.",
        ],
        own: [
            Fix(
                "Nedeni ve çevresindeki uyarıları okuyun.",
                Commands.logOfQueueID + Commands.warnings
            ),
            Fix("Boş yere, inode'lara ve izinlere bakın.", Commands.disk),
            Fix("Burada hangi program teslim ediyor?", Commands.deliveryAgents),
            Fix("Arkasındaki hizmet çalışıyor mu?", Commands.services + Commands.filterLogs),
            Fix("Sonra tek bir iletiyi yeniden deneyin.", Commands.retryOne),
        ],
        partner: [
            Fix(
                """
                Alıcı uzakta olabilir, engel ise burada: nedeni ve çevresindeki uyarıları \
                okuyun.
                """,
                Commands.logOfQueueID + Commands.warnings
            ),
            Fix("İçerik filtresi çalışıyor mu, ne diyor?", Commands.services + Commands.filterLogs),
            Fix("Boş yere, inode'lara ve izinlere bakın.", Commands.disk),
            Fix("Sonra tek bir iletiyi yeniden deneyin.", Commands.retryOne),
        ]
    )

    static let categoryLocalConfiguration = Advice(
        meaning: """
            İletiyi kendi ayarımız, tablomuz veya ilkemiz tutuyor. Bu tür posta, ayar değişene \
            kadar bekler; hedefin kusuru değildir.
            """,
        causes: [
            "Bir arama tablosu eksik, okunamıyor ya da veritabanı kapalı.",
            """
            transport_maps veya default_transport içindeki bir taşıyıcı master.cf'de yok ya da \
            programı başlayamıyor.
            """,
            """
            Bakımdan sonra defer_transports, soft_bounce veya transport_maps'teki bir 'retry:' \
            girdisi açık unutulmuş.
            """,
            "Bir aktarma sunucusu için oturum bilgileri veya TLS ayarları eksik.",
        ],
        own: [
            Fix(
                "Ertelemeden hemen önceki uyarılar dosyayı veya tabloyu söyler.",
                Commands.warnings
            ),
            Fix("Açık unutulmuş frenlere bakın.", Commands.brakes),
            Fix(
                """
                Tabloyu, Postfix'in aradığı anahtarın aynısıyla sınayın. postmap her seferinde \
                tek tablo alır.
                """,
                Commands.mapLookup + Commands.routing
            ),
            Fix(
                """
                Ayarların tümünü denetleyin, düzeltin, yeniden yükleyin ve tek bir iletiyi \
                deneyin.
                """,
                Commands.settings + Commands.retryOne
            ),
        ],
        partner: [
            Fix(
                "Ertelemeden hemen önceki uyarılar dosyayı veya tabloyu söyler.",
                Commands.warnings
            ),
            Fix("Açık unutulmuş frenlere bakın.", Commands.brakes),
            Fix(
                "Bu etki alanının yolu, var olan bir taşıyıcıya mı çıkıyor?",
                Commands.routing + Commands.settings
            ),
            Fix(
                """
                Düzeltin, yeniden yükleyin ve tek bir iletiyi deneyin. Karşı taraftan bir şey \
                istemek gerekmez.
                """,
                Commands.retryOne
            ),
        ]
    )

    static let localCategoryAuthentication = Advice(
        meaning: """
            Aktarma sunucusunda oturum açamadık: kullanıcı adı, parola veya yöntem kabul edilmedi \
            ya da bu sunucu için parolamız yok. 2.5'ten beri varsayılan olan \
            smtp_sasl_auth_soft_bounce = yes sayesinde posta geri dönmez, bekler.
            """,
        causes: [
            """
            Parola değişmiş veya süresi dolmuş ya da sağlayıcı uygulama parolası veya OAuth 2 \
            istiyor.
            """,
            """
            smtp_sasl_password_maps içindeki anahtar, relayhost'ta yazan sonraki durakla \
            köşeli ayraçlarına ve bağlantı noktasına kadar aynı değil.
            """,
            "Tablo düzenlenmiş ama postmap ile yeniden oluşturulmamış.",
            """
            Ortak yöntem yok: SASL eklentileri kurulu değil ya da TLS olmadan düz metin \
            yöntemleri yasak.
            """,
        ],
        here: [
            Fix("Hangi ayarların geçerli olduğuna bakın.", Commands.login),
            Fix(
                """
                Bu sunucu için bir girdi var mı? '1' var demektir; parolanın kendisi \
                gösterilmez.
                """,
                Commands.loginEntry
            ),
            Fix(
                """
                Yeni parolayı tabloya yazın, tabloyu postmap ile yeniden oluşturun, Postfix'i \
                yeniden yükleyin; dosyayı ve tabloyu yalnızca root okuyabilsin.
                """
            ),
            Fix(
                """
                'no mechanism available': SASL eklentilerini kurun (Debian: libsasl2-modules) \
                ya da smtp_sasl_tls_security_options ile TLS altında PLAIN yöntemine izin \
                verin.
                """,
                Commands.login
            ),
            Fix(
                """
                Bütün kuyruğu değil, tek bir iletiyi deneyin: art arda başarısız oturum açma \
                denemeleri hesabı kilitleyebilir.
                """,
                Commands.retryOne
            ),
        ]
    )

    static let localCategoryMailboxFull = Advice(
        meaning: """
            Posta kutusu bu makinede veya yerel bir teslim hizmetimizin arkasında ve kotasını \
            aşmış. Yalnızca bu alıcıyı ilgilendirir.
            """,
        causes: [
            "Kullanıcı kotasını doldurmuş.",
            """
            Postfix'in mailbox_size_limit veya virtual_mailbox_limit değeri posta kutusundan \
            küçük.
            """,
            "Kota düşürülmüş ya da sayacı yanlış.",
        ],
        here: [
            Fix("Kotaya ve sınırlara bakın.", Commands.localQuota),
            Fix(
                """
                Kullanıcıdan yer açmasını isteyin ya da kotayı yükseltin. Sayaç yanlışsa \
                yeniden hesaplatın ('doveadm quota recalc').
                """
            ),
            Fix("Sonra iletiyi yeniden deneyin.", Commands.retryOne),
        ]
    )

    static let localCategoryContent = Advice(
        meaning: "Kendi içerik filtremiz iletiyi erteledi. Alıcının etki alanının bunda payı yok.",
        causes: [
            """
            Filtre denetimini bitiremedi: tarayıcı kapalı, verileri eski ya da bir sorgu zaman \
            aşımına uğradı.
            """,
            "İleti, filtrenin zorlandığı türden: iç içe arşivler, dev ekler.",
            "Bir kuralımız geçici bir kodla yanıt veriyor.",
        ],
        here: [
            Fix(
                "Filtrenin bu iletiye ilişkin günlüğünü okuyun.",
                Commands.logOfQueueID + Commands.filterLogs
            ),
            Fix(
                "Tarayıcılarının çalıştığını ve belleğin yettiğini denetleyin.",
                Commands.services + Commands.memory
            ),
            Fix("Yalnızca tek bir ileti etkileniyorsa üst bilgilerine bakın.", Commands.message),
            Fix("Sonra iletiyi yeniden deneyin.", Commands.retryOne),
        ]
    )
}
