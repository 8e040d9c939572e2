import Testing

@testable import SessionCore

@Suite("From T0 to the door, one character for five minutes")
struct DischargeStoryTests {
    private func expect(_ story: CourseStory, phases: String, way: String) {
        #expect(story.phases == phases)
        #expect(story.way == way)
    }

    @Test("infusion of 40 minutes: subsided at 85, assessed at 85 and again when the hour after Te is over")
    func infusion() {
        let story = CourseStory(
            TestProtocols.infusion, milligrams: 40,
            given: "*.......T............",
            entered: "..2.5.7.8..4..1..B..B")
        expect(
            story,
            phases: "aaaaaaaammmmmmsssDDDD",
            way: ".................111L")
    }

    @Test("injection: everything holds at 105, but two hours must pass")
    func injection() {
        let story = CourseStory(
            TestProtocols.injection, milligrams: 40,
            given: "*........................",
            entered: "..6.9.5.....2.....1..B..B")
        expect(
            story,
            phases: "mmmmmmmmmmmmmmmmmmsssDDDD",
            way: ".....................111L")
    }

    @Test("two devices of esketamine: two hours count from the second one")
    func esketamine() {
        let story = CourseStory(
            TestProtocols.esketamine, milligrams: 56,
            given: "*d........................",
            entered: "....6...8...4.....1..0A.BB")
        expect(
            story,
            phases: "ammmmmmmmmmmmmmmmmsssDDDDD",
            way: "......................111L")
    }

    @Test("five racemic sprays, vomiting at 95: not ready before 125, and two hours after the last spray")
    func nasalRacemic() {
        let story = CourseStory(
            TestProtocols.nasalRacemic, milligrams: 50,
            given: "*dddd..............v.........",
            entered: "......7.7...3.....1..0..BB..B")
        expect(
            story,
            phases: "aaaammmmmmmmmmmmmmsssDDDDDDDD",
            way: ".........................111L")
    }

    @Test("a rebound after the first good assessment: back to monitoring, and both assessments begin anew")
    func rebound() {
        let story = CourseStory(
            TestProtocols.infusion, milligrams: 40,
            given: "*.......T...................",
            entered: "..2.5.7.8..4..1..B6.2.1.B..B")
        expect(
            story,
            phases: "aaaaaaaammmmmmsssDmmmmssDDDD",
            way: ".................1rrrrrr111L")
    }

    @Test("a benzodiazepine at 30 keeps the patient until 150, another sedative at 75 until 135")
    func sedatives() {
        let entered = "..6.9.5.....2.....1..B..B..B..B..B"
        let benzodiazepine = CourseStory(
            TestProtocols.injection, milligrams: 40, given: "*.....z...........................",
            entered: entered)
        #expect(benzodiazepine.way == "..............................111L")
        let other = CourseStory(
            TestProtocols.injection, milligrams: 40, given: "*..............s..................",
            entered: entered)
        #expect(other.way == "...........................111LLLL")
    }

    @Test("a pressure of level 2 at 100 keeps the patient until half an hour later")
    func quiet() {
        let story = CourseStory(
            TestProtocols.infusion, milligrams: 40,
            given: "*.......T...................",
            entered: "..2.5.7.8..4..1..1..H..B..B..B")
        #expect(story.way == "..........................111L")
    }

    @Test("an assessment without an escort does not count and begins the row anew")
    func escort() {
        let story = CourseStory(
            TestProtocols.infusion, milligrams: 40,
            given: "*.......T...................",
            entered: "..2.5.7.8..4..1..B..n0.A..B")
        #expect(story.way == ".................111rrr111L")
    }

    @Test("a second assessment of the readings of the first one does not let the patient go")
    func freshReadings() {
        let story = CourseStory(
            TestProtocols.infusion, milligrams: 40,
            given: "*.......T...............",
            entered: "..2.5.7.8..4..1..B..A..B")
        #expect(story.way == ".................111111L" || story.way == ".................1111111")
        let unmeasured = CourseStory(
            TestProtocols.infusion, milligrams: 40,
            given: "*.......T...............",
            entered: "..2.5.7.8..4..1..B.....A")
        #expect(!unmeasured.way.contains("L"))
    }

    @Test("a second assessment before the minimum stay ends does not let the patient go; the third does")
    func beforeMinimumStay() {
        let story = CourseStory(
            TestProtocols.infusion, milligrams: 40,
            given: "*.......T.............",
            entered: "..2.5.7.8..4.1.B..B..B")
        #expect(story.way == "...............111111L")
    }

    @Test("assessments 10 minutes apart are one; the second counts from 15 minutes on")
    func apart() {
        let story = CourseStory(
            TestProtocols.infusion, milligrams: 40,
            given: "*.......T...................",
            entered: "..2.5.7.8..4..1..0..0B.BB")
        #expect(story.way == ".....................111L")
    }
}
