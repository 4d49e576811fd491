/// What one match may cost before PCRE2 gives up.
///
/// They hold whatever a pattern or a text contains. Source: pcre2api(3), "The match context".
public struct MatchLimits: Sendable, Hashable {
    /// Internal match calls; with JIT, a count of backtracking points.
    public var matches: UInt32
    /// Nested backtracking, for the interpreter.
    public var depth: UInt32
    /// Heap for the interpreter, in KiB.
    public var heapKiB: UInt32
    /// The largest stack of JIT-compiled code, in bytes.
    public var stackBytes: Int

    /// Limits that a few microseconds of matching never reach and a runaway pattern meets in under
    /// a millisecond.
    public static let ordinary = MatchLimits(
        matches: 50_000,
        depth: 5_000,
        heapKiB: 4_096,
        stackBytes: 1 << 20
    )

    /// See the properties.
    public init(matches: UInt32, depth: UInt32, heapKiB: UInt32, stackBytes: Int) {
        self.matches = matches
        self.depth = depth
        self.heapKiB = heapKiB
        self.stackBytes = stackBytes
    }
}
