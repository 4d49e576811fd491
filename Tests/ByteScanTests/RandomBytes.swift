import TestSupport

extension SeededRandom {
    /// Bytes of which about one in `rarity` is `wanted`.
    mutating func bytes(_ count: Int, wanted: UInt8, rarity: UInt64) -> [UInt8] {
        (0..<count).map { _ in
            next() % rarity == 0 ? wanted : UInt8(truncatingIfNeeded: next())
        }
    }
}
