import Canvas
import Testing

@Suite("Keys have names that scripts and help share")
struct KeyTests {
    @Test(
        "every kind of key is found by its own name",
        arguments: [
            Key.character("a"), .character("Z"), .character("?"), .character(" "), .character("<"),
            .character("é"),
            .enter, .escape, .tab, .backTab, .backspace, .delete, .up, .down, .left, .right, .home, .end,
            .pageUp,
            .pageDown, .control("c"), .control("["), .function(2), .function(12), .unknown,
        ])
    func roundTrip(key: Key) {
        #expect(Key(key.name) == key)
    }

    @Test("names are read without regard to case, and what is no key is refused")
    func reading() {
        #expect(Key("<enter>") == .enter)
        #expect(Key("<C-C>") == .control("c"))
        #expect(Key("<F2>") == .function(2))
        for wrong in [
            "", "<", "<>", "<F0>", "<F64>", "<Fx>", "<C->", "<C-ab>", "ab", "<Enter", "Enter>", "<Nope>",
        ] {
            #expect(Key(wrong) == nil, "\(wrong)")
        }
    }

    @Test("a line of a script is split into its keys")
    func sequences() {
        #expect(Key.sequence("13<lt><Enter>") == [.character("1"), .character("3"), .character("<"), .enter])
        #expect(Key.sequence("") == [])
        #expect(Key.sequence("a<Nope>") == nil)
        #expect(Key.sequence("a<Enter") == nil)
    }
}
