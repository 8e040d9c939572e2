import Canvas
import SessionCore
import Simulation
import Testing

@testable import ConsoleUI

/// Two consoles over one exercise: a trainee's and an instructor's, with an inbox between them that keeps what was sent.
struct Supervised {
    var trainee: Trainee
    var instructor: Model
    /// What lies in the inbox, in order.
    var inbox: [SentMessage] = []
    /// Whether the trainee's console looks into the inbox.
    var looks = true
    /// What is wrong with how messages are handed over; the control of the tests.
    var fault: Fault?
    /// How many messages were handed over to a trainee's console, whether or not it lived to keep them.
    private var handedOver = 0

    /// Ways to hand messages over wrongly.
    enum Fault {
        /// What was handed over once is never handed over again.
        case forgetsWhatWasShown
        /// Messages come without their numbers.
        case forgetsNumbers
    }

    /// What the inbox answers instead of taking a message.
    var refuses: String?

    init(_ name: String, takesOver: Bool = true) throws {
        trainee = try Trainee(name, takesOver: takesOver)
        var setup = Setup(mode: .practice, themes: ["dusk", "mono"], software: "test")
        setup.instructs = SessionID("practice-1")
        instructor = Model(setup, at: trainee.moment)
        perform(instructor.start())
    }

    /// Keys at the instructor's console.
    mutating func type(_ keys: String) throws {
        for key in try #require(Key.sequence(keys)) { send(.key(key)) }
    }

    mutating func send(_ message: Message) { perform(update(&instructor, message, at: trainee.moment)) }

    /// So many seconds pass: both consoles tick once a second, the trainee's looks into the inbox as it does.
    mutating func wait(_ seconds: Int) {
        for _ in 0..<seconds {
            trainee.wait(1)
            if looks { deliver() }
            read()
            send(.tick)
        }
    }

    /// What lies behind the last message that was taken reaches the trainee's console.
    mutating func deliver() {
        guard let taken = trainee.model.inbox?.taken else { return }
        var messages = inbox.map(\.message)
        switch fault {
        case .forgetsWhatWasShown: messages = Array(messages.dropFirst(handedOver))
        case .forgetsNumbers:
            messages = messages.filter { ($0.number ?? 0) > taken }
            for index in messages.indices { messages[index].number = nil }
        case nil: messages = messages.filter { ($0.number ?? 0) > taken }
        }
        handedOver = inbox.count
        if !messages.isEmpty { trainee.send(.instructorSent(messages)) }
    }

    private mutating func perform(_ effects: [Effect]) {
        for effect in effects {
            switch effect {
            case .readExercise: read()
            case .sendToExercise(var message, _):
                if let refuses {
                    send(.messageNotSent(refuses))
                    break
                }
                message.number = inbox.count + 1
                inbox.append(SentMessage(message, sent: trainee.moment.wall))
                send(.messageSent(inbox.count))
                read()
            default: break
            }
        }
    }

    private mutating func read() {
        if let watched { send(.exerciseRead(watched)) }
    }

    /// The exercise as the instructor's console reads it from the disk.
    var watched: WatchedExercise? {
        guard let kept = trainee.kept.last else { return nil }
        return try? WatchedExercise(kept, clock: trainee.keptClock, isTended: true, sent: inbox)
    }

    /// The instructor's screen.
    func screen(_ columns: Int = 120, _ rows: Int = 40) -> String {
        var surface = Surface(Size(columns: columns, rows: rows))
        view(instructor, at: trainee.moment, into: &surface)
        return surface.text.joined(separator: "\n")
    }

    var patient: PatientState? { trainee.model.practice?.exercise.truth }
}
