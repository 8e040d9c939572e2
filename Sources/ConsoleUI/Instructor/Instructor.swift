import SessionCore
import Simulation

/// A supervisor at a second console: looks at a running exercise, its patient's true state among it, prepares changes and
/// sends them. Writes no fact.
struct Instructor: Sendable {
    /// The most that can be prepared for one sending, so that one key removes each.
    static let mostStaged = 9

    /// The exercise as it was read last.
    @Shared private(set) var watched: WatchedExercise
    /// The same as it stands now, as far as is known.
    @Shared private(set) var exercise: Exercise
    /// What the trainee's screen is made from; `nil` when it cannot be made.
    @Shared private(set) var picture: Picture?
    /// What was prepared and not sent, in order.
    private(set) var staged: [StagedItem] = []
    /// Whether what was prepared is on its way to the inbox.
    var isSending = false

    init(_ watched: WatchedExercise, at moment: Moment) {
        self.watched = watched
        exercise = watched.exercise(at: watched.now(moment))
        look(at: moment)
    }

    /// The exercise was read anew.
    mutating func read(_ watched: WatchedExercise, at moment: Moment) {
        self.watched = watched
        look(at: moment)
    }

    /// Time passed: the exercise is played from the beginning to where it stands now. That costs some milliseconds, and
    /// whatever the trainee did meanwhile has its right place.
    mutating func look(at moment: Moment) {
        exercise = watched.exercise(at: watched.now(moment))
        picture = watched.session.picture(at: watched.moment(at: exercise.now))
    }

    /// Prepares something; nothing happens yet.
    mutating func stage(_ items: [StagedItem]) throws(Refusal) {
        guard staged.count + items.count <= Instructor.mostStaged else {
            throw Refusal(
                "At most \(Instructor.mostStaged) changes are sent as one: send or remove some first.")
        }
        for case .change(let change) in items { try check(change) }
        staged += items
    }

    private func check(_ change: InstructorChange) throws(Refusal) {
        switch exercise.standing(of: change) {
        case .happened: throw Refusal("The event \(change.scripted ?? "") has happened already.")
        case .prevented:
            throw Refusal(
                "The event \(change.scripted ?? "") cannot happen any more: the trainee prevented it.")
        case .due, .waiting, nil: break
        }
    }

    /// Takes something back that was prepared; `place` counts from 0.
    mutating func unstage(_ place: Int) {
        if staged.indices.contains(place) { staged.remove(at: place) }
    }

    /// What was prepared is in the inbox.
    mutating func wasSent() {
        staged = []
        isSending = false
    }

    /// What is played.
    var scenario: Scenario { watched.scenario }

    /// Reads the lines in which changes are typed.
    var line: InstructorLine { InstructorLine(watched.attempt.plan) }

    /// Why nothing can be sent; `nil` when something can.
    var whyNotSend: String? {
        if exercise.isOver { return "the exercise is over; q leaves" }
        if isSending { return "it is being sent" }
        return staged.isEmpty ? "nothing is staged; m, v, e, p or c stages something" : nil
    }
}

extension Exercise {
    /// How far what the scenario would bring about has come; `nil` for what the scenario does not know.
    func standing(of change: InstructorChange) -> EventStanding? {
        switch change {
        case .event(let name): scenario.events.first { $0.name == name }.map(standing)
        case .influence(let name): scenario.influences.first { $0.name == name }.map(standing)
        case .move, .say, .pump: nil
        }
    }
}
