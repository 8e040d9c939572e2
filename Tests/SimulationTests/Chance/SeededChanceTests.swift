import Simulation
import Testing

@Test("Chance repeats: the first three numbers of seed 0 are those that SplitMix64 is known to give")
func knownSequence() {
    var chance = SeededChance(seed: 0)
    let drawn = [chance.next(), chance.next(), chance.next()]
    #expect(drawn == [0xE220_A839_7B1D_CDAF, 0x6E78_9E6A_A1B9_65F4, 0x06C4_5D18_8009_454F])
}
