/// Why PCRE2 would not take a pattern.
public enum PCRE2Error: Error, Hashable, Sendable, CustomStringConvertible {
    /// The pattern is malformed at `offset` (bytes from its start); `reason` is PCRE2's own text.
    case malformedPattern(offset: Int, reason: String)
    /// Memory for a pattern, its match block or its stack was refused.
    case outOfMemory

    /// One sentence: what failed, and where.
    public var description: String {
        switch self {
        case .malformedPattern(let offset, let reason):
            "malformed pattern at offset \(offset): \(reason)"
        case .outOfMemory:
            "PCRE2 could not get memory; free some and try again"
        }
    }
}
