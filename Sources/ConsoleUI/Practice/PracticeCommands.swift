import Canvas
import SessionCore
import Simulation

extension CommandTable {
    /// What there is to do in an exercise besides what a nurse does at every bedside.
    static let practice: [Command] = clocks + room + deeds + debriefing

    private static func exercising(
        _ name: String, _ keys: [Key], _ label: String, _ help: String,
        whyNot: @escaping @Sendable (Model) -> String? = { $0.whyNoRoom },
        perform: @escaping @Sendable (inout Model) -> [Effect]
    ) -> Command {
        var command = Command(name, keys, label, help, in: [.bedside], whyNot: whyNot, perform: perform)
        command.isPractice = true
        return command
    }

    private static let clocks: [Command] = [
        exercising(
            "simulation", [.character(" ")], "stop/run clock",
            "Stop the simulation, or let it run on. This is no pause of the infusion: the pump stands still with it."
        ) { $0.toggleSimulation() },
        exercising(
            "simulateFaster", [.character("]")], "faster", "Run the simulation faster, up to 60 times."
        ) {
            $0.changeSpeed(faster: true)
        },
        exercising(
            "simulateSlower", [.character("[")], "slower", "Run the simulation slower, down to real time."
        ) {
            $0.changeSpeed(faster: false)
        },
        exercising(
            "nextMinute", [.character(".")], "+1 min",
            "Go one minute on, or to the moment before that at which somebody is heard."
        ) { model in
            guard let now = model.practice?.clock.now else { return [] }
            return model.jumpSimulation(to: now + .minutes(1))
        },
        exercising(
            "nextDue", [.character(">")], "to next due",
            "Go to the next check that is due, or to the moment before that at which somebody is heard.",
            whyNot: { $0.whyNoRoom ?? ($0.nextDue == nil ? "nothing is due later" : nil) }
        ) { model in
            guard let due = model.nextDue else { return [] }
            return model.jumpSimulation(to: due)
        },
    ]

    private static let room: [Command] = [
        exercising(
            "room", [.character("r")], "room", "Do something in the room: look, ask, lay hands on, call."
        ) { $0.begin(roomMenu()) },
        exercising(
            "hint", [.character("h")], "hint", "Show the help that is due in this scenario, or hide it."
        ) { model in
            let shows = model.practice?.showsHint == true
            model.practice?.showsHint = !shows
            return []
        },
        exercising(
            "heard", [.character("u")], "heard", "Everything that was said and seen in the room so far.",
            whyNot: { $0.practice == nil ? $0.whyNoRoom : nil }
        ) { $0.begin(heard($0)) },
        exercising(
            "handover", [.character("H")], "handover", "Read the handover again.",
            whyNot: { $0.practice == nil ? $0.whyNoRoom : nil }
        ) { model in
            guard let run = model.practice else { return [] }
            return model.begin(takingOver(run))
        },
    ]

    /// Each deed has its command, so that it can be found by its name and be given a key.
    private static let deeds: [Command] = RoomDeed.allCases.map { deed in
        exercising(
            deed.rawValue, deed.keys, deed.label, "In the room: \(deed.help)",
            whyNot: { $0.whyNoRoom ?? $0.whyNot(deed) }
        ) { $0.act(deed) }
    }

    private static let debriefing: [Command] = [
        debrief("debriefUp", [.up, .character("k")], "up", "A line up.") { model in
            model.moveDebrief(by: -1)
            return []
        },
        debrief("debriefDown", [.down, .character("j")], "down", "A line down.") { model in
            model.moveDebrief(by: 1)
            return []
        },
        debrief("debriefPageUp", [.pageUp], "page up", "A page up.") { model in
            model.moveDebrief(by: -10)
            return []
        },
        debrief("debriefPageDown", [.pageDown], "page down", "A page down.") { model in
            model.moveDebrief(by: 10)
            return []
        },
        Command(
            "openMoment", [.enter], "replay it", "Replay the moment that the chosen line speaks of.",
            in: [.debrief], whyNot: { $0.whyNoDebriefMoment }
        ) { $0.openDebriefMoment() },
        debrief("practiseAgain", [.character("r")], "practise again", "The same scenario from the beginning.")
        {
            $0.practiseAgain()
        },
        fromHere,
        debrief(
            "compareAttempts", [.character("c")], "compare",
            "Put this attempt beside an earlier one, or beside a reference run with the same patient."
        ) { $0.beginComparison() },
        debrief(
            "leaveDebrief", [.character("q")], "leave",
            "Leave the comparison, or the debrief: to the list, or out of the program."
        ) { $0.leaveDebrief() },
    ]

    private static let fromHere: Command = {
        var command = Command(
            "practiseFromHere", [.character("p")], "practise from here",
            "A new exercise that goes on from this moment: the same patient, the record as it stood.",
            in: [.debrief, .replay], whyNot: { $0.whyNotFromHere }
        ) { $0.practiseFromHere() }
        command.isPractice = true
        return command
    }()

    private static func debrief(
        _ name: String, _ keys: [Key], _ label: String, _ help: String,
        perform: @escaping @Sendable (inout Model) -> [Effect]
    ) -> Command {
        Command(name, keys, label, help, in: [.debrief], perform: perform)
    }
}

extension Model {
    /// Why a deed is not possible now; `nil` when it is.
    func whyNot(_ deed: RoomDeed) -> String? {
        guard let monitor = practice?.exercise.monitor, monitor.underWay[deed] != nil else { return nil }
        return deed == .measurePressure ? "the cuff is inflating" : "this is under way"
    }

    /// The commands that exist here: what belongs to an exercise only where there is one.
    func existing(_ commands: [Command]) -> [Command] {
        practice == nil ? commands.filter { !$0.isPractice } : commands
    }
}
