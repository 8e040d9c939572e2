import Canvas
import SessionCore

extension Interview {
    /// The question that is open now; `nil` when there is none left.
    func question(_ model: Model) -> Question? {
        if case .ask(let question) = next(given, model) { return question }
        return nil
    }

    /// Whether the present question is answered with text.
    func takesText(_ model: Model) -> Bool {
        if case .text? = question(model)?.kind { return true }
        return false
    }
}

extension Model {
    /// Opens an interview, or does at once what it comes to without a question.
    mutating func begin(_ interview: Interview) -> [Effect] {
        open(.interview(interview))
        return proceed(interview)
    }

    /// A key in an interview.
    mutating func pressed(_ key: Key, in interview: Interview) -> [Effect] {
        guard key != .escape, let question = interview.question(self) else {
            closeTop()
            return []
        }
        switch question.kind {
        case .text: return pressed(key, asText: question, in: interview)
        case .keys(let choices): return pressed(key, among: choices, of: question, in: interview)
        }
    }

    private mutating func pressed(_ key: Key, asText question: Question, in interview: Interview) -> [Effect]
    {
        var interview = interview
        interview.complaint = nil
        switch key {
        case .enter: return answer(question, in: interview)
        case .up where isBroughtBack(interview.editor): return bringBackNext()
        case .up where interview.editor.isEmpty: bringBack(into: &interview.editor)
        case .backspace where interview.editor.isEmpty: goBack(&interview)
        default:
            if interview.editor.press(key) == .full { interview.complaint = "the field is full" }
        }
        replaceTop(.interview(interview))
        return []
    }

    private mutating func answer(_ question: Question, in interview: Interview) -> [Effect] {
        var interview = interview
        let text = interview.editor.text.stripped
        if text.isEmpty, !question.isOptional {
            interview.complaint = "\(question.prompt) is needed; Esc closes"
        } else {
            interview.complaint = text.isEmpty ? nil : question.check(text)
        }
        guard interview.complaint == nil else {
            replaceTop(.interview(interview))
            return []
        }
        interview.given.add(question.name, text, isText: true, at: moment.wall)
        return proceed(interview)
    }

    private mutating func pressed(
        _ key: Key, among choices: [Choice], of question: Question, in interview: Interview
    ) -> [Effect] {
        var interview = interview
        interview.complaint = nil
        switch key {
        case .up: interview.focus = max(0, (interview.focus ?? choices.count) - 1)
        case .down:
            // Past the keys the notes below them are scrolled into sight.
            let last = choices.count - 1 + (question.notes.count > 3 ? question.notes.count + 1 : 0)
            interview.focus = min(last, (interview.focus ?? -1) + 1)
        case .backspace: goBack(&interview)
        case .enter:
            guard let focus = interview.focus, choices.indices.contains(focus) else {
                interview.complaint = "press one of the keys shown; Esc closes"
                break
            }
            return pick(choices[focus], of: question, in: interview)
        case .character(let character):
            guard let choice = choices.first(where: { $0.key == character }) else {
                // Where no choice is a number, a digit is what it is everywhere: the beginning of a reading.
                if stage == .bedside, opensEntry(key), !choices.contains(where: \.key.isNumber) {
                    return openEntry(with: key)
                }
                // Somebody types a label such as spo2, whose first letter has called this list.
                if interview.given.isEmpty, let begun = lastCommandLetter {
                    stack.removeLast()
                    if let effects = openEntry(withLabel: String(begun) + String(character)) {
                        return effects
                    }
                    stack.append(.interview(interview))
                }
                interview.complaint = "\(character) is not one of the keys shown; Esc closes"
                break
            }
            return pick(choice, of: question, in: interview)
        default: break
        }
        replaceTop(.interview(interview))
        return []
    }

    private mutating func pick(_ choice: Choice, of question: Question, in interview: Interview) -> [Effect] {
        var interview = interview
        if let reason = choice.whyNot {
            interview.complaint = "\(choice.title): \(reason)"
            replaceTop(.interview(interview))
            return []
        }
        interview.given.add(question.name, choice.value, isText: false, at: moment.wall)
        return proceed(interview)
    }

    /// Shows the next question, or does what the answers come to.
    private mutating func proceed(_ interview: Interview) -> [Effect] {
        var asked = interview
        asked.focus = nil
        asked.editor.clear()
        switch interview.next(interview.given, self) {
        case .ask:
            replaceTop(.interview(asked))
            return []
        case .file(let filings, let saying):
            stack.removeLast()
            var origin = interview
            origin.reopenLast()
            return file(filings, from: .interview(origin), saying: saying)
        case .act(let act):
            stack.removeLast()
            return act(&self)
        }
    }

    private mutating func goBack(_ interview: inout Interview) {
        if interview.given.isEmpty {
            interview.complaint = "this is the first question; Esc closes"
        } else {
            interview.reopenLast()
        }
    }
}

extension Interview {
    /// Takes the last answer back into its field.
    mutating func reopenLast() {
        focus = nil
        editor = LineEditor(given.takeBack() ?? "", limit: editor.limit)
    }
}

extension String {
    /// The text without spaces at its ends.
    var stripped: String {
        var text = Substring(self)
        while text.first?.isWhitespace == true { text.removeFirst() }
        while text.last?.isWhitespace == true { text.removeLast() }
        return String(text)
    }
}
