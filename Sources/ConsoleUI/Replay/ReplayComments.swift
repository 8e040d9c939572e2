import Canvas
import Review
import SessionCore

extension Model {
    /// Why nothing can be said about the record in front; `nil` when something can.
    var whyNoComment: String? {
        if replay?.isKept == true { return nil }
        return "this is a file; comments are kept in the journal"
    }

    /// Asks for what was said about the record in front.
    func readComments() -> [Effect] {
        guard let replay, replay.isKept else { return [] }
        return [.readComments(replay.cursor.session.id)]
    }

    /// Asks what to say about the instant that is shown, and by whom when that is not known yet. A text that was left
    /// unfinished comes back.
    mutating func beginComment() -> [Effect] {
        replay?.control { playback, _ in playback.pause() }
        guard let time = replay?.cursor.time else { return [] }
        var interview = commentInterview(at: time)
        guard reviewer != nil, let aside = replay?.aside, !aside.isEmpty else { return begin(interview) }
        interview.editor = LineEditor(aside, limit: interview.editor.limit)
        open(.interview(interview))
        return []
    }

    private func commentInterview(at time: SessionTime) -> Interview {
        Interview(Interview.commentTitle) { given, model in
            guard let author = model.reviewer ?? given["initials"] else {
                var question = Question.text(
                    "initials", "your initials", hint: "1 to 8 letters or digits; asked once")
                question.check = { Model.trouble(author: $0, text: "x") }
                return .ask(question)
            }
            guard let text = given["comment"] else {
                var question = Question.text(
                    "comment", "comment by \(author)", hint: "kept beside the record, not in it")
                question.check = { Model.trouble(author: author, text: $0) }
                return .ask(question)
            }
            return .act { $0.keepComment(text, by: author, at: time) }
        }
    }

    private static func trouble(author: String, text: String) -> String? {
        do throws(Refusal) {
            _ = try SessionComment(
                at: .zero, written: WallTime(milliseconds: 0), author: author,
                text: text)
            return nil
        } catch {
            return error.sentence
        }
    }

    private mutating func keepComment(_ text: String, by author: String, at time: SessionTime) -> [Effect] {
        guard let id = replay?.cursor.session.id, whyNoComment == nil else { return [] }
        reviewer = author
        do throws(Refusal) {
            let comment = try SessionComment(at: time, written: realMoment.wall, author: author, text: text)
            replay?.aside = ""
            isKeepingComment = true
            return [.keepComment(comment, on: id)]
        } catch {
            say(error.sentence, .notice)
            return []
        }
    }

    /// A comment was closed before it was finished: the text waits for the next one.
    mutating func putAside(_ interview: Interview) {
        guard interview.title == Interview.commentTitle, stage == .replay else { return }
        reviewer = reviewer ?? interview.given["initials"]
        guard reviewer != nil, !interview.editor.isEmpty else { return }
        replay?.aside = interview.editor.text
        say("not kept: \(interview.editor.text)   (w brings it back)", .notice)
    }

    /// The comments on a session were read.
    mutating func commentsRead(_ comments: [SessionComment], of id: SessionID) {
        isKeepingComment = false
        guard replay?.cursor.session.id == id else { return }
        replay?.comments = comments
        guard case .list(var list)? = stack.last, let rows = rows(of: list.kind) else { return }
        list.rows = rows
        replaceTop(.list(list))
    }

    /// A comment could not be kept: its words wait for another try.
    mutating func commentNotKept(_ comment: SessionComment, sentence: String) {
        isKeepingComment = false
        replay?.aside = comment.text
        say("the comment is not kept: \(sentence)   (w brings it back)", .critical)
    }
}

extension Interview {
    /// What stands above a comment that is being written.
    fileprivate static let commentTitle = "Comment"
}
