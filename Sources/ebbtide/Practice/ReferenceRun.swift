import ConsoleUI
import Foundation
import SessionCore
import Simulation
import Synchronization

/// Plays reference runs beside the console, on threads of their own: nobody waits for one.
final class ReferenceRun: Sendable {
    /// Where the wall clock of every exercise without a terminal begins, so that the same seed gives the same bytes.
    static let start = Moment(
        wall: WallTime(milliseconds: 1_767_603_600_000), boot: BootReading(id: "headless", milliseconds: 0))

    private let finished = Mutex<[Message]>([])
    private let notify: @Sendable () -> Void

    /// `notify` is called on a run's thread when ``answers()`` has its outcome.
    init(notify: @escaping @Sendable () -> Void) { self.notify = notify }

    /// Plays a scenario with its seed, and with what an instructor sent, as somebody does who knows the work.
    func play(_ plan: PracticePlan, sent: [ExerciseLog.TimedStep]) {
        let thread = Thread { [self] in
            var practice = HeadlessPractice(plan, at: ReferenceRun.start, sent: sent)
            let message =
                PolicyName.good.play(&practice).map {
                    Message.attemptToCompare($0, title: "reference run, seed \(plan.seed)")
                } ?? .comparisonFailed("the reference run did not come to its end")
            finished.withLock { $0.append(message) }
            notify()
        }
        // Deep enough for the folds of a whole session.
        thread.stackSize = 8 << 20
        thread.start()
    }

    /// The outcomes since the last call.
    func answers() -> [Message] {
        finished.withLock { finished in
            defer { finished = [] }
            return finished
        }
    }
}
