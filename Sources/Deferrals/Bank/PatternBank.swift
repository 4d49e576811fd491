public import PCRE2
import Synchronization

/// The rows in order of priority, and what finds the few worth trying on a text.
///
/// Immutable and shared between threads. Shipped rows are compiled when a text first asks for them:
/// most runs need a few dozen of several hundred.
public final class PatternBank: Sendable {
    /// The rows; of those that match, the first wins.
    public let rows: [PatternRow]
    /// The first so many rows are the user's own.
    public let ownRows: Int
    /// What each row says.
    let verdicts: [PatternRow.Verdict]
    /// How much of a reply each row sees.
    let sights: [PatternRow.Sight]
    private let indexes: [PatternRow.Subject: GramIndex]
    private let compiled: Mutex<[CompiledPattern?]>

    /// Every row that ships with Deferwatch, in order.
    public static let shippedRows: [PatternRow] = [
        postfixRows,
        remoteRows,
    ].flatMap(\.self)

    /// Makes a bank of `rows`.
    ///
    /// Without `isIndexed` every row is tried on every text, which is slow: what the index is checked
    /// against.
    ///
    /// - Precondition: at most 65,535 rows.
    public init(
        rows: [PatternRow] = PatternBank.shippedRows,
        ownRows: Int = 0,
        isIndexed: Bool = true
    ) {
        precondition(rows.count <= Int(UInt16.max), "a bank holds at most 65,535 rows")
        self.rows = rows
        self.ownRows = ownRows
        verdicts = rows.map(\.verdict)
        sights = rows.map(\.sight)
        var indexes: [PatternRow.Subject: GramIndex] = [:]
        for subject in PatternRow.Subject.allCases {
            let chosen = rows.indices.filter { rows[$0].subject == subject }
            let pattern = { (row: Int) in isIndexed ? rows[row].pattern : "" }
            indexes[subject] = GramIndex(rows: chosen.map { (UInt16($0), pattern($0)) })
        }
        self.indexes = indexes
        compiled = Mutex([CompiledPattern?](repeating: nil, count: rows.count))
    }

    /// The shipped rows with `userRows` before them; a user's row replaces a shipped one of the same
    /// id.
    public convenience init(userRows: [PatternRow]) {
        let replaced = Set(userRows.map(\.id))
        self.init(
            rows: userRows + Self.shippedRows.filter { !replaced.contains($0.id) },
            ownRows: userRows.count
        )
    }

    /// The row's pattern, compiled once for all threads.
    ///
    /// - Throws: `PCRE2Error` for a malformed pattern.
    public func pattern(of row: Int) throws(PCRE2Error) -> CompiledPattern {
        if let ready = compiled.withLock({ $0[row] }) { return ready }
        let fresh = try CompiledPattern(rows[row].pattern)
        return compiled.withLock { slots in
            if let earlier = slots[row] { return earlier }
            slots[row] = fresh
            return fresh
        }
    }

    /// Rows that are tried on every text of their subject, for want of a literal run of four bytes.
    public var rowsWithoutLiteral: [Int] {
        indexes.values.flatMap(\.always).map(Int.init).sorted()
    }

    func index(of subject: PatternRow.Subject) -> GramIndex {
        guard let index = indexes[subject] else {
            preconditionFailure("the bank indexes every subject")
        }
        return index
    }
}
