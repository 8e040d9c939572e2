import Review
import SessionCore
import Testing

@Suite("Entries under review")
struct EntryReviewTests {
    @Test("an entry six minutes after it was measured is late; one five minutes after is not")
    func late() throws {
        var ward = try ReviewedWard()
        try ward.measure(120, 78, at: 10, entered: 15)
        try ward.measure(120, 78, at: 20, entered: 26)
        let delays = ward.outcomes(.entryDelay)
        #expect(delays.suffix(2) == [.inTime(.minutes(5)), .late(.minutes(6))])
        #expect(ward.review.items(of: .lateEntry).map(\.behind) == [[6]])
    }

    @Test("nine round pressures say nothing; ten do; odd ones are no preference")
    func digits() throws {
        var ward = try ReviewedWard(starts: false)
        for minute in 0..<9 { try ward.measure(120, 80, at: Double(minute)) }
        #expect(Tally(ward.review).digits.isPreference == nil)
        try ward.measure(120, 80, at: 9)
        #expect(Tally(ward.review).digits.isPreference == true)
        var odd = try ReviewedWard(starts: false)
        for minute in 0..<10 { try odd.measure(121, 79, at: Double(minute)) }
        #expect(Tally(odd.review).digits.isPreference == false)
    }

    @Test("a correction is counted with both facts, and the corrected value is what the measures see")
    func corrected() throws {
        var ward = try ReviewedWard()
        try ward.measure(182, 84, at: 10)
        #expect(ward.outcomes(.confirmation).count == 1)
        let values = VitalSet([.systolic: 128, .diastolic: 84])
        try ward.file(
            .amended(Amended(target: 5, now: .reading(Reading(values: values)), reason: "digits swapped")),
            at: 12)
        #expect(ward.outcomes(.confirmation).isEmpty)
        #expect(ward.review.items(of: .correction).map(\.behind) == [[5, 6]])
    }

    @Test("no correction at all is a figure: none, and not an absent row")
    func none() throws {
        #expect(Tally(try ReviewedWard().review).measure(.correction)?.applicable == 0)
    }

    @Test("what was late is the business of the nurse who entered it; a checkpoint of the one on duty")
    func nurses() throws {
        var ward = try ReviewedWard()
        try ward.file(.nurseChanged(NurseChanged(initials: "CD")), at: 15)
        try ward.measure(120, 78, at: 20, by: "CD")
        let items = ward.review.items(of: .checkpoint)
        #expect(items.first { $0.title == "T0+10" }?.nurse == "AB")
        #expect(items.first { $0.title == "T0+20" }?.nurse == "CD")
    }
}
