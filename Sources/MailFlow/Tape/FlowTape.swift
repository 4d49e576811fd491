public import ByteScan
public import Deferrals
public import PostfixLog

/// What the lines of one block say, in their order, before anything is added up.
///
/// Reading a block needs no other block, so blocks are read on any thread; adding up needs their
/// order and nothing else. Tapes of neighbouring blocks therefore combine by mere succession, which
/// is exact wherever a log is cut.
public struct FlowTape: ~Copyable, Sendable {
    /// One line of concern: as much as fills a line of the cache.
    public struct Event: Sendable, BitwiseCopyable {
        /// The message; `.none` where the line names none.
        public var queueID: QueueID
        /// The queue ID's bytes.
        public var queueIDRange: ByteRange
        /// A part of the line, as `LineRecord.text`.
        public var text: ByteRange
        /// Offset of the line in its block.
        public var lineStart: UInt32
        /// Number of the line in its block, from 0.
        public var lineNumber: UInt32
        /// Process ID; 0: not logged.
        public var pid: UInt32
        /// Place in `times`.
        public var time: UInt32
        /// Place in `hosts`.
        public var host: UInt32
        /// Place in `attempts` or `companions`, by `kind`.
        public var payload: UInt32
        /// How often it is to be counted: 'message repeated N times' has N, at most 100,000.
        public var repeats: UInt32
        /// What the line says.
        public var kind: LineKind
        /// The program that wrote it.
        public var daemon: Daemon
    }

    /// A delivery attempt, with what is computed from it on the reading side.
    public struct Attempt: Sendable, BitwiseCopyable {
        /// The tag, 'postfix/smtp'; empty where the daemon's name is missing.
        public var service: ByteRange
        /// The fields.
        public var delivery = DeliveryAttempt()
        /// The recipient's domain.
        public var domain = ByteRange.none
        /// Its hash, the same for either case.
        public var domainHash: UInt64 = 0
        /// Place in `diagnoses`; -1: not a deferral.
        public var diagnosis: Int32 = -1
        /// Seconds in the active queue (the second figure of `delays=`), whole.
        public var queueManagerSeconds: UInt32 = 0

        @inline(__always)
        init(service: ByteRange) {
            self.service = service
        }

        /// Reads the fields in `text`; false where they are not a delivery.
        @inline(__always)
        mutating func read(_ bytes: Span<UInt8>, _ text: ByteRange) -> Bool {
            guard delivery.read(bytes, text) else { return false }
            domain = delivery.domain(in: bytes)
            domainHash = ByteHash.foldedHash(bytes, domain)
            queueManagerSeconds = Self.secondFigure(bytes, delivery.delays)
            return true
        }

        /// The whole seconds of the second figure in 'a/b/c/d'.
        @inline(__always)
        private static func secondFigure(_ bytes: Span<UInt8>, _ delays: ByteRange) -> UInt32 {
            let end = delays.upperBound
            var offset = bytes.scan(for: UInt8(ascii: "/"), from: delays.lowerBound, to: end) &+ 1
            var seconds: UInt32 = 0
            while offset < end {
                let digit = bytes[offset] &- 48
                guard digit <= 9, seconds < 100_000_000 else { break }
                seconds = seconds &* 10 &+ UInt32(digit)
                offset &+= 1
            }
            return seconds
        }
    }

    /// The events.
    public var events = Column<Event>()
    /// Times, each used by a run of events.
    public var times = Column<LogTime>()
    /// Host names, each used by a run of events.
    public var hosts = Column<ByteRange>()
    /// Delivery attempts.
    public var attempts = Column<Attempt>()
    /// What the deferred ones mean.
    public var diagnoses: [Diagnosis] = []
    /// Lines without a status that belong to an attempt.
    public var companions: [CompanionFinding] = []
    /// The lines that the block wraps in JSON; nil: the block is plain, and ranges are offsets into
    /// it.
    public var unwrapped: JSONLines?
    /// Complete lines in the block.
    public var lines = 0
    /// Of these, lines that are no log lines.
    public var unreadable = 0
    /// Delivery lines that could not be read, mostly cut short.
    public var malformed = 0

    /// An empty tape.
    public init() {}

    /// Empties it for the next block.
    public mutating func removeAll() {
        events.removeAll()
        times.removeAll()
        hosts.removeAll()
        attempts.removeAll()
        diagnoses.removeAll(keepingCapacity: true)
        companions.removeAll(keepingCapacity: true)
        unwrapped = nil
        lines = 0
        unreadable = 0
        malformed = 0
    }
}
