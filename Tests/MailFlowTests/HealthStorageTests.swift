import Foundation
import TestSupport
import Testing

@testable import MailFlow

/// A book goes on where another stopped.
@Suite struct HealthStorageTests {
    private static func settings(_ seed: UInt64) -> HealthSettings {
        var settings = HealthSettings()
        settings.guards.localPercent = seed.isMultiple(of: 2) ? 30 : 100
        settings.guards.mostDownsPerWindow = 3
        // Most hosts are shared here, and would be protected.
        settings.protection.sharedSetDomains = seed.isMultiple(of: 3) ? 5 : 0
        return settings
    }

    private static func act(_ book: inout HealthBook, _ random: inout SeededRandom) {
        let kinds = Line.allCases + Line.failures + Line.failures + Line.failures
        for _ in 0..<400 {
            let time = max(noon, book.clock) + Seconds.random(in: 0...20, using: &random)
            let domain = "d\(Int.random(in: 0..<20, using: &random)).example"
            let host = Bool.random(using: &random) ? "mx.shared\(domain.count).example" : nil
            var evidence = (kinds.randomElement(using: &random) ?? .sent)
                .evidence(domain, at: time, Int.random(in: 0..<5, using: &random), host: host)
            if Int.random(in: 0..<9, using: &random) == 0 {
                evidence.originalDomain = "own.example"
            }
            // As the daemon does, before lines of a new second.
            book.tick(time)
            book.record(evidence)
            if Int.random(in: 0..<150, using: &random) == 0 {
                try? book.force(domain, .down, for: 1_800, now: time)
            }
            if Int.random(in: 0..<20, using: &random) == 0 {
                book.setQueued(Int.random(in: 0..<3, using: &random), oldest: time, for: domain)
            }
            if Int.random(in: 0..<5, using: &random) == 0 {
                _ = book.standing(of: domain, now: time, wantsProbe: true)
            }
            if Int.random(in: 0..<60, using: &random) == 0 { book.tick(time + 400) }
        }
    }

    private static func sorted(_ transitions: [HealthTransition]) -> [HealthTransition] {
        transitions.sorted { ($0.at, $0.domain, "\($0)") < ($1.at, $1.domain, "\($1)") }
    }

    private static func through(_ changes: HealthChanges) throws -> HealthChanges {
        let encoder = JSONEncoder()
        encoder.outputFormatting = .sortedKeys
        return try JSONDecoder().decode(HealthChanges.self, from: encoder.encode(changes))
    }

    private struct Coder: HealthCoder {
        func encode(_ value: some Encodable) throws -> [UInt8] {
            [UInt8](try JSONEncoder().encode(value))
        }

        func decode<Value: Decodable>(_ type: Value.Type, from bytes: [UInt8]) throws -> Value {
            try JSONDecoder().decode(type, from: Data(bytes))
        }
    }

    @Test(arguments: UInt64(1)...8) func `rows that are replaced add up to the same book`(
        _ seed: UInt64
    ) throws {
        var random = SeededRandom(seed: seed)
        var settings = Self.settings(seed)
        settings.bounds.destinations = 15
        var book = HealthBook(settings: settings, seed: seed, collectsChanges: true)
        var rows: [String: [UInt8]] = [:]
        for _ in 0..<6 {
            Self.act(&book, &random)
            let changes = book.takeChanges()
            for key in changes.removedRows { rows[key] = nil }
            rows.merge(try changes.rows(Coder())) { $1 }
        }
        var restored = try #require(
            HealthBook(rows: rows, Coder(), settings: settings, seed: seed)
        )
        Self.expectEqual(&book, &restored, seed)
    }

    @Test func `rows that cannot be read cost their destination, and no more`() throws {
        var book = HealthBook(seed: 1, collectsChanges: true)
        book.fail("dest.example", from: noon)
        book.fail("other.example", from: noon)
        var rows = try book.takeChanges().rows(Coder())
        rows["health:d:other.example"] = Array("2 of another form".utf8)
        let restored = try #require(HealthBook(rows: rows, Coder(), seed: 1))
        #expect(["dest.example"] == restored.snapshot.keys.map(\.domain))
        #expect(HealthBook(rows: [:], Coder(), seed: 1) == nil)
    }

    @Test func `stored words go over the stored state`() throws {
        var book = HealthBook(seed: 1, collectsChanges: true)
        try book.force("taken-back.example", .down, for: 600, now: noon)
        try book.force("kept.example", .down, for: 600, now: noon)
        let word = ForcedVerdict(kind: .refuse, since: noon + 1, until: noon + 900)
        book.restore(
            forcedVerdicts: [
                "kept.example": word,
                "over.example": ForcedVerdict(
                    kind: .up,
                    since: noon,
                    until: noon + 2
                ),
            ],
            now: noon + 3
        )
        #expect(["kept.example": word] == book.forcedVerdicts)
    }

    private static func expectEqual(
        _ left: inout HealthBook,
        _ right: inout HealthBook,
        _ seed: UInt64
    ) {
        for number in 0..<20 {
            let domain = "d\(number).example"
            let one = left.standing(of: domain, now: left.clock)
            let other = right.standing(of: domain, now: left.clock)
            #expect(one == other, "seed \(seed), \(domain)")
        }
        let own = left.standing(of: "own.example", now: left.clock)
        #expect(own == right.standing(of: "own.example", now: left.clock), "seed \(seed)")
        #expect(left.activeGuards == right.activeGuards, "seed \(seed)")
        #expect(left.snapshot.keys == right.snapshot.keys, "seed \(seed)")
    }

    @Test(arguments: UInt64(1)...16) func `a restored snapshot continues equally`(
        _ seed: UInt64
    ) throws {
        var random = SeededRandom(seed: seed)
        var book = HealthBook(settings: Self.settings(seed), seed: seed, collectsChanges: true)
        Self.act(&book, &random)
        book.tick(book.clock)
        var restored = HealthBook(
            restoring: try Self.through(book.snapshot),
            settings: Self.settings(seed),
            seed: seed,
            now: book.clock
        )
        Self.expectEqual(&book, &restored, seed)
        _ = book.takeTransitions()
        _ = book.takeGuardTransitions()
        var same = random
        Self.act(&book, &random)
        Self.act(&restored, &same)
        Self.expectEqual(&book, &restored, seed)
        let transitions = book.takeTransitions()
        // What falls due in one second comes in no order.
        #expect(Self.sorted(transitions) == Self.sorted(restored.takeTransitions()), "seed \(seed)")
        let downs = transitions.count { $0.subject == .state && $0.to.isDown }
        #expect(downs > 0 || seed.isMultiple(of: 2) || seed.isMultiple(of: 3), "seed \(seed)")
        #expect(book.takeGuardTransitions() == restored.takeGuardTransitions(), "seed \(seed)")
    }

    @Test(arguments: UInt64(1)...8) func `changes add up to the snapshot`(_ seed: UInt64) throws {
        var random = SeededRandom(seed: seed)
        var settings = Self.settings(seed)
        settings.bounds.destinations = 15
        var book = HealthBook(settings: settings, seed: seed, collectsChanges: true)
        var stored = book.takeChanges()
        for _ in 0..<6 {
            Self.act(&book, &random)
            stored.merge(try Self.through(book.takeChanges()))
        }
        #expect(book.counts.forgotten > 0, "seed \(seed) forgot nothing")
        #expect(stored.keys == book.snapshot.keys, "seed \(seed)")
        var restored = HealthBook(restoring: stored, settings: settings, seed: seed)
        Self.expectEqual(&book, &restored, seed)
        #expect(restored.takeChanges().keys.isEmpty)
    }

    @Test func `a clock that ran ahead neither stops the book nor its start`() throws {
        var book = HealthBook(seed: 1, collectsChanges: true)
        try book.force("word.example", .down, for: 1_800, now: noon)
        let words = book.forcedVerdicts
        book.tick(noon + 7_200)
        book.fail("dest.example", from: noon + 7_200)
        var restored = HealthBook(restoring: book.snapshot, seed: 1, now: noon + 60)
        restored.restore(forcedVerdicts: words, now: noon + 60)
        #expect(restored.clock == noon + 60)
        #expect(restored.standing(of: "word.example", now: noon + 61).isPushedBack)
        try restored.force("other.example", .down, for: 600, now: noon + 62)
        #expect(restored.standing(of: "other.example", now: noon + 63).isPushedBack)
        restored.tick(noon + 663)
        #expect(!restored.standing(of: "other.example", now: noon + 664).isPushedBack)
    }

    @Test func `a relayhost that was named while the daemon was down is protected`() throws {
        var book = HealthBook(seed: 1, collectsChanges: true)
        let evidence = Line.sent.evidence("dest.example", at: noon, host: "mx.dest.example")
        book.record(evidence)
        var settings = HealthSettings()
        settings.protection.relayHosts = ["mx.dest.example"]
        var restored = HealthBook(
            restoring: book.snapshot,
            settings: settings,
            seed: 1,
            now: noon + 60
        )
        for second in 0..<20 {
            restored.record(
                Line.refused.evidence(
                    "dest.example",
                    at: noon + 61 + Seconds(second) * 60,
                    second,
                    host: "mx.dest.example"
                )
            )
        }
        #expect(restored.standing(of: "dest.example", now: noon + 1_300).state != .down)
    }

    @Test func `a state that is too old is not believed, but for the operator's word`() throws {
        var book = HealthBook(seed: 1, collectsChanges: true)
        book.fail("dest.example", from: noon)
        try book.force("word.example", .down, for: 86_400, now: noon + 600)
        #expect(book.state("dest.example", at: noon + 600) == .down)
        var restored = HealthBook(restoring: book.snapshot, seed: 1, now: noon + 600 + 3_601)
        let standing = restored.standing(of: "dest.example", now: noon + 600 + 3_602)
        #expect(standing.state == .unknown)
        #expect(standing.silencedBy == .restoredStateTooOld)
        #expect(restored.standing(of: "word.example", now: noon + 4_202).isPushedBack)
        restored.observe(TailReading(now: noon + 4_300, monotonic: 10, lag: 900, lines: 5))
        #expect(restored.silence == .restoredStateTooOld)
        restored.observe(TailReading(now: noon + 4_301, monotonic: 11, lag: 2, lines: 5_000))
        #expect(restored.silence == nil)
    }
}

extension HealthChanges {
    /// Lays later changes over these.
    fileprivate mutating func merge(_ later: HealthChanges) {
        var keysByDomain = [String: Key](uniqueKeysWithValues: keys.map { ($0.domain, $0) })
        for domain in later.removed { keysByDomain[domain] = nil }
        for key in later.keys { keysByDomain[key.domain] = key }
        keys = keysByDomain.values.sorted { ($0.order, $0.domain) < ($1.order, $1.domain) }
        removed = []
        hosts += later.hosts
        var entries = [String: AliasTable.Entry](
            uniqueKeysWithValues: aliases.map { ($0.original, $0) }
        )
        for entry in later.aliases { entries[entry.original] = entry }
        aliases = entries.values.sorted { $0.original < $1.original }
        watch = later.watch
    }
}
