import Foundation
import Testing

@Suite("What commands say to a script")
struct ExitStatusTests {
    @Test("every command says why and exits as sysexits.h says")
    func statuses() throws {
        let ward = try Ward()
        let session = try ward.openSession()
        let file = ward.folder + "/bad.jsonl"
        try "{\"not\": \"a fact\"}\n".write(toFile: file, atomically: false, encoding: .utf8)
        let missing = ward.folder + "/missing"
        let cases: [(arguments: [String], status: Int32)] = [
            (["sessions"], 0), (["log", session], 0), (["protocol", "show"], 0),
            (["log"], 64), (["fly"], 64), (["log", session, "--fly"], 64), (["--size", "80"], 64),
            (["log", "20260101-000000000-none"], 66), (["log", "no such session"], 64),
            (["import", missing], 66), (["import", file], 65), (["assess", missing], 66),
            (["assess", file], 65), (["protocol", "check", missing + ".yaml"], 66),
            (["protocol", "check", file], 78), (["protocol", "show", "unheard-of"], 66),
            (["--script", missing], 66), (["sessions", "--data", missing + "/none"], 66),
            (["import", file, "--data", "/proc/none"], 73), (["import", file, "--data", file], 77),
        ]
        for (arguments, status) in cases {
            let outcome = try ward.run(all: arguments)
            #expect(outcome.ending == .exit(status), "\(arguments): \(outcome.output)\(outcome.errors)")
            #expect(status == 0 || !(outcome.errors + outcome.output).isEmpty)
            #expect(!outcome.errors.contains("Fatal"))
        }
    }

    @Test("a log that cannot be taken is named by its file, an empty one is no log, whoever reads it")
    func namedFile() throws {
        let ward = try Ward()
        let torn = ward.folder + "/torn.jsonl"
        let empty = ward.folder + "/empty.jsonl"
        try "{\"session\": \n".write(toFile: torn, atomically: false, encoding: .utf8)
        try "\n".write(toFile: empty, atomically: false, encoding: .utf8)
        for (command, file) in [
            ("import", torn), ("import", empty), ("review", torn), ("review", empty),
            ("assess", empty), ("show", torn), ("show", empty), ("timeline", empty),
        ] {
            let outcome = try ward.run(command, file)
            #expect(outcome.ending == .exit(65), "\(command) \(outcome.errors)")
            #expect(outcome.errors.contains(file), "\(command) \(outcome.errors)")
        }
    }

    @Test("output that a full disk swallows is told with status 74; a reader that went away is not")
    func swallowed() throws {
        let ward = try Ward()
        for arguments in [["cohort", "--reference"], ["practice", "--list"], ["protocol", "show"]] {
            let full = try ward.run(all: arguments, writingTo: "/dev/full")
            #expect(full.ending == .exit(74), "\(arguments)")
            #expect(full.errors.contains("Standard output could not be written: no space left on device."))
        }
        let film = try ward.run(all: ["record", GoldenRecords.path("injection")], writingTo: "/dev/full")
        #expect(
            film.ending == .exit(74) && film.errors.contains("no space left on device."), "\(film.errors)")
    }

    @Test("folders that are not ours alone are refused with status 77")
    func permissions() throws {
        let ward = try Ward()
        try ward.openSession()
        chmod(ward.data, 0o777)
        #expect(try ward.run("sessions").ending == .exit(77))
        chmod(ward.data, 0o700)
        let link = ward.folder + "/link"
        symlink(ward.data, link)
        #expect(try ward.run("sessions", "--data", link).ending == .exit(77))
        #expect(try ward.run("sessions", "--data", ward.folder + "/script").ending != .exit(0))
        #expect(try ward.run("sessions").ending == .exit(0))
    }

    @Test(
        "--help of each command reads whole and exits with 0",
        arguments: [
            [], ["console"], ["session"], ["sessions"], ["log"], ["import"], ["assess"], ["protocol"],
            ["protocol", "check"], ["protocol", "show"], ["review"], ["cohort"], ["replay"], ["show"],
            ["timeline"], ["record"], ["practice"], ["scenario"],
        ])
    func help(command: [String]) throws {
        let outcome = try Ward().run(all: command + ["--help"])
        #expect(outcome.ending == .exit(0))
        #expect(outcome.output.contains("USAGE: ebbtide"))
        #expect(outcome.output.contains("OVERVIEW: "))
        #expect(outcome.errors == "")
    }

    @Test("the version is printed")
    func version() throws {
        #expect(try Ward().run("--version").output.hasPrefix("ebbtide "))
    }
}
