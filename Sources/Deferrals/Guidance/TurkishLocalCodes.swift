extension Turkish {
    static let localCodeDnsQueryFailed = Advice(
        meaning: """
            Sorgu bu makinede başarısız oldu: çözümleyicimiz yanıt vermedi ya da bir ayarımız \
            yanıtı attı veya var olmayan bir sunucuyu gösteriyor. Hedefin bunda payı yok.
            """,
        causes: [
            "/etc/resolv.conf içindeki çözümleyici kapalı, aşırı yüklü veya erişilemiyor.",
            """
            relayhost veya smtp_fallback_relay yanlış yazılmış ya da bu ad DNS'ten kalkmış: \
            'relayhost configuration problem' satırından sonra dsn=4.3.5.
            """,
            """
            smtp_dns_reply_filter (3.0 ve sonrası) bütün yanıtları attı: 'DNS reply filter \
            drops all results'.
            """,
            """
            Postfix chroot içinde, resolv.conf veya nsswitch.conf dosyasının eski bir \
            kopyasıyla çalışıyor.
            """,
            """
            Bir güvenlik duvarımız 53 numaralı bağlantı noktasını, çoğu zaman yalnızca TCP \
            için, kapatıyor.
            """,
            """
            smtp_host_lookup = native iken sistemin kendi ad çözümlemesi (nsswitch, \
            systemd-resolved) başarısız oluyor.
            """,
        ],
        here: [
            Fix("Çözümleyiciye her zaman var olan bir şeyi sorun.", Commands.resolver),
            Fix(
                """
                Chroot içindeki kopyayla karşılaştırın. Kopya, Postfix yeniden yüklenirken \
                değil, başlatılırken yenilenir.
                """,
                Commands.resolverCopy
            ),
            Fix(
                """
                Hem UDP'yi hem TCP'yi ve 53 numaralı bağlantı noktasına ilişkin kuralları \
                denetleyin.
                """,
                Commands.resolverPort
            ),
            Fix(
                "Filtreyi, sorgu türünü ve aktarma sunucusunun adını denetleyin.",
                Commands.lookupSettings
            ),
            Fix(
                """
                Çözümleyici yeniden yanıt verince kuyruğu kendi düzenine bırakın. Çalıştığını \
                görmek için tek bir iletiyi deneyin.
                """,
                Commands.retryOne
            ),
        ]
    )

    static let localCodeConnectionTimedOut = Advice(
        meaning: """
            Bu makine ilk paketi bile gönderemedi: adrese, neredeyse her zaman bir IPv6 adresine, \
            giden yol yok ('Network is unreachable') ya da soket açılamadı. Günlükteki neden \
            yalnızca son denenen adresi anlatır: aynı denemede daha önceki bir sunucu IPv4 \
            üzerinden başka bir nedenle başarısız olmuş olabilir.
            """,
        causes: [
            "Postfix IPv6 kullanıyor (inet_protocols = all), bu makinenin ise IPv6 yolu yok.",
            "Varsayılan yol, bir ağ arabirimi veya bir tünel kapalı.",
            """
            smtp_bind_address veya smtp_bind_address6, bu makinede olmayan bir adresi \
            gösteriyor: 'Cannot assign requested address'.
            """,
            "Bağlantı noktaları, tamponlar veya soketlere ayrılan bellek tükenmiş.",
        ],
        here: [
            Fix(
                """
                Bir yol olup olmadığına ve aynı denemedeki önceki sunuculara bakın: oradaki \
                bir IPv4 hatası asıl nedendir.
                """,
                Commands.protocols + Commands.route
            ),
            Fix(
                """
                Burada IPv6 yok mu? inet_protocols = ipv4 yapın, sonra Postfix'i durdurup \
                başlatın; yeniden yüklemek yetmez. IPv6 üzerinden posta almayı sürdürmek \
                istiyorsanız bunun yerine master.cf'deki smtp hizmetine '-o \
                inet_protocols=ipv4' ekleyip yeniden yükleyin.
                """,
                Commands.protocols
            ),
            Fix("IPv6 çalışmalı mıydı? Adresi ve yolu geri getirin.", Commands.addresses),
            Fix(
                "Postfix'e hangi adreslerden göndermesi söylendiğini denetleyin.",
                Commands.bindAddress
            ),
            Fix(
                "Soketlerin veya bağlantı noktalarının tükenip tükenmediğine bakın.",
                Commands.socketUse
            ),
            Fix("Sonra tek bir iletiyi yeniden deneyin.", Commands.retryOne),
        ]
    )

    static let localCodeConnectionRefused = Advice(
        meaning: """
            Sonraki durak bu makinede ve bağlantı kabul etmiyor: bir içerik filtresi, bir LMTP \
            sunucusu, loopback üzerindeki bir aktarıcı ya da eksik veya artık dinlenmeyen bir UNIX \
            soketi. Ya da kendi güvenlik duvarımız bağlantıyı yasaklıyor ('Permission denied'). \
            Alıcının etki alanının bunda payı yok.
            """,
        causes: [
            "İçerik filtresi veya LMTP sunucusu durmuş, çökmüş ya da verilerini hâlâ yüklüyor.",
            """
            Hizmet, main.cf veya master.cf'de yazandan başka bir bağlantı noktasını ya da \
            soket yolunu dinliyor.
            """,
            "Soket chroot'un dışında ya da postfix kullanıcısının ona erişimi yok.",
            """
            Bu makinenin bir güvenlik duvarı kuralı veya yasaklayıcı bir yolu bağlantıyı \
            engelliyor.
            """,
        ],
        here: [
            Fix(
                "Hangi hizmetin söz konusu olduğunu ve dinleyip dinlemediğini bulun.",
                Commands.localHops + Commands.services
            ),
            Fix("Neden durduğuna bakın ve başlatın.", Commands.filterLogs + Commands.memory),
            Fix(
                """
                Soket ise yolunu ve izinlerini denetleyin. Chroot içinde yol \
                queue_directory'den başlar.
                """,
                Commands.services
            ),
            Fix(
                "'Permission denied' görünüyorsa kendi kuralınızı veya yolunuzu arayın.",
                Commands.firewall + Commands.route
            ),
            Fix(
                """
                Hizmet dinlemeye başlayınca kuyruk kendi düzeninde boşalır. Çalıştığını görmek \
                için tek bir iletiyi deneyin.
                """,
                Commands.retryOne
            ),
            Fix(
                """
                Filtre tümüyle mi kaldırıldı? Kuyruktaki iletiler onu hatırlar. \
                content_filter'ı boşaltın, yeniden yükleyin, sonra tek bir iletiyi yeniden \
                kuyruğa alın.
                """,
                Commands.requeue
            ),
        ]
    )

    static let localCodeCannotConnect = Advice(
        meaning: """
            Oturumu bizim tarafımız engelledi: TLS altyapısı kullanılamıyordu, hedefin TLS ilkesi \
            okunamadı veya anlamsızdı ('client TLS configuration problem') ya da bu makinedeki bir \
            hizmet hatayla karşıladı. Hedefin bunda payı yok.
            """,
        causes: [
            """
            smtp_tls_policy_maps içindeki bir tablo eksik, okunamıyor ya da tablonun sunucusu \
            kapalı.
            """,
            "Hedefin girdisinde bu Postfix'in tanımadığı bir sözcük veya öznitelik var.",
            "Bir sertifika, anahtar veya CA dosyamız eksik, okunamıyor ya da birbirine uymuyor.",
            "tlsmgr çalışmıyor veya master.cf'de satırı yok.",
            """
            Bu makinedeki bir içerik filtresi veya LMTP sunucusu aşırı yüklü ve 421 ile \
            karşılıyor.
            """,
        ],
        here: [
            Fix("Ertelemeden hemen önceki uyarılar nedeni söyler.", Commands.warnings),
            Fix(
                """
                İlkeyi Postfix'in aradığı gibi arayın; tabloyu veya girdiyi düzeltin. postmap \
                her seferinde tek tablo alır.
                """,
                Commands.tlsPolicy
            ),
            Fix(
                "Sertifikayı ve anahtarı denetleyin. smtp_tls_chain_files 3.4 ile geldi.",
                Commands.ownKeys + Commands.trust
            ),
            Fix("tlsmgr'ın başlayabildiğini denetleyin.", Commands.tlsManager),
            Fix(
                "Bu makinedeki bir hizmet hatayla karşıladıysa günlüğüne ve yüküne bakın.",
                Commands.services + Commands.filterLogs
            ),
            Fix("Sonra tek bir iletiyi yeniden deneyin.", Commands.retryOne),
        ]
    )

    static let localCodeConnectionClosed = Advice(
        meaning: """
            Bu makinedeki bir hizmet bağlantıyı kabul etti, sonra kopardı veya sustu: bir içerik \
            filtresi, bir LMTP sunucusu, loopback üzerindeki bir aktarıcı. Alıcının etki alanının \
            bunda payı yok.
            """,
        causes: [
            """
            Hizmet çöktü, bellek yetersizliğinden öldürüldü ya da oturumun ortasında yeniden \
            başlatıldı.
            """,
            """
            Hizmetin işi Postfix'in beklediğinden uzun sürüyor: verilerini yükleyen bir \
            tarayıcı, yavaş bir sorgu, yavaş bir disk.
            """,
            "Postfix, hizmetin süreç sayısından fazla bağlantı açıyor.",
        ],
        here: [
            Fix(
                "Hizmetin kendi günlüğünde ve çekirdeğin günlüğünde o dakikaya bakın.",
                Commands.filterLogs + Commands.memory
            ),
            Fix(
                """
                Süre sınırlarını Postfix'inkilerle karşılaştırın: önce filtre vazgeçmeli ve \
                bunu söylemeli.
                """,
                Commands.timeouts
            ),
            Fix(
                """
                Postfix, hizmetin süreç sayısından fazla bağlantı açmasın: filtrenin master.cf \
                satırındaki maxproc sütunu veya TRANSPORT_destination_concurrency_limit.
                """,
                Commands.localHops
            ),
            Fix("Hizmet düzelince tek bir iletiyi yeniden deneyin.", Commands.retryOne),
        ]
    )

    static let localCodeCertificateInvalid = Advice(
        meaning: """
            Bu makinedeki bir sunucu, kendi TLS ilkemizin kabul etmediği bir sertifika gösterdi. \
            Alıcının etki alanının bunda payı yok.
            """,
        causes: [
            """
            smtp_tls_security_level = verify, secure veya dane-only, loopback üzerindeki \
            sonraki durak için de geçerli.
            """,
            """
            LMTP sunucusunun veya filtrenin sertifikası kendinden imzalı ya da genel ad için \
            verilmiş.
            """,
            "Sertifikasının süresi dolmuş.",
        ],
        here: [
            Fix("Günlükteki nedene ve sertifikaya bakın.", Commands.tlsLog + Commands.certificate),
            Fix(
                """
                Makineden hiç çıkmayan bir bağlantı sertifika denetimi gerektirmez: o hizmete \
                master.cf'de '-o smtp_tls_security_level=none' ile ayrı bir satır verin ya da \
                lmtp_tls_security_level'ı ayarlayın.
                """,
                Commands.lmtpTLS
            ),
            Fix(
                "Ya da sertifikayı yenileyip onu gösteren hizmeti yeniden yükleyin.",
                Commands.certificate
            ),
            Fix("Sonra tek bir iletiyi yeniden deneyin.", Commands.retryOne),
        ]
    )

    static let localCodeOther = Advice(
        meaning: """
            Bunu bu makinedeki bir hizmet söyledi: bir içerik filtresi, bir LMTP sunucusu, bir \
            teslim programı veya Postfix'in kendisi. Alıcının etki alanının bunda payı yok.
            """,
        causes: [
            """
            Bu makinedeki bir içerik filtresi veya posta deposu sıkıntıda ve beklenmesini \
            istiyor.
            """,
            "Bir ayarımız, tablomuz veya ilkemiz postayı erteliyor.",
            "Disk, bellek veya süreçler tükenmiş.",
        ],
        here: [
            Fix(
                "Hangi hizmetin konuştuğunu bulun: adı veya soketi relay= alanında yazar.",
                Commands.logOfQueueID + Commands.localHops
            ),
            Fix(
                "O hizmetin günlüğünü ve Postfix'in uyarılarını okuyun.",
                Commands.filterLogs + Commands.warnings
            ),
            Fix("Olağan yetersizlikleri eleyin.", Commands.disk + Commands.memory),
            Fix("Sonra tek bir iletiyi yeniden deneyin.", Commands.retryOne),
        ]
    )
}
