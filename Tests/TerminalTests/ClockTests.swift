import Terminal
import Testing

@Test("the boot clock never goes back and the start of the machine has a name")
func bootClockNeverGoesBack() {
    let before = SystemClock.bootMilliseconds
    #expect(SystemClock.bootMilliseconds >= before)
    #expect(SystemClock.bootIdentifier?.count == 36)
}
