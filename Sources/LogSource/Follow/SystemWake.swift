internal import CDescriptors
internal import Glibc

/// Wakes by inotify, by bytes in a pipe, and by the clock: a thread blocked in poll(2).
///
/// Where the system announces no changes, as on NFS or where inotify is refused, it wakes four times
/// a second instead. With inotify it still wakes once a second: a watch can fail silently.
public final class SystemWake: WakeSource {
    private let announcements: FileHandle?
    private let stopSignal: StopSignal
    private var descriptors: [Int32] = []
    private var watched: [String: Bool] = [:]
    /// False where some directory's changes are not announced.
    private var isAnnounced = true
    /// What poll(2) is asked: the stop, the announcements, the pipes.
    private var requests: [pollfd] = []
    private var buffer = [UInt8](repeating: 0, count: 65_536)

    private static let slow = Duration.seconds(1)
    private static let fast = Duration.milliseconds(250)

    /// - Parameter usesAnnouncements: false to poll only.
    public init(usesAnnouncements: Bool = true) {
        let opened = usesAnnouncements ? inotify_init1(Int32(IN_CLOEXEC | IN_NONBLOCK)) : -1
        announcements = opened >= 0 ? FileHandle(adopting: opened, path: "inotify") : nil
        stopSignal = StopSignal()
        request()
    }

    private func request() {
        let own = [stopSignal.descriptor, announcements?.descriptor].compactMap(\.self)
        requests = (own + descriptors).map { pollfd(fd: $0, events: Int16(POLLIN), revents: 0) }
    }

    /// Makes `wait` return false for good; from any thread, also from a signal handler.
    public var stop: StopSignal { stopSignal }

    /// The monotonic clock.
    public var now: Duration {
        var time = timespec()
        // SAFETY: clock_gettime fills the structure that it is given.
        unsafe clock_gettime(CLOCK_MONOTONIC, &time)
        return .seconds(time.tv_sec) + .nanoseconds(time.tv_nsec)
    }

    /// Asks inotify; false where it is refused, or the directory lies on another machine.
    public func watch(directory: String) -> Bool {
        if let known = watched[directory] { return known }
        let isAnnounced = announce(directory)
        watched[directory] = isAnnounced
        self.isAnnounced = self.isAnnounced && isAnnounced
        return isAnnounced
    }

    private func announce(_ directory: String) -> Bool {
        guard let announcements, !Self.isRemote(directory) else { return false }
        let events =
            IN_MODIFY | IN_CREATE | IN_DELETE | IN_MOVED_FROM | IN_MOVED_TO | IN_ATTRIB
            | IN_CLOSE_WRITE
        // SAFETY: the call reads the path, which lives during the call.
        return unsafe inotify_add_watch(announcements.descriptor, directory, UInt32(events)) >= 0
    }

    /// Others write there, and this machine's kernel does not hear of it.
    private static func isRemote(_ directory: String) -> Bool {
        guard let kind = FileSystem.kind(of: directory) else { return false }
        let remote = ["nfs", "nfs4", "cifs", "smb3", "smbfs", "9p", "ceph", "afs", "virtiofs"]
        return remote.contains(kind) || kind.hasPrefix("fuse")
    }

    /// Adds a pipe.
    public func watch(descriptor: Int32) {
        descriptors.append(descriptor)
        request()
    }

    /// Removes a pipe.
    public func forget(descriptor: Int32) {
        descriptors.removeAll { $0 == descriptor }
        request()
    }

    /// Waits for an announcement, a byte, the clock or `stop`.
    public func wait() -> Bool {
        let limit = isAnnounced ? Self.slow : Self.fast
        // SAFETY: the number of requests is passed with them.
        _ = unsafe poll(
            &requests,
            nfds_t(requests.count),
            Int32(limit / .milliseconds(1))
        )
        if let announcements, requests[1].revents != 0 {
            // What changed is looked up; that something did is all there is to know.
            _ = try? announcements.read(into: &buffer, at: 0, count: buffer.count)
        }
        return requests[0].revents == 0
    }
}

/// Ends a wait, from any thread.
public final class StopSignal: Sendable {
    private let reader: FileHandle
    private let writer: FileHandle

    var descriptor: Int32 { reader.descriptor }

    init() {
        var ends: [Int32] = [-1, -1]
        // SAFETY: the call fills an array of two.
        let failed = unsafe cd_pipe(&ends)
        precondition(failed == 0, "the system has descriptors left")
        for end in ends { _ = fcntl(end, F_SETFL, O_NONBLOCK) }
        reader = FileHandle(adopting: ends[0], path: "pipe")
        writer = FileHandle(adopting: ends[1], path: "pipe")
    }

    /// Ends the wait that is on, and every later one.
    public func callAsFunction() {
        var byte: UInt8 = 0
        // SAFETY: one byte is written from a value of one byte.
        _ = unsafe write(writer.descriptor, &byte, 1)
    }
}
