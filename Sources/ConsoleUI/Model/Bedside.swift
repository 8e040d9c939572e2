import Canvas
import SessionCore

/// The session in front of the nurse, with what the console remembers about looking at it.
struct Bedside: Sendable {
    /// Its name.
    let id: SessionID
    /// The fold of its facts. Shared, like the picture, so that the model is small and cheap to hand around.
    @Shared var session: Session
    /// What is shown, computed when something changed.
    @Shared var picture: Picture?
    /// The readings as they stand, by their sequence.
    private var readings: [Int: EarlierReading] = [:]
    /// The same, as a typed line is compared with them, which happens with every key.
    private var earlier: [EarlierReading] = []
    private var readFacts = 0
    /// Who else writes it; read-only then.
    var writtenBy: String?
    /// Whether that console has ended while the session runs on, so that nobody writes it.
    var isDeserted = false
    /// What is wrong with the record; read-only then.
    var damage: String?
    /// How many timeline entries the list is scrolled back.
    var scrollBack = 0
    /// Texts that were put aside unfiled, the newest last.
    var aside: [String] = []
    /// What is kept on disk as the draft once the journal has done what it was asked; `nil` when that is not known.
    var keptDraft: String? = ""
    /// The value that was filed as unconfirmed and may now be typed again.
    var question: OpenQuestion?
    /// The time for the next entry, when it happened earlier.
    var lateTime: WallTime?

    /// Takes up a session as it came from the journal.
    init(_ loaded: LoadedSession) {
        id = loaded.session.id
        session = loaded.session
        picture = nil
        writtenBy = loaded.writtenBy
        damage = loaded.damage
        let draft = loaded.draft ?? ""
        keptDraft = draft
        aside = draft.split(separator: "\n").map(String.init)
    }

    /// Whether nothing but amendments can be added.
    var isRecord: Bool {
        switch picture?.phase {
        case .closed, .cancelled, .abandoned: true
        default: false
        }
    }

    /// Why nothing at all can be added; `nil` when something can.
    var readOnlyBecause: String? {
        if let writtenBy { return "\(writtenBy) writes this session; this console watches" }
        if let damage { return "the record is damaged and can only be read: \(damage)" }
        return nil
    }

    /// Computes what is shown at this instant.
    mutating func look(at moment: Moment) {
        picture = session.picture(at: moment)
        if readFacts != session.facts.count {
            readings = session.standingReadings
            earlier = Array(readings.values)
            readFacts = session.facts.count
        }
        let entries = picture?.timeline.count ?? 0
        scrollBack = min(scrollBack, max(0, entries - 1))
    }

    /// What a typed line is compared with. A correction is not compared with what it corrects.
    func readings(without target: Int?) -> [EarlierReading] {
        guard let target else { return earlier }
        return readings.filter { $0.key != target }.map(\.value)
    }

    /// Keeps a text that was typed and not filed.
    mutating func putAside(_ text: String) {
        guard !text.isEmpty else { return }
        aside.removeAll { $0 == text }
        aside.append(text)
    }
}

/// A reading that was filed although it is questioned.
struct OpenQuestion: Sendable {
    /// Sequence of the reading.
    var target: Int
    /// What was typed.
    var values: VitalSet
    /// Until when typing it again counts as a confirmation rather than as a new measurement.
    var until: SessionTime
    /// What is asked, in words.
    var sentence: String
}
