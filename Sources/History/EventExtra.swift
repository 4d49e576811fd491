internal import Deferrals
internal import MailFlow

/// What few events have, as JSON in one column.
struct EventExtra: Codable, Hashable {
    /// The id, where the key is a hash of it.
    var id: String?
    /// N of 'IDENTITY:OFFSET#N'.
    var copy: Int64?
    /// The reply's words, where they are no part of the reason.
    var reply: String?
    /// Times that are no whole milliseconds.
    var delay: Double?
    var delays: [Double]?
    /// Servers that were tried before.
    var tried: [Tried]?

    struct Tried: Codable, Hashable {
        var host: String
        var address: String
        var port: Int?
        var code: String
        var origin: String
        var reason: String

        init(_ server: DeferralEvent.TriedServer) {
            host = server.host
            address = server.address
            port = server.port
            code = server.code.text
            origin = server.origin.rawValue
            reason = server.reason
        }

        var server: DeferralEvent.TriedServer {
            DeferralEvent.TriedServer(
                host: host,
                address: address,
                port: port,
                code: DeferralCode(text: code) ?? .other,
                origin: Origin(rawValue: origin) ?? .network,
                reason: reason
            )
        }
    }

    var isEmpty: Bool { self == EventExtra() }
}

/// Seconds as whole milliseconds, where that loses nothing.
enum Milliseconds {
    static func exact(_ seconds: Double) -> Int64? {
        let scaled = (seconds * 1_000).rounded()
        guard scaled.magnitude < 1e15, scaled / 1_000 == seconds else { return nil }
        return Int64(scaled)
    }

    /// Four times in few bytes: base 128, the lowest digit first, bit 7 where more follow; nil: one of
    /// them is no whole number of milliseconds.
    static func packed(_ times: [Double]) -> [UInt8]? {
        guard times.count == 4 else { return nil }
        var bytes: [UInt8] = []
        for time in times {
            guard var rest = exact(time), rest >= 0 else { return nil }
            while rest >= 128 {
                bytes.append(UInt8(rest & 127) | 128)
                rest >>= 7
            }
            bytes.append(UInt8(rest))
        }
        return bytes
    }

    /// What `packed` was made of.
    static func unpacked(_ bytes: some Sequence<UInt8>) -> [Double] {
        var times: [Double] = []
        var (number, shift) = (Int64(0), Int64(0))
        for byte in bytes {
            number |= Int64(byte & 127) << shift
            shift += 7
            guard byte < 128 else { continue }
            times.append(seconds(number))
            (number, shift) = (0, 0)
        }
        return times
    }

    static func seconds(_ milliseconds: Int64) -> Double { Double(milliseconds) / 1_000 }
}

/// Where the reply's words are in the reason: most of a reply need not be stored twice.
enum ReplyRange {
    /// Start and length in UTF-8, in one number; nil: the reply is no part of the reason.
    static func find(_ reply: String, in reason: String) -> Int64? {
        let needle = reply.utf8Span.span
        let hay = reason.utf8Span.span
        guard needle.count <= hay.count, needle.count < 65_536 else { return nil }
        var start = hay.count - needle.count
        while start >= 0 {
            var length = 0
            while length < needle.count, hay[start + length] == needle[length] { length += 1 }
            if length == needle.count { return Int64(start) << 16 | Int64(length) }
            start -= 1
        }
        return nil
    }

    static func text(_ range: Int64, of reason: String) -> String {
        let bytes = reason.utf8
        let part = bytes.dropFirst(Int(range >> 16)).prefix(Int(range & 0xFFFF))
        return String(decoding: part, as: UTF8.self)
    }
}
