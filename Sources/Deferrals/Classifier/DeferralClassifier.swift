public import ByteScan
public import PCRE2

/// Nanoseconds since any moment.
public typealias RowClock = @Sendable () -> UInt64

/// Turns the reason of a deferral into a diagnosis.
///
/// One per thread; never fails, never guesses: a text that no row knows is `unclassified`.
public struct DeferralClassifier: ~Copyable {
    var matcher: RowMatcher
    var lines = JoinedLines()
    // Offsets in what is remembered count from the text's first byte.
    private var diagnoses = TextMemory<Diagnosis>()
    private var findings = TextMemory<CompanionFinding?>()

    /// What the classifier needs to know of the attempt beside its reason.
    public struct Context: Sendable, Hashable {
        /// smtp(8) or lmtp(8) logged it: Postfix's words are about a remote server.
        ///
        /// Else about this machine.
        public var isNetworkAgent: Bool
        /// error(8) logged it: what it says of its own comes from this machine's transport table.
        public var isErrorAgent: Bool
        /// The relay that was logged is on this machine: loopback, or a UNIX-domain socket.
        public var isRelayLocal: Bool
        /// A relay was logged: there was a session.
        public var hasRelay: Bool
        /// The next hop is relayhost or smtp_fallback_relay, and failed for good: 'dsn=4.3.5'.
        public var isOwnRelay: Bool

        /// See the properties.
        public init(
            isNetworkAgent: Bool,
            isErrorAgent: Bool = false,
            isRelayLocal: Bool = false,
            hasRelay: Bool = false,
            isOwnRelay: Bool = false
        ) {
            self.isNetworkAgent = isNetworkAgent
            self.isErrorAgent = isErrorAgent
            self.isRelayLocal = isRelayLocal
            self.hasRelay = hasRelay
            self.isOwnRelay = isOwnRelay
        }

        /// All of it as a number: the same words mean something else in another context.
        fileprivate var bits: UInt8 {
            (isNetworkAgent ? 1 : 0) | (isErrorAgent ? 2 : 0) | (isRelayLocal ? 4 : 0)
                | (hasRelay ? 8 : 0) | (isOwnRelay ? 16 : 0)
        }
    }

    /// A classifier over `bank`.
    ///
    /// With `clock` it measures what each row takes, at the price of two looks at the clock for each.
    ///
    /// - Throws: `PCRE2Error.outOfMemory`.
    public init(
        bank: PatternBank,
        limits: MatchLimits = .ordinary,
        clock: RowClock? = nil
    ) throws(PCRE2Error) {
        matcher = try RowMatcher(bank: bank, limits: limits, clock: clock)
    }

    /// The bank that decides.
    public var bank: PatternBank { matcher.bank }

    /// Rows that met a match limit and were skipped, with how often.
    public var limitHits: [(row: Int, count: Int)] {
        matcher.limitHits.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
    }

    /// Nanoseconds that each row of the bank has taken; empty without a clock.
    public var rowNanoseconds: [UInt64] { matcher.nanoseconds }

    /// What the reason in `bytes[reason]` means.
    public mutating func diagnose(
        _ bytes: Span<UInt8>,
        reason: ByteRange,
        context: Context
    ) -> Diagnosis {
        let key = diagnoses.key(bytes, reason, context: context.bits)
        if let key, let known = diagnoses.verdict(key, bytes, reason) {
            return known.moved(by: reason.lowerBound)
        }
        let met = matcher.limitsMet
        let fresh = diagnose(bytes, ReasonFrame.parse(bytes, reason.range), context)
        // A text that meets a limit is to be counted each time.
        if let key, matcher.limitsMet == met {
            diagnoses.remember(fresh.moved(by: -reason.lowerBound), key, bytes, reason)
        }
        return fresh
    }

    private mutating func diagnose(
        _ bytes: Span<UInt8>,
        _ frame: ReasonFrame,
        _ context: Context
    ) -> Diagnosis {
        var diagnosis = Diagnosis(frame: frame, context: context)
        let row: Int?
        if frame.kind == .own {
            row = matcher.firstRow(.reason, bytes, frame.text)
        } else {
            diagnosis.reply = RemoteReply.parse(bytes, frame.text.range)
            let found = matcher.firstRow(.reply, bytes, frame.text)
            row = lines.firstRow(before: found, bytes, frame.text, &matcher) ?? found
        }
        let isLocalHop = frame.server?.isLocal(in: bytes) ?? context.isRelayLocal
        diagnosis.apply(
            row.map { matcher.bank.verdicts[$0] },
            number: row,
            kind: frame.kind,
            isLocalHop: isLocalHop
        )
        diagnosis.applyContext(context)
        return diagnosis
    }

    /// What a line without a status says of the attempt that its process is making.
    public mutating func companion(_ bytes: Span<UInt8>, text: ByteRange) -> CompanionFinding? {
        let key = findings.key(bytes, text, context: 0)
        if let key, let known = findings.verdict(key, bytes, text) {
            return known?.moved(by: text.lowerBound)
        }
        let met = matcher.limitsMet
        let fresh = freshCompanion(bytes, text)
        if let key, matcher.limitsMet == met {
            findings.remember(fresh?.moved(by: -text.lowerBound), key, bytes, text)
        }
        return fresh
    }

    private mutating func freshCompanion(
        _ bytes: Span<UInt8>,
        _ text: ByteRange
    ) -> CompanionFinding? {
        if let row = matcher.firstRow(.companion, bytes, text) {
            let found = matcher.bank.verdicts[row]
            let server = refusedServer(bytes, text)
            return CompanionFinding(
                row: row,
                refinement: found.refinement,
                trial: server.map {
                    .init(server: $0, code: .certificateInvalid, origin: .remote)
                }
            )
        }
        let frame = ReasonFrame.parse(bytes, text.range)
        guard let server = frame.server else { return nil }
        let diagnosis = diagnose(bytes, frame, Context(isNetworkAgent: true))
        guard frame.kind != .own || diagnosis.row != nil else { return nil }
        return CompanionFinding(
            row: diagnosis.row,
            refinement: nil,
            trial: .init(server: server, code: diagnosis.code, origin: diagnosis.origin)
        )
    }
}

/// The server in 'certificate verification failed for HOST[ADDRESS]:PORT: …'; nil for other texts.
private func refusedServer(_ bytes: Span<UInt8>, _ text: ByteRange) -> ServerName? {
    let words: StaticString = "certificate verification failed for "
    guard let mark = bytes.firstOffset(of: words, in: text.range) else { return nil }
    return ServerName.parse(bytes, mark + words.utf8CodeUnitCount..<text.upperBound)
}

/// What a companion line adds: a cause that the reason hides, or an earlier server of the attempt.
public struct CompanionFinding: Sendable, Hashable {
    /// An earlier server, which failed.
    public struct Trial: Sendable, Hashable {
        /// The server, as offsets into the companion's bytes.
        public var server: ServerName
        /// How it failed.
        public var code: DeferralCode
        /// On whose side.
        public var origin: Origin
    }

    /// The row that knew the line.
    public var row: Int?
    /// What a 'certificate not verified' was really about.
    public var refinement: Refinement?
    /// An earlier server of the same attempt.
    public var trial: Trial?

    /// The same of a text that stands `offset` bytes further on.
    fileprivate func moved(by offset: Int) -> CompanionFinding {
        var moved = self
        moved.trial?.server.move(by: offset)
        return moved
    }
}
