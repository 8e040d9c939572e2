import Canvas
import SessionCore
import Simulation

/// An exercise that is played without a terminal: the same update and the same view, with a clock that is moved on by
/// hand and a journal that accepts everything at once. The same plan, policy and start give the same bytes.
public struct HeadlessPractice {
    /// The screen that a policy sees.
    public static let size = Size(columns: 120, rows: 40)
    /// How long a key takes, milliseconds (Ebbtide default, unpublished).
    private static let keyMilliseconds: Int64 = 200
    /// How long nobody looks up when there is nothing to do, milliseconds (Ebbtide default, unpublished).
    private static let pauseMilliseconds: Int64 = 3000
    /// No exercise lasts longer, turns; a policy that stops the simulation ends here.
    private static let mostTurns = 60_000

    private var model: Model
    private var moment: Moment
    private var background = SessionBackground()
    private var hasQuit = false
    /// What an instructor will send.
    private var sent: ArraySlice<ExerciseLog.TimedStep>

    /// Begins an exercise at an instant, which stands for the wall clock. `sent` is what an instructor sends, each at its time.
    public init(_ plan: PracticePlan, at moment: Moment, sent: [ExerciseLog.TimedStep] = []) {
        self.sent = sent[...]
        var setup = Setup(mode: .practice)
        setup.practice = plan
        self.moment = moment
        model = Model(setup, at: moment)
        model.size = HeadlessPractice.size
        perform(model.start())
    }

    /// Plays to the end of the exercise.
    /// - Returns: the finished attempt; `nil` when the policy never let it end.
    public mutating func play(_ policy: inout some PracticePolicy) -> PracticeOutcome? {
        for _ in 0..<HeadlessPractice.mostTurns where model.practiceOutcome == nil && !hasQuit {
            let keys = policy.keys { rows() }
            for key in keys where model.practiceOutcome == nil {
                pass(HeadlessPractice.keyMilliseconds)
                send(.key(key))
            }
            if keys.isEmpty { pass(HeadlessPractice.pauseMilliseconds) }
            send(.tick)
            deliver()
        }
        return model.practiceOutcome
    }

    /// The debrief in words; `nil` while the exercise runs.
    public var debrief: DebriefText? { model.debriefText }

    /// What stands on the screen.
    public mutating func rows() -> [String] {
        var surface = Surface(HeadlessPractice.size)
        view(model, at: moment, into: &surface, over: &background)
        return surface.text
    }

    /// What an instructor has sent by now arrives.
    private mutating func deliver() {
        while let next = sent.first, let now = model.practice?.exercise.now, next.at <= now {
            sent.removeFirst()
            if case .instructor(let message) = next.step { send(.instructorSent([message])) }
        }
    }

    private mutating func pass(_ milliseconds: Int64) {
        moment.wall = moment.wall.advanced(byMilliseconds: milliseconds)
        moment.boot?.milliseconds += milliseconds
    }

    private mutating func send(_ message: Message) { perform(update(&model, message, at: moment)) }

    private mutating func perform(_ effects: [Effect]) {
        for effect in effects {
            switch effect {
            case .openSession(_, let token), .openExercise(_, let token), .append(_, _, let token),
                .keepSteps(_, _, _, let token):
                send(.committed(token: token))
            case .quit: hasQuit = true
            case .listSessions, .loadSession, .loadRecord, .saveDraft, .releaseSession, .bell, .readComments,
                .keepComment, .readExercise, .sendToExercise, .keepClock, .listAttempts, .loadAttempt,
                .playReference:
                break
            }
        }
    }
}
