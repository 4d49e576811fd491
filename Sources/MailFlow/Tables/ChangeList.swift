import ByteScan

/// Which places of a table changed since they were asked for, each once.
struct ChangeList: ~Copyable, Sendable {
    private var isListed = Column<Bool>()
    private var listed = Column<UInt32>()

    /// What is in `place` began or changed.
    @inline(__always)
    mutating func touch(_ place: Int) {
        if place >= isListed.count {
            isListed.append(repeating: false, count: place + 1 - isListed.count)
        }
        guard !isListed[place] else { return }
        isListed[place] = true
        listed.append(UInt32(truncatingIfNeeded: place))
    }

    /// The places, lowest first.
    mutating func take() -> [Int] {
        var places: [Int] = []
        places.reserveCapacity(listed.count)
        for index in listed.indices {
            let place = Int(listed[index])
            isListed[place] = false
            places.append(place)
        }
        listed.removeAll()
        places.sort()
        return places
    }
}
