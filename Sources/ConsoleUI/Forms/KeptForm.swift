import Canvas
import SessionCore

extension OpeningForm {
    /// What was typed, one field a line; empty when nothing was.
    var draft: String {
        let lines = Field.allCases.compactMap { field in
            text(field).isEmpty ? nil : "\(field.rawValue) \(text(field))"
        }
        return lines.joined(separator: "\n")
    }

    /// The form as its draft says; `nil` when nothing of it can be read.
    init?(draft: String) {
        for line in draft.split(separator: "\n") {
            let parts = line.split(separator: " ", maxSplits: 1)
            guard parts.count == 2, let field = Field(rawValue: String(parts[0])) else { continue }
            editors[field] = LineEditor(String(parts[1]), limit: field.choices.isEmpty ? 80 : 1)
        }
        guard !editors.isEmpty else { return nil }
        isFromPaper = editors[.began] != nil
        focus = Field.allCases.last { editors[$0] != nil } ?? .label
    }
}

extension Model {
    /// Keeps what is typed in the form, when that changed: no signal announces a crash.
    mutating func keepForm() -> [Effect] {
        let draft = form?.draft ?? formOfLastConsole?.draft ?? ""
        guard draft != keptForm else { return [] }
        keptForm = draft
        return [.saveDraft(nil, draft)]
    }

    /// The last console ended while a session was being opened: what was typed is offered, never opened by itself.
    mutating func offer(_ draft: String?) {
        guard !home.isListed, let draft, let kept = OpeningForm(draft: draft) else { return }
        keptForm = draft
        formOfLastConsole = kept
        if form == nil { say("a new session was being typed and is not opened: n offers it") }
    }

    /// Asks whether the form of the last console is gone on with.
    mutating func askAboutKeptForm(_ kept: OpeningForm) -> [Effect] {
        begin(
            Interview("A new session was being typed when the console ended") { given, _ in
                guard let wish = given["wish"] else {
                    let choices = [
                        Choice("g", "go on with it: \(kept.text(.label)) \(kept.text(.birthYear))"),
                        Choice("e", "an empty form; what was typed then is dropped"),
                    ]
                    return .ask(.pick("wish", "which", choices, hint: "Esc goes back"))
                }
                return .act { model in
                    model.formOfLastConsole = nil
                    model.form = wish == "g" ? kept : nil
                    model.beginForm()
                    return model.keepForm()
                }
            })
    }
}
