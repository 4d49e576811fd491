/// Where bytes come from: a file, or what unpacks another source.
protocol ByteSource: AnyObject {
    /// The file, as the user named it.
    var path: String { get }

    /// Reads at most `count` bytes to `buffer[start...]`; 0 at the end.
    func read(
        into buffer: inout [UInt8],
        at start: Int,
        count: Int
    ) throws(LogSourceError) -> Int
}
