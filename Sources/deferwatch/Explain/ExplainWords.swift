import Deferrals

/// The words around an explanation.
struct ExplainWords {
    let language: Language

    var code: String { word("code", "kod") }
    var origin: String { word("origin", "kaynak") }
    var stage: String { word("stage", "aşama") }
    var scope: String { word("scope", "kapsam") }
    var category: String { word("category", "kategori") }
    var refinement: String { word("refinement", "ayrıntı") }
    var pattern: String { word("pattern", "desen") }
    var server: String { word("server", "sunucu") }
    var reply: String { word("reply", "yanıt") }
    var reason: String { word("reason", "neden") }
    var tried: String { word("tried", "denenen") }
    var companions: String { word("companions", "eşlik eden") }
    var lines: String { word("lines", "satır") }
    var none: String { word("none: no pattern knows this text", "yok: bu metni tanıyan desen yok") }
    var suspended: String {
        word(
            "an echo: Postfix made no attempt for this message",
            "yankı: Postfix bu ileti için denemede bulunmadı"
        )
    }
    var meaning: String { word("What happened", "Ne oldu") }
    var causes: String { word("Likely causes", "Olası nedenler") }
    var fixes: String { word("What to do", "Ne yapmalı") }
    var fixesOwn: String {
        word("What to do, if the destination is yours", "Ne yapmalı: hedef sizinse")
    }
    var fixesPartner: String {
        word("What to do, if the destination is not yours", "Ne yapmalı: hedef başkasınınsa")
    }
    var responsible: String { word("Who must act", "Kim düzeltmeli") }

    func notDeferred(_ status: String) -> String {
        word(
            "The line says status=\(status): this is no deferral. Its text, all the same:",
            "Satırda status=\(status) yazıyor: bu bir erteleme değil. Yine de metni:"
        )
    }

    func more(_ count: Int) -> String {
        word("… and \(count) more; --json has them all", "… ve \(count) tane daha; tümü --json ile")
    }

    private func word(_ english: String, _ turkish: String) -> String {
        Words(language).pick(english, turkish)
    }
}
