import Testing

@testable import ebbtide

@Suite("Watching a session that another console writes")
struct WatchingTests {
    @Test(
        "each entry is on the watching screen within a second, an alarm too, and nothing is written from there"
    )
    func watch() throws {
        let ward = try Ward()
        let session = try ward.openSession()
        let nurse = try ward.console("session", session)
        try nurse.see("0-9 reading")
        let watcher = try ward.console("replay", session)
        try watcher.see("{REPLAY}")
        watcher.type("<End>")
        try watcher.see("following")
        for line in ["122/78 72 98 14", "214/126 104 97 16", "146/90 84 98 15"] {
            let pressure = String(line.prefix { $0 != " " })
            nurse.type(line + "<Enter>")
            try nurse.see("BP \(pressure)")
            try watcher.see("BP \(pressure)", within: 1)
        }
        // Who goes back is left there, and the alarm of now stays in sight.
        watcher.type("<Left><Left>")
        try watcher.see("paused")
        try watcher.see("NOW ")
        try watcher.see("!!! BP 214/126")
        nurse.type("nquiet now<Enter>")
        try nurse.see("“quiet now”")
        #expect(!watcher.reads(within: 1) { watcher.sees("“quiet now”") }, "the past does not show it")
        let before = try ward.log(session)
        watcher.type("132/84<Enter>nx<Enter><Esc>q")
        #expect(watcher.end() == .exit(0))
        #expect(try ward.log(session) == before, "a reviewer adds nothing")
    }

    @Test(
        "an unfinished session is followed while a console writes it, and ends with its last fact when none does"
    )
    func followedWhileWritten() throws {
        let ward = try Ward()
        let session = try ward.openSession()
        let place = try Place(
            options: try PlaceOptions.parse(["--data", ward.data, "--config", ward.data]))
        #expect(try !Recording(session, in: place).recorded.runsOn)
        let console = try ward.console("session", session)
        try console.see("0-9 reading")
        #expect(try Recording(session, in: place).recorded.runsOn)
    }
}
