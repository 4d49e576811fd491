import Foundation
import PCRE2
import Testing

/// Patterns, matches and limits.
@Suite struct PCRE2Tests {
    private static func match(
        _ pattern: String,
        _ text: String,
        ignoringCase: Bool = true,
        limits: MatchLimits = .ordinary
    ) throws -> MatchOutcome {
        let compiled = try CompiledPattern(pattern, ignoringCase: ignoringCase)
        var matcher = try Matcher(limits: limits)
        let bytes = Array(text.utf8)
        return matcher.firstMatch(of: compiled, in: bytes.span, 0..<bytes.count)
    }

    @Test(arguments: [
        ("a(b", 3), ("[a-", 3), ("abc)", 3), ("a{2,1}", 5), ("(?<n>a)(?<n>b)", 12), ("a\\", 2),
        ("é(", 3), ("(?P>x)", 4), ("*a", 0),
    ])
    func `a malformed pattern reports its offset in bytes`(pattern: String, offset: Int) {
        let error = #expect(throws: PCRE2Error.self) { try CompiledPattern(pattern) }
        guard case .malformedPattern(let found, let reason) = error else {
            Issue.record("\(String(describing: error))")
            return
        }
        #expect(offset == found, "\(pattern): \(reason)")
        #expect(!reason.isEmpty)
    }

    @Test func `a pattern cannot switch to characters`() {
        #expect(throws: PCRE2Error.self) { try CompiledPattern("(*UTF)a") }
    }

    @Test(arguments: [
        ("b+", "abbbc", 1..<4), ("^", "abc", 0..<0), ("", "", 0..<0), ("$", "", 0..<0),
        ("c$", "abc", 2..<3), ("B", "abc", 1..<2), (#"a\Kb"#, "ab", 1..<2), ("(?=b)", "ab", 1..<1),
    ])
    func `a match has its offsets`(pattern: String, text: String, range: Range<Int>) throws {
        #expect(try Self.match(pattern, text) == .matched(range))
    }

    @Test(arguments: [("b", ""), ("^b", "ab"), ("x", "abc"), ("a.c", "a\nc")])
    func `no match is no match`(pattern: String, text: String) throws {
        #expect(try Self.match(pattern, text) == .noMatch)
    }

    @Test func `case counts where it is asked to`() throws {
        #expect(try Self.match("B", "abc", ignoringCase: false) == .noMatch)
    }

    @Test func `a part of the bytes is matched as if nothing stood around it`() throws {
        let pattern = try CompiledPattern(#"^b\b"#)
        var matcher = try Matcher()
        let bytes = Array("abc".utf8)
        #expect(matcher.firstMatch(of: pattern, in: bytes.span, 1..<2) == .matched(1..<2))
        #expect(matcher.firstMatch(of: pattern, in: bytes.span, 1..<3) == .noMatch)
        #expect(matcher.firstMatch(of: pattern, in: bytes.span, 3..<3) == .noMatch)
    }

    @Test func `invalid UTF-8 is matched byte by byte`() throws {
        let pattern = try CompiledPattern(#"a.\xFF(.)b"#)
        var matcher = try Matcher()
        let bytes: [UInt8] = [0x80, 0x61, 0xC3, 0xFF, 0xFE, 0x62]
        #expect(matcher.firstMatch(of: pattern, in: bytes.span, 0..<6) == .matched(1..<6))
    }

    @Test(
        arguments: ["", "(*NO_JIT)"],
        [
            ("(a+)+$", "aa"), ("(a|aa)+$", "aa"), ("(?:a*)*[bc]$", "ab"), (#"^(\w+\s?)*$"#, "aa"),
            ("((a+)+)+[cd]$", "ac"), ("(.*)(.*)(.*)(.*)(.*)(.*)(.*)(.*)[xy]$", "ax"),
        ]
    )
    func `a runaway pattern meets a limit, soon`(
        mode: String,
        runaway: (pattern: String, text: String)
    ) throws {
        let pattern = mode + runaway.pattern
        // It is the limit that ends the other match: nothing else is wrong with the pattern.
        #expect(try Self.match(pattern, runaway.text) == .matched(0..<2))
        let text = String(repeating: "a", count: 4_000) + "!"
        let clock = ContinuousClock()
        var outcome = MatchOutcome.noMatch
        let time = try clock.measure { outcome = try Self.match(pattern, text) }
        #expect(outcome == .limitReached)
        // A runaway match takes longer than the universe lasts; a second is a slow machine's due.
        #expect(time < .seconds(1))
    }

    @Test func `a limit that was met leaves the matcher as it was`() throws {
        let runaway = try CompiledPattern("(a+)+$")
        let plain = try CompiledPattern("a!")
        var matcher = try Matcher()
        let bytes = Array((String(repeating: "a", count: 4_000) + "!").utf8)
        for _ in 0..<20 {
            #expect(
                matcher.firstMatch(of: runaway, in: bytes.span, 0..<bytes.count) == .limitReached
            )
            #expect(
                matcher.firstMatch(of: plain, in: bytes.span, 0..<bytes.count)
                    == .matched(3_999..<4_001)
            )
        }
    }

    @Test func `deep recursion meets a limit and no stack's end`() throws {
        let text = String(repeating: "(", count: 500_000) + ")"
        for pattern in [#"(\((?1)*\))"#, #"(*NO_JIT)(\((?1)*\))"#] {
            #expect(try Self.match(pattern, "(()())") == .matched(0..<6))
            #expect(try Self.match(pattern, text) == .limitReached)
        }
    }

    @Test func `a pattern that forbids JIT is matched all the same`() throws {
        #expect(try !CompiledPattern("(*NO_JIT)b+").isJITCompiled)
        #expect(try Self.match("(*NO_JIT)b+", "abbbc") == .matched(1..<4))
        #expect(try Self.match("(*NO_JIT)b+", "acd") == .noMatch)
        #expect(try Self.match("(*NO_JIT)b*", "") == .matched(0..<0))
    }

    @Test func `threads share a pattern`() async throws {
        let pattern = try CompiledPattern("([a-z]+)-([0-9]+)")
        await withTaskGroup(of: Int.self) { group in
            for thread in 0..<8 {
                group.addTask {
                    guard var matcher = try? Matcher() else { return -1 }
                    let text = String(repeating: "x", count: thread + 1) + "-42"
                    let bytes = Array(text.utf8)
                    return (0..<2_000).count { _ in
                        matcher.firstMatch(of: pattern, in: bytes.span, 0..<bytes.count)
                            == .matched(0..<bytes.count)
                    }
                }
            }
            for await matches in group { #expect(matches == 2_000) }
        }
    }
}
