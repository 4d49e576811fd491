/// The log that the line in hand is of, and the line's offset in it: the parts of event ids.
struct LineOrigin {
    private(set) var identity = "0:"
    private(set) var offset = 0
    /// How many of the block's first lines were passed.
    private var passed = 0
    /// Where the identity is another.
    private var change = Int.max

    mutating func begin(_ block: BlockPosition) {
        passed = 0
        name(block.identity)
        change = block.firstLines.first?.offset ?? .max
    }

    /// Lines come in their order.
    @inline(__always)
    mutating func move(to offset: Int, _ block: BlockPosition) {
        self.offset = offset
        if offset >= change { renew(block) }
    }

    @inline(never)
    private mutating func renew(_ block: BlockPosition) {
        while passed < block.firstLines.count, block.firstLines[passed].offset <= offset {
            passed += 1
        }
        name(block.firstLines[passed - 1].identity)
        change = passed < block.firstLines.count ? block.firstLines[passed].offset : .max
    }

    private mutating func name(_ identity: UInt64) {
        self.identity = String(identity, radix: 16) + ":"
    }
}
