internal import CPCRE2

/// A PCRE2 pattern, compiled to machine code where the machine allows it.
///
/// Bytes, not characters: no UTF mode, so invalid UTF-8 cannot fail a match.
@safe
public final class CompiledPattern: Sendable {
    // SAFETY: PCRE2 code is never written after pcre2_jit_compile returned (pcre2api(3),
    // "Multithreading"); it is freed once, here.
    nonisolated(unsafe) let code: OpaquePointer
    /// False where JIT is missing or forbidden, by the system or by '(*NO_JIT)' in the pattern: the
    /// interpreter does the same, slower.
    public let isJITCompiled: Bool

    /// Compiles `pattern`.
    ///
    /// - Parameters:
    ///   - pattern: PCRE2 syntax.
    ///   - ignoringCase: ASCII letters match both their cases.
    /// - Throws: `PCRE2Error.malformedPattern`, or `.outOfMemory`.
    public init(_ pattern: String, ignoringCase: Bool = true) throws(PCRE2Error) {
        var status: Int32 = 0
        var offset = 0
        // \C could split nothing here, and lookbehind cost is bounded by the limits: NEVER_UTF keeps
        // '(*UTF)' in a user's pattern from switching the mode.
        let options = UInt32(PCRE2_NEVER_UTF) | (ignoringCase ? UInt32(PCRE2_CASELESS) : 0)
        let bytes = Array(pattern.utf8)
        let compiled = unsafe bytes.withUnsafeBufferPointer { buffer in
            unsafe pcre2_compile_8(
                buffer.baseAddress,
                buffer.count,
                options,
                &status,
                &offset,
                nil
            )
        }
        guard let compiled = unsafe compiled else {
            throw .malformedPattern(offset: offset, reason: Self.message(of: status))
        }
        unsafe code = compiled
        // For '(*NO_JIT)' nothing is made, and nothing said of it: only the size of the code tells.
        var size = 0
        isJITCompiled =
            unsafe pcre2_jit_compile_8(compiled, UInt32(PCRE2_JIT_COMPLETE)) == 0
            && pcre2_pattern_info_8(compiled, UInt32(PCRE2_INFO_JITSIZE), &size) == 0 && size > 0
    }

    deinit {
        unsafe pcre2_code_free_8(code)
    }

    private static func message(of status: Int32) -> String {
        var text = [UInt8](repeating: 0, count: 256)
        let length = unsafe text.withUnsafeMutableBufferPointer { buffer in
            unsafe pcre2_get_error_message_8(status, buffer.baseAddress, buffer.count)
        }
        guard length > 0 else { return "error \(status)" }
        return String(decoding: text[0..<Int(length)], as: UTF8.self)
    }
}
