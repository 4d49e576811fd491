import ByteScan

extension FlowLedger {
    /// The host that nearly all deferrals met last: a smarthost, a content filter or one provider's.
    ///
    /// nil: no host stands for at least nine in ten of the deferrals, or it serves one destination.
    func commonServer() -> FlowSnapshot.CommonServer? {
        guard let leader = leadingServer() else { return nil }
        var (destinationCount, attempts, all) = (0, 0, 0)
        for place in destinations.failures.indices {
            let failure = destinations.failures[place]
            all += failure.attempts.total
            guard haveSameHost(failure.server, leader) else { continue }
            destinationCount += 1
            attempts += failure.attempts.total
        }
        guard destinationCount > 1, attempts * 10 >= all * 9 else { return nil }
        return FlowSnapshot.CommonServer(
            host: host(ofServer: leader),
            destinations: destinationCount,
            attempts: attempts
        )
    }

    /// The only server whose host may stand for more than half of the deferrals.
    ///
    /// By the majority vote of Boyer and Moore: no table of hosts, however many there are.
    private func leadingServer() -> TextArena.Handle? {
        var (leader, lead): (TextArena.Handle, Int) = (0, 0)
        for place in destinations.failures.indices {
            let failure = destinations.failures[place]
            let attempts = failure.attempts.total
            if haveSameHost(failure.server, leader) {
                lead += attempts
            } else if lead >= attempts {
                lead -= attempts
            } else {
                (leader, lead) = (failure.server, attempts - lead)
            }
        }
        return leader == 0 ? nil : leader
    }

    private func haveSameHost(_ one: TextArena.Handle, _ other: TextArena.Handle) -> Bool {
        guard one != other, one != 0, other != 0 else { return one == other }
        return texts.withBytes(of: one) { bytes, range in
            let host = Self.host(bytes, range)
            return texts.withBytes(of: other) { otherBytes, otherRange in
                let otherHost = Self.host(otherBytes, otherRange)
                return host.count == otherHost.count
                    && host.allSatisfy { offset in
                        bytes[offset] == otherBytes[otherHost.lowerBound + offset - host.lowerBound]
                    }
            }
        }
    }

    private func host(ofServer server: TextArena.Handle) -> String {
        texts.withBytes(of: server) { bytes, range in
            let host = Self.host(bytes, range)
            return bytes.text(ByteRange(host.lowerBound, host.upperBound))
        }
    }

    /// HOST of 'HOST[ADDRESS]:PORT'.
    private static func host(_ bytes: Span<UInt8>, _ range: Range<Int>) -> Range<Int> {
        range.lowerBound..<(bytes.firstOffset(of: UInt8(ascii: "["), in: range) ?? range.upperBound)
    }
}
