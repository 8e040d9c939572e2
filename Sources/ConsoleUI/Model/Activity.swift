import Canvas
import SessionCore

/// Something that is open over the screen and takes the keys.
enum Activity: Sendable {
    /// The entry line.
    case entry(EntryField)
    /// Questions, one after the other.
    case interview(Interview)
    /// The six observations of effect.
    case effects(EffectSteps)
    /// The choice of an entry on the timeline.
    case selection(Selection)
    /// The list of commands.
    case finder(Finder)
    /// A list of moments of a record.
    case list(RecordList)

    /// What was typed and would be lost; empty when nothing was.
    var typedText: String {
        switch self {
        case .entry(let field): field.editor.text
        case .interview(let interview): interview.typedText
        case .effects(let steps): steps.line
        case .selection, .finder, .list: ""
        }
    }
}

/// The line into which readings are typed.
struct EntryField: Sendable {
    /// What was typed.
    var editor = LineEditor()
    /// Sequence of the reading that is typed again, in a correction.
    var corrects: Int?
    /// What was wrong when Enter was pressed.
    var complaint: String?
}

/// An entry of the timeline is being chosen for a correction.
struct Selection: Sendable {
    /// Sequence of the chosen entry.
    var sequence: Int
}

/// One body to be recorded, with the time when it happened; now when absent.
struct Filing: Sendable {
    var body: FactBody
    var measured: WallTime?

    init(_ body: FactBody, measured: WallTime? = nil) {
        self.body = body
        self.measured = measured
    }
}

/// Something that was entered and is not on disk yet.
struct Outgoing: Sendable {
    /// What is to be recorded.
    var filings: [Filing]
    /// The instant at which it was entered.
    var moment: Moment
    /// Where it was typed; goes back on the screen when the journal refuses.
    var origin: Activity?
    /// What it is, in a few words, for the line that says that it is being saved.
    var saying: String
    /// The number under which the journal has it; `nil` while it waits its turn.
    var token: Int?
    /// The facts that the journal has.
    var facts: [Fact] = []
    /// The session as it stands once the journal has them; `nil` while there is none.
    @Shared var after: Session? = nil
}
