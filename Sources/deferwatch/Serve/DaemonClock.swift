import Glibc

/// The clocks of the daemon, in whole seconds.
enum DaemonClock {
    /// Seconds since 1970, UTC.
    ///
    /// The coarse clock is a read of memory, and asked for every request.
    static var wall: Int64 { seconds(CLOCK_REALTIME_COARSE) }

    /// A clock that nobody sets, and that goes on while the machine sleeps.
    static var monotonic: Int64 { seconds(CLOCK_BOOTTIME) }

    private static func seconds(_ clock: Int32) -> Int64 {
        var time = timespec()
        // SAFETY: clock_gettime fills the structure that it is given.
        unsafe clock_gettime(clock, &time)
        return Int64(time.tv_sec)
    }
}
