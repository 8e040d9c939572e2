import ConsoleUI
import Journal
import Review
import SessionCore

extension JournalClient {
    /// The comments on a session; a sentence instead when they cannot be read.
    func comments(on id: SessionID) -> [Message] {
        do {
            return [.commentsRead(try store.remarks(on: id), of: id)]
        } catch {
            return [.told("the comments cannot be read: \(Failure(error).sentence)")]
        }
    }

    /// Asks for a comment to be kept beside the record of a session; the answer comes through ``answers()``.
    func keep(_ comment: SessionComment, on id: SessionID) { _ = writer.keep(KeptComment(comment), on: id) }

    /// What the journal has answered for a comment, with all comments on its session; `nil` for another answer.
    func commentAnswer(_ outcome: JournalAnswer.Outcome) -> [Message]? {
        switch outcome {
        case .commentKept(_, let id): comments(on: id) + [.told("comment kept beside the record")]
        case .commentFailed(let kept, let sentence):
            (try? SessionComment(kept)).map { [.commentNotKept($0, sentence: sentence)] } ?? []
        case .committed, .failed, .foundUnconfirmed, .stepsKept, .stepsFailed, .clockAnswered, .draftSaved,
            .draftFailed,
            .spaceReserved:
            nil
        }
    }
}

extension KeptComment {
    /// A comment as it is kept.
    init(_ comment: SessionComment) {
        self.init(at: comment.at, written: comment.written, author: comment.author, text: comment.text)
    }
}
