import ConsoleUI
import Journal
import Review
import SessionCore

extension JournalClient {
    /// The comments on a session; a sentence instead when they cannot be read.
    func comments(on id: SessionID) -> [Message] {
        do {
            return [.commentsRead(try store.comments(on: id).map(SessionComment.init), of: id)]
        } catch {
            return [.told("the comments cannot be read: \(Failure(error).sentence)")]
        }
    }

    /// Keeps a comment beside the record of a session; the answer has all of its comments.
    func keep(_ comment: SessionComment, on id: SessionID) -> [Message] {
        do {
            try openForComment().keep(KeptComment(comment), on: id)
            return comments(on: id) + [.told("comment kept beside the record")]
        } catch {
            return [.commentNotKept(comment, sentence: Failure(error).sentence)]
        }
    }
}

extension KeptComment {
    /// A comment as it is kept.
    init(_ comment: SessionComment) {
        self.init(at: comment.at, written: comment.written, author: comment.author, text: comment.text)
    }
}
