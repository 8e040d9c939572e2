import Foundation

/// How a process ended.
enum Ending: Equatable, Sendable {
    case exit(Int32)
    case signal(Int32)

    init(waitStatus: Int32) {
        self = waitStatus & 0x7F == 0 ? .exit((waitStatus >> 8) & 0xFF) : .signal(waitStatus & 0x7F)
    }
}

/// A process that a test started.
struct Spawned: Sendable {
    let id: pid_t

    struct NotStarted: Error {
        var reason: String
    }

    /// Starts a program with exactly this environment.
    /// - Parameters:
    ///   - terminal: the path of the terminal for all three streams.
    ///   - controls: whether it leads a session of its own whose terminal this is, as under a login.
    ///   - files: input, output and errors, when there is no terminal.
    init(
        _ arguments: [String], environment: [String: String], terminal: String? = nil, controls: Bool = true,
        files: [String] = []
    ) throws {
        var actions = posix_spawn_file_actions_t()
        var attributes = posix_spawnattr_t()
        posix_spawn_file_actions_init(&actions)
        posix_spawnattr_init(&attributes)
        defer {
            posix_spawn_file_actions_destroy(&actions)
            posix_spawnattr_destroy(&attributes)
        }
        Spawned.open(terminal, controls, files, &actions)
        Spawned.plainSignals(&attributes, ownSession: terminal != nil && controls)
        var id: pid_t = 0
        var argv = arguments.map { strdup($0) } + [nil]
        var envp = environment.map { strdup("\($0)=\($1)") } + [nil]
        let result = posix_spawnp(&id, arguments[0], &actions, &attributes, &argv, &envp)
        for pointer in argv + envp { free(pointer) }
        guard result == 0 else { throw NotStarted(reason: String(cString: strerror(result))) }
        self.id = id
    }

    private static func open(
        _ terminal: String?, _ controls: Bool, _ files: [String], _ actions: inout posix_spawn_file_actions_t
    ) {
        for stream in Int32(0)...2 {
            if let terminal {
                posix_spawn_file_actions_addopen(
                    &actions, stream, terminal, O_RDWR | (controls ? 0 : O_NOCTTY), 0)
            } else if files.indices.contains(Int(stream)) {
                let flags = stream == 0 ? O_RDONLY : O_WRONLY | O_CREAT | O_TRUNC
                posix_spawn_file_actions_addopen(&actions, stream, files[Int(stream)], flags, 0o600)
            }
        }
    }

    /// The test process may have changed what happens to signals; its children begin as a shell's would.
    private static func plainSignals(_ attributes: inout posix_spawnattr_t, ownSession: Bool) {
        var none = sigset_t()
        var all = sigset_t()
        sigemptyset(&none)
        sigfillset(&all)
        posix_spawnattr_setsigmask(&attributes, &none)
        posix_spawnattr_setsigdefault(&attributes, &all)
        let newSession: Int16 = 0x80  // POSIX_SPAWN_SETSID, which Swift does not see
        let flags = Int16(POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF) | (ownSession ? newSession : 0)
        posix_spawnattr_setflags(&attributes, flags)
    }

    func send(_ signal: Int32) { kill(id, signal) }

    /// How it ended; `nil` while it runs. To be asked until it has answered, and not again.
    func ending() -> Ending? {
        var status: Int32 = 0
        return waitpid(id, &status, WNOHANG) == id ? Ending(waitStatus: status) : nil
    }

    /// Waits for its end; it is killed when that takes longer.
    func ending(within seconds: Double) -> Ending? {
        let deadline = Instant.now + seconds
        while Instant.now < deadline {
            if let ending = ending() { return ending }
            poll(nil, 0, 2)
        }
        send(SIGKILL)
        var status: Int32 = 0
        waitpid(id, &status, 0)
        return nil
    }

}

/// Seconds on a clock that only moves forward.
enum Instant {
    static var now: Double {
        var time = timespec()
        clock_gettime(CLOCK_MONOTONIC, &time)
        return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
    }
}
