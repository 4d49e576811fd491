extension Turkish {
    static let codeDnsQueryFailed = Advice(
        meaning: """
            Postfix bağlanacak bir adres bulamadı: sonraki durağın MX, A, AAAA veya TLSA kaydına \
            ilişkin sorgu başarısız oldu, zaman aşımına uğradı, geri çevrildi ya da bozuk yanıt \
            aldı. Hiçbir sunucuya bağlanılmadı. İleti kuyrukta kalır, sorgu bir sonraki denemede \
            yinelenir.
            """,
        causes: [
            "Etki alanının ad sunucuları kapalı, erişilemiyor veya SERVFAIL yanıtı veriyor.",
            "Etki alanının süresi dolmuş ya da yetki devri veya DNSSEC imzaları bozuk.",
            """
            MX kaydı, adresi olmayan bir sunucuyu gösteriyor ya da çözümleyiciler \
            değişiklikten önceki yanıtı hâlâ saklıyor.
            """,
            """
            Sorun bu makinenin çözümleyicisinde; birçok etki alanı aynı anda başarısız \
            oluyorsa büyük olasılıkla budur.
            """,
            """
            Sonraki durak transport_maps veya relayhost içinde yanlış yazılmış; soft_bounce ya \
            da smtp_defer_if_no_mx_address_found açıksa var olmayan bir ad da ertelenir.
            """,
        ],
        own: [
            Fix(
                """
                Adları Postfix'in sorduğu gibi sorun. SERVFAIL veya zaman aşımı, hangi kaydın \
                bozuk olduğunu gösterir.
                """,
                Commands.records
            ),
            Fix(
                """
                Bütün yetkili sunucuların yanıtlarını karşılaştırın; ardından bölgeyi, yetki \
                devrini veya imzaları DNS sağlayıcınızla birlikte düzeltin.
                """,
                Commands.delegation
            ),
            Fix("Etki alanının süresinin dolmadığından emin olun.", Commands.registration),
            Fix(
                """
                Bölge düzelene kadar sonraki durağı transport_maps veya relayhost içinde \
                köşeli ayraçlı adresiyle yazın; böylece DNS sorgusu yapılmaz.
                """,
                Commands.routing
            ),
            retryWaiting,
        ],
        partner: [
            Fix(
                """
                Başka çözümleyicilere de sorun. Onlar yanıtı biliyorsa sorun karşı tarafta \
                değil, sizin çözümleyicinizdedir.
                """,
                Commands.otherResolver
            ),
            Fix(
                """
                Hiçbir çözümleyici yanıt alamıyorsa kopan halkayı bulun ve postmaster'larına \
                ya da DNS sağlayıcılarına telefonla veya başka bir etki alanı üzerinden \
                bildirin: bu etki alanına posta ulaşamaz.
                """,
                Commands.delegation
            ),
            Fix(
                "Sonra bekleyin. Postfix, maximal_queue_lifetime dolana kadar denemeyi sürdürür.",
                Commands.lifetime
            ),
            Fix(
                "Düzeldiğini bildirdiklerinde tek bir iletiyi yeniden deneyin ve izleyin.",
                Commands.retryOne
            ),
        ]
    )

    static let codeConnectionTimedOut = Advice(
        meaning: """
            Postfix bir TCP bağlantısı istedi; smtp_connect_timeout süresi içinde \
            (değiştirilmediyse 30 saniye) kimse yanıt vermedi ya da bir yönlendirici o makineye \
            giden yol olmadığını bildirdi. Bağlantıyı reddeden olmadı.
            """,
        causes: [
            "Sunucu veya bulunduğu ağ kapalı.",
            """
            Yoldaki bir güvenlik duvarı paketleri sessizce atıyor. Birçok erişim ve barındırma \
            ağı, dışarıya giden 25 numaralı bağlantı noktasını kapatır.
            """,
            """
            Adres artık doğru değil: sunucu taşınmış, DNS kaydı veya transport_maps girdisi \
            eski kalmış.
            """,
            """
            Bir güvenlik duvarı bağlantıyı ICMP iletisiyle yasaklıyor; bu durum 'No route to \
            host' olarak görünür.
            """,
            "Yalnızca IPv6 yolu ya da yalnızca IPv4 yolu bozuk.",
        ],
        own: [
            Fix(
                "Bağlantıyı bu makineden elle deneyin, sonra yolun nerede bittiğine bakın.",
                Commands.connect + Commands.path
            ),
            Fix(
                """
                Sunucuda: makine açık mı, bu bağlantı noktasını dinliyor mu, güvenlik duvarı \
                bu makineye izin veriyor mu?
                """,
                Commands.listening + Commands.firewall
            ),
            Fix(
                """
                Adresin hâlâ doğru olduğundan emin olun; taşınma olduysa DNS'i, \
                transport_maps'i veya relayhost'u değiştirin.
                """,
                Commands.routing + Commands.records
            ),
            retryWaiting,
        ],
        partner: [
            Fix(
                """
                Bağlantıyı bu makineden elle deneyin. Başka sağlayıcıların sunucuları da 25 \
                numaralı bağlantı noktasında yanıt vermiyorsa engel sizin sağlayıcınızda veya \
                güvenlik duvarınızdadır.
                """,
                Commands.connect + Commands.path
            ),
            Fix(
                """
                Aynısını başka bir ağdan deneyin. Oradan yanıt geliyorsa aradaki biri sizin \
                adresinizi engelliyordur.
                """,
                Commands.connect
            ),
            Fix(
                """
                Postmaster'larına denenen adresi, kendi çıkış adresinizi ve saati (saat \
                dilimiyle) bildirin.
                """,
                Commands.log
            ),
            Fix(
                """
                Yalnızca bir adres ailesi başarısızsa onu herkes için kapatmayın. \
                smtp_address_preference 'any' ise Postfix ikisini de dener (2.8 ve sonrası; \
                smtp_balance_inet_protocols 3.3 ve sonrası).
                """,
                Commands.protocols
            ),
            Fix(
                "Aksi hâlde bekleyin: ileti, maximal_queue_lifetime dolana kadar yeniden denenir.",
                Commands.lifetime
            ),
        ]
    )

    static let codeConnectionRefused = Advice(
        meaning: """
            Karşıdaki makine veya önündeki güvenlik duvarı hemen yanıt verip bağlantıyı geri \
            çevirdi: o bağlantı noktasını dinleyen bir program yok ya da bu adresten gelen \
            bağlantılar reddediliyor.
            """,
        causes: [
            "Posta sunucusu durdurulmuş, yeniden başlatılıyor veya başlayamamış.",
            "Bir güvenlik duvarı bu makinenin adresinden gelen bağlantıları reddediyor.",
            """
            MX kaydı veya transport_maps girdisi, posta almayan bir makineyi ya da yanlış \
            bağlantı noktasını gösteriyor.
            """,
            "Sunucu bilerek kapatılmış, etki alanının postası ise hâlâ ona yönlendiriliyor.",
        ],
        own: [
            Fix(
                """
                Sunucuda: posta hizmetini başlatın; yalnızca 127.0.0.1'i değil, denenen adresi \
                ve bağlantı noktasını dinlediğini görün.
                """,
                Commands.listening
            ),
            Fix(
                """
                Sunucunun güvenlik duvarında bu makinenin adreslerine izin verin, hem IPv4 hem \
                IPv6 için.
                """,
                Commands.firewall
            ),
            Fix("Sonraki durağın doğru olduğundan emin olun.", Commands.routing),
            Fix(
                """
                Bilerek mi kapatıldı? Etki alanını relay_domains'den çıkarın veya ona yeni bir \
                sonraki durak verin. Oraya artık hiç teslim edilemeyecek posta için 'DOMAIN \
                error:5.1.2 system retired' gibi bir transport_maps girdisi, gönderenlere beş \
                gün sonra değil, hemen haber verir.
                """,
                Commands.routing
            ),
            retryWaiting,
        ],
        partner: [
            Fix(
                "Bağlantıyı, bütün MX sunucularına elle deneyin.",
                Commands.connect + Commands.records
            ),
            Fix(
                """
                Aynısını başka bir ağdan deneyin. Oradan yanıt geliyorsa onlar ya da \
                önlerindeki biri sizin adresinizi reddediyordur: nedenini sorun.
                """,
                Commands.connect
            ),
            Fix(
                """
                Postmaster'larına denenen adresi ve bağlantı noktasını, kendi çıkış adresinizi \
                ve saati bildirin.
                """,
                Commands.log
            ),
            Fix(
                """
                Adres sizin transport_maps girdinizden geliyorsa hâlâ onların olup olmadığını \
                denetleyin.
                """,
                Commands.routing
            ),
            Fix(
                """
                Aksi hâlde bekleyin: yeniden başlatma dakikalar sürer, ileti de \
                maximal_queue_lifetime dolana kadar yeniden denenir.
                """,
                Commands.lifetime
            ),
        ]
    )
}
