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
        _ assumed: Int16?
    ) throws -> Int64 {
        let zone = Int64(event.time.offsetMinutes ?? assumed ?? 0)
        var hash = TextHash()
        hash.add(event.host)
        hash.add(event.service)
        hash.add(number: zone << 1 | (assumed == nil ? 0 : 1))
        if let known = writersByText[hash] { return known }
        if writersByText.count > Self.mostKnown { writersByText.removeAll() }
        let number = try writers.number(
            of: [
                names.number(event.host), names.number(event.service),
                event.time.offsetMinutes.map(Int64.init), assumed.map(Int64.init),
            ]
        )
        writersByText[hash] = number
        return number
    }

    mutating func verdict(
        of event: borrowing DeferralEvent,
        _ code: Int64
    ) throws -> Int64 {
        let flags: Int64 = (event.isSuspended ? 1 : 0) | (event.isTruncated ? 2 : 0)
        let replyCode = event.reply.map { $0.code.map(Int64.init) ?? 0 } ?? -1
        var hash = TextHash()
        hash.add(event.status)
        hash.add(event.dsn)
        hash.add(event.pattern)
        hash.add(event.reply?.enhanced)
        hash.add(event.stage?.rawValue)
        hash.add(event.category?.rawValue)
        hash.add(event.scope.rawValue)
        hash.add(event.origin.rawValue)
        hash.add(event.refinement?.rawValue)
        hash.add(number: (replyCode << 8 | flags) << 32 | code)
        if let known = verdictsByText[hash] { return known }
        if verdictsByText.count > Self.mostKnown { verdictsByText.removeAll() }
        let number = try verdicts.number(
            of: [
                code, names.number(event.refinement?.rawValue),
                names.number(event.origin.rawValue), names.number(event.stage?.rawValue),
                names.number(event.category?.rawValue), names.number(event.scope.rawValue),
                flags, names.number(event.status), names.number(event.dsn),
                names.number(event.pattern),
                event.reply.map { $0.code.map(Int64.init) ?? 0 },
                names.number(event.reply?.enhanced),
            ]
        )
        verdictsByText[hash] = number
        return number
    }

    mutating func server(
        of event: borrowing DeferralEvent
    ) throws -> (server: Int64?, provider: Int64?) {
        guard event.relay != nil || event.server != nil else { return (nil, nil) }
        var hash = TextHash()
        hash.add(event.relay?.host)
        hash.add(event.relay?.address)
        hash.add(event.server)
        hash.add(number: event.relay?.port.map(Int64.init) ?? .min)
        if let known = serversByText[hash] { return known }
        if serversByText.count > Self.mostKnown { serversByText.removeAll() }
        let named = event.server ?? event.relay?.host ?? ""
        let provider = try names.number(Self.provider(ofServer: named))
        let server = try servers.number(
            of: [
                names.number(event.relay?.host), names.number(event.relay?.address),
                event.relay?.port.map(Int64.init), names.number(event.server), provider,
            ]
        )
        serversByText[hash] = (server, provider)
        return (server, provider)
    }

    private static func provider(ofServer server: String) -> String? {
        let host = server.prefix { $0 != "[" }.lowercased()
        return ProviderName.provider(ofHost: Array(host.utf8))?.name
    }
}
