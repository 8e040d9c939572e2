import Canvas
import SessionCore

/// Questions that are asked one after the other until there is something to file. The next question is a pure
/// function of the answers so far, so that going back is dropping the last answer.
struct Interview: Sendable {
    /// What stands above it.
    var title: String
    /// The answers so far, in order.
    var given = Given()
    /// The field of the present question, when text is asked.
    var editor = LineEditor(limit: 300)
    /// The choice under the cursor, once the arrows were used.
    var focus: Int?
    /// What was wrong with the last key or answer.
    var complaint: String?
    /// What was typed before the interview began and depends on it.
    var carried = ""
    /// What comes after these answers.
    let next: @Sendable (Given, Model) -> Turn

    init(_ title: String, next: @escaping @Sendable (Given, Model) -> Turn) {
        self.title = title
        self.next = next
    }

    /// What was typed: the text in the field and the texts answered before.
    var typedText: String {
        ([carried] + given.texts + [editor.text]).filter { !$0.isEmpty }.joined(separator: " ")
    }
}

/// Answers by the name of their question.
struct Given: Sendable {
    private(set) var answers: [(name: String, value: String, isText: Bool, at: WallTime)] = []

    /// The answer to the question of that name; `nil` while there is none.
    subscript(_ name: String) -> String? { answers.last { $0.name == name }?.value }

    /// The answer, or nothing.
    func text(_ name: String) -> String { self[name] ?? "" }

    /// When a question was answered; `nil` while it was not.
    func time(of name: String) -> WallTime? { answers.last { $0.name == name }?.at }

    /// What was typed rather than picked.
    var texts: [String] { answers.filter(\.isText).map(\.value) }

    var isEmpty: Bool { answers.isEmpty }

    /// How many questions were answered.
    var count: Int { answers.count }

    mutating func add(_ name: String, _ value: String, isText: Bool, at time: WallTime) {
        answers.append((name, value, isText, time))
    }

    /// Takes back the last answer and returns it when it was typed.
    mutating func takeBack() -> String? {
        guard let last = answers.popLast() else { return nil }
        return last.isText ? last.value : ""
    }
}

/// What comes next in an interview.
enum Turn: Sendable {
    /// Another question.
    case ask(Question)
    /// Everything is known: record this. The words say what is being saved.
    case file([Filing], saying: String)
    /// Everything is known: do this.
    case act(@Sendable (inout Model) -> [Effect])
}

/// One question.
struct Question: Sendable {
    /// How it is answered.
    enum Kind: Sendable {
        /// By typing and Enter.
        case text
        /// By one key.
        case keys([Choice])
    }

    var name: String
    var prompt: String
    var kind: Kind
    /// What would be a good answer.
    var hint = ""
    /// Whether Enter alone is an answer.
    var isOptional = false
    /// What stands above the choices.
    var notes: [[Segment]] = []
    /// What a text means, while it is typed.
    var readBack: @Sendable (String) -> [Segment] = { _ in [] }
    /// What is wrong with a text; `nil` when nothing is.
    var check: @Sendable (String) -> String? = { _ in nil }

    /// A question that is answered with text.
    static func text(_ name: String, _ prompt: String, hint: String = "", isOptional: Bool = false)
        -> Question
    {
        Question(name: name, prompt: prompt, kind: .text, hint: hint, isOptional: isOptional)
    }

    /// A question that is answered with one key.
    static func pick(
        _ name: String, _ prompt: String, _ choices: [Choice], hint: String = "", notes: [[Segment]] = []
    ) -> Question {
        Question(name: name, prompt: prompt, kind: .keys(choices), hint: hint, notes: notes)
    }
}

/// One way to answer.
struct Choice: Sendable {
    /// The key that picks it.
    var key: Character
    /// What it is.
    var title: String
    /// What is remembered.
    var value: String
    /// Why it cannot be picked; `nil` when it can.
    var whyNot: String?

    init(_ key: Character, _ title: String, value: String? = nil, whyNot: String? = nil) {
        self.key = key
        self.title = title
        self.value = value ?? String(key)
        self.whyNot = whyNot
    }
}
