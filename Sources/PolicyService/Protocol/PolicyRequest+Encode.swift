extension PolicyRequest {
    /// The bytes that smtpd(8) would send for these attributes: one line each, and an empty line.
    ///
    /// `request=smtpd_access_policy` goes first where it is not given. LF and NUL, which no value can
    /// hold, become '?'.
    public static func wireBytes(_ attributes: [(PolicyAttribute, String)]) -> [UInt8] {
        var bytes: [UInt8] = []
        if !attributes.contains(where: { $0.0 == .request }) {
            bytes += Array("request=smtpd_access_policy\n".utf8)
        }
        for (attribute, value) in attributes {
            bytes += Array("\(attribute.name)=".utf8)
            bytes += value.utf8.map { $0 == 0x0A || $0 == 0 ? UInt8(ascii: "?") : $0 }
            bytes.append(0x0A)
        }
        return bytes + [0x0A]
    }

    /// The request with these attributes, as if smtpd(8) had sent it: for old logs and for questions
    /// by hand.
    ///
    /// - Parameter attributes: Names and values; of two values for one name the first counts.
    /// - Throws: `PolicyProtocolError`, as for a request from a socket.
    public init(_ attributes: [(PolicyAttribute, String)]) throws(PolicyProtocolError) {
        var decoder = PolicyRequestDecoder()
        decoder.append(Self.wireBytes(attributes).span)
        guard try decoder.next() else { throw .missingRequest }
        self = decoder.request
    }
}
