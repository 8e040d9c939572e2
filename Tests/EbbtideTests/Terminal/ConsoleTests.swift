import Testing

@Suite("The console on a terminal")
struct ConsoleTests {
    @Test("a nurse starts the console, opens a session, types a reading and sees it filed")
    func firstReading() throws {
        let ward = try Ward()
        let console = try ward.console()
        try console.see("n new session")
        console.type(Keys.opening(.infusion))
        try console.see("first baseline reading now")
        console.type("122/78 72 98 14")
        try console.see("pulse 72")
        console.type("<Enter>")
        try console.see("BP 122/78")
        console.type("qh")
        try console.see("n new session")
        console.type("q")
        try console.see("Leave the program?")
        console.type("y")
        #expect(console.end() == .exit(0), "\(console.text)")
        #expect(try ward.sessions().count == 1)
        #expect(console.foreign == [])
    }
}
