/// Headings of sections and columns.
extension Words {
    var title: String { pick("Mail flow report", "Posta akışı raporu") }
    var code: String { pick("Code", "Kod") }
    var name: String { pick("Name", "Ad") }
    var attempts: String { pick("Attempts", "Deneme") }
    var messages: String { pick("Messages", "İleti") }
    var recipients: String { pick("Recipients", "Alıcı") }
    var share: String { pick("Share", "Pay") }
    var mostly: String { pick("Mostly", "Çoğu") }
    var byCode: String { pick("Deferrals by code", "Kodlara göre ertelemeler") }
    var destination: String { pick("Destination", "Hedef") }
    var topDestinations: String { pick("Destinations", "Hedefler") }
    var provider: String { pick("Provider", "Sağlayıcı") }
    var providers: String { pick("Providers", "Sağlayıcılar") }
    var waiting: String { pick("Waiting", "Bekleyen") }
    var stillWaiting: String { pick("Still waiting", "Hâlâ bekleyenler") }
    var since: String { pick("Since", "Başlangıç") }
    var lastFailure: String { pick("Last failure", "Son hata") }
    var lastSuccess: String { pick("Last success", "Son teslim") }
    var lastReason: String { pick("Last reason", "Son neden") }
    var never: String { pick("none", "yok") }
    var timeline: String { pick("Timeline", "Zaman çizgisi") }
    var findings: String { pick("Findings", "Bulgular") }
    var unclassified: String { pick("Unclassified", "Sınıflandırılmayan") }
    var sources: String { pick("Logs", "Günlükler") }
    var queueID: String { pick("Queue ID", "Kuyruk kimliği") }
    var arrived: String { pick("Arrived", "Geliş") }
    var sender: String { pick("Sender", "Gönderen") }
    var recipient: String { pick("Recipient", "Alıcı") }
    var sent: String { pick("sent", "gönderilen") }
    var deferred: String { pick("deferred", "ertelenen") }
    var bounced: String { pick("bounced", "geri dönen") }
    var expired: String { pick("expired", "süresi dolan") }
    var advice: String { pick("What to do", "Ne yapmalı") }
    var causes: String { pick("Likely causes", "Olası nedenler") }
    var fixes: String { pick("Fixes", "Çözümler") }
    var whoActs: String { pick("Who must act", "Kim harekete geçmeli") }
    var ownDestination: String {
        pick("one of our own destinations", "kendi hedeflerimizden biri")
    }
    var limits: String { pick("Match limits", "Eşleştirme sınırları") }
    var numbers: String { pick("Totals", "Toplamlar") }
    var text: String { pick("Text", "Metin") }
    var delivered: String { pick("Delivered", "Teslim edilen") }
}
