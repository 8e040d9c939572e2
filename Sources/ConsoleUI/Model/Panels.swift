import Canvas
import SessionCore

extension Model {
    /// The panel of what is open; `nil` when it has none.
    func panelScene(_ activity: Activity) -> PanelScene? {
        if stack.isEmpty { return nil }
        switch activity {
        case .entry: return nil
        case .interview(let interview): return panelScene(interview)
        case .effects(let steps): return panelScene(steps)
        case .selection:
            return PanelScene(
                title: "Correct which entry?",
                rows: [
                    [Segment("<Up> <Down> choose   <Enter> type it again   t its time   x strike it", .dim)]
                ])
        case .list(let list): return panelScene(list)
        case .finder(let finder):
            let title =
                finder.isHelp ? "Keys and what they do; type to search" : "Commands: type a name or a key"
            return PanelScene(title: title, rows: rows(of: finder), focusedRow: finder.focus)
        }
    }

    private func panelScene(_ interview: Interview) -> PanelScene? {
        guard let question = interview.question(self), case .keys(let choices) = question.kind else {
            return nil
        }
        // Many notes stand below the keys, which must be in sight on every screen.
        let areNotesShort = question.notes.count <= 3
        var rows = areNotesShort ? question.notes : []
        if !interview.given.isEmpty { rows.append([Segment(question.prompt, .strong)]) }
        let first = rows.count
        for (index, choice) in choices.enumerated() {
            let role: Role = index == interview.focus ? .selection : choice.whyNot == nil ? .text : .dim
            var row = [Segment(" \(choice.key) ", .key), Segment(" \(choice.title)", role)]
            if let reason = choice.whyNot { row.append(Segment("  (\(reason))", .notice)) }
            rows.append(row)
        }
        if let complaint = interview.complaint {
            rows.insert([Segment(complaint, .entryError)], at: 0)
        } else if !question.hint.isEmpty {
            rows.append([Segment(question.hint, .dim)])
        }
        if !areNotesShort { rows += question.notes }
        let shift = interview.complaint == nil ? 0 : 1
        return PanelScene(
            title: interview.title, rows: rows, focusedRow: interview.focus.map { $0 + first + shift })
    }

    private func panelScene(_ steps: EffectSteps) -> PanelScene {
        let rows = EffectSteps.all.enumerated().map { index, step in
            let isNow = index == steps.index
            let value =
                steps.values[step.vital].map(String.init) ?? (isNow && steps.isMinus ? "-" : isNow ? "?" : "")
            return [
                Segment(" \(step.letter) ", .key),
                Segment(" " + padded(step.title, to: 12), isNow ? .selection : .text),
                Segment(padded(value, to: 4), .strong), Segment(isNow ? step.scale : "", .dim),
            ]
        }
        let title = "Effects: a digit each, or a letter for one alone"
        return PanelScene(title: title, rows: rows, focusedRow: min(steps.index, rows.count - 1))
    }

    /// The keys that matter now.
    func keyBar(hasSuggestion: Bool = false) -> [KeyHint] {
        switch stack.last {
        case .entry:
            let tab = hasSuggestion ? [("Tab", "take suggestion")] : []
            return hints([("Enter", "file")] + tab + [("Esc", "put aside")])
        case .interview(let interview):
            let enter = interview.takesText(self) ? "next" : "pick"
            return hints([("Enter", enter), ("Backspace", "back"), ("Esc", "close")])
        case .effects:
            return hints([("0-9", "answer"), ("Space", "leave out"), ("Enter", "file"), ("Esc", "close")])
        case .selection:
            return hints([("Enter", "type again"), ("t", "time"), ("x", "strike"), ("Esc", "close")])
        case .finder: return hints([("Enter", "run"), ("Up/Down", "choose"), ("Esc", "close")])
        case .list: return hints([("Enter", "go there"), ("Up/Down", "choose"), ("Esc", "close")])
        case nil: break
        }
        if stage == .form {
            return hints([("Enter", "next"), ("Shift-Tab", "back"), ("Esc", "list")])
        }
        return barNames.compactMap { name in
            guard let command = CommandTable.named(name), !existing([command]).isEmpty,
                command.whyNot(self) == nil
            else { return nil }
            return KeyHint(key: keymap.shown(command), label: command.label)
        }
    }

    private func hints(_ pairs: [(String, String)]) -> [KeyHint] {
        pairs.map { KeyHint(key: $0.0, label: $0.1) }
    }

    /// The commands of an exercise in the key bar: what is to be read comes before there is a room.
    private var roomNames: [String] {
        guard let run = practice else { return [] }
        guard run.hasTakenOver else { return ["handover"] }
        return ["room", "measurePressure", "readOximeter", "simulation", "nextMinute", "nextDue"]
    }

    /// The commands of the key bar, the most wanted first, by where the session stands.
    private var barNames: [String] {
        if stage == .instructor { return instructorNames }
        if stage == .debrief, practice?.comparison != nil {
            return ["debriefDown", "debriefPageDown", "compareAttempts", "help", "leaveDebrief"]
        }
        if stage == .debrief {
            return [
                "openMoment", "practiseFromHere", "practiseAgain", "compareAttempts", "help", "theme",
                "leaveDebrief",
            ]
        }
        if stage == .replay {
            return [
                "practiseFromHere", "play", "nextBehind", "measures", "nextFact", "goTo", "comment",
                "knowledge", "comments",
                "on30s", "next-alarm", "faster", "skipIdle", "help", "leaveReplay",
            ]
        }
        guard stage == .bedside else {
            return ["open", "new", "replay", "review", "help", "palette", "theme", "quit"]
        }
        let unacknowledged = picture?.alarms.contains { $0.acknowledgedBy == nil } ?? false
        let first = (unacknowledged ? ["acknowledge"] : []) + roomNames
        let middle: [String] =
            switch picture?.phase {
            case .preDose, .held: ["reading", "gate", "note", "dose", "wayOut"]
            case .ready: ["dose", "reading", "gate", "note"]
            case .administering, .paused: ["reading", "effects", "dose", "symptom", "action", "note"]
            case .monitoring, .subsiding: ["reading", "effects", "symptom", "action", "note", "wayOut"]
            case .dischargeAssessment: ["wayOut", "reading", "effects", "note", "symptom", "action"]
            case .discharged, .leftAgainstAdvice, .transferred: ["wayOut", "note"]
            case .closed, .cancelled, .abandoned, nil: []
            }
        return first + middle + ["correct", "lookBack", "reviewRecord", "help", "leave"]
    }
}
