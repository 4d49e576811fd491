public import Deferrals

/// What one log line means for the health of a destination.
///
/// Flags say what the line is; whether it counts is decided in one place, `HealthBook.record`.
public struct HealthEvidence: Codable, Sendable, Hashable {
    /// What the line reports.
    public enum Kind: Codable, Sendable, Hashable {
        /// The message stays queued.
        case deferral(Deferral)
        /// The message was handed on.
        case success(Success)
        /// The destination's own host replied to MAIL, RCPT or DATA.
        case lifeSign
    }

    /// A deferred attempt.
    public struct Deferral: Codable, Sendable, Hashable {
        /// The code.
        public var code: DeferralCode
        /// Why, where known.
        public var category: Deferrals.Category?
        /// What the failure speaks about.
        public var scope: Scope
        /// On whose side.
        public var origin: Origin
        /// How far the delivery had come.
        public var stage: Stage?
        /// An echo: no attempt was made.
        public var isSuspended = false
        /// The reply is Deferwatch's own, from here or elsewhere.
        public var carriesOurMark = false
        /// The next hop is a part of this system.
        public var isLocalNextHop = false
        /// A remote server's reply is quoted.
        public var hasReply = false

        /// See the properties.
        public init(
            code: DeferralCode,
            category: Deferrals.Category? = nil,
            scope: Scope,
            origin: Origin,
            stage: Stage?
        ) {
            self.code = code
            self.category = category
            self.scope = scope
            self.origin = origin
            self.stage = stage
        }

        /// Opportunistic TLS may send the same message in plaintext later.
        public var isTLSClass: Bool { stage == .starttls || stage == .certificate }

        /// The real host replied to a command of a mail transaction.
        public var isSignOfLife: Bool {
            hasReply && origin == .remote && stage.map { !$0.isBeforeMail && $0 != .local } ?? false
        }
    }

    /// A delivery.
    public struct Success: Codable, Sendable, Hashable {
        /// A fallback or another relay took it, not the destination.
        public var viaOtherRelay = false
        /// The next hop is a part of this system: loopback, UNIX socket, pipe.
        public var isLocalNextHop = false

        /// See the properties.
        public init(viaOtherRelay: Bool = false, isLocalNextHop: Bool = false) {
            self.viaOtherRelay = viaOtherRelay
            self.isLocalNextHop = isLocalNextHop
        }
    }

    /// Mail that never is evidence, whatever becomes of it.
    public enum Exemption: String, Codable, Sendable, Hashable {
        /// verify(8) asking about an address.
        case addressProbe = "address-probe"
        /// Sent by Deferwatch.
        case ownAlert = "own-alert"
    }

    /// When, in UTC: the clock that requests are answered by.
    public var time: Seconds
    /// The recipient's domain after aliasing, lower-case: the key.
    public var domain: String
    /// The domain before aliasing, where it differs; policy requests name this one.
    public var originalDomain: String?
    /// A hash of the queue ID; see `HealthHash`.
    public var message: UInt64
    /// Host names from `relay=` and from 'connect to HOST[…]' or 'host HOST[…]', lower-case.
    public var hosts: [String]
    /// A TCP connection came about.
    public var hasConnected: Bool
    /// Set where the mail itself is no evidence.
    public var exemption: Exemption?
    /// What the line reports.
    public var kind: Kind

    /// See the properties.
    public init(
        time: Seconds,
        domain: String,
        originalDomain: String? = nil,
        message: UInt64,
        hosts: [String] = [],
        hasConnected: Bool = false,
        exemption: Exemption? = nil,
        kind: Kind
    ) {
        self.time = time
        self.domain = domain
        self.originalDomain = originalDomain
        self.message = message
        self.hosts = hosts
        self.hasConnected = hasConnected
        self.exemption = exemption
        self.kind = kind
    }
}

/// Hashes that are the same on every run and machine, so that they can be stored.
public enum HealthHash {
    /// A hash of a text's bytes (FNV-1a, mixed).
    public static func of(_ text: String) -> UInt64 {
        var hash: UInt64 = 0xCBF2_9CE4_8422_2325
        for byte in text.utf8 { hash = (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01B3 }
        return mixed(hash)
    }

    /// Spreads every bit over the whole word (SplitMix64's finisher).
    static func mixed(_ word: UInt64) -> UInt64 {
        var word = (word ^ word >> 30) &* 0xBF58_476D_1CE4_E5B9
        word = (word ^ word >> 27) &* 0x94D0_49BB_1331_11EB
        return word ^ word >> 31
    }
}
