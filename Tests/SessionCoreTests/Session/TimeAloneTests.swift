import Testing

@testable import SessionCore

@Suite("What time alone makes due")
struct TimeAloneTests {
    /// Minute and state of each change of a checkpoint.
    private func changes(of name: String, in session: Session) -> [String] {
        session.transitions.compactMap { transition in
            guard case .checkpoint(name, let state) = transition.event else { return nil }
            return "\(transition.at.milliseconds / 60_000) \(state)"
        }
    }

    @Test(
        "the last checkpoint of the table, done a minute early, leaves nobody unwatched: the next ones come by themselves"
    )
    func lastOneEarly() throws {
        var bedside = try Bedside()
        try bedside.start()
        for minute in [15.0, 25, 35] { try bedside.quiet(at: minute) }
        try bedside.file(.infusionEnded(InfusionEnded()), at: 45)
        for minute in [45.0, 60, 75, 90] { try bedside.quiet(at: minute) }
        // Te+60 is due at minute 105.
        try bedside.quiet(at: 104)
        #expect(bedside.picture(at: 118).due.contains { $0.title == "checkpoint Te+75" })
        #expect(bedside.picture(at: 126).alarms.map(\.key.item) == ["Te+75"])
        try bedside.file(.noteWritten(NoteWritten(text: "asleep")), at: 160)
        #expect(changes(of: "Te+75", in: bedside.session) == ["117 due", "125 late", "132 missed"])
        #expect(changes(of: "Te+90", in: bedside.session) == ["132 due", "140 late", "147 missed"])
    }

    @Test(
        "an infusion that nobody has ended brings its next checkpoint when that is due, whatever was done early"
    )
    func overrun() throws {
        var bedside = try Bedside()
        try bedside.start()
        for minute in [15.0, 25, 35, 43.5] { try bedside.quiet(at: minute) }
        try bedside.file(.noteWritten(NoteWritten(text: "pump still runs")), at: 60)
        #expect(changes(of: "T0+50", in: bedside.session) == ["53 due", "58 late"])
    }

    @Test("after a pause of three minutes the checkpoint at the end is late before it is missed")
    func endAfterPause() throws {
        var bedside = try Bedside()
        try bedside.start()
        try bedside.file(.infusionPaused(Reasoned(reason: "line")), at: 10)
        try bedside.file(.infusionResumed(InfusionResumed()), at: 13)
        for minute in [16.0, 25, 35] { try bedside.quiet(at: minute) }
        try bedside.file(.noteWritten(NoteWritten(text: "pump still runs")), at: 56)
        #expect(
            changes(of: "Te", in: bedside.session).map { $0.split(separator: " ").last } == [
                "due", "late", "missed",
            ])
    }

    @Test(
        "looked at in many steps the same things come as when nobody looks for hours", arguments: [45.0, 65])
    func inSteps(end: Double) throws {
        var bedside = try Bedside()
        try bedside.start()
        for minute in [15.0, 24] { try bedside.quiet(at: minute) }
        var watched = bedside
        for minute in stride(from: 25.0, to: end, by: 0.5) {
            try watched.file(.noteWritten(NoteWritten(text: "calm")), at: minute)
        }
        for minute in [end, 240] {
            try bedside.file(
                minute == end ? .infusionEnded(InfusionEnded()) : .noteWritten(NoteWritten(text: "calm")),
                at: minute)
            try watched.file(
                minute == end ? .infusionEnded(InfusionEnded()) : .noteWritten(NoteWritten(text: "calm")),
                at: minute)
        }
        func checkpoints(_ session: Session) -> [String] {
            session.transitions.compactMap {
                if case .checkpoint(let name, let state) = $0.event {
                    "\($0.at.milliseconds) \(name) \(state)"
                } else {
                    nil
                }
            }
        }
        #expect(checkpoints(bedside.session) == checkpoints(watched.session))
    }
}
