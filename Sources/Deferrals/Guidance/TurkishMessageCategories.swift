extension Turkish {
    static let categoryMailboxFull = Advice(
        meaning: "Alıcının posta kutusu kotasını aşmış. Yalnızca bu alıcıyı ilgilendirir.",
        causes: [
            "Kullanıcı yerini doldurmuş.",
            "Posta kutusu artık okunmuyor ve doluyor.",
        ],
        own: [
            Fix(
                """
                Posta sunucusunda kotaya bakın; kullanıcıdan yer açmasını isteyin ya da kotayı \
                yükseltin.
                """,
                Commands.quota
            ),
            Fix("Sonra iletiyi yeniden deneyin.", Commands.retryOne),
        ],
        partner: [
            Fix(
                """
                Gönderene bildirin; alıcıya başka bir yoldan ulaşılabilir. Bizim tarafımızda \
                yapılabilecek bir şey yok.
                """
            ),
            Fix(
                "Postfix, maximal_queue_lifetime dolana kadar denemeyi sürdürür.",
                Commands.lifetime
            ),
        ]
    )

    static let categoryMailboxUnavailable = Advice(
        meaning: """
            Posta kutusu var ama şu anda posta alamıyor: kilitli, taşınıyor ya da deposuna \
            erişilemiyor.
            """,
        causes: [
            "Posta kutusu taşınıyor veya onarılıyor.",
            "Hesap kilitlenmiş veya askıya alınmış.",
            "Posta sunucusunun arkasındaki depo kapalı.",
        ],
        own: [
            Fix("Posta sunucusunda hesaba ve depoya bakın.", Commands.logOfQueueID),
            Fix("Sonra iletiyi yeniden deneyin.", Commands.retryOne),
        ],
        partner: [
            Fix(
                """
                Tek bir alıcı mı, hepsi mi? Hepsiyse depoları kapalıdır: postmaster'larına \
                bildirin.
                """,
                Commands.waiting
            ),
            Fix(
                "Yalnızca biriyse gönderene bildirin. Postfix denemeyi sürdürür.",
                Commands.lifetime
            ),
        ]
    )

    static let categoryRecipientUnknown = Advice(
        meaning: """
            Sunucu böyle bir alıcı olmadığını söylüyor ama geçici bir kodla: ya emin değil ya da \
            temkinli davranacak biçimde ayarlanmış. Ya da burada soft_bounce açık ve kalıcı bir \
            kodu geçici yapıyor. Yanlış yazılmış bir adres böylece hemen geri dönmez, günlerce \
            bekler.
            """,
        causes: [
            "Adres yanlış yazılmış ya da hesap artık yok.",
            "Hesap yeni, henüz bütün sunucular bilmiyor.",
            "Sunucunun dizinine sorulamadı.",
            "Sunucu bilerek 450 yanıtı veriyor: unutulmuş bir sınama ayarı.",
            "Yanıt kodu 5 ile başlıyor: iletiyi bu makinenin soft_bounce ayarı bekletiyor.",
        ],
        own: [
            Fix("Adres var mı? O sunucunun tablolarına bakın.", Commands.addressTables),
            Fix(
                """
                Tabloları doğruysa 550 yanıtı versin; gönderenler yazım hatalarını hemen \
                öğrensin.
                """,
                Commands.addressTables
            ),
            Fix(
                """
                Hiç var olmayacak bir adres içinse gönderene bildirdikten sonra iletiyi \
                kuyruktan çıkarın.
                """,
                Commands.waiting
            ),
        ],
        partner: [
            Fix(
                "Gönderenden adresi denetlemesini isteyin; sunucunun ne dediğini gösterin.",
                Commands.logOfQueueID
            ),
            Fix(
                """
                Adres doğruysa karşı tarafa sorun. Kapalı bir dizin onların bütün alıcılarını \
                etkiler.
                """,
                Commands.waiting
            ),
            Fix(
                "Postfix, maximal_queue_lifetime dolana kadar denemeyi sürdürür.",
                Commands.lifetime
            ),
        ]
    )

    static let categoryContent = Advice(
        meaning: """
            Sunucunun filtresi ileti içeriğinde bir şeyi beğenmedi ya da denetimini bitiremedi. \
            Yalnızca bu ileti etkileniyor.
            """,
        causes: [
            "Metin, bağlantılar veya ekler istenmeyen posta ya da zararlı yazılım gibi görünüyor.",
            "Ek, yasak türden bir dosya ya da parolalı bir arşiv.",
            "Filtrenin tarayıcısı kapalı veya çok yavaş; filtre beklenmesini istiyor.",
        ],
        own: [
            Fix(
                """
                O sunucuda filtrenin günlüğünü okuyun; iletiyi serbest bırakın veya kuralı \
                orada düzeltin.
                """,
                Commands.logOfQueueID
            ),
            Fix("Tarayıcı kapalıysa başlatın.", Commands.memory),
            Fix("Sonra iletiyi yeniden deneyin.", Commands.retryOne),
        ],
        partner: [
            Fix(
                """
                İletinin üst bilgilerine bakın: kim göndermiş, meşru mu? Ele geçirilmiş bir \
                hesabın gönderdikleri de böyle görünür.
                """,
                Commands.message + Commands.busiestSenders
            ),
            Fix(
                """
                Gönderene sunucunun ne dediğini bildirin. Çoğu zaman ek yerine dosyaya bir \
                bağlantı yeterlidir.
                """,
                Commands.logOfQueueID
            ),
            Fix(
                """
                Meşru posta tekrar tekrar takılıyorsa yanıtı olduğu gibi ekleyerek \
                postmaster'larına yazın.
                """
            ),
        ]
    )

    static let categoryTooLarge = Advice(
        meaning: "İleti, sunucunun şu anda, bu alıcı için ya da hiç kabul etmediği kadar büyük.",
        causes: [
            "Ek, hedefin sınırı için çok büyük.",
            "Base64 kodlaması ekleri kullanıcının gördüğünden üçte bir büyütür.",
            "Sunucuda iletinin gerektirdiği kadar boş yer yok.",
        ],
        own: [
            Fix(
                """
                Orada message_size_limit değerini, onunla birlikte posta kutusunun ve \
                filtrenin boyut sınırlarını yükseltin.
                """,
                Commands.sizeLimit
            ),
            Fix("Sorun boş yerse o sunucuda yer açın.", Commands.disk),
            Fix("Sonra iletiyi yeniden deneyin.", Commands.retryOne),
        ],
        partner: [
            Fix(
                """
                İletinin boyutunu, sunucunun EHLO yanıtında bildirdiği sınırla (SIZE) \
                karşılaştırın.
                """,
                Commands.sizeLimit
            ),
            Fix(
                """
                Gönderenden bağlantı veya daha küçük parçalar göndermesini isteyin. Yeniden \
                denemek iletiyi küçültmez.
                """
            ),
            Fix(
                """
                Kullanıcılarınız bununla her gün karşılaşıyorsa kendi message_size_limit \
                değerinizi düşürün.
                """,
                Commands.sizeLimit
            ),
        ]
    )

    static let categoryTooManyRecipients = Advice(
        meaning: """
            Sunucu bir seferde daha fazla alıcı kabul etmiyor. Postfix kalanları sonraki \
            teslimlerde kendiliğinden gönderir.
            """,
        causes: [
            """
            Sunucunun ileti başına alıcı sınırı, bizim bir seferde gönderdiğimizden \
            (değiştirilmediyse 50) düşük.
            """,
            "Sunucu saatlik veya günlük alıcı sayısını sınırlıyor.",
            "Tek gönderenden çok sayıda alıcı, istenmeyen posta gibi görünüyor.",
        ],
        own: [
            Fix("O sunucudaki sınırı yükseltin.", Commands.serverRecipientLimit),
            Fix("Ya da bir seferde daha az gönderin.", Commands.recipientLimits),
        ],
        partner: [
            Fix(
                """
                Bir seferde daha az gönderin: smtp_destination_recipient_limit; yalnızca bu \
                hedef için ise ayrı bir taşıyıcıda. 1 değeri eşzamanlılığın ve hız \
                gecikmesinin anlamını değiştirir: kullanmayın.
                """,
                Commands.recipientLimits
            ),
            Fix(
                """
                Toplu gönderim için bir liste sunucusu veya sağlayıcının toplu gönderenlere \
                yönelik programını kullanın.
                """,
                Commands.busiestSenders
            ),
            Fix("Aksi hâlde bekleyin: kalanlar sonraki denemelerde gider.", Commands.retryTimes),
        ]
    )
}
