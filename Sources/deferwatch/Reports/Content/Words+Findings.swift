import Deferrals
import MailFlow

/// What else keeps mail, in sentences.
extension Words {
    /// A finding as a sentence without its example.
    func finding(_ finding: FlowSnapshot.Finding) -> String {
        guard let kind = FindingKind(rawValue: finding.kind) else { return finding.kind }
        let sentence = sentence(kind, worst: finding.worst)
        return sentence + " (" + number(finding.count) + "×)"
    }

    private func sentence(_ kind: FindingKind, worst: Int) -> String {
        switch kind {
        case .activeQueueShare:
            pick(
                "One destination fills most of the active queue; other mail waits behind it",
                "Tek bir hedef etkin kuyruğun çoğunu dolduruyor; diğer iletiler arkasında bekliyor"
            )
        case .processLimit:
            pick(
                "A service has reached its process limit: more mail arrives than it can take",
                "Bir hizmet süreç sınırına ulaştı: kaldırabileceğinden çok ileti geliyor"
            )
        case .transportUnavailable:
            pick(
                "The queue manager cannot reach a delivery agent",
                "Kuyruk yöneticisi bir teslim aracına ulaşamıyor"
            )
        case .badStartup:
            pick(
                "A Postfix daemon fails to start, and master(8) holds it back",
                "Bir Postfix hizmeti başlayamıyor; master(8) onu bekletiyor"
            )
        case .crash: pick("A Postfix daemon died", "Bir Postfix hizmeti çöktü")
        case .noSpace:
            pick("The disk of the mail queue is full", "Posta kuyruğunun diski dolu")
        case .queueFileWriteError:
            pick("Queue files could not be written", "Kuyruk dosyaları yazılamadı")
        case .queueFileLost:
            pick(
                "Queue files were gone or corrupt when Postfix came to deliver them",
                "Postfix teslime geldiğinde kuyruk dosyaları yoktu ya da bozuktu"
            )
        case .notAccepted:
            pick(
                "Mail cannot come into the queue and waits in the maildrop or with its sender",
                "İletiler kuyruğa giremiyor; maildrop içinde ya da göndericide bekliyor"
            )
        case .heldMail where worst == 0:
            pick(
                "Messages were put on hold; none is any more",
                "İletiler bekletmeye alındı; artık bekletilen yok"
            )
        case .heldMail:
            pick(
                "Messages were put on hold: \(messages(worst)) waiting for 'postsuper -H'",
                "İletiler bekletmeye alındı: \(messages(worst)), 'postsuper -H' serbest bırakana kadar"
                    + " bekliyor"
            )
        case .softBounce:
            pick(
                "soft_bounce is on: what should be returned to its sender waits",
                "soft_bounce açık: göndericiye dönmesi gereken iletiler bekliyor"
            )
        case .deferredTransport:
            pick(
                "defer_transports holds a transport back",
                "defer_transports bir taşımayı bekletiyor"
            )
        case .slowQueueManager:
            pick(
                "Mail stood in the active queue for up to \(duration(worst)) before an attempt",
                "İletiler denemeden önce etkin kuyrukta \(duration(worst)) kadar bekledi"
            )
        case .missingLines:
            pick(
                "The log itself says that lines are missing: all figures are lower bounds",
                "Günlük, satırların eksik olduğunu söylüyor: bütün sayılar alt sınırdır"
            )
        }
    }

    /// An outage as a sentence.
    func outage(_ outage: FlowSnapshot.Outage, from: String, to: String) -> String {
        let delivered = number(outage.sent)
        let failed = destinations(outage.destinations)
        let (cause, culprit) =
            outage.kind == "dns"
            ? ("DNS", pick("resolver", "çözümleyicisi"))
            : (pick("no connection", "bağlantı yok"), pick("network", "ağı"))
        return pick(
            "\(from) to \(to): \(failed) failed alike (\(cause)) and \(delivered) deliveries got "
                + "through. This machine's \(culprit) is the likely cause, not theirs",
            "\(from) – \(to): \(failed) aynı biçimde başarısız oldu (\(cause)), \(delivered) teslim "
                + "yapıldı. Olası neden karşı taraf değil, bu makinenin \(culprit)"
        )
    }

    /// Where a year is from; the names are `YearReference`'s.
    func yearReference(_ name: String) -> String {
        guard language == .turkish else { return name }
        switch name {
        case "the date in the file's name": return "dosya adındaki tarih"
        case "gzip's header": return "gzip başlığı"
        case "the file's modification time": return "dosyanın değiştirilme zamanı"
        case YearReference.lines: return "yılı olan satırlar"
        case YearReference.neighbour: return "döndürülmüş komşu dosya"
        default:
            guard name.hasPrefix("the clock") else { return name }
            return "sistem saati" + name.dropFirst("the clock".count)
        }
    }
}
