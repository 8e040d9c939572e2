import ConsoleUI
import Foundation
import Journal
import SessionCore
import Simulation

// Between the trainee's console and an instructor's: messages through the inbox, looked for once a second with the tick
// that comes anyway.

extension JournalStore {
    /// Puts a message into the inbox of an exercise; answers with its number.
    func send(_ message: InstructorMessage, to session: SessionID, sent: WallTime) throws -> Int {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        return try send(
            String(decoding: try encoder.encode(message), as: UTF8.self), to: session, sent: sent)
    }

    /// The messages in the inbox of an exercise behind a number, in order. One that this program does not understand does
    /// nothing and keeps its place.
    func messages(to session: SessionID, behind number: Int = 0) throws(StorageError) -> [SentMessage] {
        try inbox(of: session, behind: number).map { entry in
            var message = InstructorMessage()
            if let read = try? JSONDecoder().decode(InstructorMessage.self, from: Data(entry.text.utf8)) {
                message = read
            }
            message.number = entry.number
            return SentMessage(message, sent: entry.sent)
        }
    }
}

/// By what a console notices that an exercise has changed which another one runs.
struct ExerciseLook: Equatable {
    /// The journal's own mark of changes.
    var mark: Int
    /// Whether the trainee's console runs.
    var isTended: Bool
}

extension JournalClient {
    /// What lies in the inbox of the exercise that runs here behind what was taken; `nil` when nothing does.
    func inbox(of session: SessionID, behind number: Int) -> Message? {
        guard let sent = try? store.messages(to: session, behind: number), !sent.isEmpty else { return nil }
        #if DEBUG
            if Fault.forgetsNumbers {
                return .instructorSent(
                    sent.map { InstructorMessage(changes: $0.message.changes, comment: $0.message.comment) })
            }
        #endif
        return .instructorSent(sent.map(\.message))
    }

    /// Keeps how the clock of the exercise stands that runs here.
    func keep(_ clock: ExerciseClock, of session: SessionID) {
        guard let lock = locks[session], let data = try? JSONEncoder().encode(clock) else { return }
        _ = writer.keepClock(String(decoding: data, as: UTF8.self), under: lock)
    }

    /// Puts what an instructor staged into the inbox, and reads the exercise again.
    func send(_ message: InstructorMessage, to session: SessionID, at now: Moment) -> [Message] {
        do {
            // Opened for this alone: an instructor's console writes nothing else.
            let number = try openForMessage().send(message, to: session, sent: now.wall)
            return [.messageSent(number), watchedExercise(session)]
        } catch {
            return [.messageNotSent(Failure(error).sentence)]
        }
    }

    /// Reads an exercise without its lock.
    func watchedExercise(_ session: SessionID) -> Message {
        do {
            lastLook = look(at: session)
            guard let attempt = try store.attempt(of: session, resolve: resolve) else {
                return .failed("There is no exercise \(session) here.")
            }
            let clock = try store.clock(of: session).flatMap {
                try? JSONDecoder().decode(ExerciseClock.self, from: Data($0.utf8))
            }
            return .exerciseRead(
                try WatchedExercise(
                    attempt, clock: clock, isTended: lastLook?.isTended ?? false,
                    sent: try store.messages(to: session)))
        } catch {
            return .failed("The exercise \(session) cannot be read: \(Failure(error).sentence)")
        }
    }

    /// The exercise read again when something has changed; `nil` when nothing has.
    func newsOfExercise(_ session: SessionID) -> Message? {
        let present = look(at: session)
        return present == lastLook ? nil : watchedExercise(session)
    }

    private func look(at session: SessionID) -> ExerciseLook? {
        (try? store.changeMark()).map { mark in
            ExerciseLook(
                mark: mark,
                isTended: SessionLock.holder(of: session, in: store.folder, mode: store.mode) != nil)
        }
    }
}
