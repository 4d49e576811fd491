/// A compressed log that was rotated away, from an offset to its end.
final class PackedLog {
    private var reader: BlockReader
    /// After what was delivered.
    private(set) var position: FilePosition
    /// How the file begins.
    let head: LogHead
    let path: String

    init(
        path: String,
        at position: FilePosition,
        id: FileID,
        head: LogHead
    ) throws(LogSourceError) {
        reader = try BlockReader(path: path)
        self.path = path
        self.head = head
        self.position = position
        self.position.file = id
        self.position.note(head)
    }

    /// Unpacks whole lines into `block`; false at the end.
    func read(into block: inout LogBlock) throws(LogSourceError) -> Bool {
        while true {
            let overlong = reader.overlongLines
            guard try reader.next(&block) else { return false }
            let isCut = reader.overlongLines > overlong
            if block.offset + block.count <= position.offset { continue }
            if block.offset < position.offset { block.dropFirst(position.offset - block.offset) }
            if position.isInsideLine {
                // What lies between is the rest of a line that the reader has cut, too.
                position.isInsideLine = block.offset == position.offset && !block.dropLine()
            }
            guard block.count > 0 else { continue }
            position.offset = block.offset + block.count
            position.isInsideLine = isCut
            position.line += block.lines
            position.mark = ContentMark(block.bytes, upTo: block.count)
            return true
        }
    }
}
