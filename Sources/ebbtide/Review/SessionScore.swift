import ConsoleUI
import Journal
import Review
import SessionCore

// One session as a supervisor scores it: by what is expected of every session, whatever happens in it.

extension ReviewCommand {
    /// Prints the score report of a session, or of each session of a log.
    func score(_ name: String, _ reading: inout SessionReading) throws {
        guard !SessionReading.isFile(name), let id = SessionID(name) else {
            return try reading.sessions(in: name) { try sayScore(of: $0) }
        }
        let journal = try reading.place.journal(for: .reading)
        try sayScore(of: try reading.session(id, of: journal))
    }

    private func sayScore(of session: Session) throws {
        var debrief = Debrief(session: session, rubric: .ordinary(session.careProtocol))
        if !session.phase.isOver { debrief.leftUnfinished() }
        guard !output.json else { return try Output.emit(json: ScoreLine(debrief)) }
        let mark = session.mode == .practice ? "PRACTICE  " : ""
        Output.say(
            "\(mark)Session \(session.id)  protocol \(session.careProtocol.name)  \(session.phase.title)")
        for line in DebriefText(debrief).lines { Output.say(mark + line.text) }
    }
}
