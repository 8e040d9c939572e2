import Canvas
import Review
import SessionCore
import Simulation

extension Model {
    /// Begins the exercise of a plan: the colleague's part of the record is filed as it stands.
    mutating func beginPractice(_ plan: PracticePlan) -> [Effect] {
        let run = PracticeRun(plan, at: realMoment, software: setup.software)
        return open(run, as: run.attempt(with: run.prelude()))
    }

    /// Asks the journal for a session of its own for an exercise, with the facts that it begins with.
    mutating func open(_ run: PracticeRun, as attempt: KeptAttempt) -> [Effect] {
        guard !attempt.facts.isEmpty else { return [] }
        practice = run
        moment = run.moment
        bedside = nil
        stack = []
        debriefFocus = 0
        stage = .home
        let token = nextToken()
        outbox.append(
            Outgoing(
                filings: [], moment: moment, origin: nil, saying: Outgoing.openingWords, token: token,
                facts: attempt.facts))
        return [.openExercise(attempt, token: token)]
    }

    /// The practice session is on disk: the trainee reads the handover, or where this exercise goes on from.
    mutating func practiceOpened() -> [Effect] {
        guard let run = practice, let session = bedside?.session, session.id == run.plan.session else {
            return []
        }
        practiceObserves(session.facts)
        return begin(CommandTable.takingOver(run))
    }

    /// Moves the simulation on to the present instant of the machine, and answers with the instant of the session.
    mutating func sessionMoment(at real: Moment) -> Moment {
        realMoment = real
        guard practice != nil else { return real }
        practice?.realTimePassed(to: real)
        // After the exercise time is the machine's again: what is replayed then plays by it.
        guard let run = practice, run.outcome == nil else { return real }
        return run.moment
    }

    /// Shows the session as it stands where the simulation stands now.
    mutating func lookAtPractice() {
        if let run = practice { moment = run.moment }
        bedside?.look(at: moment)
    }

    /// What was committed reaches the simulated patient.
    mutating func practiceObserves(_ facts: some Sequence<Fact>) {
        guard practice != nil else { return }
        for fact in facts { practice?.exercise.observe(fact) }
    }

    /// Shows the debrief once the exercise is over and everything that was entered is on disk.
    mutating func debriefWhenOver() {
        guard let run = practice, run.outcome == nil, run.exercise.isOver, outbox.isEmpty,
            let session = bedside?.session
        else { return }
        practice?.outcome = PracticeOutcome(plan: run.plan, session: session, log: run.exercise.log)
        stack = []
        notice = nil
        debriefFocus = min(1, max(0, (debriefText?.lines.count ?? 1) - 1))
        stage = .debrief
    }

    /// The attempt that has ended; `nil` while it runs or where there is none.
    public var practiceOutcome: PracticeOutcome? { practice?.outcome }

    /// Why there is nothing to do in a room; `nil` while an exercise runs.
    var whyNoRoom: String? {
        guard let run = practice else { return "there is a simulated room in an exercise alone" }
        if run.exercise.isOver { return "the exercise is over" }
        return run.hasTakenOver ? nil : "read the handover and take over first"
    }

    /// Does something in the simulated room.
    mutating func act(_ deed: RoomDeed) -> [Effect] {
        do throws(Refusal) {
            try practice?.exercise.act(deed)
            say("you \(deed.title)", .dim)
        } catch {
            say(error.sentence)
        }
        return []
    }

    /// The simulation stands still, or goes on; the pump stands still with it and is not paused.
    mutating func toggleSimulation() -> [Effect] {
        guard let run = practice else { return [] }
        if run.clock.isStopped { practice?.clock.goesOn() } else { practice?.clock.stops() }
        return keepExercise(always: true)
    }

    /// The next faster or slower of the usual speeds.
    mutating func changeSpeed(faster: Bool) -> [Effect] {
        guard let speed = practice?.clock.speed else { return [] }
        let usual = [1, 2, 5, 10, 20, 30, 60]
        let next = faster ? usual.first { $0 > speed } : usual.last { $0 < speed }
        practice?.clock.runs(at: next ?? speed)
        return []
    }

    /// Jumps to an instant of the session, or to what happens before it.
    mutating func jumpSimulation(to time: SessionTime) -> [Effect] {
        practice?.jump(to: time)
        lookAtPractice()
        debriefWhenOver()
        return keepExercise(always: true)
    }

    /// When the next check is due that has not been due yet; `nil` when none is planned.
    var nextDue: SessionTime? {
        guard let picture else { return nil }
        return picture.due.map(\.at).filter { $0 > picture.now }.min()
    }

    /// The trainee ends the exercise.
    mutating func endPractice() -> [Effect] {
        practice?.exercise.end()
        debriefWhenOver()
        return []
    }

    /// Opens the moment that the chosen line of the debrief speaks of.
    mutating func openDebriefMoment() -> [Effect] {
        let lines = debriefText?.lines ?? []
        guard let session = bedside?.session, lines.indices.contains(debriefFocus),
            let place = lines[debriefFocus].at
        else { return [] }
        let careProtocol = session.careProtocol
        do throws(Refusal) {
            var cursor = try ReplayCursor(session.facts) { _ in careProtocol }
            cursor.seek(to: place)
            replay = Replay(RecordedSession(cursor, isKept: true), origin: .debrief, at: realMoment)
            stage = .replay
            return readComments()
        } catch {
            say(error.sentence, .critical)
        }
        return []
    }

    /// Why the chosen line of the debrief opens no moment; `nil` when it does.
    var whyNoDebriefMoment: String? {
        if practice?.comparison != nil { return "leave the comparison first" }
        let lines = debriefText?.lines ?? []
        let hasPlace = lines.indices.contains(debriefFocus) && lines[debriefFocus].at != nil
        return hasPlace ? nil : "this line speaks of no moment; choose one with a time"
    }

    /// Moves the cursor of the debrief.
    mutating func moveDebrief(by lines: Int) {
        if practice?.comparison != nil {
            practice?.comparison?.scroll(by: lines, screen: size)
            return
        }
        let last = max(0, (debriefText?.lines.count ?? 1) - 1)
        debriefFocus = min(max(0, debriefFocus + lines), last)
    }
}
