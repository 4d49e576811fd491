import ByteScan
import Deferrals

// What events and traced attempts both make of a line's bytes.
extension Span<UInt8> {
    /// The text in `range`; nil where it is empty.
    func textOrNil(_ range: ByteRange) -> String? {
        range.isEmpty ? nil : text(range)
    }
}

extension DeferralEvent.Relay {
    /// `relay=` as logged; nil where the line has none.
    init?(_ bytes: Span<UInt8>, _ range: ByteRange) {
        guard !range.isEmpty else { return nil }
        guard let name = ServerName.parse(bytes, range.range) else {
            self.init(host: bytes.text(range), address: nil, port: nil)
            return
        }
        self.init(
            host: bytes.text(name.host),
            address: bytes.text(name.address),
            port: name.port == 0 ? nil : Int(name.port)
        )
    }
}

extension DeferralEvent.TriedServer {
    /// An earlier server of an attempt, from the line in `text` that tells of it.
    init(_ bytes: Span<UInt8>, _ trial: CompanionFinding.Trial, text: ByteRange) {
        self.init(
            host: bytes.text(trial.server.host),
            address: bytes.text(trial.server.address),
            port: trial.server.port == 0 ? nil : Int(trial.server.port),
            code: trial.code,
            origin: trial.origin,
            reason: Redaction.withoutCredentials(bytes.text(CompanionStore.cut(bytes, text)))
        )
    }
}
