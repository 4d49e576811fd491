import Testing

@testable import deferwatch

/// One process writes a state directory.
@Suite struct StateLockTests {
    @Test func `a directory that is taken is refused, and free again when its owner ends`() throws {
        let folder = try Folder()
        var first = StateLock(directory: folder.path)
        #expect(first != nil)
        #expect(StateLock(directory: folder.path) == nil)
        first = nil
        #expect(StateLock(directory: folder.path) != nil)
    }

    @Test func `a second writer keeps its history in memory, and the first one's stays`() throws {
        let folder = try Folder()
        let first = HistoryKeeper(directory: folder.path)
        let second = HistoryKeeper(directory: folder.path)
        #expect(!first.isInMemory && second.isInMemory)
        second.close()
        first.close()
    }

    @Test func `a directory that cannot be read, or has no log, is a failure`() throws {
        let folder = try Folder()
        let plan = InputPlan(arguments: [folder.path], year: nil)
        #expect(plan.hasFailures && plan.inputs.isEmpty)
    }
}
