import Testing

@Suite("Frames")
struct FrameTests {
    @Test(
        "a frame reaches the terminal with one write, however many places on the screen it changes",
        .enabled(if: Machine.canTrace, "skipped: strace cannot trace here"))
    func oneWrite() throws {
        let ward = try Ward()
        let session = try ward.openSession()
        let trace = Trace(in: ward)
        let tracer = trace.wrapper("write") + ["-y"]
        let console = try ward.console("session", session, columns: 120, under: tracer)
        try console.see("0-9 reading")
        let before = writes(trace)
        let started = Instant.now
        for (index, key) in "132/84 78 98 14".enumerated() {
            console.type(String(key))
            // Each digit changes the line, its read-back and the place of the cursor.
            try console.see("▸ " + "132/84 78 98 14".prefix(index + 1).trimmingSuffix)
        }
        let seconds = Int(Instant.now - started) + 1
        let count = writes(trace) - before
        #expect(count >= 12, "the control: the writes to the terminal are seen")
        #expect(count <= 15 + seconds + 1, "a write for each key, and one for each second that passed")
    }

    private func writes(_ trace: Trace) -> Int {
        trace.calls.count { $0.hasPrefix("write(") && $0.contains("</dev/pts/") }
    }
}

extension Substring {
    /// Without spaces at its end, which a screen does not show.
    fileprivate var trimmingSuffix: Substring {
        var text = self
        while text.last == " " { text.removeLast() }
        return text
    }
}
