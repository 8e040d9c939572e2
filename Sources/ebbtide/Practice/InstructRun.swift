import ConsoleUI
import Foundation
import Journal
import SessionCore
import Simulation

/// Joins a running exercise as its instructor: at a console of its own, or with what a file says.
struct InstructRun {
    let place: Place
    let console: ConsoleOptions
    /// The exercise by its session; the newest unfinished one when absent.
    let session: String?

    /// The largest file that is sent, bytes.
    private static let largestFile = 65_536

    /// Opens the instructor's console.
    func start() throws {
        try ConsoleRun(place: place, options: console, instructs: try found().plan.session).start()
    }

    /// Sends everything that a file says as one message; `-` is standard input.
    func send(_ path: String, json: Bool) throws {
        let attempt = try found()
        let message = try InstructorScript(
            try text(of: path), file: path, reader: InstructorLine(attempt.plan)
        ).message
        let session = attempt.plan.session
        let number = try place.journal(for: .writing).send(
            message, to: session, sent: ConsoleClock().now.wall)
        guard json else { return Output.say("PRACTICE  sent as number \(number) to \(session)") }
        try Output.emit(json: Sent(session: session.name, number: number))
    }

    /// What was sent, as the machine-readable form has it.
    private struct Sent: Encodable {
        var session: String
        var number: Int
    }

    private func text(of path: String) throws -> String {
        let data =
            path == "-"
            ? FileHandle.standardInput.readDataToEndOfFile() : FileManager.default.contents(atPath: path)
        guard let data else { throw Failure("The file \(path) cannot be read.", .noInput) }
        guard data.count <= InstructRun.largestFile, let text = String(data: data, encoding: .utf8) else {
            throw Failure("\(path) is not a text of at most \(InstructRun.largestFile) bytes.", .badData)
        }
        return text
    }

    /// The exercise that was asked for, which has not ended.
    private func found() throws -> KeptAttempt {
        let none = "No exercise is unfinished; a trainee begins one with ebbtide practice SCENARIO."
        let store: JournalStore
        do {
            store = try place.journal(for: .reading)
        } catch let error as StorageError where error.kind == .noInput {
            throw Failure(none, .noInput)
        }
        let exercises = try store.exercises()
        let wanted = exercises.first { session == nil ? !$0.isOver : $0.exercise.session.name == session }
        guard let wanted else {
            throw Failure(
                session.map { "There is no exercise \($0) in the practice journal." } ?? none, .noInput)
        }
        let id = wanted.exercise.session
        guard !wanted.isOver else {
            throw Failure(
                "The exercise \(id) is over; ebbtide practice --debrief \(id) looks back on it.", .noInput)
        }
        guard let attempt = try store.attempt(of: id, resolve: place.resolve) else {
            throw Failure("There is no exercise \(id) in the practice journal.", .noInput)
        }
        return attempt
    }
}
