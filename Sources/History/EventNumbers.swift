internal import Deferrals
internal import GRDB
internal import MailFlow
internal import PostfixLog

/// The numbers that stand for the recurring parts of an event.
struct EventNumbers {
    var names: NameTable
    private var writers: TupleTable
    private var verdicts: TupleTable
    private var servers: TupleTable
    // The numbers once more, by the texts: most deferrals need no look-up of single names.
    private var writersByText: [TextHash: Int64] = [:]
    private var verdictsByText: [TextHash: Int64] = [:]
    private var serversByText: [TextHash: (Int64?, Int64?)] = [:]

    private static let mostKnown = 100_000

    init(_ db: Database) throws {
        names = try NameTable(db, table: "name", column: "value")
        writers = try TupleTable(
            db,
            table: "writer",
            columns: ["host", "service", "zone", "assumed"]
        )
        verdicts = try TupleTable(
            db,
            table: "verdict",
            columns: [
                "code", "refinement", "origin", "stage", "category", "scope", "flags", "status",
                "dsn", "pattern", "reply_code", "reply_enhanced",
            ]
        )
        servers = try TupleTable(
            db,
            table: "server",
            columns: ["host", "address", "port", "named", "provider"]
        )
    }

    /// `assumed`: the zone that the clock of a line without one was taken to show.
    mutating func writer(
        of event: borrowing DeferralEvent,
        _ assumed: Int16?,
        _ db: Database
    ) throws -> Int64 {
        let zone = Int64(event.time.offsetMinutes ?? assumed ?? 0)
        let hash = TextHash(
            event.host,
            event.service,
            number: zone << 1 | (assumed == nil ? 0 : 1)
        )
        if let known = writersByText[hash] { return known }
        if writersByText.count > Self.mostKnown { writersByText.removeAll() }
        let number = try writers.number(
            of: [
                names.number(event.host, db), names.number(event.service, db),
                event.time.offsetMinutes.map(Int64.init), assumed.map(Int64.init),
            ],
            db
        )
        writersByText[hash] = number
        return number
    }

    mutating func verdict(
        of event: borrowing DeferralEvent,
        _ code: Int64,
        _ db: Database
    ) throws -> Int64 {
        let flags: Int64 = (event.isSuspended ? 1 : 0) | (event.isTruncated ? 2 : 0)
        let replyCode = event.reply.map { $0.code.map(Int64.init) ?? 0 } ?? -1
        let hash = TextHash(
            event.status,
            event.dsn,
            event.pattern,
            event.reply?.enhanced,
            event.stage?.rawValue,
            event.category?.rawValue,
            event.scope.rawValue,
            event.origin.rawValue,
            event.refinement?.rawValue,
            number: (replyCode << 8 | flags) << 32 | code
        )
        if let known = verdictsByText[hash] { return known }
        if verdictsByText.count > Self.mostKnown { verdictsByText.removeAll() }
        let number = try verdicts.number(
            of: [
                code, names.number(event.refinement?.rawValue, db),
                names.number(event.origin.rawValue, db), names.number(event.stage?.rawValue, db),
                names.number(event.category?.rawValue, db), names.number(event.scope.rawValue, db),
                flags, names.number(event.status, db), names.number(event.dsn, db),
                names.number(event.pattern, db),
                event.reply.map { $0.code.map(Int64.init) ?? 0 },
                names.number(event.reply?.enhanced, db),
            ],
            db
        )
        verdictsByText[hash] = number
        return number
    }

    mutating func server(
        of event: borrowing DeferralEvent,
        _ db: Database
    ) throws -> (server: Int64?, provider: Int64?) {
        guard event.relay != nil || event.server != nil else { return (nil, nil) }
        let hash = TextHash(
            event.relay?.host,
            event.relay?.address,
            event.server,
            number: event.relay?.port.map(Int64.init)
        )
        if let known = serversByText[hash] { return known }
        if serversByText.count > Self.mostKnown { serversByText.removeAll() }
        let named = event.server ?? event.relay?.host ?? ""
        let provider = try names.number(Self.provider(ofServer: named), db)
        let server = try servers.number(
            of: [
                names.number(event.relay?.host, db), names.number(event.relay?.address, db),
                event.relay?.port.map(Int64.init), names.number(event.server, db), provider,
            ],
            db
        )
        serversByText[hash] = (server, provider)
        return (server, provider)
    }

    private static func provider(ofServer server: String) -> String? {
        let host = server.prefix { $0 != "[" }.lowercased()
        return ProviderName.provider(ofHost: Array(host.utf8))?.name
    }
}
