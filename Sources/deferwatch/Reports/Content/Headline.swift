import MailFlow

/// The answer to 'why is mail not leaving' in one or two sentences.
struct Headline: Sendable, Hashable {
    /// How bad it is.
    enum Mood: String, Sendable {
        case good, notable, bad
    }

    var sentence: String
    var mood: Mood

    init(_ report: Report) {
        let totals = report.snapshot.totals
        if totals.deferred == 0 {
            self = Self.quiet(report)
        } else {
            let isOutage = report.currentOutage != nil
            let isWaiting = report.snapshot.waiting.messages > 0
            sentence = Self.cause(report) + " " + Self.waiting(report)
            mood = isOutage || isWaiting ? .bad : .notable
        }
    }

    private init(sentence: String, mood: Mood) {
        self.sentence = sentence
        self.mood = mood
    }

    private static func quiet(_ report: Report) -> Headline {
        let words = report.words
        let totals = report.snapshot.totals
        if totals.attempts == 0,
            report.sources.allSatisfy({ $0.problem != nil && $0.relevant == 0 })
        {
            let nothing = words.pick("No mail log was read.", "Hiçbir posta günlüğü okunmadı.")
            return Headline(sentence: nothing, mood: .notable)
        }
        if report.filter != nil, totals.attempts == 0 {
            let none = words.pick(
                "No deferred mail passes the filter.",
                "Süzgeçten geçen ertelenmiş ileti yok."
            )
            return Headline(sentence: none, mood: .good)
        }
        let sentence =
            totals.attempts == 0
            ? words.pick(
                "No deferred mail: this log has no delivery attempts.",
                "Ertelenen ileti yok: bu günlükte teslim denemesi yok."
            )
            : words.pick(
                "No deferred mail: \(words.attempts(totals.attempts)), "
                    + "\(words.number(totals.sent)) delivered.",
                "Ertelenen ileti yok: \(words.attempts(totals.attempts)), "
                    + "\(words.number(totals.sent)) teslim."
            )
        guard let finding = report.snapshot.findings.first else {
            return Headline(sentence: sentence, mood: .good)
        }
        let but = words.pick(" But: ", " Ancak: ") + words.finding(finding) + "."
        return Headline(sentence: sentence + but, mood: .notable)
    }

    private static func cause(_ report: Report) -> String {
        let words = report.words
        if let outage = report.currentOutage {
            let failed = words.destinations(outage.destinations)
            return outage.kind == "dns"
                ? words.pick(
                    "This machine's resolver is the likely cause: \(failed) failed alike in DNS.",
                    "Olası neden bu makinenin DNS çözümleyicisi: \(failed) DNS'te aynı biçimde "
                        + "başarısız oldu."
                )
                : words.pick(
                    "This machine's network is the likely cause: \(failed) failed alike.",
                    "Olası neden bu makinenin ağı: \(failed) aynı biçimde başarısız oldu."
                )
        }
        return localCause(report) ?? destinationCause(report) ?? codeCause(report)
    }

    /// At least half of the deferrals arose on this machine.
    ///
    /// What no pattern knows is no cause that could be named.
    private static func localCause(_ report: Report) -> String? {
        let kinds = report.codes.flatMap { code in
            code.kinds.filter { $0.origin == "local" && $0.category != "unclassified" }
                .map { (code: code.code, kind: $0) }
        }
        let local = kinds.reduce(0) { $0 + $1.kind.attempts }
        guard local * 2 >= report.snapshot.totals.deferred,
            let worst = kinds.max(by: { $0.kind.attempts < $1.kind.attempts })
        else { return nil }
        let words = report.words
        let cause = words.cause(worst.code, category: worst.kind.category)
        let share = words.share(local, of: report.snapshot.totals.deferred)
        guard worst.kind.attempts * 2 >= local else {
            let part = words.share(worst.kind.attempts, of: report.snapshot.totals.deferred)
            return words.pick(
                "The causes are on this machine (\(share) of deferrals); most often "
                    + "\(cause)\(number(worst.code)), \(part).",
                "Nedenler bu makinede (ertelemelerin \(share) kadarı); en sık "
                    + "\(cause)\(number(worst.code)), \(part)."
            )
        }
        return words.pick(
            "The cause is on this machine (\(share) of deferrals): \(cause)\(number(worst.code)).",
            "Neden bu makinede (ertelemelerin \(share) kadarı): \(cause)\(number(worst.code))."
        )
    }

    /// At least six in ten deferrals are for one of several destinations.
    private static func destinationCause(_ report: Report) -> String? {
        let deferred = report.snapshot.totals.deferred
        guard report.snapshot.failingDestinations > 1,
            let worst = report.snapshot.destinations.max(by: { $0.attempts < $1.attempts }),
            worst.attempts * 10 >= deferred * 6, isName(worst.domain)
        else { return nil }
        let words = report.words
        let share = words.share(worst.attempts, of: deferred)
        let code = worst.codes.max { ($0.value, $1.key) < ($1.value, $0.key) }?.key
        let cause = words.cause(code ?? worst.lastCode) + number(code ?? worst.lastCode)
        return words.pick(
            "Mostly \(worst.domain) (\(share) of deferrals): \(cause).",
            "Çoğunlukla \(worst.domain) (ertelemelerin \(share) kadarı): \(cause)."
        )
    }

    private static func codeCause(_ report: Report) -> String {
        let words = report.words
        let deferred = report.snapshot.totals.deferred
        guard let first = report.codes.first else { return words.deferrals(deferred) + "." }
        let dominant = first.dominant.flatMap {
            $0.attempts * 2 >= first.attempts && $0.category != nil ? $0 : nil
        }
        // Of what is named: a code may stand for several causes.
        let named = dominant?.attempts ?? first.attempts
        let share = words.share(named, of: deferred)
        let cause = words.cause(first.code, category: dominant?.category) + number(first.code)
        let reach = words.destinations(report.snapshot.failingDestinations) + through(report)
        guard named * 2 >= deferred else {
            return words.pick(
                "No single cause for \(reach); most often \(cause), \(share).",
                "\(reach) için tek bir neden yok; en sık \(cause), \(share)."
            )
        }
        return words.pick(
            "\(cause): \(share) of \(words.deferrals(deferred)) to \(reach).",
            "\(cause): \(reach) için \(words.deferrals(deferred)), bunun payı \(share)."
        )
    }

    /// The one server that nearly all of it was for, where that is one.
    private static func through(_ report: Report) -> String {
        guard let common = report.snapshot.commonServer, isName(common.host) else { return "" }
        let isAll = common.destinations == report.snapshot.failingDestinations
        return report.words.pick(
            ", \(isAll ? "" : "nearly ")all through \(common.host)",
            " (\(isAll ? "" : "neredeyse ")hepsi \(common.host) üzerinden)"
        )
    }

    private static func waiting(_ report: Report) -> String {
        let words = report.words
        let waiting = report.snapshot.waiting
        guard waiting.messages > 0 else {
            return report.filter == nil
                ? words.pick("Nothing waits any more.", "Artık bekleyen ileti yok.")
                : words.pick("None of it waits any more.", "Bunlardan artık bekleyen yok.")
        }
        let count = words.messages(waiting.messages) + mostlyFor(report)
        guard let age = report.oldestAge else {
            return words.pick("Still waiting: \(count).", "Hâlâ bekleyen: \(count).")
        }
        let duration = words.duration(age)
        return words.pick(
            "Still waiting: \(count), the oldest for \(duration).",
            "Hâlâ bekleyen: \(count), en eskisi \(duration)."
        )
    }

    /// The destination that more than half of what waits is for: it may be another than most
    /// deferrals are for.
    private static func mostlyFor(_ report: Report) -> String {
        let waiting = report.snapshot.waiting.recipients
        guard report.snapshot.failingDestinations > 1,
            let worst = report.snapshot.destinations.max(by: { $0.waiting < $1.waiting }),
            worst.waiting * 2 > waiting, isName(worst.domain)
        else { return "" }
        let words = report.words
        let part =
            worst.waiting < waiting
            ? words.pick("most ", "çoğu ")
            : report.snapshot.waiting.messages > 1 ? words.pick("all ", "tümü ") : ""
        return words.pick(
            ", \(part)for \(worst.domain)\(number(worst.lastCode))",
            ", \(part)\(worst.domain) için\(number(worst.lastCode))"
        )
    }

    /// Only a name that can be one gets into a sentence: the log is hostile.
    private static func isName(_ domain: String) -> Bool {
        !domain.isEmpty && domain.utf8.count < 256
            && domain.unicodeScalars.allSatisfy { scalar in
                scalar == "." || scalar == "-" || scalar == "_" || scalar.properties.isAlphabetic
                    || "0"..."9" ~= scalar
            }
    }

    private static func number(_ code: String) -> String {
        code == "other" ? "" : " (\(code))"
    }
}
