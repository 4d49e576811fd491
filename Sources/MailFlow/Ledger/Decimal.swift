import ByteScan

/// Numbers as Postfix logs its delays: '0.02', '3600'.
enum Decimal {
    private static let powers: [Double] = (0...15).map { exponent in
        (0..<exponent).reduce(1.0) { power, _ in power * 10 }
    }

    /// More seconds than any queue knows; the log may also hold 'nan' or 1e400.
    private static let possible = 0.0...1e9

    /// The seconds in `range`; nil: it holds none.
    static func value(_ bytes: Span<UInt8>, _ range: Range<Int>) -> Double? {
        let text = ByteRange(range.lowerBound, range.upperBound)
        guard let value = plain(bytes, range) ?? Double(bytes.text(text)), possible.contains(value)
        else { return nil }
        return value
    }

    /// The four figures of `delays=`, 'a/b/c/d'; nil: they are not four.
    static func values(_ bytes: Span<UInt8>, _ range: Range<Int>) -> [Double]? {
        var found: [Double] = []
        found.reserveCapacity(4)
        var start = range.lowerBound
        while start < range.upperBound {
            var end = start
            while end < range.upperBound, bytes[end] != UInt8(ascii: "/") { end += 1 }
            if let value = value(bytes, start..<end) { found.append(value) }
            start = end + 1
        }
        return found.count == 4 ? found : nil
    }

    /// Up to fifteen digits with a point or without; nil: another form.
    ///
    /// Such digits and the power of ten are exact, so their quotient is the nearest number, as the
    /// library would have it.
    private static func plain(_ bytes: Span<UInt8>, _ range: Range<Int>) -> Double? {
        guard range.count <= 16, let last = range.last, bytes[last] != UInt8(ascii: ".") else {
            return nil
        }
        var (digits, digitCount, pointAt) = (0, 0, -1)
        for place in range {
            let byte = bytes[place]
            if byte == UInt8(ascii: "."), pointAt < 0, digitCount > 0 {
                pointAt = digitCount
                continue
            }
            guard byte >= UInt8(ascii: "0"), byte <= UInt8(ascii: "9"), digitCount < 15 else {
                return nil
            }
            digits = digits * 10 + Int(byte - UInt8(ascii: "0"))
            digitCount += 1
        }
        return pointAt < 0 ? Double(digits) : Double(digits) / powers[digitCount - pointAt]
    }
}
