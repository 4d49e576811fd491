import MailFlow

extension Mask {
    /// The snapshot with the local part of every address hashed, in texts too.
    func snapshot(_ snapshot: FlowSnapshot) -> FlowSnapshot {
        guard isOn else { return snapshot }
        var masked = snapshot
        for index in masked.waiting.oldest.indices {
            masked.waiting.oldest[index].sender = masked.waiting.oldest[index].sender.map(address)
            masked.waiting.oldest[index].recipient = address(masked.waiting.oldest[index].recipient)
        }
        for index in masked.destinations.indices {
            masked.destinations[index].lastReason = text(masked.destinations[index].lastReason)
        }
        for index in masked.unclassified.samples.indices {
            masked.unclassified.samples[index].reason = text(
                masked.unclassified.samples[index].reason
            )
        }
        for index in masked.findings.indices {
            masked.findings[index].example = text(masked.findings[index].example)
        }
        return masked
    }
}
