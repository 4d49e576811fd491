import Glibc

/// Keeps a state directory to one process that writes: two would number the same events.
///
/// The kernel gives it back when the process ends, however it ends. Source: flock(2).
final class StateLock: Sendable {
    private let descriptor: Int32

    /// nil: another process has it, or no lock can be made here.
    init?(directory: String) {
        descriptor = unsafe open(directory + "/lock", O_RDWR | O_CREAT | O_CLOEXEC, 0o640)
        guard descriptor >= 0 else { return nil }
        // Whoever gets nothing runs deinit, which closes.
        guard flock(descriptor, LOCK_EX | LOCK_NB) == 0 else { return nil }
    }

    deinit { Glibc.close(descriptor) }
}
