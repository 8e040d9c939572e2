import SessionCore
import Simulation
import Testing

@testable import Settings

/// What a colleague has filed before the trainee takes over is the session as it was planned, by every route.
struct ColleagueTests {
    private static func player(
        _ careProtocol: String, milligrams: Double, minutes: Int? = nil,
        profile: ObservationProfile = .standard, minute: Int
    ) throws -> Player {
        try Player("normal-session") { scenario in
            scenario.setting.careProtocol = careProtocol
            scenario.setting.milligrams = milligrams
            scenario.setting.minutes = minutes
            if minutes == nil { scenario.setting.milligramsPerMillilitre = nil }
            scenario.setting.profile = profile
            scenario.begins.minute = minute
        }
    }

    private static func missed(_ player: Player) -> [String] {
        player.session.picture(at: player.session.moment(at: player.exercise.now)).checkpoints
            .filter { [.late, .missed].contains($0.state) }.map(\.name)
    }

    @Test(
        "nothing of the plan is missed at the handover, whatever route, profile and length of infusion",
        arguments: [
            ("iv-racemic", 40.0, 40 as Int?, ObservationProfile.standard, 75),
            ("iv-racemic", 40, 60, .standard, 75),
            ("iv-racemic", 40, 40, .intensive, 75), ("iv-racemic", 40, 25, .intensive, 75),
            ("im-racemic", 35, nil, .standard, 75), ("im-racemic", 35, nil, .intensive, 75),
            ("in-racemic", 50, nil, .standard, 75), ("esketamine", 84, nil, .standard, 75),
            ("esketamine", 56, nil, .intensive, 75),
        ])
    func nothingMissed(
        name: String, milligrams: Double, minutes: Int?, profile: ObservationProfile, minute: Int
    ) throws {
        let player = try Self.player(
            name, milligrams: milligrams, minutes: minutes, profile: profile, minute: minute)
        #expect(Self.missed(player) == [])
        let readings = player.exercise.prelude.count { if case .reading = $0.body { true } else { false } }
        #expect(readings > 4)
    }

    @Test("control: a record that was kept for two minutes has missed what came then")
    func control() throws {
        var player = try Self.player("im-racemic", milligrams: 35, minute: 75)
        #expect(Self.missed(player) == [])
        player = try Player("missed-checkpoints")
        #expect(!Self.missed(player).isEmpty)
    }

    @Test("three devices of esketamine are given 5 min apart, and the patient has all 84 mg of them")
    func devices() throws {
        let player = try Self.player("esketamine", milligrams: 84, minute: 12)
        let given = player.session.picture(at: player.session.moment(at: player.exercise.now)).administration
        #expect(given.doses.map(\.milligrams) == [28, 28, 28])
        #expect(given.doses.map { ($0.at - player.zero).wholeMinutes } == [0, 5, 10])
        #expect(given.stage == .ended || given.deliveredMilligrams == 84)
        #expect(player.exercise.deliveredMilligrams == 84)
    }

    @Test("a handover after 7 min leaves the third device to the trainee")
    func handedOverBetween() throws {
        let player = try Self.player("esketamine", milligrams: 84, minute: 7)
        #expect(player.exercise.deliveredMilligrams == 56)
    }
}

/// A drug acts when it was ordered in this room, and is unsafe when it is given again on the same order.
struct OrderedDrugTests {
    private static func act(_ code: String, by orderer: String) -> FactBody {
        .actionTaken(ActionTaken(code: code, orderedBy: orderer))
    }

    /// The systolic pressure at minute 33 of the crisis after a drug was filed at minute 31.
    private static func systolic(
        _ code: String?, calling: Bool, saying text: String? = nil
    ) throws -> Double {
        var player = try Player("normal-session") { scenario in
            scenario.begins.minute = 5
            scenario.events.append(
                ScenarioEvent(
                    name: "order", when: Trigger(.after([FactPattern(deed: .callPrescriber)]), plus: 60),
                    speaker: .prescriber, says: "Labetalol, on my order.", orders: ["antihypertensive"]))
        }
        if calling { try player.act(.callPrescriber) }
        player.wait(120)
        if let text { player.instruct(InstructorMessage(changes: [.say(speaker: .prescriber, text: text)])) }
        if let code { try player.file(act(code, by: "Dr. Lind")) }
        player.wait(600)
        return player.exercise.truth.systolic
    }

    @Test("a name that nobody heard an order from moves no pressure; an order does, an instructor's as well")
    func ordered() throws {
        let untouched = try Self.systolic(nil, calling: false)
        #expect(try Self.systolic("antihypertensive", calling: false) == untouched)
        #expect(try Self.systolic("antihypertensive", calling: true) < untouched - 15)
        #expect(
            try Self.systolic("antihypertensive", calling: false, saying: "Labetalol 10 mg.") < untouched - 15
        )
    }

    @Test("an order for one drug is none for another")
    func another() throws {
        #expect(try Self.systolic("fluids", calling: true) == Self.systolic(nil, calling: false))
    }

    @Test(
        "what must never happen and happens again in an attempt that goes on is held against that attempt as well"
    )
    func againInBranch() throws {
        let rubric = try ScenarioLibrary().load("panic").rubric
        let left = try #require(rubric.criticalMisses.first { $0.name == "restraint" })
        var happenings = Happenings()
        happenings.add(.deed(.holdDown), at: .init(minutes: 25))
        #expect(left.judge(happenings)?.at == .init(minutes: 25))
        #expect(left.judge(happenings, settled: .init(minutes: 28)) == nil)
        happenings.add(.deed(.holdDown), at: .init(minutes: 30))
        #expect(left.judge(happenings, settled: .init(minutes: 28))?.at == .init(minutes: 30))
    }

    @Test("the second dose on one order is unsafe, the first is not")
    func twice() throws {
        let rubric = try ScenarioLibrary().load("vomiting").rubric
        let rule = try #require(rubric.unsafeActs?.first { $0.name == "twice" })
        let careProtocol = try ProtocolLibrary().load("iv-racemic")
        var happenings = Happenings()
        happenings.add(
            Self.act("antiemetic", by: "Dr. Lind"), sequence: 2, author: "TR", at: .init(minutes: 1),
            under: careProtocol)
        #expect(rule.judge(happenings) == nil)
        happenings.add(
            Self.act("antiemetic", by: "Dr. Lind"), sequence: 3, author: "TR", at: .init(minutes: 4),
            under: careProtocol)
        #expect(rule.judge(happenings)?.evidence == [3])
    }
}
