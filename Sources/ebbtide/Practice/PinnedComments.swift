import Journal
import Review
import SessionCore
import Simulation

extension JournalStore {
    /// What was said about a session, by the moment that it is pinned to: by reviewers and, once its exercise is over, by
    /// its instructor. While an exercise runs its trainee can look back, and sees nothing of an instructor.
    func remarks(on session: SessionID) throws -> [SessionComment] {
        let written = try comments(on: session).map(SessionComment.init)
        guard mode == .practice, let kept = try exercise(of: session) else { return written }
        let steps = try steps(of: session)
        guard steps.last?.kind == .ended else { return written }
        let sent = Dictionary(
            try messages(to: session).map { ($0.message.number, $0.sent) },
            uniquingKeysWith: { first, _ in first })
        let pinned = try kept.log(steps).steps.compactMap { timed -> SessionComment? in
            guard case .instructor(let message) = timed.step, !message.comment.isEmpty else { return nil }
            // What came before the moment from which an exercise goes on was sent to another inbox.
            let when = message.number.flatMap { sent[$0] } ?? kept.began
            let text = message.comment.unicodeScalars.prefix(SessionComment.longest)
            return try? SessionComment(
                at: timed.at, written: when, author: SessionComment.instructor,
                text: String(String.UnicodeScalarView(text)))
        }
        return (written + pinned).enumerated().sorted {
            ($0.element.at, $0.offset) < ($1.element.at, $1.offset)
        }.map(\.element)
    }
}

extension SessionComment {
    /// What stands for the initials of an instructor, who has given none.
    static let instructor = "INSTR"
}
