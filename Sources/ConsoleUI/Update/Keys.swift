import Canvas
import SessionCore

extension Model {
    /// A key goes to what is open on top; with nothing open it calls a command.
    mutating func pressed(_ key: Key) -> [Effect] {
        if isOpening {
            // What is typed while a session is being read or created belongs to that session.
            if typedAhead.count < 1000 { typedAhead.append(key) }
            return []
        }
        if key == .control("c") {
            say(interruptAdvice, .notice)
            return []
        }
        if let effects = pressedEverywhere(key) { return effects }
        switch stack.last {
        case .entry(let field): return pressed(key, in: field)
        case .interview(let interview): return pressed(key, in: interview)
        case .effects(let steps): return pressed(key, in: steps)
        case .selection(let selection): return pressed(key, in: selection)
        case .finder(let finder): return pressed(key, in: finder)
        case .list(let list): return pressed(key, in: list)
        case nil: break
        }
        if stage == .form { return pressedInForm(key) }
        if stage == .replay, let effects = pressedTenth(key) { return effects }
        if stage == .bedside, opensEntry(key) { return openEntry(with: key) }
        return call(keymap.command(for: key, in: stage), by: key)
    }

    /// Whether keys wait for the journal.
    var isOpening: Bool { awaited != nil || outbox.contains { $0.saying == Outgoing.openingWords } }

    private var interruptAdvice: String {
        switch stage {
        case .home: "Ctrl-C ends nothing here: q leaves the program"
        case .form: "Ctrl-C ends nothing here: Esc goes back to the list, what you typed is kept"
        case .replay: "Ctrl-C ends nothing here: q leaves the replay"
        case .debrief: "Ctrl-C ends nothing here: q leaves the debrief"
        case .instructor: "Ctrl-C ends nothing here: q leaves, the exercise runs on"
        case .bedside: "Ctrl-C ends nothing here: w ends the session, q leaves it running"
        }
    }

    /// Function keys and Control keys call their command over anything that is open.
    private mutating func pressedEverywhere(_ key: Key) -> [Effect]? {
        switch key {
        case .control(let letter) where !stack.isEmpty && "abdefhkuw".contains(letter): return nil
        case .function, .control: break
        default: return nil
        }
        guard stage != .form, let command = keymap.command(for: key, in: stage) else { return nil }
        if case .finder = stack.last { return nil }
        return call(command, by: key)
    }

    /// Whether a key begins a reading wherever nothing else asks for a number.
    func opensEntry(_ key: Key) -> Bool {
        guard case .character(let character) = key else { return false }
        return character.isASCII && (character.isNumber || character == "@" || character == "-")
    }

    /// Runs a command, or says why it cannot be run.
    mutating func call(_ command: Command?, by key: Key) -> [Effect] {
        lastCommandLetter = if case .character(let letter) = key { letter } else { nil }
        guard let command, !existing([command]).isEmpty else {
            if case .character(let character) = key {
                if let effects = openEntry(withLabel: String(character)) { return effects }
                say("\(character) does nothing here: ? lists the keys", .dim)
            }
            return []
        }
        if let reason = command.whyNot(self) {
            say("\(command.label) is not possible now: \(reason)", .notice)
            return []
        }
        notice = nil
        return command.perform(&self)
    }

    /// Opens the entry line with letters that begin a label, at the bedside where a reading can be entered; `nil` elsewhere.
    mutating func openEntry(withLabel letters: String) -> [Effect]? {
        guard stage == .bedside, whyNotEntered == nil, EntryLine.isBegun(by: letters) else { return nil }
        var field = EntryField()
        field.editor = LineEditor(letters)
        open(.entry(field))
        return []
    }

    /// A pasted text is one event: it goes into a field or nowhere, and never files anything.
    mutating func pasted(_ text: String) -> [Effect] {
        guard !isOpening else { return [] }
        switch stack.last {
        case .entry(let field): paste(text, into: field)
        case .interview(let interview) where interview.takesText(self): paste(text, into: interview)
        case .list(var list):
            if list.editor.paste(text) { replaceTop(.list(list)) }
        case .finder(var finder):
            if finder.editor.paste(text) { replaceTop(.finder(finder)) }
        case nil where stage == .form: pasteIntoForm(text)
        default: say("nothing was pasted: open a text field first, for example with n for a note", .notice)
        }
        return []
    }

    private mutating func paste(_ text: String, into field: EntryField) {
        var field = field
        guard field.editor.paste(text), judge(field.editor.text, correcting: field.corrects).isFileable else {
            say("nothing was pasted: the clipboard does not hold a reading such as 132/84 78 98 14", .notice)
            return
        }
        field.complaint = nil
        replaceTop(.entry(field))
    }

    private mutating func paste(_ text: String, into interview: Interview) {
        var interview = interview
        guard interview.editor.paste(text) else {
            say("nothing was pasted: the clipboard holds a line break or is too long for this field", .notice)
            return
        }
        replaceTop(.interview(interview))
    }

    /// Puts a changed activity back in its place on top.
    mutating func replaceTop(_ activity: Activity) {
        guard !stack.isEmpty else { return }
        stack[stack.count - 1] = activity
    }

    /// Closes what is open on top; what was typed there is put aside, not lost.
    mutating func closeTop() {
        guard let top = stack.popLast() else { return }
        if case .interview(let interview) = top { putAside(interview) }
        let text = top.typedText
        if text.isEmpty, case .interview(let interview) = top, interview.given.count > 1 {
            say("closed: what was answered is not filed", .notice)
        }
        guard !text.isEmpty, stage == .bedside else { return }
        bedside?.putAside(text)
        say("put aside, not filed: \(text)   (b brings it back)", .notice)
    }

    /// Opens something on top.
    mutating func open(_ activity: Activity) {
        stack.append(activity)
        notice = nil
    }

    /// Opens the newest text that was put aside: as a reading when it looks like one, else as a note.
    mutating func bringBack() -> [Effect] {
        guard let text = bedside?.aside.popLast() else { return [] }
        broughtBack = text
        if bedside?.aside.isEmpty == false { say("<Up> brings back what was put aside before it", .dim) }
        if let first = text.first, first.isNumber || first == "@" || judge(text, correcting: nil).isFileable {
            var field = EntryField()
            field.editor = LineEditor(text)
            open(.entry(field))
            return []
        }
        var interview = CommandTable.note()
        interview.editor = LineEditor(text, limit: interview.editor.limit)
        open(.interview(interview))
        return []
    }

    /// Takes the newest text that was put aside into an empty field.
    mutating func bringBack(into editor: inout LineEditor) {
        guard editor.isEmpty, let text = bedside?.aside.popLast() else { return }
        editor = LineEditor(text, limit: editor.limit)
    }

    /// Whether on top there is nothing but what was brought back, unchanged, and another text waits behind it.
    func isBroughtBack(_ editor: LineEditor) -> Bool {
        stack.count == 1 && editor.text == broughtBack && bedside?.aside.isEmpty == false
    }

    /// Puts what was brought back behind all others and brings the next one, each into a field of its own kind.
    mutating func bringBackNext() -> [Effect] {
        stack.removeLast()
        bedside?.aside.insert(broughtBack, at: 0)
        return bringBack()
    }
}
