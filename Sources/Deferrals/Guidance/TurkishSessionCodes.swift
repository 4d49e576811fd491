extension Turkish {
    static let codeCannotConnect = Advice(
        meaning: """
            TCP bağlantısı kuruldu ama posta oturumu kurulamadı: sunucu hatayla karşıladı, EHLO'yu \
            geri çevirdi, SMTP olmayan bir şey konuştu ya da ilkemizin gerektirdiği TLS \
            sağlanamadı.
            """,
        causes: [
            "Sunucu aşırı yüklü veya bakımda, 421 ile karşılıyor.",
            """
            Sunucu bu makinenin adresini itibarı, adı veya bağlantı sıklığı nedeniyle geri \
            çeviriyor.
            """,
            """
            Hedefe ilişkin ilkemiz TLS gerektiriyor (encrypt, verify, secure, dane, \
            dane-only); sunucu TLS sunmuyor ya da el sıkışma başarısız oluyor.
            """,
            """
            O bağlantı noktasını posta sunucusundan başka bir program dinliyor veya yerine bir \
            vekil sunucu yanıt veriyor.
            """,
        ],
        own: [
            Fix(
                "Sunucunun söylediği ilk satırı okuyun; nedenini sunucunun kendi günlüğü anlatır.",
                Commands.connect
            ),
            Fix(
                """
                Sunucunun sınırlarını denetleyin. Bir Postfix sunucusu yoğun istemcileri \
                bunlara göre geri çevirir.
                """,
                Commands.serverLimits
            ),
            Fix(
                "TLS'i sınayın; buradaki ilkeyi sunucunun sunduğuyla karşılaştırın.",
                Commands.tlsProbe + Commands.tlsPolicy
            ),
            Fix("Sunucuda sertifikayı ve anahtarı denetleyin.", Commands.serverTLS),
            retryWaiting,
        ],
        partner: [
            Fix(
                "Günlükteki yanıtı okuyun: nedeni çoğu zaman orada yazar.",
                Commands.log + Commands.connect
            ),
            Fix(
                """
                Yanıtta bir kara liste, sizin adresiniz veya gönderim hızınız geçiyorsa \
                düzeltmek size düşer: yavaşlayın ve yazılanı uygulayın.
                """,
                Commands.pace
            ),
            Fix(
                "Sorun TLS ise sınayın ve bu etki alanı için geçerli ilkenize bakın.",
                Commands.tlsProbe + Commands.tlsPolicy
            ),
            Fix(
                """
                Yanıtı olduğu gibi, çıkış adresiniz ve saatle birlikte postmaster'larına \
                gönderin.
                """,
                Commands.log
            ),
            Fix("Bir şey değişince tek bir iletiyi yeniden deneyin.", Commands.retryOne),
        ]
    )

    static let codeConnectionClosed = Advice(
        meaning: """
            Oturum başlamıştı ve koptu: karşı taraf veya aradaki bir şey bağlantıyı kapattı, \
            sıfırladı ya da Postfix'in süre sınırlarından biri dolana kadar sustu ('conversation \
            with … timed out while …'). 'sending end of data' aşamasından sonra ileti yine de \
            ulaşmış olabilir ve iki kez gelebilir.
            """,
        causes: [
            "Sunucu aşırı yüklü, belleği veya diski bitmiş, çöküyor ya da yeniden başlatılıyor.",
            """
            SMTP'yi inceleyen bir güvenlik duvarı (Cisco 'fixup', 'ESMTP inspection') oturumu \
            bozuyor veya kesiyor.
            """,
            "Sunucu, son noktadan sonra iletiyi Postfix'in beklediğinden uzun süre inceliyor.",
            """
            Büyük paketler yolda kayboluyor (yol MTU'su): karşılama ve komutlar geçiyor, ileti \
            gövdesi takılıyor.
            """,
            "Bir istenmeyen posta filtresi neden bildirmeden bağlantıyı kesiyor.",
        ],
        own: [
            Fix(
                """
                Sunucunun kendi günlüğünde o dakikaya bakın: çökme, yeniden başlatma, bellek \
                veya disk yetersizliği var mı?
                """,
                Commands.memory + Commands.disk
            ),
            Fix(
                """
                İki makine arasındaki güvenlik duvarlarında SMTP incelemesini kapatın ya da \
                Postfix'in bunun için sunduğu çareleri kullanın.
                """,
                Commands.workarounds
            ),
            Fix(
                """
                İleti gövdesi gönderilirken kopuyorsa büyük paketlerle sınayın; yoldaki bir \
                tünel veya VPN daha küçük MTU ya da MSS sınırlaması ister.
                """,
                Commands.packetSize
            ),
            Fix(
                """
                Son noktadan sonra susuyorsa oradaki içerik denetimini hızlandırın. Buradaki \
                smtp_data_done_timeout değerini ancak geçici çare olarak yükseltin.
                """,
                Commands.timeouts
            ),
            retryWaiting,
        ],
        partner: [
            Fix(
                """
                Tek ileti mi, hepsi mi? Yalnızca biri başarısızsa nedeni büyük olasılıkla \
                boyutu veya içeriğidir.
                """,
                Commands.waiting
            ),
            Fix(
                """
                Hepsi aynı noktada kopuyorsa çareleri yalnızca onların adresi için, \
                smtp_pix_workaround_maps veya smtp_discard_ehlo_keyword_address_maps içinde \
                deneyin.
                """,
                Commands.workarounds
            ),
            Fix("Yolu büyük paketlerle sınayın.", Commands.packetSize),
            Fix(
                "Postmaster'larına hangi aşamada koptuğunu, çıkış adresinizi ve saati bildirin.",
                Commands.log
            ),
            Fix("Bir şey değişince tek bir iletiyi yeniden deneyin.", Commands.retryOne),
        ]
    )

    static let codeCertificateInvalid = Advice(
        meaning: """
            TLS kuruldu ama sunucunun sertifikası, hedef için burada geçerli olan ilkeyi \
            karşılamadı (verify, secure, fingerprint, dane veya dane-only düzeyi); Postfix bu \
            yüzden iletiyi göndermedi. smtp_tls_loglevel = 1 ise hemen önceki satır sertifikada \
            neyin yanlış olduğunu söyler.
            """,
        causes: [
            """
            Sertifikanın süresi dolmuş veya henüz başlamamış ya da iki taraftan birinin saati \
            yanlış.
            """,
            "Sertifika, ilkenin istediğinden başka bir ad için verilmiş.",
            """
            Sertifikayı veren, Postfix'e güvenmesi söylenen yetkililer arasında değil; \
            smtp_tls_CAfile veya smtp_tls_CApath yoksa hiçbirine güvenmez.
            """,
            "DANE kullanılıyorsa: sertifika yenilenmiş, TLSA kaydı yenilenmemiş.",
            "Aradaki biri kendi sertifikasıyla yanıt veriyor.",
        ],
        own: [
            Fix(
                "Sunucunun gerçekte gösterdiği sertifikaya ve günlükteki nedene bakın.",
                Commands.certificate + Commands.tlsLog
            ),
            Fix(
                """
                Sunucuda sertifikayı yenileyin veya zincirin tamamını sunun. Ardından sunucuyu \
                yeniden yükleyin: birçoğu eskisini göstermeyi sürdürür.
                """,
                Commands.chain
            ),
            Fix(
                """
                Bu makinenin sertifikadan ne istediğini denetleyin: düzey, adlar, güvenilen \
                yetkililer.
                """,
                Commands.tlsPolicy + Commands.trust
            ),
            retryWaiting,
        ],
        partner: [
            Fix(
                "Sunucunun gerçekte gösterdiği sertifikaya ve günlükteki nedene bakın.",
                Commands.certificate + Commands.tlsLog
            ),
            Fix(
                "Önce kendi tarafınızı eleyin: ilke girdisi, güvenilen yetkililer, saat.",
                Commands.tlsPolicy + Commands.trust + Commands.clock
            ),
            Fix(
                """
                Postmaster'larına sertifikada neyin yanlış olduğunu ve hangi sunucuda \
                görüldüğünü bildirin.
                """,
                Commands.tlsProbe
            ),
            Fix(
                """
                Sözleşme veya yasa engel değilse 'DOMAIN encrypt' ilke girdisi bu arada \
                teslimi sağlar; ileti şifreli gider ama karşıdakinin kim olduğu doğrulanmaz. \
                Sonra girdiyi kaldırın.
                """,
                Commands.tlsPolicy
            ),
            Fix("Düzelttiklerinde tek bir iletiyi yeniden deneyin.", Commands.retryOne),
        ]
    )

    static let codeOther = Advice(
        meaning: """
            Teslim, kendine ait kodu olmayan bir nedenle ertelendi. En iyi kanıt, yanıt kodu ve \
            genişletilmiş durum koduyla birlikte sunucunun söyledikleridir.
            """,
        causes: [
            "Sunucu beklenmesini istiyor: gri liste, sınırlar, süren bir çalışma.",
            """
            Sunucu bu gönderende, alıcıda veya iletide bir şeyi beğenmiyor ve bunu geçici bir \
            kodla söylüyor.
            """,
            "Sunucunun kendi sorunu var.",
        ],
        own: [
            Fix(
                "Günlükteki yanıtın tamamını, sonra yanıtı veren sunucunun günlüğünü okuyun.",
                Commands.logOfQueueID
            ),
            Fix("Sorun o sunucunun bir ayarıysa orada değiştirin.", Commands.serverLimits),
            retryWaiting,
        ],
        partner: [
            Fix(
                """
                Günlükteki yanıtın tamamını okuyun; yanıtın sözlerini sağlayıcının postmaster \
                sayfalarında arayın.
                """,
                Commands.logOfQueueID
            ),
            Fix(
                "Onlara giden bütün posta mı bekliyor, yoksa yalnızca bu ileti mi, bakın.",
                Commands.waiting
            ),
            Fix(
                """
                Yanıtı olduğu gibi, çıkış adresiniz ve saatle birlikte postmaster'larına \
                gönderin.
                """,
                Commands.log
            ),
            Fix(
                "Aksi hâlde bekleyin: ileti, maximal_queue_lifetime dolana kadar yeniden denenir.",
                Commands.lifetime
            ),
        ]
    )

    static let refusedSession = Advice(
        meaning: """
            TCP bağlantısı kuruldu ama sunucu oturumu karşılama satırında veya EHLO yanıtında, \
            henüz gönderen ve alıcı bildirilmeden reddetti. Bu sunucuya giden bütün posta \
            etkilenir.
            """,
        causes: [
            """
            Sunucu, ileti ne olursa olsun, bu makinede kusur saydığı şeyi daha kapıda geri \
            çeviriyor.
            """,
            """
            Sunucularından veya adreslerinden yalnızca biri reddediyor: bir sonraki deneme \
            başkasına denk gelebilir.
            """,
        ],
        own: [
            Fix(
                "Sunucunun söylediği ilk satırı okuyun; nedenini sunucunun kendi günlüğü anlatır.",
                Commands.connect
            ),
            retryWaiting,
        ],
        partner: [
            Fix("Günlükteki yanıtın tamamını okuyun.", Commands.log + Commands.connect),
            Fix(
                """
                Yanıtı olduğu gibi, çıkış adresiniz ve saatle birlikte postmaster'larına \
                gönderin.
                """,
                Commands.log
            ),
            Fix("Bir şey değişince tek bir iletiyi yeniden deneyin.", Commands.retryOne),
        ]
    )
}
