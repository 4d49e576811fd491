import ByteScan

/// Which places of the life table differ from the rows that they are stored in.
///
/// A row is called after its place, so that messages in flight lie close together however long the
/// log is; a place that is used again takes its row over.
struct LifeMarks: ~Copyable, Sendable {
    struct Mark: OptionSet, BitwiseCopyable {
        let rawValue: UInt8

        /// The place is in `touched`.
        static let isListed = Mark(rawValue: 1)
        /// The life in it is to be stored.
        static let isChanged = Mark(rawValue: 2)
        /// It has a row.
        static let isStored = Mark(rawValue: 4)
    }

    private var marks = Column<Mark>()
    private var touched = Column<UInt32>()

    /// The life in `place` began or changed.
    @inline(__always)
    mutating func touch(_ place: Int) {
        list(place)
        marks[place].insert(.isChanged)
    }

    /// The life in `place` ended.
    mutating func end(_ place: Int) {
        list(place)
        marks[place].remove(.isChanged)
    }

    /// The life in `place` came from its row.
    mutating func restore(_ place: Int) {
        grow(to: place)
        marks[place] = .isStored
    }

    /// Places to be stored and places whose rows are to go, since the last call.
    mutating func take() -> (changed: [Int], gone: [Int]) {
        var changed: [Int] = []
        var gone: [Int] = []
        changed.reserveCapacity(touched.count)
        for index in touched.indices {
            let place = Int(touched[index])
            if marks[place].contains(.isChanged) {
                changed.append(place)
                marks[place] = .isStored
            } else {
                if marks[place].contains(.isStored) { gone.append(place) }
                marks[place] = []
            }
        }
        touched.removeAll()
        return (changed, gone)
    }

    @inline(__always)
    private mutating func list(_ place: Int) {
        grow(to: place)
        guard !marks[place].contains(.isListed) else { return }
        marks[place].insert(.isListed)
        touched.append(UInt32(truncatingIfNeeded: place))
    }

    @inline(__always)
    private mutating func grow(to place: Int) {
        if place >= marks.count { marks.append(repeating: [], count: place + 1 - marks.count) }
    }
}
