import Glibc
import Testing

/// Runs `body` as a user to whom things are forbidden, also where the tests run as root.
///
/// Linux keeps the user of file accesses for each thread, and takes root's capabilities on files
/// away with it.
///
/// Source: setfsuid(2), capabilities(7).
func withoutPrivileges<Value>(_ body: () throws -> Value) throws -> Value {
    guard geteuid() == 0 else { return try body() }
    let change = try #require(FileUser.change)
    _ = change(65_534)
    defer { _ = change(0) }
    return try body()
}

private enum FileUser {
    /// setfsuid(2), which Swift's view of the C library lacks.
    static var change: (@convention(c) (uid_t) -> CInt)? {
        guard let symbol = unsafe dlsym(nil, "setfsuid") else { return nil }
        // SAFETY: the type is that of the manual page.
        return unsafe unsafeBitCast(symbol, to: (@convention(c) (uid_t) -> CInt).self)
    }
}
