import Review
import SessionCore
import Testing

@Suite("Many sessions under review")
struct AcrossTests {
    @Test("quantiles are exact to the second, by nearest rank")
    func quantiles() {
        var spread = Spread()
        #expect(spread.median == nil)
        for seconds in [50, 10, 40, 20, 30] { spread.add(.seconds(seconds)) }
        #expect(spread.median == .seconds(30))
        #expect(spread.quantile(percent: 90) == .seconds(50))
        spread.add(.seconds(60))
        #expect(spread.median == .seconds(30))
        #expect(spread.longest == .seconds(60))
    }

    @Test("what is folded one by one is the sum of the parts")
    func sum() throws {
        var ward = try ReviewedWard()
        try ward.play("..11-")
        var across = AcrossReview()
        for _ in 0..<3 { across.add(ward.review) }
        let one = try #require(Tally(ward.review).measure(.recheck))
        let three = try #require(across.all.measure(.recheck))
        #expect(three.applicable == one.applicable * 3)
        #expect(across.all.sessions == 3)
        #expect(across.byRoute[.infusion]?.sessions == 3)
    }

    @Test("a nurse's row holds what that nurse answers for, and the rows of all nurses make the whole")
    func byNurse() throws {
        var ward = try ReviewedWard()
        try ward.file(.nurseChanged(NurseChanged(initials: "CD")), at: 15)
        try ward.measure(120, 78, at: 20, by: "CD")
        try ward.file(.noteWritten(NoteWritten(text: "talks")), at: 60)
        var across = AcrossReview()
        across.add(ward.review)
        let parts = across.byNurse.values.compactMap { $0.measure(.checkpoint)?.applicable }
        #expect(parts.reduce(0, +) == across.all.measure(.checkpoint)?.applicable)
        var only = AcrossReview(scope: .init(nurse: "CD"))
        only.add(ward.review)
        #expect(only.all.measure(.entryDelay)?.applicable == 1)
    }

    @Test(
        "limits ask for review after twenty sessions with more than half of level 2 not confirmed",
        arguments: [(19, 19, false), (20, 10, false), (20, 11, true), (20, 20, true)])
    func limits(sessions: Int, vanishing: Int, expected: Bool) throws {
        var notice = LimitsNotice()
        for index in 0..<sessions {
            let opened = ReviewedWard.opened.advanced(byMilliseconds: Int64(index) * 86_400_000)
            var ward = try ReviewedWard("ward-\(index)", opened: opened)
            try ward.play(index < vanishing ? "..2-" : "..22")
            notice.add(ward.review)
        }
        #expect((notice.sentence != nil) == expected)
    }
}
