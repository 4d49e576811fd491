/// A life in few bytes: very many may be in flight, and each is written whenever it changes.
///
/// Numbers in base 128, the lowest seven bits first, bit 7 set where more follow; texts with their
/// length in front. The first byte is the version of the form.
extension StoredLife {
    private static let version: UInt8 = 3
    /// Places are 32 bits, and each costs memory: more were never in flight.
    private static let mostNumbers: Int64 = 1 << 26

    /// The stored form.
    public var bytes: [UInt8] {
        var writer = ByteWriter()
        writer.bytes.append(Self.version)
        writer.write(host)
        writer.write(queueID)
        writer.write(arrived)
        writer.write(messageID)
        writer.write(sender)
        writer.bytes += [codes, (isHeld ? 1 : 0) | (sawStart ? 2 : 0) | (isContinuation ? 4 : 0)]
        writer.write(Int64(recipients.count))
        for recipient in recipients { recipient.write(to: &writer, arrived: arrived) }
        return writer.bytes
    }

    /// Reads the stored form, that of version 2, which had no hashes, or that of version 1, which had
    /// more words; nil: it is none of these, or no life has this number or such times.
    public init?(number: Int64, bytes: [UInt8]) {
        guard (1...Self.mostNumbers).contains(number) else { return nil }
        var reader = ByteReader(bytes: bytes)
        guard let version = reader.byte(), (1...Self.version).contains(version),
            let host = reader.textOrNil(), let queueID = reader.text(),
            let arrived = reader.number(),
            let messageID = reader.textOrNil(), let sender = reader.textOrNil(),
            let codes = reader.byte(), let flags = reader.byte(), let count = reader.number()
        else { return nil }
        var recipients: [Recipient] = []
        for _ in 0..<max(0, count) {
            let recipient =
                version == 1
                ? Recipient(first: &reader)
                : Recipient(&reader, arrived: arrived, hasFlags: version > 2)
            guard let recipient else { return nil }
            recipients.append(recipient)
        }
        let times = [arrived] + recipients.flatMap { [$0.first, $0.last] }
        guard StoredNumbers.areTimes(times) else { return nil }
        self.init(
            number: number,
            host: host.text,
            queueID: queueID,
            arrived: arrived,
            messageID: messageID.text,
            sender: sender.text,
            codes: codes,
            isHeld: flags & 1 != 0,
            sawStart: flags & 2 != 0,
            isContinuation: flags & 4 != 0,
            recipients: recipients
        )
    }
}

extension StoredLife.Recipient {
    /// The domain is mostly the end of the address, and the times are near the message's own.
    fileprivate func write(to writer: inout ByteWriter, arrived: Int64) {
        writer.write(address)
        writer.write(domain == (AddressDomain.of(address) ?? "") ? nil : domain)
        writer.write(Int64(attempts))
        writer.bytes += [codes, lastCode]
        writer.write(Int64(lastRow))
        writer.bytes += [Self.letter(of: fate), (hash == nil ? 0 : 1) | (gaveCount ? 2 : 0)]
        if let hash { writer.write(hash) }
        writer.write(first &- arrived)
        writer.write(last &- first)
    }

    fileprivate init?(_ reader: inout ByteReader, arrived: Int64, hasFlags: Bool) {
        guard let address = reader.text(), let domain = reader.textOrNil(),
            let attempts = reader.number(), let codes = reader.byte(), let lastCode = reader.byte(),
            let lastRow = reader.number(), let letter = reader.byte(),
            let fate = Self.fates[letter],
            let flags = hasFlags ? reader.byte() : 0
        else { return nil }
        let hash = flags & 1 != 0 ? reader.word() : nil
        guard (flags & 1 != 0) == (hash != nil), let wait = reader.number(),
            let span = reader.number()
        else { return nil }
        self.init(
            address: address,
            hash: hash,
            gaveCount: flags & 2 != 0,
            domain: domain.text ?? AddressDomain.of(address) ?? "",
            attempts: UInt32(truncatingIfNeeded: attempts),
            codes: codes,
            lastCode: lastCode,
            lastRow: Int16(truncatingIfNeeded: lastRow),
            fate: fate,
            first: arrived &+ wait,
            last: arrived &+ wait &+ span
        )
    }

    /// The form of version 1.
    fileprivate init?(first reader: inout ByteReader) {
        guard let address = reader.text(), let domain = reader.text(),
            let attempts = reader.number(), let codes = reader.byte(), let lastCode = reader.byte(),
            let lastRow = reader.number(), let fate = reader.text(), let first = reader.number(),
            let span = reader.number()
        else { return nil }
        self.init(
            address: address,
            domain: domain,
            attempts: UInt32(truncatingIfNeeded: attempts),
            codes: codes,
            lastCode: lastCode,
            lastRow: Int16(truncatingIfNeeded: lastRow),
            fate: fate,
            first: first,
            last: first &+ span
        )
    }

    /// The first letter of a fate tells it from the others.
    private static func letter(of fate: String) -> UInt8 { fate.utf8.first ?? 0 }

    private static let fates = Dictionary(
        uniqueKeysWithValues: RecipientFate.allCases.map { (letter(of: $0.rawValue), $0.rawValue) }
    )
}

private struct ByteWriter {
    var bytes: [UInt8] = []

    /// Small numbers of either sign are short.
    mutating func write(_ number: Int64) {
        var rest = UInt64(bitPattern: number << 1 ^ number >> 63)
        while rest >= 128 {
            bytes.append(UInt8(truncatingIfNeeded: rest) | 128)
            rest >>= 7
        }
        bytes.append(UInt8(rest))
    }

    /// The lowest byte first.
    mutating func write(_ word: UInt64) {
        for place in 0..<8 { bytes.append(UInt8(truncatingIfNeeded: word >> UInt64(8 * place))) }
    }

    mutating func write(_ text: String) {
        write(Int64(text.utf8.count))
        bytes.append(contentsOf: text.utf8)
    }

    /// -1 stands for none.
    mutating func write(_ text: String?) {
        guard let text else { return write(Int64(-1)) }
        write(text)
    }
}

private struct ByteReader {
    /// A text or none, told from a form that cannot be read.
    struct Text {
        var text: String?
    }

    let bytes: [UInt8]
    private var offset = 0

    init(bytes: [UInt8]) { self.bytes = bytes }

    mutating func byte() -> UInt8? {
        guard offset < bytes.count else { return nil }
        defer { offset += 1 }
        return bytes[offset]
    }

    mutating func number() -> Int64? {
        var (found, shift) = (UInt64(0), UInt64(0))
        while let next = byte(), shift < 64 {
            found |= UInt64(next & 127) << shift
            shift += 7
            if next < 128 {
                return Int64(bitPattern: found >> 1) ^ -Int64(bitPattern: found & 1)
            }
        }
        return nil
    }

    mutating func word() -> UInt64? {
        guard bytes.count - offset >= 8 else { return nil }
        defer { offset += 8 }
        return bytes[offset..<offset + 8].reversed().reduce(0) { $0 << 8 | UInt64($1) }
    }

    mutating func textOrNil() -> Text? {
        guard let count = number() else { return nil }
        guard count >= 0 else { return Text(text: nil) }
        guard count <= bytes.count - offset else { return nil }
        defer { offset += Int(count) }
        return Text(text: String(decoding: bytes[offset..<offset + Int(count)], as: UTF8.self))
    }

    mutating func text() -> String? { textOrNil()?.text }
}
