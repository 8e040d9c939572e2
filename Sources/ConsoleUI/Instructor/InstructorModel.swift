import Canvas
import SessionCore
import Simulation

extension Model {
    /// Asks for the exercise that the setup names.
    mutating func beginInstructing(_ session: SessionID) -> [Effect] {
        awaited = session
        return [.readExercise(session)]
    }

    /// The commands of the key bar; sending stands there when there is something to send.
    var instructorNames: [String] {
        let send = instructor?.whyNotSend == nil ? ["sendStaged"] : []
        return send + [
            "stageMove", "stageVoice", "stageEvent", "stagePump", "stageComment", "unstage", "help", "theme",
            "leaveInstructor",
        ]
    }

    /// The exercise was read from the journal, for the first time or anew.
    mutating func exerciseRead(_ watched: WatchedExercise) {
        awaited = nil
        if instructor?.watched.session.id == watched.session.id {
            instructor?.read(watched, at: realMoment)
        } else {
            instructor = Instructor(watched, at: realMoment)
            stage = .instructor
            stack = []
        }
    }

    /// Stages what a line says, or says why it cannot be.
    mutating func stage(_ line: String) -> [Effect] {
        guard let reader = instructor?.line else { return [] }
        do throws(Refusal) {
            let items = try reader.read(line)
            try instructor?.stage(items)
            say("staged, not sent: S sends everything that is staged", .dim)
        } catch {
            say(error.sentence, .warning)
        }
        return []
    }

    /// Sends everything that is staged as one message.
    mutating func sendStaged() -> [Effect] {
        guard let present = instructor else { return [] }
        instructor?.isSending = true
        return [.sendToExercise(InstructorMessage(present.staged), present.watched.session.id)]
    }

    /// The message is in the inbox.
    mutating func messageSent(_ number: Int) {
        let isTended = instructor?.watched.isTended == true
        instructor?.wasSent()
        say(
            isTended
                ? "sent as number \(number)"
                : "sent as number \(number); the trainee's console is not running, it is taken when it is",
            .good)
    }

    /// The message could not be put into the inbox: what was staged stays staged.
    mutating func messageNotSent(_ sentence: String) {
        instructor?.isSending = false
        say("NOT SENT: \(sentence)", .critical)
    }

    /// Messages lie in the inbox of the exercise that runs here. What they do is seen; they are not.
    mutating func instructorSent(_ messages: [InstructorMessage]) {
        guard let run = practice, run.outcome == nil else { return }
        for message in messages { practice?.exercise.injected(message) }
        lookAtPractice()
    }

    /// The exercise that runs here, and the number of the last message that it has taken from its inbox; `nil` where none
    /// runs.
    public var inbox: (session: SessionID, taken: Int)? {
        guard let run = practice, run.outcome == nil, !run.exercise.isOver, !isOpening,
            bedside?.id == run.plan.session
        else { return nil }
        return (run.plan.session, run.exercise.log.lastTaken)
    }

    /// Tells other consoles how the clock of the exercise stands that runs here, when it was touched since they were told.
    mutating func tellClock() -> [Effect] {
        guard let session = inbox?.session, let run = practice else { return [] }
        let clock = ExerciseClock(
            at: run.clock.now, moment: realMoment, speed: run.clock.speed, isStopped: run.clock.isStopped)
        if let told = run.toldClock, clock.goesOn(from: told) { return [] }
        practice?.toldClock = clock
        return [.keepClock(clock, of: session)]
    }

    /// The exercise that this console watches as an instructor; `nil` where it does not.
    public var instructedSession: SessionID? { instructor?.watched.session.id }
}
