/// Tells a follower when to look again.
///
/// Injected, so that tests step by hand and nothing sleeps.
public protocol WakeSource: AnyObject {
    /// Time since any fixed moment; never goes back.
    var now: Duration { get }

    /// Asks to be woken by changes in `directory`; false where the system will not tell, so that the
    /// source looks again and again instead.
    func watch(directory: String) -> Bool

    /// Asks to be woken when `descriptor` can be read.
    func watch(descriptor: Int32)

    /// Does not ask for `descriptor` any more.
    func forget(descriptor: Int32)

    /// Waits until something may have changed; false where the follower is to stop.
    func wait() -> Bool
}
