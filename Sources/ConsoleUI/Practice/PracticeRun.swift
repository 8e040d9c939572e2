import Review
import SessionCore
import Simulation

/// An exercise that runs in this console. The session's clock is the simulation's: it stands still when the simulation
/// does, and runs as much faster.
struct PracticeRun: Sendable {
    /// Initials under which a trainee's facts are filed until another nurse takes over.
    static let trainee = "TR"

    @Shared var plan: PracticePlan
    /// The patient and the room.
    @Shared var exercise: Exercise
    /// How fast simulated time runs.
    var clock: SimulationClock
    /// Whether the trainee has read the handover and taken over.
    var hasTakenOver = false
    /// Whether the help that is due is shown.
    var showsHint = false
    /// The finished attempt; `nil` while it runs.
    var outcome: PracticeOutcome?
    /// What of the exercise is on the disk.
    var keeping = ExerciseKeeping()
    /// The finished attempt beside another one; `nil` while none was chosen.
    var comparison: ComparedAttempts?
    /// How its clock stood when other consoles were told last; `nil` before.
    var toldClock: ExerciseClock?
    /// When it was begun, by the machine's clock.
    let began: WallTime
    /// What the wall showed when the session was opened, so that the trainee takes over now.
    private let opened: WallTime
    /// The machine's clocks at the last message.
    private var last: Moment

    init(_ plan: PracticePlan, at moment: Moment, software: String) {
        let year = CivilTime(moment.wall, utcOffsetMinutes: moment.utcOffsetMinutes).year
        let exercise = Exercise(
            plan.scenario, careProtocol: plan.careProtocol, seed: plan.seed, year: year,
            utcOffsetMinutes: moment.utcOffsetMinutes, software: software)
        self.plan = plan
        self.exercise = exercise
        clock = SimulationClock(at: exercise.tookOver)
        clock.stops()
        began = moment.wall
        opened = moment.wall.advanced(byMilliseconds: -exercise.tookOver.milliseconds)
        last = moment
    }

    /// Takes a kept exercise up where it was left, its session's clock as it was; the simulation stands still. `kept`
    /// says whether it is on the disk already.
    init(_ attempt: KeptAttempt, kept: Bool, at moment: Moment) {
        let exercise = attempt.exercise
        plan = attempt.plan
        self.exercise = exercise
        clock = SimulationClock(at: exercise.now)
        clock.stops()
        began = attempt.began
        hasTakenOver = kept && exercise.now > exercise.tookOver
        keeping = ExerciseKeeping(asked: attempt.log.steps.count)
        let first = attempt.facts.first
        let opening = first?.measured ?? moment.wall
        opened = opening.advanced(byMilliseconds: -(first?.elapsed?.milliseconds ?? 0))
        last = moment
    }

    /// The exercise as it is to be kept, with the facts of its session.
    func attempt(with facts: [Fact]) -> KeptAttempt {
        var log = exercise.log
        log.room = RoomRecord()
        return KeptAttempt(plan: plan, began: began, log: log, facts: facts)
    }

    /// The instant of the session: where the simulation stands, as a wall and a boot clock of its own would show it.
    var moment: Moment { moment(at: clock.now) }

    /// A point of the session's own time line as an instant.
    func moment(at time: SessionTime) -> Moment {
        Moment(
            wall: opened.advanced(byMilliseconds: time.milliseconds),
            boot: BootReading(id: BootReading.simulation, milliseconds: time.milliseconds),
            utcOffsetMinutes: last.utcOffsetMinutes)
    }

    /// Real time passed: the simulation goes on by so much at its speed, up to the end of the exercise.
    mutating func realTimePassed(to moment: Moment) {
        let passed = moment.since(last)
        last = moment
        guard outcome == nil else { return }
        clock.realTimePassed(milliseconds: passed.milliseconds)
        follow()
    }

    /// Jumps on to `time`, or to the first instant before it at which somebody is heard or the exercise ends.
    mutating func jump(to time: SessionTime) {
        let heard = exercise.says.count
        var next = clock.now
        while next < time, !exercise.isOver, exercise.says.count == heard {
            next = min(time, next + .seconds(1))
            exercise.advance(to: next)
        }
        clock.jumps(to: next)
        follow()
    }

    private mutating func follow() {
        if clock.now > exercise.endsAt { clock.settle(at: exercise.endsAt) }
        guard exercise.now < clock.now || exercise.isOver else { return }
        exercise.advance(to: clock.now)
    }

    /// The facts that a colleague filed before the trainee took over, and the change of nurse.
    func prelude() -> [Fact] {
        var facts = exercise.prelude.enumerated().map { index, entry in
            fact(entry.body, number: index + 1, at: entry.at, by: ColleagueEntry.initials)
        }
        let change = FactBody.nurseChanged(NurseChanged(initials: PracticeRun.trainee))
        facts.append(
            fact(change, number: facts.count + 1, at: exercise.tookOver, by: PracticeRun.trainee))
        return facts
    }

    private func fact(_ body: FactBody, number: Int, at time: SessionTime, by author: String) -> Fact {
        let moment = moment(at: time)
        return Fact(
            session: plan.session, mode: .practice, sequence: number, measured: moment.wall,
            entered: moment.wall, elapsed: time, boot: moment.boot, author: author, body: body)
    }
}

extension SimulationClock {
    /// Stands still at an instant that it has passed or reached.
    fileprivate mutating func settle(at time: SessionTime) {
        var still = SimulationClock(at: time)
        still.runs(at: speed)
        still.stops()
        self = still
    }
}

/// A finished attempt.
public struct PracticeOutcome: Sendable {
    /// What is talked over.
    public var debrief: Debrief
    /// What is needed besides the facts to tell, score and play the exercise again.
    public var log: ExerciseLog
    /// The facts of the session.
    public var facts: [Fact]
    /// What was played.
    public var plan: PracticePlan

    /// Looks back on an attempt; what was done before the moment from which it goes on is not scored.
    public init(plan: PracticePlan, session: Session, log: ExerciseLog) {
        debrief = Debrief(
            session: session, room: log.room, rubric: plan.scenario.rubric, goingOnFrom: log.parent?.from)
        let ends = log.room.tookOver + .minutes(plan.scenario.lastsMinutes)
        if !session.phase.isOver, (log.room.ended ?? debrief.end) < ends {
            debrief.leftUnfinished("The exercise was broken off before its end")
        }
        self.plan = plan
        self.log = log
        facts = Array(session.facts)
    }

    /// The attempt in words.
    public var text: DebriefText { DebriefText(self) }
}
