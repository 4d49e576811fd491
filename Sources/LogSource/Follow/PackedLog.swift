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
        while try reader.next(&block) {
            if block.offset + block.count <= position.offset { continue }
            if block.offset < position.offset { drop(position.offset - block.offset, from: &block) }
            if position.isInsideLine { dropLine(&block) }
            guard block.count > 0 else { continue }
            position.offset = block.offset + block.count
            position.line += block.lines
            position.mark = ContentMark(block.bytes, upTo: block.count)
            return true
        }
        return false
    }

    private func dropLine(_ block: inout LogBlock) {
        let newline = block.bytes[..<block.count].firstIndex(of: 10)
        position.isInsideLine = newline == nil
        drop(newline.map { $0 + 1 } ?? block.count, from: &block)
    }

    private func drop(_ count: Int, from block: inout LogBlock) {
        block.count -= count
        block.offset += count
        for index in 0..<block.count { block.bytes[index] = block.bytes[index + count] }
    }
}
