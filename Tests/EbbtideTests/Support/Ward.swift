import Foundation
import Testing

/// A home and a data folder for one test, and the built program to run in them. Removed afterwards.
final class Ward {
    let folder: String
    var environment: [String: String]

    /// The program as it was built beside these tests.
    static let binary: String = {
        let tests = (try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")) ?? ""
        return (tests as NSString).deletingLastPathComponent + "/ebbtide"
    }()

    var data: String { folder + "/data" }

    init() throws {
        var template = Array((NSTemporaryDirectory() + "ebbtide-XXXXXX").utf8CString)
        guard let made = mkdtemp(&template) else { throw Spawned.NotStarted(reason: "no temporary folder") }
        folder = String(cString: made)
        environment = [
            "TERM": "xterm-256color", "LANG": "C.UTF-8", "HOME": folder, "EBBTIDE_DATA": folder + "/data",
            "TZ": "UTC", "PATH": "/usr/local/bin:/usr/bin:/bin:/usr/sbin:/sbin",
        ]
    }

    deinit { try? FileManager.default.removeItem(atPath: folder) }

    /// What a command said.
    struct Outcome {
        var ending: Ending?
        var output: String
        var errors: String
    }

    /// Runs the program to its end.
    @discardableResult
    func run(_ arguments: String..., under wrapper: [String] = []) throws -> Outcome {
        try run(all: arguments, under: wrapper)
    }

    /// Runs the program with these arguments to its end. Its output goes to a file of the ward, unless to a given one that
    /// nobody reads back.
    @discardableResult
    func run(
        all arguments: [String], under wrapper: [String] = [], writingTo sink: String? = nil
    ) throws -> Outcome {
        let files = ["/dev/null", sink ?? folder + "/output", folder + "/errors"]
        let process = try Spawned(
            wrapper + [Ward.binary] + arguments, environment: environment, files: files)
        let ending = process.ending(within: 60)
        let output = sink == nil ? try read(files[1]) : ""
        return Outcome(ending: ending, output: output, errors: try read(files[2]))
    }

    /// Starts the console on a terminal of its own.
    func console(
        _ arguments: String..., columns: Int = 100, rows: Int = 30, controls: Bool = true,
        under wrapper: [String] = []
    ) throws -> Console {
        try Console(
            wrapper + [Ward.binary] + arguments, environment: environment, columns: columns, rows: rows,
            controls: controls)
    }

    /// Plays a script.
    @discardableResult
    func play(
        _ script: String, _ arguments: [String] = [], size: String = "120x40", under wrapper: [String] = []
    ) throws -> Outcome {
        let path = folder + "/script"
        try script.write(toFile: path, atomically: false, encoding: .utf8)
        return try run(all: arguments + ["--script", path, "--size", size], under: wrapper)
    }

    /// Opens a session of an infusion without a terminal and gives its name.
    @discardableResult
    func openSession(label: String = "Case 7", practice: Bool = false) throws -> String {
        let mode = practice ? ["--practice"] : []
        let outcome = try play("type \(Keys.opening(.infusion, label: label))\n", mode)
        try #require(outcome.ending == .exit(0), "\(outcome.errors)")
        return try #require(try sessions(practice: practice).first?["session"] as? String)
    }

    /// The list of sessions as the program prints it.
    func sessions(practice: Bool = false) throws -> [[String: Any]] {
        let outcome = practice ? try run("sessions", "--json", "--practice") : try run("sessions", "--json")
        try #require(outcome.ending == .exit(0), "\(outcome.errors)")
        return try outcome.output.split(separator: "\n").map { line in
            try #require(JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any])
        }
    }

    /// The log of a session as text.
    func log(_ session: String) throws -> String {
        let outcome = try run("log", session)
        try #require(outcome.ending == .exit(0), "\(outcome.errors)")
        return outcome.output
    }

    private func read(_ path: String) throws -> String {
        String(decoding: try Data(contentsOf: URL(fileURLWithPath: path)), as: UTF8.self)
    }
}
