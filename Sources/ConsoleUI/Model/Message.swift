import Canvas
import Review
import SessionCore
import Simulation

/// Something that reached the console from outside.
public enum Message: Sendable {
    /// A key was pressed.
    case key(Key)
    /// Text was pasted as one event.
    case pasted(String)
    /// The terminal has another size.
    case resized(Size)
    /// The aligned second passed, or the flash timer.
    case tick
    /// The care protocols for new sessions, and what is wrong with those that cannot be used: file, line and key.
    case protocolsLoaded([Route: CareProtocol], problems: [Route: String])
    /// The journal's list of sessions, and what was typed into the form of a new one when the last console ended.
    case sessionsListed([HomeSession], draft: String? = nil)
    /// A session was opened from the journal.
    indirect case sessionLoaded(LoadedSession)
    /// The record of a session was read for a replay; it runs on when another console writes it.
    indirect case recordLoaded(RecordedSession)
    /// The journal committed these facts.
    case committed(token: Int)
    /// The journal could not commit; the sentence says why. `mayBeStored` when the facts were found on disk all the same.
    case commitFailed(token: Int, sentence: String, mayBeStored: Bool)
    /// Something could not be done outside; the sentence says what.
    case failed(String)
    /// The journal has something to say that is no failure.
    case told(String)
    /// The comments on a session, by the moment that they are pinned to.
    case commentsRead([SessionComment], of: SessionID)
    /// A comment could not be kept; the sentence says why.
    case commentNotKept(SessionComment, sentence: String)
    /// The exercise of a session was opened from the journal, to be taken up.
    indirect case exerciseLoaded(KeptAttempt)
    /// The attempts at a scenario, the newest first.
    case attemptsListed([AttemptSummary])
    /// An attempt to compare the finished one with; what it is in words.
    indirect case attemptToCompare(PracticeOutcome, title: String)
    /// There is nothing to compare with; the sentence says why.
    case comparisonFailed(String)
    /// Another console added facts to the session that is watched.
    case factsArrived([Fact])
    /// The console that wrote the watched session has ended, or one writes it again.
    case writerChanged(isGone: Bool)
    /// The exercise that an instructor watches was read, for the first time or anew.
    indirect case exerciseRead(WatchedExercise)
    /// Messages lie in the inbox of the exercise that runs in this console, in order.
    case instructorSent([InstructorMessage])
    /// What was staged is in the inbox, under that number.
    case messageSent(Int)
    /// What was staged could not be put into the inbox; the sentence says why.
    case messageNotSent(String)
    /// The machine slept: the boot clock ran ahead of the monotonic clock by this much.
    case slept(Span)
    /// The wall clock stepped by this much against the boot clock.
    case clockStepped(Span)
    /// A script has set the clock of a practice session to this time.
    case clockSet(WallTime)
    /// The program was asked to end (TERM, INT, HUP); the cause in words.
    case asked(toEnd: String)
}

/// A session in the home screen's list.
public struct HomeSession: Sendable {
    /// Its name.
    public var id: SessionID
    /// What the ward calls the patient.
    public var patientLabel: String
    /// Year of birth.
    public var birthYear: Int
    /// How the drug is given.
    public var route: Route
    /// When it was opened.
    public var opened: WallTime
    /// When its last fact was entered.
    public var lastEntered: WallTime
    /// Whether it is over.
    public var isOver: Bool
    /// The title of the exercise that was played in it; `nil` where there is no simulated patient.
    public var exercise: String?
    /// The fold of an unfinished session, from which alarms and due items are shown; `nil` for an ended one.
    public var session: Session?
    /// What is wrong with the record of an unfinished session, as far as it was looked at; `nil` when nothing.
    public var damage: String?

    /// Makes a list entry.
    public init(
        id: SessionID, patientLabel: String, birthYear: Int, route: Route, opened: WallTime,
        lastEntered: WallTime, isOver: Bool, exercise: String? = nil, session: Session?
    ) {
        self.id = id
        self.patientLabel = patientLabel
        self.birthYear = birthYear
        self.route = route
        self.opened = opened
        self.lastEntered = lastEntered
        self.isOver = isOver
        self.exercise = exercise
        self.session = session
    }
}

/// A session that was read from the journal.
public struct LoadedSession: Sendable {
    /// The fold of its facts.
    public var session: Session
    /// Who writes it, when it is not this console: host and process in words.
    public var writtenBy: String?
    /// What is wrong with the record, when it is damaged: it is read-only then.
    public var damage: String?
    /// A line that was typed but never filed when the last console ended.
    public var draft: String?
    /// When the console that wrote it before gave its last sign of life, if it crashed and left one.
    public var lastSign: WallTime?

    /// Makes a loaded session.
    public init(
        session: Session, writtenBy: String? = nil, damage: String? = nil, draft: String? = nil,
        lastSign: WallTime? = nil
    ) {
        self.session = session
        self.writtenBy = writtenBy
        self.damage = damage
        self.draft = draft
        self.lastSign = lastSign
    }
}

/// Something that the rim is asked to do. Values, so that a test can read them.
public enum Effect: Sendable, Equatable {
    /// Send the list of sessions.
    case listSessions
    /// Lock a session, read it and send it.
    case loadSession(SessionID)
    /// Read a session without locking it and send its record.
    case loadRecord(SessionID)
    /// Create a session from its first fact, lock it and answer `committed`.
    case openSession(Fact, token: Int)
    /// Create the session of an exercise with what the exercise begins with, lock it and answer `committed`.
    case openExercise(KeptAttempt, token: Int)
    /// Keep steps of an exercise, numbered on from the first, and answer.
    case keepSteps([ExerciseLog.TimedStep], from: Int, of: SessionID, token: Int)
    /// Send the attempts at a scenario, by name.
    case listAttempts(of: String)
    /// Play an attempt again and send it to be compared.
    case loadAttempt(SessionID)
    /// Play a reference run of a plan, with what an instructor sent at the same times, and send it to be compared.
    case playReference(PracticePlan, sent: [ExerciseLog.TimedStep])
    /// Commit these facts in one transaction and answer. `isOver` says whether nothing is watched any more after them.
    case append([Fact], isOver: Bool, token: Int)
    /// Keep an unfiled line of a session; without one, what was typed into the form of a new session.
    case saveDraft(SessionID?, String)
    /// Read the comments on a session and send them.
    case readComments(SessionID)
    /// Keep a comment beside the record of a session, not in it, and send all of its comments.
    case keepComment(SessionComment, on: SessionID)
    /// Read a running exercise without its lock, and send it.
    case readExercise(SessionID)
    /// Keep how the clock of an exercise stands, for consoles that look on; nobody waits for it.
    case keepClock(ExerciseClock, of: SessionID)
    /// Put a message into the inbox of an exercise and answer.
    case sendToExercise(InstructorMessage, SessionID)
    /// Give the lock of a session back.
    case releaseSession(SessionID)
    /// Ring the bell so many times.
    case bell(Int)
    /// Leave the program.
    case quit
}
