import ByteScan

/// A record that a shipper writes as a time, a tag and an object: fluentd's file output and Fluent
/// Bit's standard output.
///
/// Source: docs.fluentd.org, out_file; docs.fluentbit.io, stdout.
struct ShippedRecord {
    /// The time, as it stands there.
    var time: ByteRange
    /// Where the object begins.
    var object: Int

    /// The record on the line that begins at `range.lowerBound`; nil where it is none.
    init?(_ bytes: Span<UInt8>, _ range: Range<Int>) {
        // Tags are short.
        let limit = range.lowerBound..<min(range.upperBound, range.lowerBound + 256)
        guard let first = range.first,
            let found = bytes[first] == UInt8(ascii: "[")
                ? Self.printed(bytes, limit) : Self.filed(bytes, limit)
        else { return nil }
        self = found
    }

    private init(time: ByteRange, object: Int) {
        self.time = time
        self.object = object
    }

    /// 'TIME TAB TAG TAB {…}'.
    private static func filed(_ bytes: Span<UInt8>, _ range: Range<Int>) -> ShippedRecord? {
        guard bytes[range.lowerBound] &- 48 <= 9,
            let reading = TimestampReader.read(bytes, range), reading.end < range.upperBound,
            bytes[reading.end] == 9,
            let object = bytes.firstOffset(of: "\t{", in: reading.end..<range.upperBound)
        else { return nil }
        return ShippedRecord(time: ByteRange(range.lowerBound, reading.end), object: object + 1)
    }

    /// '[0] TAG: [1793698141.123456789, {…}]'; since 2.1 '[0] TAG: [[1793698141.123456789, {}], {…}]'.
    private static func printed(_ bytes: Span<UInt8>, _ range: Range<Int>) -> ShippedRecord? {
        guard let open = bytes.firstOffset(of: ": [", in: range) else { return nil }
        var start = open + 3
        let isNested = start < range.upperBound && bytes[start] == UInt8(ascii: "[")
        if isNested { start += 1 }
        var end = start
        while end < range.upperBound, bytes[end] != UInt8(ascii: ",") { end += 1 }
        let time = ByteRange(start, end)
        let mark: StaticString = isNested ? "], {" : ", {"
        guard JSONNumber.epoch(bytes, time) != nil,
            let before = bytes.firstOffset(of: mark, in: end..<range.upperBound)
        else { return nil }
        return ShippedRecord(time: time, object: before + mark.utf8CodeUnitCount - 1)
    }
}
