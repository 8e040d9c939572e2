import Review
import SessionCore
import Testing

@Suite("Comments beside a record")
struct CommentTests {
    private func comment(_ text: String, at: Int64 = 40, by author: String = "MK") throws -> SessionComment {
        try SessionComment(
            at: SessionTime(minutes: at), written: ReviewedWard.opened, author: author, text: text)
    }

    @Test("escape sequences, line breaks and signs that turn text do not survive")
    func clean() throws {
        #expect(try comment("asked\nlate\u{1B}[31m \u{202E}for  it").text == "asked late [31m for it")
    }

    @Test("an empty comment, one without initials, one too long and one before the opening are refused")
    func refused() {
        #expect(throws: Refusal.self) { try comment(" \n\u{202E}") }
        #expect(throws: Refusal.self) { try comment("late", by: "") }
        #expect(throws: Refusal.self) { try comment("late", by: "M K") }
        #expect(throws: Refusal.self) { try comment("late", at: -1) }
        #expect(throws: Refusal.self) { try comment(String(repeating: "a", count: 2001)) }
    }

    @Test(
        "a moment counts from the opening or from T0",
        arguments: [("40m", 40), ("1h30m", 90), ("T0+40", 50), ("t0+1h", 70), ("120s", 2)])
    func moments(text: String, minute: Int64) throws {
        let place = try ReplayJump(text)
        #expect(place.time(start: SessionTime(minutes: 10)) == SessionTime(minutes: minute))
    }

    @Test(
        "what is no moment is none", arguments: ["", "40", "m", "T0+", "4x", "-5m", "99999999999999999999h"])
    func noMoment(text: String) {
        #expect((try? ReplayJump(text))?.time(start: SessionTime(minutes: 10)) == nil)
    }
}
