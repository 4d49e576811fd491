/// What smtpd logs of a client when a message comes in.
///
/// 'client=mx.example.com[192.0.2.1]:40112, sasl_method=PLAIN, sasl_username=ann'. Source:
/// smtpd_mail_cmd() in smtpd.c.
struct ClientLine: Hashable {
    var name: String
    var address: String
    /// Empty: no login.
    var saslUsername = ""

    /// nil: the message came another way.
    init?(_ arrival: String?) {
        guard let arrival, arrival.hasPrefix("client=") else { return nil }
        var fields = arrival.dropFirst(7).split(separator: ", ")[...]
        // An unverified name may hold nearly anything: the last bracket is smtpd's own.
        guard let client = fields.popFirst(), let open = client.lastIndex(of: "["),
            let close = client[open...].firstIndex(of: "]")
        else { return nil }
        name = String(client[..<open])
        address = String(client[client.index(after: open)..<close])
        for field in fields where field.hasPrefix("sasl_username=") {
            saslUsername = String(field.dropFirst(14))
        }
    }
}
