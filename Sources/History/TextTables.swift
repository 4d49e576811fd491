internal import GRDB

/// Texts of which most are new: stored once while they are remembered.
///
/// An epoch is a run of numbers that only events written in it refer to: when the newest of these
/// events is gone, so are the epoch's texts, without a search for references. Its messages' numbers
/// begin with the epoch's own: the index of domains goes by it, and so takes in only near its end.
struct TextTables {
    private var messages = RecentTexts(capacity: 1 << 16)
    private var addresses = RecentTexts(capacity: 1 << 16)
    private var reasons = RecentTexts(capacity: 1 << 16)
    private let insertMessage: DirectStatement
    private let insertAddress: DirectStatement
    private let insertReason: DirectStatement
    private let insertEpoch: Statement
    private let updateEpoch: Statement
    private let updatePart: Statement
    private var epoch: Int64?
    private var part: Int64 = 0
    private var nextMessage: Int64 = 0
    private var oldest = Int64.max
    private var newest = Int64.min
    private var eventsInEpoch = 0

    private let mostEventsInEpoch: Int

    init(_ db: Database, eventsPerEpoch: Int) throws {
        precondition(eventsPerEpoch <= 1 << HistorySchema.epochShift, "numbers suffice")
        mostEventsInEpoch = eventsPerEpoch
        insertMessage = try DirectStatement(
            db,
            "INSERT INTO message VALUES (?, ?, ?, ?)"
        )
        insertAddress = try DirectStatement(db, "INSERT INTO address (value) VALUES (?)")
        insertReason = try DirectStatement(db, "INSERT INTO reason (value) VALUES (?)")
        insertEpoch = try db.makeStatement(
            sql: """
                INSERT INTO epoch (message, address, reason) VALUES (?,
                (SELECT ifnull(max(id), 0) + 1 FROM address),
                (SELECT ifnull(max(id), 0) + 1 FROM reason))
                """
        )
        updateEpoch = try db.makeStatement(
            sql: "UPDATE epoch SET newest = max(ifnull(newest, ?1), ?1) WHERE id = ?2"
        )
        updatePart = try db.makeStatement(
            sql: """
                INSERT INTO part VALUES (?, ?, ?) ON CONFLICT DO UPDATE SET
                oldest = min(oldest, excluded.oldest), newest = max(newest, excluded.newest)
                """
        )
    }

    /// The number of a message; `time` is of the event that speaks of it.
    mutating func message(
        _ queueID: String,
        _ messageID: String?,
        _ sender: String?,
        time: Int64,
        _ db: Database
    ) throws -> Int64 {
        if epoch == nil || eventsInEpoch >= mostEventsInEpoch { try beginEpoch(db) }
        eventsInEpoch += 1
        oldest = min(oldest, time)
        newest = max(newest, time)
        var hash = TextHash()
        hash.add(queueID)
        hash.add(messageID)
        hash.add(sender)
        if let known = messages[hash] { return known }
        let number = nextMessage
        insertMessage.bind(1, number)
        insertMessage.bind(2, queueID)
        insertMessage.bind(3, messageID)
        insertMessage.bind(4, sender)
        try insertMessage.run()
        nextMessage += 1
        messages[hash] = number
        return number
    }

    mutating func address(_ text: String?) throws -> Int64? {
        guard let text else { return nil }
        let hash = TextHash(text)
        if let known = addresses[hash] { return known }
        insertAddress.bind(1, text)
        try insertAddress.run()
        addresses[hash] = insertAddress.insertedRow
        return insertAddress.insertedRow
    }

    mutating func reason(_ text: String) throws -> Int64 {
        let hash = TextHash(text)
        if let known = reasons[hash] { return known }
        insertReason.bind(1, text)
        try insertReason.run()
        reasons[hash] = insertReason.insertedRow
        return insertReason.insertedRow
    }

    private mutating func beginEpoch(_ db: Database) throws {
        try storeEpoch(db)
        messages.forgetAll()
        addresses.forgetAll()
        reasons.forgetAll()
        let last = try Int64.fetchOne(db, sql: "SELECT max(id) FROM message") ?? 0
        // None that this made: the next part would have no numbers.
        guard last >= 0, last < .max >> 1 else { throw Row.unreadable("id") }
        part = last >> HistorySchema.epochShift + 1
        nextMessage = part << HistorySchema.epochShift
        insertEpoch.setUncheckedArguments([nextMessage])
        try insertEpoch.execute()
        epoch = db.lastInsertedRowID
        eventsInEpoch = 0
        oldest = .max
        newest = .min
    }

    /// Notes the time that the epoch's events reach over; at the end of each transaction.
    func storeEpoch(_ db: Database) throws {
        guard let epoch, newest > .min else { return }
        updateEpoch.setUncheckedArguments([newest, epoch])
        try updateEpoch.execute()
        updatePart.setUncheckedArguments([part, oldest, newest])
        try updatePart.execute()
    }
}
