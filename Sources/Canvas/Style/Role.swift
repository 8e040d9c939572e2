/// What a cell is for. A view names roles and a theme turns them into colours, so that no view ever names a
/// colour.
public enum Role: UInt8, CaseIterable, Sendable {
    /// Ordinary text.
    case text
    /// Text that may be overlooked.
    case dim
    /// Text that should be seen first among equals.
    case strong
    /// The heading of a panel.
    case title
    /// Lines and boxes.
    case border
    /// The name of a key that can be pressed.
    case key
    /// A field that is being typed into.
    case entry
    /// The part of a field that cannot be accepted.
    case entryError
    /// The chosen line of a list.
    case selection
    /// Something that is as it should be.
    case good
    /// A condition of low priority.
    case notice
    /// A condition of medium priority.
    case warning
    /// A condition of high priority.
    case critical
    /// The other half of a flashing medium condition.
    case warningFlash
    /// The other half of a flashing high condition.
    case criticalFlash
    /// A value that is older than it should be.
    case stale
    /// The shaded band behind a plot.
    case band
    /// A limit line in a plot.
    case limit
    /// Something worth finding again, such as the line of the present.
    case accent
    /// The mode word while everything is real.
    case live
    /// The mode word while nothing is real.
    case practice
    /// The mode word while the past is shown.
    case replay

    /// The name that theme files use, such as `entryError`.
    public var name: String { String(describing: self) }

    /// The role of that name; nil when there is none.
    public init?(named name: String) {
        guard let role = Role.allCases.first(where: { $0.name == name }) else { return nil }
        self = role
    }

    /// The letter that stands for the role in a test's second plane and in a saved screen; each has its own.
    public var letter: Character {
        switch self {
        case .text: "."
        case .dim: "d"
        case .strong: "s"
        case .title: "t"
        case .border: "b"
        case .key: "k"
        case .entry: "e"
        case .entryError: "E"
        case .selection: "S"
        case .good: "g"
        case .notice: "n"
        case .warning: "w"
        case .critical: "c"
        case .warningFlash: "W"
        case .criticalFlash: "C"
        case .stale: "o"
        case .band: "="
        case .limit: "-"
        case .accent: "a"
        case .live: "L"
        case .practice: "P"
        case .replay: "R"
        }
    }
}
