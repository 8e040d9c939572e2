import Testing

@testable import SessionCore

/// A line typed at 14:30:20 local time in a session that was opened at 13:50:10.
enum Desk {
    static let opened = WallTime(iso8601: "2026-03-01T12:50:10Z") ?? WallTime(milliseconds: 0)
    static let now = WallTime(iso8601: "2026-03-01T13:30:20Z") ?? WallTime(milliseconds: 0)

    static func context(
        earlier: [EarlierReading] = [], baseline: Baseline? = Ward.baseline((122, 78), (122, 78)),
        now: WallTime = now, opened: WallTime = opened
    ) -> EntryContext {
        EntryContext(
            careProtocol: TestProtocols.infusion, judgement: JudgementContext(baseline: baseline),
            earlier: earlier, now: Moment(wall: now, boot: nil, utcOffsetMinutes: 60),
            sessionNow: SessionTime(milliseconds: now.milliseconds - opened.milliseconds), opened: opened)
    }

    static func read(_ line: String, _ context: EntryContext = context(), typing: Bool = false)
        -> EntryReading
    {
        EntryLine.read(line, in: context, isTyping: typing)
    }
}

@Suite("The entry line is understood as a nurse means it")
struct EntryLineTests {
    @Test(
        "bare numbers are pressure, pulse, SpO2 and breathing, in this order",
        arguments: [
            ("132/84", [Vital.systolic: 132, .diastolic: 84]),
            ("132 84", [.systolic: 132, .diastolic: 84]),
            ("132 / 84", [.systolic: 132, .diastolic: 84]),
            ("132/ 84 78", [.systolic: 132, .diastolic: 84, .heartRate: 78]),
            ("132/84 78 98", [.systolic: 132, .diastolic: 84, .heartRate: 78, .oxygenSaturation: 98]),
            (
                "132/84 78 98 14",
                [.systolic: 132, .diastolic: 84, .heartRate: 78, .oxygenSaturation: 98, .respiratoryRate: 14]
            ),
            (
                "132 84 78 98 14",
                [.systolic: 132, .diastolic: 84, .heartRate: 78, .oxygenSaturation: 98, .respiratoryRate: 14]
            ),
            ("bp 132 84 78", [.systolic: 132, .diastolic: 84, .heartRate: 78]),
            (
                "132/84 78 98 air 14",
                [.systolic: 132, .diastolic: 84, .heartRate: 78, .oxygenSaturation: 98, .respiratoryRate: 14]
            ),
        ])
    func bareNumbers(line: String, expected: [Vital: Int]) {
        let reading = Desk.read(line)
        #expect(reading.problems.isEmpty, "\(reading.problems)")
        #expect(reading.values.present.count == expected.count)
        for (vital, value) in expected { #expect(reading.values[vital] == value) }
        #expect(reading.canFile)
    }

    @Test(
        "a label takes its number with or without a space, in any case",
        arguments: [
            ("hr78", Vital.heartRate, 78), ("hr 78", .heartRate, 78), ("HR78", .heartRate, 78),
            ("p78", .heartRate, 78), ("pulse 78", .heartRate, 78), ("spo2 98", .oxygenSaturation, 98),
            ("spo298", .oxygenSaturation, 98), ("o2 98", .oxygenSaturation, 98),
            ("o298", .oxygenSaturation, 98), ("s98", .oxygenSaturation, 98), ("rr14", .respiratoryRate, 14),
            ("t36.8", .temperature, 368), ("t36,8", .temperature, 368), ("temp 37", .temperature, 370),
            ("etco2 38", .endTidalCO2, 38), ("etco238", .endTidalCO2, 38), ("moaa4", .alertness, 4),
            ("moaas 5", .alertness, 5), ("alert5", .alertness, 5), ("rass -2", .agitation, -2),
            ("rass-2", .agitation, -2), ("ag+1", .agitation, 1), ("ag 0", .agitation, 0),
            ("ori4", .orientation, 4), ("int3", .intensity, 3), ("dis 2", .distress, 2),
            ("nau0", .nausea, 0),
        ])
    func labels(line: String, vital: Vital, value: Int) {
        let reading = Desk.read(line)
        #expect(reading.problems.isEmpty, "\(reading.problems)")
        #expect(reading.values.present == [vital])
        #expect(reading.values[vital] == value)
    }

    @Test("labels follow bare numbers in any order, with gas and time among them")
    func mixed() {
        let reading = Desk.read("132/84 hr78 t36.8 etco2 38 moaa4 int3 air spo2 98 -3m dis2 rass -1")
        #expect(reading.problems.isEmpty, "\(reading.problems)")
        #expect(reading.values.present.count == 10)
        #expect(reading.values.gas == .air)
        #expect(reading.values[.agitation] == -1)
        #expect(reading.age == .minutes(3))
        #expect(Desk.read("spo2 98 ox").values.gas == .oxygen)
        #expect(Desk.read("spo2 98 oxygen").values.gas == .oxygen)
    }

    @Test(
        "what is not understood is named, and nothing is invented for it",
        arguments: [
            ("132/84 foo", "\"foo\" is not understood"), ("132", "132 alone is half a pressure"),
            ("132/", "132 alone is half a pressure"), ("132/84/60", "not a pressure"),
            ("132/84 78 98 14 3", "3 has no place"), ("hr78 98", "98 has no place after a label"),
            ("hr78 p80", "pulse is given twice: 78 and 80"), ("132/84 bp 130/80", "given twice"),
            ("78 132/84", "it comes first"), ("hr", "hr needs a number"), ("hr t36.8", "hr needs a number"),
            ("hr78.5", "not a whole number for pulse"), ("t36.85", "not a temperature"),
            ("air 132/84 oxygen", "given twice: air and oxygen"), ("air", "filed with a saturation"),
            ("132/84 @25:00", "not a time"), ("132/84 -3m @14:05", "given twice"),
            ("rass -3m", "rass needs a number"), ("ag-3m", "not a whole number for agitation"),
            ("132/84 ١٢", "is not understood"), ("１３２/84", "is not understood"),
            ("-3", "is not understood"), ("132/84 78, 98", "not a whole number for pulse"),
        ])
    func problems(line: String, words: String) {
        let reading = Desk.read(line)
        #expect(!reading.canFile)
        #expect(reading.problems.contains { $0.sentence.contains(words) }, "\(reading.problems)")
    }

    @Test("what cannot be a measurement is given no level: 1310/80 is refused, not called high")
    func impossible() {
        let refused = Desk.read("1310/80 78")
        #expect(!refused.canFile && !refused.assessments.contains { $0.parameter == .pressure })
        #expect(refused.readBack.first?.level == nil && refused.readBackText.contains("not judged"))
        #expect(refused.assessments.contains { $0.parameter == .heartRate }, "the pulse is still judged")
        let growing = Desk.read("132/8", typing: true)
        #expect(growing.problems.isEmpty && growing.readBack.first?.level == nil)
        #expect(Desk.read("131/80 78").readBack.first?.level == .normal)
    }

    @Test("an empty line files nothing and says what could be typed")
    func empty() {
        #expect(!Desk.read("").canFile)
        #expect(!Desk.read("   ").canFile)
        #expect(Desk.read("").refusal?.sentence.contains("132/84") == true)
        #expect(Desk.read("132/84").refusal == nil)
    }

    @Test("a line that is being typed makes no noise at any of its letters")
    func quietTyping() {
        let lines = [
            "132/84 78 98 14", "132 84 78 98", "hr78 t36.8 etco2 38 moaa4 int3 dis2", "132/84 @14:05",
            "132/84 -3m air", "rass -2 spo2 98 ox", "bp 132 84", "132 / 84", "etco2 38 map 100 132/84",
        ]
        for line in lines {
            for length in 0..<line.count {
                let typed = String(line.prefix(length))
                let reading = Desk.read(typed, typing: true)
                #expect(reading.problems.isEmpty, "\"\(typed)\": \(reading.problems)")
                #expect(reading.questions.isEmpty, "\"\(typed)\": \(reading.questions)")
            }
        }
        // The control: a word that is finished and wrong is named although the line is still being typed.
        #expect(!Desk.read("132/84 foo ", typing: true).problems.isEmpty)
        #expect(Desk.read("132/84 foo", typing: true).problems.isEmpty)
    }

    @Test("the usual set costs 16 keys and a pressure alone 7, Enter included")
    func keystrokes() {
        #expect("132/84 78 98 14".count + 1 == 16)
        #expect(Desk.read("132/84 78 98 14").values.present.count == 5)
        #expect("132/84".count + 1 == 7)
        #expect(Desk.read("132/84").values.pressure == BloodPressure(systolic: 132, diastolic: 84))
    }
}
