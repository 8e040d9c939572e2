import Testing

@testable import ebbtide

@Suite("Options of the place before a command")
struct ArgumentOrderTests {
    @Test("they count for the command, wherever they stand")
    func moved() {
        let cases: [(typed: [String], taken: [String])] = [
            (["--data", "d", "sessions", "--json"], ["sessions", "--json", "--data", "d"]),
            (["--data=d", "--practice", "log", "x"], ["log", "x", "--data=d", "--practice"]),
            (["--config", "c", "protocol", "show"], ["protocol", "show", "--config", "c"]),
            (["sessions", "--data", "d"], ["sessions", "--data", "d"]),
            (["--practice"], ["--practice"]), (["--data"], ["--data"]), ([], []),
            (["--practice", "--script", "f"], ["--practice", "--script", "f"]),
            (["--data", "sessions", "fly"], ["--data", "sessions", "fly"]),
        ]
        for (typed, taken) in cases { #expect(Ebbtide.inOrder(typed) == taken) }
    }

    @Test("the list of sessions is the same with the folder named before the command and behind it")
    func listed() throws {
        let ward = try Ward()
        let session = try ward.openSession(practice: true)
        let before = try ward.run(all: ["--data", ward.data, "--practice", "sessions"])
        #expect(before.ending == .exit(0), "\(before.errors)")
        #expect(before.output.contains(session))
        #expect(try ward.run(all: ["sessions", "--data", ward.data, "--practice"]).output == before.output)
    }
}
