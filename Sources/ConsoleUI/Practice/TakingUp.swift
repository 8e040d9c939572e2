import Canvas
import SessionCore
import Simulation

extension Model {
    /// A kept exercise came from the journal: one that has ended shows its debrief; another one stands still where it was
    /// left, and the trainee says what becomes of it.
    mutating func exerciseLoaded(_ attempt: KeptAttempt) -> [Effect] {
        awaited = nil
        stack = []
        notice = nil
        do throws(Refusal) {
            let session = try attempt.session()
            let run = PracticeRun(attempt, kept: true, at: realMoment)
            practice = run
            moment = run.moment
            bedside = Bedside(LoadedSession(session: session, draft: attempt.draft))
            bedside?.look(at: moment)
            stage = .bedside
            if ending != nil { return finish() }
            if run.exercise.isOver { return replayTypedAhead() }
            return begin(CommandTable.takingUp(run)) + replayTypedAhead()
        } catch {
            say("the exercise \(attempt.plan.session) cannot be taken up: \(error.sentence)", .critical)
            return [.releaseSession(attempt.plan.session), .listSessions]
        }
    }

    /// The trainee leaves the exercise as it stands; it can be taken up again.
    mutating func leaveExercise() -> [Effect] {
        practice?.clock.stops()
        let kept = keepExercise(always: true)
        return kept + (setup.practice == nil ? goHome() : finish())
    }

    /// Leaves the debrief: out of the program that was started for one exercise, else to the list.
    mutating func leaveDebrief() -> [Effect] {
        if practice?.comparison != nil {
            practice?.comparison = nil
            return []
        }
        guard setup.practice == nil, let session = practice?.plan.session else { return finish() }
        return [.releaseSession(session)] + goHome()
    }
}

extension CommandTable {
    /// What is said before the trainee begins: the handover, or where the exercise goes on from.
    static func takingOver(_ run: PracticeRun) -> Interview {
        guard let parent = run.exercise.log.parent else { return handover(run.plan.scenario) }
        var words =
            "This exercise goes on from \(parent.session) at \(run.planned(parent.from)), with the same patient. What was "
            + "done before counts as that attempt's."
        if !run.hasTakenOver { words += " The simulation stands still until you take over." }
        return starting("Practise again from a moment", words: words + " " + run.plan.scenario.handover)
    }

    /// What is asked when an unfinished exercise is taken up.
    static func takingUp(_ run: PracticeRun) -> Interview {
        let words =
            "\(run.plan.scenario.title) was left at \(run.planned(run.exercise.now)) and stands still there, as far as it "
            + "was kept; everything that was filed is here. The patient is the same."
        return Interview("Continue the exercise?") { given, _ in
            guard let wish = given["wish"] else {
                let goOn = run.hasTakenOver ? "go on; the simulation runs" : "read the handover"
                return .ask(
                    .pick(
                        "wish", "wish",
                        [
                            Choice("c", goOn),
                            Choice("e", "break it off and see the debrief; it passes nothing then"),
                            Choice("l", "leave it for later"),
                        ], hint: "Esc looks at it; Space lets the simulation run",
                        notes: lines(of: words, columns: 72).map { [Segment($0, .strong)] }))
            }
            return .act { model in
                switch wish {
                case "e": return model.endPractice()
                case "l": return model.leaveExercise()
                default: return model.goOn()
                }
            }
        }
    }

    /// What is asked when a scenario is begun of which an exercise is unfinished.
    static func unfinished(_ attempt: AttemptSummary, or plan: PracticePlan) -> Interview {
        Interview("\(plan.scenario.title): an exercise is unfinished") { given, model in
            guard let wish = given["wish"] else {
                let day = dayWords(attempt.began, utcOffsetMinutes: model.realMoment.utcOffsetMinutes)
                return .ask(
                    .pick(
                        "wish", "wish",
                        [
                            Choice("c", "go on with the one begun \(day), seed \(attempt.seed)"),
                            Choice("n", "begin a new one, seed \(plan.seed)"),
                        ], hint: "Esc shows the list of practice sessions"))
            }
            return .act { wish == "c" ? $0.load(attempt.session) : $0.beginPractice(plan) }
        }
    }

    /// Leaving a session that is an exercise.
    static func leavingPractice() -> Interview {
        Interview("Leave the exercise?") { given, _ in
            guard let wish = given["sure"] else {
                return .ask(
                    .pick(
                        "sure", "sure",
                        [
                            Choice("y", "break it off and see the debrief; it passes nothing then"),
                            Choice("l", "leave it for later; it is kept as it stands"),
                        ],
                        hint: "Esc goes on; Space stops the simulation for a while"))
            }
            return .act { wish == "l" ? $0.leaveExercise() : $0.endPractice() }
        }
    }
}

extension Model {
    /// The trainee goes on with an exercise that was taken up.
    fileprivate mutating func goOn() -> [Effect] {
        guard let run = practice else { return [] }
        guard run.hasTakenOver else { return begin(CommandTable.takingOver(run)) }
        practice?.clock.goesOn()
        return []
    }
}

extension PracticeRun {
    /// A point of the session's own time line, counted from T0 as planned: `T0+31:05`.
    func planned(_ time: SessionTime) -> String { plan.scenario.planned(time, tookOver: exercise.tookOver) }
}

extension Scenario {
    /// A point of the session's own time line, counted from T0 as planned: `T0+31:05`.
    func planned(_ time: SessionTime, tookOver: SessionTime) -> String {
        let span = time - (tookOver - .minutes(begins.minute))
        let sign = span.milliseconds < 0 ? "-" : "+"
        return "T0\(sign)" + TimeText.counted(Span(milliseconds: Int64(span.milliseconds.magnitude)))
    }
}
