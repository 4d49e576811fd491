/// A growing row in pages: it grows without a copy of what is there, so that nobody waits for one and
/// memory never holds the row twice.
struct PagedRow<Element: Sendable>: Sendable {
    private var pages: [[Element]] = []
    private(set) var count = 0

    private static var shift: Int { 10 }
    private static var pageSize: Int { 1 << shift }

    /// An empty row.
    init() {}

    /// The places of its elements.
    var indices: Range<Int> { 0..<count }

    subscript(index: Int) -> Element {
        @inline(__always) get { pages[index >> Self.shift][index & (Self.pageSize - 1)] }
        @inline(__always) _modify { yield &pages[index >> Self.shift][index & (Self.pageSize - 1)] }
    }

    mutating func append(_ element: Element) {
        if count & (Self.pageSize - 1) == 0 {
            var page: [Element] = []
            page.reserveCapacity(Self.pageSize)
            pages.append(page)
        }
        pages[count >> Self.shift].append(element)
        count += 1
    }
}
