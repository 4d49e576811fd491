import ByteScan
import PostfixLog

/// The fields of an attempt lie inside it, in their order, and say what they are.
enum AttemptCheck {
    static func problem(with input: [UInt8]) -> String? {
        let block = Block(Array("to=<".utf8) + input)
        let bytes = block.bytes.span
        guard let attempt = DeliveryAttempt.parse(bytes, ByteRange(0, block.count)) else { return nil }
        return problem(with: attempt, in: 0..<block.count, bytes)
    }

    static func problem(
        with attempt: DeliveryAttempt, in range: Range<Int>, _ bytes: Span<UInt8>
    ) -> String? {
        let parts = [
            attempt.recipient, attempt.originalRecipient, attempt.relay, attempt.delay,
            attempt.delays, attempt.enhancedStatusCode, attempt.statusWord, attempt.reason,
            attempt.domain(in: bytes),
        ]
        guard parts.allSatisfy({ $0.isWithin(range) }) else { return "parts outside: \(attempt)" }
        guard attempt.statusWord.upperBound <= max(attempt.reason.lowerBound, range.lowerBound) else {
            return "the reason comes before the status: \(attempt)"
        }
        if attempt.hasRecipient, !isFollowedByRelay(attempt, bytes) {
            return "no '>, relay=' ends the recipient: \(attempt)"
        }
        if !attempt.isTruncated, bytes[range.upperBound - 1] != UInt8(ascii: ")") {
            return "not truncated, and yet no ')' at the end"
        }
        return nil
    }

    private static func isFollowedByRelay(_ attempt: DeliveryAttempt, _ bytes: Span<UInt8>) -> Bool {
        let last =
            attempt.originalRecipient.end == 0 ? attempt.recipient : attempt.originalRecipient
        let end = last.upperBound
        return bytes.starts(with: ">, relay=", in: end..<end + 9)
    }
}
