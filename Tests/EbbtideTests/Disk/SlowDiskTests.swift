import Foundation
import Testing

@Suite("A slow disk")
struct SlowDiskTests {
    @Test(
        "while the disk takes five seconds the clock moves, typing echoes, and nothing is acknowledged early",
        .enabled(if: Machine.canTrace, "skipped: strace cannot attach here"))
    func slow() throws {
        let ward = try Ward()
        let session = try ward.openSession()
        let console = try ward.console("session", session)
        try console.see("0-9 reading")
        console.type("nfirst<Enter>")
        try console.see("“first”")
        let slowing = try Meddling(with: console, "fdatasync,fsync:delay_enter=5000000", in: ward)
        defer { slowing.stop() }
        let pressed = Instant.now
        console.type("nslowly<Enter>")
        try console.see("saving…")
        let before = clock(console)
        console.type("132")
        try console.see("▸ 132")
        #expect(!console.sees("“slowly”"), "the echo comes before the disk has answered")
        #expect(console.reads(until: { clock(console) != before }), "the clock moves")
        #expect(!console.sees("“slowly”"), "it moves before the disk has answered")
        try console.see("“slowly”", within: 30)
        #expect(Instant.now - pressed >= 5, "no acknowledgement before the disk's")
        try console.see("▸ 132")
    }

    @Test(
        "each acknowledged entry has been flushed to the disk",
        .enabled(if: Machine.canTrace, "skipped: strace cannot attach here"))
    func flushes() throws {
        let ward = try Ward()
        let session = try ward.openSession()
        let trace = Trace(in: ward)
        let console = try ward.console("session", session, under: trace.wrapper("fdatasync,fsync"))
        try console.see("0-9 reading")
        let before = trace.calls.count
        for number in 1...10 {
            console.type("nnote \(number)<Enter>")
            try console.see("“note \(number)”")
            #expect(trace.calls.count - before >= number)
        }
    }

    private func clock(_ console: Console) -> String {
        console.screen.text.first.map { String($0.suffix(8)) } ?? ""
    }
}
