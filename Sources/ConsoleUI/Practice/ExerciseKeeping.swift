import SessionCore
import Simulation

/// What of a running exercise is on the disk. Steps are asked for in order and never twice while an answer is out.
struct ExerciseKeeping: Sendable {
    /// While nothing happens, simulated time is noted when so much of it has passed (Ebbtide default, unpublished).
    static let notesEvery = Span.seconds(10)
    /// Never more often than this by the machine's clock, however fast the simulation runs (Ebbtide default, unpublished).
    static let notesAtMostEvery = Span.seconds(1)

    /// How many steps the journal has or was asked to keep.
    private(set) var asked = 0
    /// How many it had kept when it answered last.
    private(set) var kept = 0
    /// How many it will have kept with each answer that is out, by the number of its request.
    private var requests: [Int: Int] = [:]
    /// Whether the journal has refused and is asked again with the next tick, not sooner.
    var rests = false
    /// When simulated time was noted last, and where it stood.
    private var noted: (moment: Moment, time: SessionTime)?

    init(asked: Int = 0) {
        self.asked = asked
        kept = asked
    }

    /// Whether answers are out.
    var isWaiting: Bool { !requests.isEmpty }

    /// Whether it is time to note how far the simulation has come.
    mutating func isTimeToNote(_ time: SessionTime, at moment: Moment, always: Bool) -> Bool {
        if !always, let noted {
            guard time - noted.time >= ExerciseKeeping.notesEvery,
                moment.since(noted.moment) >= ExerciseKeeping.notesAtMostEvery
            else { return false }
        }
        noted = (moment, time)
        return true
    }

    /// The steps up to `count` were asked for under that number.
    mutating func ask(_ count: Int, token: Int) {
        asked = count
        requests[token] = count
    }

    /// The answer to a request; `false` when it was not one of these. What was refused is asked for again.
    mutating func answered(_ token: Int, isKept: Bool) -> Bool {
        guard let count = requests.removeValue(forKey: token) else { return false }
        if isKept {
            kept = max(kept, count)
        } else {
            asked = kept
            rests = true
        }
        return true
    }
}

extension Model {
    /// Asks the journal to keep what has come to the exercise since it was asked last. `always` notes the simulated time
    /// as well, however short ago that was done.
    mutating func keepExercise(always: Bool = false) -> [Effect] {
        guard let run = practice, let session = bedside?.id, session == run.plan.session, !isOpening
        else { return [] }
        let now = run.exercise.now
        if run.hasTakenOver, practice?.keeping.isTimeToNote(now, at: realMoment, always: always) == true {
            practice?.exercise.noteReached()
        }
        let steps = practice?.exercise.log.steps ?? []
        let first = run.keeping.asked
        // What was asked behind a refusal is refused as well: all of that is answered before it is asked for anew.
        guard first < steps.count, !run.keeping.rests else { return [] }
        let token = nextToken()
        practice?.keeping.ask(steps.count, token: token)
        return [.keepSteps(Array(steps[first...]), from: first + 1, of: session, token: token)]
    }

    /// The journal has answered for steps of the exercise; `nil` when the answer was for something else.
    mutating func stepsAnswered(_ token: Int, refusal: String? = nil) -> [Effect]? {
        guard practice?.keeping.answered(token, isKept: refusal == nil) == true else { return nil }
        diskComplaint = refusal
        return ending != nil && !isWaiting ? finish() : []
    }
}
