extension Turkish {
    static let categoryGreylisted = Advice(
        meaning: """
            Sunucu bu adres, gönderen ve alıcı birleşimini ilk kez görüyor ve daha sonra \
            gelinmesini istiyor. Bu olağandır: aynı deneme birkaç dakika sonra yinelenince kabul \
            edilir.
            """,
        causes: [
            "Sunucu ilk teması gri listeye alıyor.",
            """
            Yeniden denemelerimiz değişen adreslerden çıkıyor, her biri ilk deneme gibi \
            görünüyor.
            """,
            "Yeniden deneme, sunucunun beklediği zaman aralığı için çok erken veya çok geç geldi.",
        ],
        own: [
            Fix(
                """
                O sunucuda bu makinenin adreslerini gri listeden muaf tutun; kendi \
                sunucularınız arasında gri listenin yararı yoktur.
                """
            ),
            Fix("Ya da bir sonraki denemeyi bekleyin.", Commands.retryTimes),
        ],
        partner: [
            Fix("Yapacak bir şey yok: Postfix kendiliğinden yeniden dener.", Commands.retryTimes),
            Fix(
                "Saatlerce sürerse bütün yeniden denemelerin aynı adresten çıktığından emin olun.",
                Commands.bindAddress
            ),
            Fix(
                "Bir gün sürerse postmaster'larından adreslerinizi muaf tutmalarını isteyin.",
                Commands.log
            ),
        ]
    )

    static let categoryRateLimited = Advice(
        meaning: """
            Bağlantı, ileti veya alıcı sayısı bakımından sunucu için çok fazla ya da çok hızlı \
            gönderiyoruz. Yavaşladığımızda postayı yeniden kabul eder.
            """,
        causes: [
            "Toplu gönderim, bülten veya denetimden çıkmış bir betik.",
            "Ele geçirilmiş bir hesap, bu makine üzerinden istenmeyen posta gönderiyor.",
            "Bu hedefe aynı anda çok fazla bağlantı açılıyor.",
            """
            Geçmişi olmayan yeni bir adresin veya başka gönderenlerle paylaşılan bir adresin \
            sınırları düşüktür.
            """,
        ],
        own: [
            Fix("O sunucuda bu makine için sınırları yükseltin.", Commands.serverLimits),
            Fix("Ya da burada yavaşlayın.", Commands.pace),
            Fix(
                "İkisinden önce, nelerin gönderildiğine bakın.",
                Commands.busiestSenders + Commands.waiting
            ),
        ],
        partner: [
            Fix(
                """
                Kimin bu kadar çok gönderdiğini bulun. Bilinmeyen veya şaşırtıcı bir gönderen, \
                ele geçirilmiş hesap demektir: önce onu kilitleyin.
                """,
                Commands.busiestSenders + Commands.waiting
            ),
            Fix(
                """
                Yalnızca bu hedef için yavaşlayın: master.cf'de ayrı bir taşıyıcı, örneğin \
                'slow'; slow_destination_concurrency_limit = 2, slow_destination_rate_delay = \
                1s (2.5 ve sonrası) ve slow_destination_concurrency_failed_cohort_limit = 10 \
                ile birlikte transport_maps'te bir satır.
                """,
                Commands.pace
            ),
            Fix("Yeniden denemeyi zorlamayın: her biri sınırdan düşer.", Commands.retryTimes),
            Fix(
                """
                Toplu gönderimleri saatlere yayın ve sağlayıcının gönderenler için kurallarını \
                okuyun.
                """
            ),
        ]
    )

    static let categoryReputation = Advice(
        meaning: """
            Sunucu gönderim adresimize, adımıza veya geçmişte gönderdiğimiz postaya güvenmiyor; \
            bizi erteliyor ya da engelliyor.
            """,
        causes: [
            "Bu makinenin adresi bir kara listede ya da sağlayıcı gözünde puanı düşük.",
            """
            Bu makineden istenmeyen posta çıktı: ele geçirilmiş bir hesap, bir web formu, \
            virüslü bir istemci.
            """,
            "Adres yeni ya da ağdaki komşuları kötü davranıyor.",
            "SPF, DKIM veya ters DNS adı eksik.",
        ],
        own: [
            Fix("Bu makinenin adreslerini o sunucunun veya filtresinin izin listesine ekleyin."),
            Fix(
                "Neden güvenmediğini de araştırın: başka alıcı sunucular da güvenmeyecektir.",
                Commands.busiestSenders + Commands.ourNames
            ),
        ],
        partner: [
            Fix(
                """
                Önce nedeni bulun: kim ne gönderiyor? Ele geçirilmiş hesabı veya betiği \
                durdurun.
                """,
                Commands.busiestSenders + Commands.waiting
            ),
            Fix(
                "Başkalarının sizde ne gördüğünü denetleyin: ters ad, SPF, DMARC.",
                Commands.ourNames + Commands.senderRecords
            ),
            Fix(
                """
                Sonra yanıtta verilen bağlantıyı veya formu ya da sağlayıcının postmaster \
                sayfalarını izleyin. Neden giderilmeden başvurmak durumu kötüleştirir.
                """,
                Commands.logOfQueueID
            ),
            Fix("Bundan kaçmak için başka bir adrese geçmeyin: o da listeye girer."),
        ]
    )

    static let categorySenderRejected = Advice(
        meaning: """
            Sunucu, zarftaki bu gönderenden şimdilik posta kabul etmiyor. Sorun hedefle değil, \
            yalnızca bu iletiyle ilgilidir.
            """,
        causes: [
            "Gönderenin etki alanının MX'i veya adresi yok ya da orada sorgulanamadı.",
            "Sunucu göndereni bizim MX'imizde doğrulamaya çalıştı ve başaramadı.",
            """
            Buradaki bir program, dışarıda kimsenin tanımadığı bir adla gönderiyor; örneğin \
            root@host.localdomain.
            """,
            "Sunucu bu göndereni engelliyor.",
        ],
        own: [
            Fix(
                """
                O sunucunun neden geri çevirdiğine bakın; gönderen haklıysa orada istisna \
                tanıyın.
                """,
                Commands.logOfQueueID
            ),
            Fix(
                "Programların postasına dışarıda da var olan bir gönderen verin.",
                Commands.senderSettings
            ),
            Fix("Sonra iletiyi yeniden deneyin.", Commands.retryOne),
        ],
        partner: [
            Fix(
                "Zarftaki gönderen, dışarıdan posta alabilen bir adres mi?",
                Commands.logOfQueueID + Commands.senderRecords
            ),
            Fix(
                """
                Programların postasına smtp_generic_maps veya masquerade_domains ile dışarıda \
                da var olan bir gönderen verin.
                """,
                Commands.senderSettings
            ),
            Fix(
                """
                Gönderenleri doğruluyorlarsa MX'inizde yoklamalarına izin verin: gri liste \
                uygulamayın, boş göndereni reddetmeyin.
                """
            ),
            Fix("Engel onlara aitse gönderen, alıcıya başka bir yoldan sormalıdır."),
        ]
    )

    static let categoryAuthentication = Advice(
        meaning: """
            Aktarma sunucusu oturum açma bilgilerimizi denetleyemedi: kendi kimlik doğrulama \
            hizmeti sıkıntıda ya da çok fazla oturum açıldığı için bizi erteliyor. Kullanıcı adına \
            ve parolaya yanlış denmedi.
            """,
        causes: [
            """
            Sunucunun kimlik doğrulama hizmeti veya dizini kapalı ('454 Temporary \
            authentication failure').
            """,
            "Kısa sürede çok fazla oturum açma veya başarısız deneme oldu.",
            "Hesap geçici olarak kilitli.",
        ],
        own: [
            Fix("O sunucunun kimlik doğrulama hizmetine bakın.", Commands.loginServer),
            retryWaiting,
        ],
        partner: [
            Fix(
                """
                Sağlayıcının durum sayfasına bakın; bu tür arızalar çoğu zaman kendiliğinden \
                geçer.
                """
            ),
            Fix(
                """
                Daha az oturum, daha az kimlik doğrulama demektir: bu sunucu için \
                eşzamanlılığı düşürün.
                """,
                Commands.pace + Commands.login
            ),
            Fix(
                "Bir saatten uzun sürerse sağlayıcıya hesabın kilitli olup olmadığını sorun.",
                Commands.log
            ),
        ]
    )

    static let categorySenderAuthentication = Advice(
        meaning: """
            Sunucu, gönderenin etki alanı için SPF, DKIM veya DMARC denetimi yaptı ve sonuç \
            yeterli olmadı ya da denetimi bitiremedi.
            """,
        causes: [
            "SPF kaydında gönderim yaptığımız adres yok; çoğu zaman IPv6 adresi unutulur.",
            "İletide DKIM imzası yok ya da ileti imzadan sonra değiştirilmiş.",
            "İleti yönlendirilmiş: gönderenin SPF'i bizim adresimize uyamaz.",
            "Kayıtlar okunamadı: DNS sıkıntısı veya SPF'te ondan fazla sorgu.",
        ],
        own: [
            Fix(
                """
                O sunucuda bu makineyi muaf tutun: kendi sunucularınız arasındaki posta böyle \
                bir denetim gerektirmez.
                """
            ),
            Fix(
                "Kayıtları da düzeltin, çünkü başka herkes onlara bakacaktır.",
                Commands.senderRecords + Commands.ourNames
            ),
        ],
        partner: [
            Fix(
                """
                Gönderenin etki alanının kayıtlarını okuyun; buradaki komutlar bu makinenin \
                kendi alanı içindir.
                """,
                Commands.senderRecords
            ),
            Fix(
                "Gönderim yaptığımız adreslerle karşılaştırın, hem IPv4 hem IPv6.",
                Commands.ourNames
            ),
            Fix(
                """
                DKIM imzasını göndermeden önceki son adım olarak atın ve sonrasında hiçbir \
                şeyi değiştirmeyin: alt bilgi, yeniden kodlama.
                """,
                Commands.rewriting
            ),
            Fix(
                """
                Yönlendirilen postada zarf göndereni yeniden yazın (SRS) ve ARC ekleyin ya da \
                kullanıcı postayı kendisi çeksin.
                """
            ),
        ]
    )

    static let categoryDnsOfSender = Advice(
        meaning: """
            Sunucu adlarımızı sorguladı ve sonuç yeterli olmadı: adresimizin ters adı, EHLO'da \
            verdiğimiz ad veya gönderenin etki alanı.
            """,
        causes: [
            "Gönderim adresimizin PTR kaydı yok ya da gösterdiği ad aynı adrese geri dönmüyor.",
            "EHLO'da gönderilen myhostname genel DNS'te yok.",
            "IPv6 üzerinden gönderiyoruz, orada ise ters adımız yok.",
            "Çözümleyicileri bizim bölgemizle sorun yaşadı.",
        ],
        own: [
            Fix(
                """
                O sunucuda bu makineyi muaf tutun ya da adlarını o sunucunun kullandığı DNS'e \
                ekleyin.
                """,
                Commands.ourNames
            ),
            Fix(
                "Başkalarına giden posta için genel adlar da doğru olmalıdır.",
                Commands.bindAddress
            ),
        ],
        partner: [
            Fix(
                """
                Karşılaştırın: gönderdiğimiz adres, ters adı, o adın adresi ve myhostname. \
                Dördü de birbirini tutmalıdır.
                """,
                Commands.ourNames
            ),
            Fix(
                """
                PTR kaydını, IPv6 için de, size adresi veren kuruma açtırın; o zamana kadar \
                yalnızca IPv4 üzerinden gönderin.
                """,
                Commands.protocols
            ),
            Fix("smtp_helo_name veya myhostname'i genel bir ad yapın.", Commands.bindAddress),
            Fix(
                """
                Önbellekler eksik bir adı dakikalar ile saatler içinde unutur; sonra tek bir \
                iletiyi yeniden deneyin.
                """,
                Commands.retryOne
            ),
        ]
    )
}
