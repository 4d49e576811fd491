import ByteScan

/// The hosts that wrote a log, numbered in order of appearance.
///
/// A handful, so they are compared in turn.
struct HostTable: Sendable {
    private(set) var names: [[UInt8]] = []

    /// More hosts than this share the last number: a bound, not a use.
    private static let most = 4_096

    /// The number of the host in `range`.
    mutating func number(_ bytes: Span<UInt8>, _ range: ByteRange) -> UInt32 {
        for (number, name) in names.enumerated() where equals(name, bytes, range) {
            return UInt32(number)
        }
        guard names.count < Self.most else { return UInt32(Self.most - 1) }
        // As a restart will find it: see the destinations.
        let name = range.range.prefix(255).map { bytes[$0] }
        let text = Array(name.span.text(ByteRange(0, name.count)).utf8.prefix(255))
        if text != name { return number(text.span, ByteRange(0, text.count)) }
        names.append(name)
        return UInt32(names.count - 1)
    }

    /// The host's name; nil where the log has none.
    func name(_ number: UInt32) -> String? {
        let name = names[Int(number)]
        return name.isEmpty ? nil : String(decoding: name, as: UTF8.self)
    }

    private func equals(_ name: [UInt8], _ bytes: Span<UInt8>, _ range: ByteRange) -> Bool {
        guard name.count == min(range.count, 255) else { return false }
        for offset in 0..<name.count where name[offset] != bytes[range.lowerBound + offset] {
            return false
        }
        return true
    }
}
