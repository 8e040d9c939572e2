import Canvas
import SessionCore

/// The list of sessions: unfinished ones first.
struct Home: Sendable {
    /// The sessions in the order of the screen.
    private(set) var sessions: [HomeSession] = []
    /// The pictures of the unfinished ones, by name.
    private(set) var pictures: [SessionID: Picture] = [:]
    /// The chosen row.
    private(set) var row = 0
    /// Whether the list has come.
    private(set) var isListed = false
    private var looked: Moment?

    /// The chosen session; `nil` in an empty list.
    var chosen: HomeSession? { sessions.indices.contains(row) ? sessions[row] : nil }

    /// Takes the list from the journal. The chosen session stays chosen; at first the newest unfinished one is.
    mutating func show(_ listed: [HomeSession], at moment: Moment) {
        let wanted = isListed ? chosen?.id : nil
        sessions = listed.sorted { left, right in
            left.isOver != right.isOver ? right.isOver : left.lastEntered > right.lastEntered
        }
        row = sessions.firstIndex { $0.id == wanted } ?? 0
        isListed = true
        look(at: moment)
    }

    /// Looks at the unfinished sessions anew every few seconds.
    mutating func secondPassed(at moment: Moment) {
        if let looked, moment.since(looked) < .seconds(5) { return }
        look(at: moment)
    }

    private mutating func look(at moment: Moment) {
        looked = moment
        pictures = [:]
        for session in sessions where !session.isOver {
            guard let fold = session.session else { continue }
            pictures[session.id] = fold.picture(at: moment)
        }
    }

    mutating func move(by step: Int) { row = min(max(0, sessions.count - 1), max(0, row + step)) }
}

extension Model {
    /// Opens the chosen session: an unfinished one after a yes to its label and birth year.
    mutating func openChosen() -> [Effect] {
        guard let chosen = home.chosen else { return [] }
        // An exercise asks by itself what becomes of it.
        guard !chosen.isOver, chosen.exercise == nil else { return load(chosen.id) }
        return begin(
            Interview("Continue \(chosen.patientLabel), born \(chosen.birthYear), \(chosen.route.title)?") {
                given, _ in
                guard given["sure"] != nil else {
                    return .ask(
                        .pick(
                            "sure", "this patient", [Choice("y", "yes, this patient")], hint: "Esc goes back")
                    )
                }
                return .act { $0.load(chosen.id) }
            })
    }

    mutating func load(_ id: SessionID) -> [Effect] {
        awaited = id
        return [.loadSession(id)]
    }
}
