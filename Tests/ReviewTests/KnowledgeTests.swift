import Review
import Testing

@Test("A past session is looked at in exactly two ways")
func twoWays() { #expect(Knowledge.allCases == [.asKnownThen, .asCorrectedNow]) }
