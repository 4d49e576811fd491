public import Deferrals

// Stored by the names that reports print, so that a stored state outlives a change of order.
extension DeferralCode: Codable {
    /// Reads "4.4.316", or "other".
    public init(from decoder: any Decoder) throws {
        let text = try decoder.singleValueContainer().decode(String.self)
        guard let code = DeferralCode(text: text) else {
            throw DecodingError.dataCorrupted(
                .init(codingPath: decoder.codingPath, debugDescription: "no such code: \(text)")
            )
        }
        self = code
    }

    /// Writes `text`.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(text)
    }
}

extension Deferrals.Category: Codable {}
extension Origin: Codable {}
extension Scope: Codable {}
extension Stage: Codable {}
