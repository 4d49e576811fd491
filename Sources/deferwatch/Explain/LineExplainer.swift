import ByteScan
import Deferrals
import MailFlow
import PCRE2
import PostfixLog

/// Explains pasted lines: status lines and bare reasons, refined by the companion lines before them.
struct LineExplainer: ~Copyable {
    private var classifier: DeferralClassifier
    /// Looks at lines beforehand: limits that it meets are met again, and count then.
    private var scout: DeferralClassifier
    private var refinements: [Refinement] = []
    private var companions: [String] = []
    private var tried: [Explained.Trial] = []

    /// An explainer over `bank`.
    ///
    /// - Throws: `PCRE2Error.outOfMemory`.
    init(bank: PatternBank) throws(PCRE2Error) {
        let classifier = try DeferralClassifier(bank: bank)
        let scout = try DeferralClassifier(bank: bank)
        self.classifier = classifier
        self.scout = scout
    }

    /// Rows that met a match limit, with how often.
    var limitHits: [(row: Int, count: Int)] { classifier.limitHits }

    /// What each deferral in the lines means; the same verdict once, with a count.
    ///
    /// `areTexts`: each line was given by itself, and has an answer even where no row knows it.
    mutating func explain(_ lines: [String], areTexts: Bool = false) -> [Explained] {
        let given = lines.map(GivenLine.init).filter { !$0.text.isEmpty }
        let reasons = reasons(in: given, areTexts)
        var found: [Explained] = []
        var places: [DistinctVerdict: Int] = [:]
        for (index, line) in given.enumerated() {
            if case .status(let attempt) = line.kind {
                add(explain(line, attempt), &found, &places)
            } else if reasons.contains(index) {
                add(explain(line, nil), &found, &places)
            } else {
                note(line)
            }
        }
        if found.isEmpty, !given.isEmpty { found = [companionsAlone(given)] }
        return found
    }

    /// Which lines are reasons, where none has a status.
    ///
    /// Of those that name a server the last; the others were tried before. In what mailq prints a
    /// recipient follows the reason.
    private mutating func reasons(in given: [GivenLine], _ areTexts: Bool) -> Set<Int> {
        var reasons: Set<Int> = []
        var last: (known: Int?, unknown: Int?)
        for (index, line) in given.enumerated() {
            if case .status = line.kind { return [] }
            let finding = scout.companion(line.bytes.span, text: line.text)
            if let row = finding?.row, scout.bank.rows[row].subject == .companion { continue }
            let isKnown = isKnown(line)
            if isKnown { last.known = index } else { last.unknown = index }
            if finding == nil, line.isBare, isKnown || areTexts { reasons.insert(index) }
        }
        if let index = last.known ?? last.unknown { reasons.insert(index) }
        return reasons
    }

    private struct DistinctVerdict: Hashable {
        let verdict: Explained.Verdict
        let words: String?
    }

    private func add(
        _ explained: Explained,
        _ found: inout [Explained],
        _ places: inout [DistinctVerdict: Int]
    ) {
        // What nobody knows is told apart by its words.
        let words = explained.isUnknown ? explained.reason : nil
        let verdict = DistinctVerdict(verdict: explained.verdict, words: words)
        if let place = places[verdict] {
            found[place].count += 1
        } else {
            places[verdict] = found.count
            found.append(explained)
        }
    }

    private mutating func isKnown(_ line: GivenLine) -> Bool {
        let context = DeferralClassifier.Context(isNetworkAgent: true)
        return !scout.diagnose(line.bytes.span, reason: line.text, context: context).isUnclassified
    }

    private mutating func note(_ line: GivenLine) {
        let span = line.bytes.span
        guard let finding = classifier.companion(span, text: line.text) else { return }
        if let refinement = finding.refinement { refinements.append(refinement) }
        if let row = finding.row { companions.append(classifier.bank.rows[row].id) }
        guard let trial = finding.trial else { return }
        tried.append(
            .init(
                host: span.text(trial.server.host),
                address: span.text(trial.server.address),
                port: trial.server.port == 0 ? nil : Int(trial.server.port),
                code: trial.code,
                reason: Redaction.withoutCredentials(span.text(line.text))
            )
        )
    }

    private mutating func explain(_ line: GivenLine, _ attempt: DeliveryAttempt?) -> Explained {
        let span = line.bytes.span
        let relay = attempt?.relay.range
        let context = DeferralClassifier.Context(
            isNetworkAgent: line.daemon?.isNetworkAgent ?? true,
            isErrorAgent: line.daemon == .error,
            isRelayLocal: attempt?.isRelayLocal(in: span) ?? false,
            hasRelay: relay.map { !span.starts(with: "none", in: $0) } ?? false,
            isOwnRelay: attempt?.blamesOwnRelay(in: span) ?? false
        )
        let diagnosis = classifier.diagnose(span, reason: line.text, context: context)
            .refined(by: refinements)
        var explained = Explained(verdict: verdict(diagnosis, span))
        if diagnosis.isUnclassified, attempt == nil, diagnosis.reply == nil {
            // Words from anywhere: nothing tells whose side they are of.
            (explained.verdict.origin, explained.verdict.stage) = (nil, nil)
            explained.verdict.scope = nil
        }
        explained.status = attempt.map { span.text($0.statusWord) }
        explained.reason = Redaction.withoutCredentials(span.text(line.text))
        explained.reply = diagnosis.reply.map { reply in
            .init(
                code: reply.code == 0 ? nil : Int(reply.code),
                enhanced: reply.enhanced.isEmpty ? nil : span.text(reply.enhanced),
                text: Redaction.withoutCredentials(span.text(reply.text))
            )
        }
        explained.companions = companions
        explained.values = values(line, attempt, diagnosis)
        explained.tried = tried.before(explained.values.address, explained.verdict.code)
        (refinements, companions, tried) = ([], [], [])
        return explained
    }

    private func verdict(_ diagnosis: Diagnosis, _ span: Span<UInt8>) -> Explained.Verdict {
        .init(
            code: diagnosis.code,
            category: diagnosis.category,
            refinement: diagnosis.refinement,
            origin: diagnosis.origin,
            stage: diagnosis.stage,
            scope: diagnosis.scope,
            isSuspended: diagnosis.isSuspended,
            pattern: diagnosis.row.map { classifier.bank.rows[$0].id },
            server: diagnosis.server.map { span.text($0.whole) }
        )
    }

    private func values(
        _ line: GivenLine,
        _ attempt: DeliveryAttempt?,
        _ diagnosis: Diagnosis
    ) -> CommandValues {
        let span = line.bytes.span
        let server = diagnosis.server ?? attempt.flatMap { ServerName.parse(span, $0.relay.range) }
        let domain = attempt.map { span.text($0.domain(in: span)).lowercased() }
        let recipient = attempt.map { span.text($0.recipient) }
        return CommandValues(
            domain: domain.flatMap { $0.isEmpty ? nil : $0 },
            host: server.map { span.text($0.host) },
            address: server.map { span.text($0.address) },
            port: server.map { $0.port == 0 ? "25" : String($0.port) },
            queueID: line.queueID,
            recipient: recipient.flatMap { $0.isEmpty ? nil : $0 }
        ).naming(
            diagnosis.code == .dnsQueryFailed ? FailedLookup(reason: span.text(line.text)) : nil
        )
    }

    /// Lines that only accompany a failure still tell something.
    private mutating func companionsAlone(_ given: [GivenLine]) -> Explained {
        let rows = given.compactMap { line in
            classifier.companion(line.bytes.span, text: line.text)?.row
        }
        let known = rows.map { classifier.bank.rows[$0] }
        let refinement = known.compactMap(\.refinement).last
        var explained = Explained(
            verdict: .init(
                code: known.compactMap(\.code).last
                    ?? (refinement == nil ? .other : .certificateInvalid),
                category: known.compactMap(\.category).last,
                refinement: refinement,
                origin: known.compactMap(\.origin).last,
                stage: known.compactMap(\.stage).last,
                pattern: known.last?.id
            )
        )
        explained.companions = known.map(\.id)
        explained.reason = given.last.map {
            Redaction.withoutCredentials($0.bytes.span.text($0.text))
        }
        return explained
    }
}
