extension Turkish {
    static let refinementStarttlsNotSupported = Advice(
        meaning: """
            Hedefe ilişkin ilkemiz TLS gerektiriyor; sunucu ise STARTTLS sunmadı ya da başlatmayı \
            reddetti. Postfix şifresiz göndermez, bu yüzden ileti bekler.
            """,
        causes: [
            "O sunucuda TLS kurulmamış veya sertifikası yüklenemiyor ('454 TLS not available').",
            "Yoldaki bir güvenlik duvarı veya vekil sunucu, EHLO yanıtından STARTTLS'i çıkarıyor.",
            "Eksik olan yalnızca bir sunucuları: eski bir yedek MX, yeni kurulmuş bir sunucu.",
            "İlkemiz, hedefin söz verdiğinden daha katı.",
            "Bağlantı noktası TLS'i ilk bayttan bekliyor (465), smtp_tls_wrappermode ise kapalı.",
        ],
        own: [
            Fix("Sunucunun ne sunduğuna bu makineden bakın.", Commands.tlsProbe),
            Fix(
                """
                Sunucuda TLS'i açın, sertifikayı ve anahtarı denetleyin. Aradaki güvenlik \
                duvarlarında SMTP incelemesini kapatın.
                """,
                Commands.serverTLS
            ),
            Fix(
                """
                465 numaralı bağlantı noktası mı? Bunun için smtp_tls_wrappermode = yes \
                gerekir (3.0 ve sonrası).
                """,
                Commands.wrapperMode
            ),
            retryWaiting,
        ],
        partner: [
            Fix(
                "Sunucularının her birinin ne sunduğuna bakın.",
                Commands.tlsProbe + Commands.records
            ),
            Fix(
                "Burada hangi ilkenizin TLS istediğini ve nedenini denetleyin.",
                Commands.tlsPolicy
            ),
            Fix("Postmaster'larına hangi sunucunun STARTTLS sunmadığını bildirin.", Commands.log),
            Fix(
                """
                Bu karşı taraf için düz metin kabul edilebilirse 'DOMAIN may' ilke girdisi \
                teslimi sağlar. Karşı taraf MTA-STS veya DANE yayımlıyorsa bunu hiç yapmayın: \
                eksik STARTTLS bir saldırı olabilir.
                """,
                Commands.tlsPolicy
            ),
            Fix("Yeniden sunulunca tek bir iletiyi deneyin.", Commands.retryOne),
        ]
    )

    static let refinementCertificateExpired = Advice(
        meaning: """
            Sunucunun sertifikasının süresi dolmuş veya henüz başlamamış; hedefe ilişkin ilkemiz \
            ise geçerli bir sertifika istiyor.
            """,
        causes: [
            "Sertifika yenilenmemiş.",
            "Yenilenmiş ama posta sunucusu yeniden yüklenmemiş, eskisini göstermeyi sürdürüyor.",
            "Aynı adın arkasındaki sunuculardan biri unutulmuş.",
            "Bu makinenin saati yanlış.",
        ],
        own: [
            Fix("Gerçekte gösterilen sertifikanın tarihlerine bakın.", Commands.certificate),
            Fix(
                """
                Sertifikayı yenileyin, posta sunucusunu yeniden yükleyin; bundan böyle \
                yenileme işi bunu kendiliğinden yapsın.
                """,
                Commands.serverTLS
            ),
            Fix("Bu makinenin saatini denetleyin.", Commands.clock),
            retryWaiting,
        ],
        partner: [
            Fix(
                "Tarihlere bakın ve kendi saatinizi eleyin.",
                Commands.certificate + Commands.clock
            ),
            Fix(
                "Postmaster'larına sunucuyu, adresini ve bitiş tarihini bildirin.",
                Commands.records
            ),
            Fix(
                """
                Sözleşme veya yasa engel değilse 'DOMAIN encrypt' ilke girdisi bu arada \
                teslimi sağlar; ileti şifreli gider ama karşıdakinin kim olduğu doğrulanmaz. \
                Sonra girdiyi kaldırın.
                """,
                Commands.tlsPolicy
            ),
            Fix("Yenilenince tek bir iletiyi yeniden deneyin.", Commands.retryOne),
        ]
    )

    static let refinementCertificateHostMismatch = Advice(
        meaning: """
            Sunucunun sertifikası, buradaki ilkenin kabul ettiğinden başka adlar için verilmiş. \
            verify düzeyinde MX sunucusunun adı, secure düzeyinde alıcının etki alanı aranır.
            """,
        causes: [
            """
            Sertifikada sağlayıcının sunucu adı var, ilkemiz ise (secure düzeyi) alıcının etki \
            alanını istiyor.
            """,
            "MX kaydı, sertifikasında eski ad bulunmayan yeni bir sunucuya çevrilmiş.",
            """
            Sunucu, sertifikasını SNI'ye göre seçiyor ve SNI gelmediği için varsayılanını \
            gösteriyor.
            """,
            "transport_maps veya relayhost, sunucuyu adresiyle ya da takma adıyla yazıyor.",
        ],
        own: [
            Fix(
                "Sertifikadaki adları istenenlerle karşılaştırın.",
                Commands.certificate + Commands.tlsNames
            ),
            Fix(
                "MX sunucusunun veya sonraki durağın adını taşıyan bir sertifika çıkarın.",
                Commands.serverTLS
            ),
            Fix(
                """
                Ya da hangi adların doğru olduğunu ilkeye match= ile söyleyin; örneğin 'DOMAIN \
                secure match=mx.example.com'.
                """,
                Commands.tlsNames
            ),
            retryWaiting,
        ],
        partner: [
            Fix(
                "Sertifikadaki adları istenenlerle karşılaştırın.",
                Commands.certificate + Commands.tlsNames
            ),
            Fix(
                """
                Bir sağlayıcıya mı taşındılar? O zaman ilke girdisinde match= sağlayıcının \
                adlarını içermelidir. Adları sunucunun gösterdiğinden kopyalamayın, karşı \
                tarafa sorun.
                """,
                Commands.records
            ),
            Fix(
                """
                Sunucu ada göre mi seçiyor? Postfix 3.4 ve sonrası, servername= ilke \
                özniteliği veya smtp_tls_servername ile bir ad gönderir.
                """,
                Commands.tlsNames
            ),
            Fix("Değilse postmaster'larına hangi adın eksik olduğunu bildirin.", Commands.log),
            Fix("Sonra tek bir iletiyi yeniden deneyin.", Commands.retryOne),
        ]
    )

    static let refinementCertificateNotTrusted = Advice(
        meaning: """
            Sunucunun sertifikasını, buradaki Postfix'in güvenmediği bir yetkili veya sunucunun \
            kendisi vermiş; hedefe ilişkin ilkemiz ise güvenilir bir sertifika istiyor.
            """,
        causes: [
            """
            Postfix'e hiçbir yetkili söylenmemiş: smtp_tls_CAfile ve smtp_tls_CApath boş; \
            sistemdeki listeyi kendiliğinden kullanmaz.
            """,
            "Sertifika kendinden imzalı ya da karşı tarafın özel yetkilisinden.",
            "Sunucu ara sertifikaları göndermiyor.",
            "Bu makinedeki veya chroot içindeki yetkili listesi eski.",
        ],
        own: [
            Fix(
                """
                Postfix hangi yetkilileri tanıyor? Debian'da smtp_tls_CAfile = \
                /etc/ssl/certs/ca-certificates.crt sistemdekileri gösterir.
                """,
                Commands.trust
            ),
            Fix("Sunucu zincirin tamamını gönderiyor mu?", Commands.chain),
            Fix(
                """
                Özel yetkiliyi smtp_tls_CAfile'a ekleyin ya da sunucu anahtarının özetiyle \
                fingerprint düzeyini kullanın.
                """,
                Commands.tlsPolicy
            ),
            retryWaiting,
        ],
        partner: [
            Fix(
                """
                Postfix hangi yetkilileri tanıyor? Debian'da smtp_tls_CAfile = \
                /etc/ssl/certs/ca-certificates.crt sistemdekileri gösterir.
                """,
                Commands.trust
            ),
            Fix(
                "Sistemdeki yetkililerle sınayın. Başarılı oluyorsa sorun sizin ayarınızdadır.",
                Commands.tlsProbe + Commands.chain
            ),
            Fix(
                """
                Zincir eksik veya sertifika kendinden imzalıysa postmaster'larına bildirin. \
                Özel bir yetkiliye yalnızca bu karşı taraf için güvenin: tafile= ilke \
                özniteliği (2.11 ve sonrası).
                """,
                Commands.tlsPolicy
            ),
            Fix("Sonra tek bir iletiyi yeniden deneyin.", Commands.retryOne),
        ]
    )

    static let handshake = Advice(
        meaning: """
            Sunucu ve Postfix TLS'e başladı ama anlaşamadı ya da bağlantı el sıkışma sırasında \
            koptu. Hiçbir sertifika değerlendirilmedi. Asıl neden, aynı sürecin hemen önceki \
            satırındadır.
            """,
        causes: [
            """
            Ortak protokol sürümü veya şifre takımı yok: taraflardan biri çok eski ya da çok \
            katı.
            """,
            """
            Sunucu el sıkışmanın ortasında bağlantıyı kesti: aşırı yüklü, kullanılabilir \
            anahtarı yok ya da istemci sertifikası istiyor.
            """,
            "Trafiği inceleyen bir güvenlik duvarı TLS'i bozuyor.",
            "İstemci sertifikamız bozuk veya istenmiyor.",
        ],
        own: [
            Fix(
                "Günlükteki nedeni okuyun, sonra elle sınayın.",
                Commands.tlsLog + Commands.tlsProbe
            ),
            Fix(
                "Sunucuda anahtarı, sertifikayı ve izin verilen sürümleri denetleyin.",
                Commands.serverTLS
            ),
            Fix(
                "Burada izin verilenlerle karşılaştırın.",
                Commands.protocolsTLS + Commands.ownKeys
            ),
            retryWaiting,
        ],
        partner: [
            Fix(
                "Günlükteki nedeni okuyun, sonra elle sınayın.",
                Commands.tlsLog + Commands.tlsProbe
            ),
            Fix(
                """
                Burada izin verilenlerle karşılaştırın. Tek bir eski sunucu için protocols= ve \
                ciphers= değerlerini herkes için değil, onun ilke girdisinde ayarlayın.
                """,
                Commands.protocolsTLS + Commands.tlsPolicy
            ),
            Fix(
                """
                'may' düzeyinde Postfix, ileti minimal_backoff_time kadar bekledikten sonra \
                kendiliğinden düz metne geçer; iletiyi yalnızca daha katı bir ilke bekletir.
                """,
                Commands.tlsPolicy
            ),
            Fix(
                "Postmaster'larına OpenSSL iletisini, sunucuyu ve saati bildirin.",
                Commands.tlsLog
            ),
            Fix("Sonra tek bir iletiyi yeniden deneyin.", Commands.retryOne),
        ]
    )
}
