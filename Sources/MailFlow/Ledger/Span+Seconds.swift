import ByteScan

extension Span<UInt8> {
    /// The seconds of a `delay=` or of a part of `delays=`; nil where that is no figure that a queue
    /// can reach: the log may hold 'nan' or 1e400.
    func seconds(_ range: ByteRange) -> Double? { Self.seconds(text(range)) }

    /// The four figures of `delays=`; nil where they are not four.
    func fourSeconds(_ range: ByteRange) -> [Double]? {
        let figures = text(range).split(separator: "/").compactMap { Self.seconds(String($0)) }
        return figures.count == 4 ? figures : nil
    }

    private static func seconds(_ text: String) -> Double? {
        guard let seconds = Double(text), (0...1e9).contains(seconds) else { return nil }
        return seconds
    }
}
