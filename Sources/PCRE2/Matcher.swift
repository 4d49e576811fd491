internal import CPCRE2

/// What a match came to.
public enum MatchOutcome: Hashable, Sendable {
    /// It matches, at these offsets.
    case matched(Range<Int>)
    /// It does not.
    case noMatch
    /// A limit was met before either was known.
    case limitReached
}

/// The memory that matching writes to: one per thread, for any number of patterns.
@safe
public struct Matcher: ~Copyable {
    // SAFETY: the three blocks are made in init, used by this value alone (it cannot be copied) and
    // freed in deinit.
    private let matchData: OpaquePointer
    private let context: OpaquePointer
    private let stack: OpaquePointer?

    /// Reserves the memory.
    ///
    /// - Throws: `PCRE2Error.outOfMemory`.
    public init(limits: MatchLimits = .ordinary) throws(PCRE2Error) {
        guard let data = unsafe pcre2_match_data_create_8(1, nil) else { throw .outOfMemory }
        guard let context = unsafe pcre2_match_context_create_8(nil) else {
            unsafe pcre2_match_data_free_8(data)
            throw .outOfMemory
        }
        unsafe pcre2_set_match_limit_8(context, limits.matches)
        unsafe pcre2_set_depth_limit_8(context, limits.depth)
        unsafe pcre2_set_heap_limit_8(context, limits.heapKiB)
        unsafe stack = pcre2_jit_stack_create_8(32 * 1024, limits.stackBytes, nil)
        unsafe pcre2_jit_stack_assign_8(context, nil, UnsafeMutableRawPointer(stack))
        unsafe matchData = data
        unsafe self.context = context
    }

    deinit {
        unsafe pcre2_match_data_free_8(matchData)
        unsafe pcre2_match_context_free_8(context)
        if let stack = unsafe stack { unsafe pcre2_jit_stack_free_8(stack) }
    }

    /// Looks for the first match of `pattern` in `bytes[range]`.
    ///
    /// `^` is the start of the range: nothing before it is seen.
    public mutating func firstMatch(
        of pattern: CompiledPattern,
        in bytes: Span<UInt8>,
        _ range: Range<Int>
    ) -> MatchOutcome {
        let subject = bytes.extracting(range)
        let status = unsafe subject.withUnsafeBufferPointer { buffer in
            // An empty span may have no address; PCRE2 wants one even for length 0.
            if let base = buffer.baseAddress, pattern.isJITCompiled {
                // Without the checks of arguments that pcre2_match(3) makes first.
                unsafe pcre2_jit_match_8(pattern.code, base, buffer.count, 0, 0, matchData, context)
            } else if let base = buffer.baseAddress {
                unsafe pcre2_match_8(pattern.code, base, buffer.count, 0, 0, matchData, context)
            } else {
                unsafe pcre2_match_8(pattern.code, [0], 0, 0, 0, matchData, context)
            }
        }
        if status >= 0 {
            guard let offsets = unsafe pcre2_get_ovector_pointer_8(matchData) else {
                return .noMatch
            }
            let start = unsafe offsets[0]
            let end = unsafe max(start, offsets[1])
            return .matched(range.lowerBound + start..<range.lowerBound + end)
        }
        return status == PCRE2_ERROR_NOMATCH ? .noMatch : .limitReached
    }
}
