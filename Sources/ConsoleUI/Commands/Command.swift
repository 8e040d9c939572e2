import Canvas
import SessionCore

/// One thing that a key can do: dispatch, key bar, help, palette and tests are made of these records.
struct Command: Sendable {
    /// The stable name, by which keys are configured.
    var name: String
    /// The built-in keys.
    var keys: [Key]
    /// One or two words for the key bar.
    var label: String
    /// One sentence for the help.
    var help: String
    /// On which screens it exists.
    var places: Set<Model.Stage>
    /// What is shown in place of a key that is not one key.
    var shownKey: String?
    /// Why it is not possible now; `nil` when it is.
    var whyNot: @Sendable (Model) -> String?
    /// Does it.
    var perform: @Sendable (inout Model) -> [Effect]
    /// Whether it exists in an exercise alone.
    var isPractice = false

    init(
        _ name: String, _ keys: [Key], _ label: String, _ help: String, in places: Set<Model.Stage>,
        shownKey: String? = nil, whyNot: @escaping @Sendable (Model) -> String? = { _ in nil },
        perform: @escaping @Sendable (inout Model) -> [Effect]
    ) {
        self.name = name
        self.keys = keys
        self.label = label
        self.help = help
        self.places = places
        self.shownKey = shownKey
        self.whyNot = whyNot
        self.perform = perform
    }
}

/// Every command.
enum CommandTable {
    static let all: [Command] = home + bedside + practice + view + replay + instructor + everywhere

    /// The commands of one screen, in the order of the help.
    static func commands(in stage: Model.Stage) -> [Command] { all.filter { $0.places.contains(stage) } }

    /// The command of that name.
    static func named(_ name: String) -> Command? { all.first { $0.name == name } }
}

/// A command as a file of key bindings knows it.
public struct BindableCommand: Sendable {
    /// The stable name.
    public var name: String
    /// Its built-in keys, spelled as ``Key`` spells them.
    public var keys: [String]
    /// The one screen on which it exists; empty when there are several.
    public var place: String

    /// Every command whose keys can be configured.
    public static var all: [BindableCommand] {
        CommandTable.all.map { command in
            let only = command.places.count == 1 ? command.places.first : nil
            return BindableCommand(
                name: command.name, keys: command.keys.map(\.name), place: only.map { "\($0)" } ?? "")
        }
    }

    /// Keys that always open the entry line and cannot be given away.
    public static let reserved = (0...9).map(String.init) + ["@", "-"]
}
