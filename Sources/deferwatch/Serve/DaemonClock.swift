import Glibc

/// The clocks of the daemon, in whole seconds.
enum DaemonClock {
    /// Seconds since 1970, UTC.
    ///
    /// The coarse clock is a read of memory, and asked for every request.
    static var wall: Int64 { seconds(CLOCK_REALTIME_COARSE) }

    /// A clock that nobody sets, and that goes on while the machine sleeps.
    static var monotonic: Int64 { seconds(CLOCK_BOOTTIME) }

    /// Nanoseconds, to measure with.
    static var nanoseconds: UInt64 {
        let time = time(CLOCK_MONOTONIC)
        return UInt64(time.tv_sec) &* 1_000_000_000 &+ UInt64(time.tv_nsec)
    }

    private static func seconds(_ clock: Int32) -> Int64 { Int64(time(clock).tv_sec) }

    private static func time(_ clock: Int32) -> timespec {
        var time = timespec()
        // SAFETY: clock_gettime fills the structure that it is given.
        unsafe clock_gettime(clock, &time)
        return time
    }
}
