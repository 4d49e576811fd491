public import CByteScan

/// A growing row of plain values with one owner.
///
/// As `Array`, without reference counts and without the question, at each change, whether somebody
/// shares the storage: for tables that are written to a hundred million times.
@safe
public struct Column<Element: BitwiseCopyable>: ~Copyable {
    // SAFETY: `base` is room for `capacity` elements, of which the first `count` are initialised;
    // a column is never copied, so nothing else refers to them.
    @usableFromInline var base: UnsafeMutablePointer<Element>
    @usableFromInline var capacity: Int
    /// Elements in it.
    @inlinable public var count: Int { length }
    @usableFromInline var length = 0

    /// An empty column with room for `capacity` elements.
    public init(capacity: Int = 16) {
        self.capacity = max(capacity, 16)
        unsafe base = Self.room(for: self.capacity)
    }

    /// A column of `count` times `element`.
    public init(repeating element: Element, count: Int) {
        capacity = max(count, 16)
        unsafe base = Self.room(for: capacity)
        unsafe base.initialize(repeating: element, count: count)
        length = count
    }

    /// A column of `count` zero bytes.
    public init(zeros count: Int) where Element == UInt8 {
        capacity = max(count, 16)
        // SAFETY: the room is as large as it is said to be, and every byte of it is initialised.
        unsafe base = cbs_zero_room(capacity).bindMemory(to: UInt8.self, capacity: capacity)
        length = count
    }

    deinit {
        unsafe cbs_give_back(base)
    }

    /// Room of the C library, which can enlarge it in place.
    private static func room(for capacity: Int) -> UnsafeMutablePointer<Element> {
        precondition(MemoryLayout<Element>.alignment <= 16, "the library aligns to 16 bytes")
        // SAFETY: the room is as large as it is said to be.
        return unsafe cbs_room(capacity * MemoryLayout<Element>.stride)
            .bindMemory(to: Element.self, capacity: capacity)
    }

    /// True where nothing is in it.
    @inlinable public var isEmpty: Bool { length == 0 }

    /// The places of its elements.
    @inlinable public var indices: Range<Int> { 0..<length }

    /// The last element; nil where nothing is in it.
    @inlinable public var last: Element? { length == 0 ? nil : self[length &- 1] }

    /// The first element; nil where nothing is in it.
    @inlinable public var first: Element? { length == 0 ? nil : self[0] }

    /// The element at `index`.
    @inlinable
    public subscript(index: Int) -> Element {
        @inline(__always) get {
            precondition(UInt(bitPattern: index) < UInt(bitPattern: length), "the place exists")
            return unsafe base[index]
        }
        @inline(__always) _modify {
            precondition(UInt(bitPattern: index) < UInt(bitPattern: length), "the place exists")
            yield unsafe &base[index]
        }
    }

    /// Adds `element` at the end.
    @inlinable @inline(__always)
    public mutating func append(_ element: Element) {
        if length == capacity { grow(to: length &+ 1) }
        unsafe (base + length).initialize(to: element)
        length &+= 1
    }

    /// Adds `count` times `element` at the end.
    public mutating func append(repeating element: Element, count: Int) {
        if length + count > capacity { grow(to: length + count) }
        unsafe (base + length).initialize(repeating: element, count: count)
        length += count
    }

    /// Takes the last element out; nil where nothing is in it.
    @inlinable @inline(__always)
    public mutating func popLast() -> Element? {
        guard length > 0 else { return nil }
        length &-= 1
        return unsafe base[length]
    }

    /// Takes all elements out and keeps the room.
    @inlinable
    public mutating func removeAll() { length = 0 }

    /// Asks the memory for the element at `index`, ahead of its use; an index outside is ignored.
    @inlinable @inline(__always)
    public func prefetch(at index: Int) {
        guard UInt(bitPattern: index) < UInt(bitPattern: length) else { return }
        // SAFETY: the address lies inside the column, and a prefetch reads nothing.
        unsafe cbs_prefetch(base + index)
    }

    /// More room, by half at least.
    ///
    /// A large column is not copied: the line that makes it grow waits no longer than others.
    @usableFromInline
    mutating func grow(to needed: Int) {
        let wanted = max(needed, capacity + capacity / 2)
        // SAFETY: plain elements may be moved as bytes; the old room is not used any more.
        unsafe base = cbs_more_room(base, wanted * MemoryLayout<Element>.stride)
            .bindMemory(to: Element.self, capacity: wanted)
        capacity = wanted
    }
}

extension Column: @unchecked Sendable where Element: Sendable {}
