import Glibc

/// Starts a program in a process group of its own, with three descriptors and nothing else of ours.
struct ChildSpawn {
    var input: Int32
    /// nil: to nowhere.
    var output: Int32?
    var errors: Int32?

    private static let mostInherited: Int32 = 256

    /// The new process; nil where it cannot be run.
    func start(
        _ path: String,
        _ arguments: [String],
        _ environment: [String: String]
    ) -> pid_t? {
        var actions = unsafe posix_spawn_file_actions_t()
        var attributes = posix_spawnattr_t()
        // SAFETY: both are made before and destroyed after their use, and hold no pointers of ours.
        unsafe posix_spawn_file_actions_init(&actions)
        unsafe posix_spawnattr_init(&attributes)
        defer {
            unsafe posix_spawn_file_actions_destroy(&actions)
            unsafe posix_spawnattr_destroy(&attributes)
        }
        unsafe connect(&actions)
        isolate(&attributes)
        return unsafe withCStrings([path] + arguments) { argv in
            unsafe withCStrings(environment.map { "\($0)=\($1)" }) { envp in
                var process: pid_t = 0
                // SAFETY: both lists end with nil and live as long as the call.
                let result = unsafe posix_spawn(
                    &process,
                    path,
                    &actions,
                    &attributes,
                    argv,
                    envp
                )
                return result == 0 ? process : nil
            }
        }
    }

    private func connect(_ actions: inout posix_spawn_file_actions_t) {
        unsafe posix_spawn_file_actions_adddup2(&actions, input, 0)
        for (number, descriptor) in [(Int32(1), output), (2, errors)] {
            if let descriptor {
                unsafe posix_spawn_file_actions_adddup2(&actions, descriptor, number)
            } else {
                unsafe posix_spawn_file_actions_addopen(
                    &actions,
                    number,
                    "/dev/null",
                    O_WRONLY,
                    0
                )
            }
        }
        // Ours close by themselves; what came with the daemon's start may not.
        for descriptor in 3..<Self.mostInherited where fcntl(descriptor, F_GETFD) == 0 {
            unsafe posix_spawn_file_actions_addclose(&actions, descriptor)
        }
    }

    /// Signals are as a program expects them, whatever this one blocks or ignores.
    private func isolate(_ attributes: inout posix_spawnattr_t) {
        var none = sigset_t()
        var usual = sigset_t()
        unsafe sigemptyset(&none)
        unsafe sigemptyset(&usual)
        for signal in [SIGPIPE, SIGTERM, SIGINT, SIGHUP, SIGQUIT, SIGCHLD, SIGUSR1] {
            _ = unsafe sigaddset(&usual, signal)
        }
        unsafe posix_spawnattr_setsigmask(&attributes, &none)
        unsafe posix_spawnattr_setsigdefault(&attributes, &usual)
        unsafe posix_spawnattr_setpgroup(&attributes, 0)
        let flags = POSIX_SPAWN_SETPGROUP | POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF
        unsafe posix_spawnattr_setflags(&attributes, Int16(flags))
    }

    /// Lends `words` as a list that ends with nil.
    private func withCStrings<Result>(
        _ words: [String],
        _ body: ([UnsafeMutablePointer<CChar>?]) -> Result
    ) -> Result {
        // SAFETY: every copy is freed after its use.
        let copies = unsafe words.map { unsafe strdup($0) }
        defer { unsafe copies.forEach { unsafe free($0) } }
        return unsafe body(copies + [nil])
    }
}
