extension Turkish {
    static let categoryRemoteSystem = Advice(
        meaning: """
            Sunucunun kendi sorunu var: yer yok, iç hata, erişilemeyen bir dizin veya depo, \
            yeniden başlatma.
            """,
        causes: [
            "Diski dolmuş ya da belleği yetmiyor.",
            "Arkasındaki bir hizmet (dizin, depo, filtre) yanıt vermiyor.",
            "Kapatılıyor veya güncelleniyor.",
        ],
        own: [
            Fix(
                "Sunucuda: boş yer, inode'lar, bellek ve günlükte o dakika.",
                Commands.disk + Commands.memory
            ),
            retryWaiting,
        ],
        partner: [
            Fix(
                "Bekleyin: büyük olasılıkla kendi izleme sistemleri onları çoktan uyarmıştır.",
                Commands.lifetime
            ),
            Fix(
                "Bir saatten uzun sürerse postmaster'larına yanıtı ve saati bildirin.",
                Commands.log
            ),
            Fix("Sunucularının hepsi mi böyle söylüyor?", Commands.records),
        ]
    )

    static let categoryProtocol = Advice(
        meaning: """
            Taraflardan biri, SMTP protokolünün o noktada izin vermediği bir yanıt veya komut \
            aldı.
            """,
        causes: [
            "Yoldaki bir güvenlik duvarı veya vekil sunucu oturumu değiştiriyor.",
            "Sunucu hatalı ya da komutlar birlikte gönderilince (PIPELINING) sırayı şaşırıyor.",
            "İleti, sunucuda olmayan bir uzantı gerektiriyor: SMTPUTF8, 8BITMIME.",
        ],
        own: [
            Fix(
                "Bu sunucuyla olan oturumu günlüğe yazdırın ve iki uçtan da bakın.",
                Commands.debugPeer
            ),
            Fix("Aradaki güvenlik duvarlarında SMTP incelemesini kapatın.", Commands.workarounds),
            Fix("Sonra iletiyi yeniden deneyin.", Commands.retryOne),
        ],
        partner: [
            Fix(
                """
                Yalnızca bu sunucuyla olan oturumu günlüğe yazdırın: adresini \
                debug_peer_list'e koyun, sonra çıkarın.
                """,
                Commands.debugPeer
            ),
            Fix(
                """
                Sorun birlikte gönderilen komutlarsa smtp_discard_ehlo_keyword_address_maps \
                içinde bu adres için PIPELINING'i gizleyin.
                """,
                Commands.workarounds
            ),
            Fix("Oturumun yanlış giden bölümünü postmaster'larına gönderin.", Commands.log),
        ]
    )

    static let categoryLoop = Advice(
        meaning: """
            Posta bize geri dönerdi: etki alanının en iyi MX'i bu makine, ama bu makine kendini \
            onun son durağı saymıyor; ya da ileti çok fazla sunucudan geçmiş.
            """,
        causes: [
            """
            Etki alanının MX'i bu makineyi gösteriyor, etki alanı ise mydestination, \
            relay_domains, virtual_alias_domains ve virtual_mailbox_domains içinde yok.
            """,
            "Bu makine NAT arkasında yedek MX ve dış adresi proxy_interfaces içinde yok.",
            "relayhost veya transport_maps bu makineye geri dönüyor.",
            "İki sunucu birbirine yönlendiriyor.",
        ],
        own: [
            Fix(
                "Bu makine, etki alanı için nedir: son durak mı, aktarıcı mı, hiçbiri mi?",
                Commands.domainClasses
            ),
            Fix(
                """
                Etki alanını tam olarak bir sınıfa yazın; aktarılan bir alan ise sonraki \
                durağını transport_maps'te verin.
                """,
                Commands.routing
            ),
            Fix(
                "NAT arkasındaysanız dış adresi proxy_interfaces'e ekleyin.",
                Commands.domainClasses
            ),
            Fix("Sonra iletiyi yeniden deneyin.", Commands.retryOne),
        ],
        partner: [
            Fix(
                """
                Etki alanının MX'i gerçekten bu makineyi mi gösteriyor? O zaman sahibi kaydı \
                düzeltmeli ya da siz o alanı üstlenmelisiniz.
                """,
                Commands.domainClasses
            ),
            Fix("Bu etki alanı için kendi yollarınızı denetleyin.", Commands.routing),
            Fix(
                """
                İleti çok fazla sunucudan geçtiyse Received üst bilgilerini okuyun: yinelenen \
                ikili, döngünün kendisidir.
                """,
                Commands.message
            ),
        ]
    )

    static let categoryUnclassified = Advice(
        meaning: """
            Bu metni henüz hiçbir desen tanımıyor. Eldeki tek şey nedenin kendi sözleridir; 4 ile \
            başlayan bir yanıt kodu, sonraki bir denemenin başarılı olabileceği anlamına gelir.
            """,
        causes: [
            "Kendine özgü sözlerle yanıt veren bir sunucu.",
            "Bir sağlayıcıda yeni türden bir sınır veya filtre.",
            "Bu makinede Postfix'in arkasındaki bir programın iletisi.",
        ],
        own: [
            Fix(
                "Nedenin tamamını, sonra onu söyleyen sunucunun günlüğünü okuyun.",
                Commands.logOfQueueID
            ),
            Fix(
                """
                Sık sık geliyorsa ona kendi kalıbınızı verin: 'deferwatch patterns match TEXT' \
                metinde ne görüldüğünü gösterir.
                """
            ),
            Fix("Neden ortadan kalkınca tek bir iletiyi yeniden deneyin.", Commands.retryOne),
        ],
        partner: [
            Fix(
                "Nedenin tamamını okuyun; sözlerini sağlayıcının postmaster sayfalarında arayın.",
                Commands.logOfQueueID
            ),
            Fix(
                "Onlara giden bütün postayı mı ilgilendiriyor, yoksa yalnızca bu iletiyi mi?",
                Commands.waiting
            ),
            Fix(
                """
                Yanıtı olduğu gibi, çıkış adresiniz ve saatle birlikte postmaster'larına \
                gönderin.
                """,
                Commands.log
            ),
        ]
    )
}
