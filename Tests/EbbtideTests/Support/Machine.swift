import Foundation

/// What this machine lets a test do. A test that needs more is skipped, and the notice says so.
enum Machine {
    /// Whether folders can be mounted: root, in a container that allows it.
    static let canMount: Bool = {
        guard geteuid() == 0, let ward = try? Ward() else { return false }
        let folder = ward.folder + "/trial"
        mkdir(folder, 0o700)
        guard run(["mount", "-t", "tmpfs", "-o", "size=64k", "tmpfs", folder]) else { return false }
        return run(["umount", folder])
    }()

    /// Whether a file can be mounted as a disk of its own.
    static let canMountDisks = canMount && FileManager.default.fileExists(atPath: "/dev/loop-control")

    /// Whether a running process can be watched and slowed down.
    static let canTrace = run(["strace", "-qq", "-o", "/dev/null", "true"])

    /// Runs a tool; whether it succeeded.
    @discardableResult
    static func run(_ arguments: [String]) -> Bool {
        let environment = ["PATH": "/usr/local/bin:/usr/bin:/bin:/usr/sbin:/sbin"]
        let files = ["/dev/null", "/dev/null", "/dev/null"]
        guard let process = try? Spawned(arguments, environment: environment, files: files) else {
            return false
        }
        return process.ending(within: 20) == .exit(0)
    }
}

/// A file system of its own on a folder, for as long as this object lives.
final class Mount {
    let folder: String

    struct Failed: Error {}

    init(_ folder: String, arguments: [String]) throws {
        self.folder = folder
        mkdir(folder, 0o700)
        guard Machine.run(["mount"] + arguments + [folder]) else { throw Failed() }
        chmod(folder, 0o700)
    }

    deinit { Machine.run(["umount", "-l", folder]) }
}

/// The calls that a program makes, as `strace` writes them down.
struct Trace {
    let path: String

    init(in ward: Ward) { path = ward.folder + "/calls" }

    /// What the program is to be run under.
    func wrapper(_ calls: String) -> [String] { ["strace", "-f", "-qq", "-o", path, "-e", "trace=\(calls)"] }

    /// The calls, one a line, without the process number.
    var calls: [String] {
        let text = (try? String(contentsOfFile: path, encoding: .utf8)) ?? ""
        return text.split(separator: "\n").map { $0.drop { $0.isNumber }.drop { $0 == " " } }.map(String.init)
    }
}

/// Meddles with the calls of a running console until it is stopped.
struct Meddling {
    private let tool: Spawned

    init(with console: Console, _ injection: String, in ward: Ward) throws {
        let calls = injection.split(separator: ":")[0]
        tool = try Spawned(
            Trace(in: ward).wrapper(String(calls)) + [
                "-e", "inject=" + injection, "-p", "\(console.process.id)",
            ],
            environment: ward.environment, files: ["/dev/null", "/dev/null", "/dev/null"])
        guard console.reads(until: { Meddling.isTraced(console.process.id) }) else {
            throw Console.NeverSeen(description: "strace did not attach")
        }
    }

    func stop() {
        tool.send(SIGTERM)
        _ = tool.ending(within: 5)
    }

    private static func isTraced(_ process: pid_t) -> Bool {
        let threads = (try? FileManager.default.contentsOfDirectory(atPath: "/proc/\(process)/task")) ?? []
        return threads.allSatisfy { thread in
            let status = try? String(
                contentsOfFile: "/proc/\(process)/task/\(thread)/status", encoding: .utf8)
            return status?.contains("TracerPid:\t0\n") == false
        }
    }
}
