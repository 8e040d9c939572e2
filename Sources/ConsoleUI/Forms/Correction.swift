import Canvas
import SessionCore

extension Model {
    /// The entries of the timeline that can be corrected, oldest first.
    var correctable: [TimelineEntry] {
        guard let timeline = bedside?.picture?.timeline else { return [] }
        return timeline.indices.filter { isCorrectable(timeline.mark($0)) }.map { timeline[$0] }
    }

    /// Whether there is any such entry.
    var hasCorrectable: Bool {
        bedside?.picture?.timeline.marks.contains { isCorrectable($0) } ?? false
    }

    /// What was struck cannot be corrected any more.
    private func isCorrectable(_ mark: TimelineMark) -> Bool {
        !mark.isStruck && standing(mark.sequence)?.isCorrectable == true
    }

    /// What stands there now, corrections applied; `nil` when it was struck.
    func standing(_ sequence: Int) -> FactBody? { bedside?.session.standingEntry(sequence)?.body }

    /// Opens the choice of an entry, the newest first.
    mutating func beginSelection() -> [Effect] {
        guard let newest = correctable.last else { return [] }
        open(.selection(Selection(sequence: newest.sequence)))
        return []
    }

    /// A key while an entry is being chosen.
    mutating func pressed(_ key: Key, in selection: Selection) -> [Effect] {
        let entries = correctable
        guard let place = entries.firstIndex(where: { $0.sequence == selection.sequence }), key != .escape
        else {
            stack.removeLast()
            return []
        }
        let entry = entries[place]
        switch key {
        case .up, .character("k"): choose(entries[max(0, place - 1)])
        case .down, .character("j"): choose(entries[min(entries.count - 1, place + 1)])
        case .pageUp, .home: choose(entries[max(0, key == .home ? 0 : place - 10)])
        case .pageDown, .end: choose(entries[min(entries.count - 1, key == .end ? .max : place + 10)])
        case .enter, .character("r"): return retype(entry)
        case .character("x"), .delete: return begin(CommandTable.strike(entry))
        case .character("t"), .character("@"): return begin(CommandTable.retime(entry))
        case _ where opensEntry(key): return openEntry(with: key)
        default: say("<Enter> types it again, t moves its time, x strikes it, <Esc> leaves it", .dim)
        }
        return []
    }

    private mutating func choose(_ entry: TimelineEntry) {
        replaceTop(.selection(Selection(sequence: entry.sequence)))
    }

    /// Types an entry again: readings in the entry line, everything else that has one text in a field.
    private mutating func retype(_ entry: TimelineEntry) -> [Effect] {
        switch standing(entry.sequence) {
        case .reading:
            var field = EntryField()
            field.corrects = entry.sequence
            open(.entry(field))
            return []
        case .sessionOpened(let opened)?: return begin(CommandTable.correctOpening(entry, opened))
        case .some(let body) where body.isRetypable:
            return begin(CommandTable.retype(entry, body))
        default:
            say("this has nothing to type again: t moves its time, x strikes it")
            return []
        }
    }

    /// Asks why a reading is corrected, then files the correction.
    mutating func askReason(for target: Int, from field: EntryField, _ judgement: Judgement) -> [Effect] {
        var values = kept(of: target, beside: judgement.values)
        for vital in judgement.values.present { values[vital] = judgement.values[vital] }
        values.gas = judgement.values.gas ?? values.gas
        let now = FactBody.reading(Reading(values: values))
        var interview = CommandTable.amendment(
            of: target, now: now, measured: judgement.measured, isStrike: false)
        interview.carried = field.editor.text
        return begin(interview)
    }

    /// What a correction leaves as it was: the values of the reading that were not typed again.
    func kept(of target: Int, beside typed: VitalSet) -> VitalSet {
        guard case .reading(let reading)? = standing(target) else { return VitalSet() }
        var kept = reading.values
        for vital in typed.present { kept[vital] = nil }
        return kept
    }

    /// After a correction was filed nothing of it stays open.
    mutating func closeCorrection() {
        stack.removeAll { activity in
            switch activity {
            case .selection: true
            case .entry(let field): field.corrects != nil
            default: false
            }
        }
    }
}

extension CommandTable {
    private static let why = [
        Choice("t", "typing error"), Choice("m", "measured again"), Choice("d", "wrong digit or swapped"),
        Choice("p", "wrong patient or place"), Choice("l", "learned later"),
    ]

    /// The reason, then the correction.
    static func amendment(of target: Int, now: FactBody?, measured: WallTime?, isStrike: Bool) -> Interview {
        Interview(isStrike ? "Strike this entry? It stays readable" : "Correction") { given, model in
            amend(target, now: now, measured: measured, given, model)
        }
    }

    static func amend(
        _ target: Int, now: FactBody?, measured: WallTime?, _ given: Given, _ model: Model
    ) -> Turn {
        guard let reason = reason(given) else { return .ask(askReason(given, from: why, "why")) }
        let was = model.standing(target)
        let fact = Amended(target: target, was: was, now: now, measured: measured, reason: reason)
        return .file([Filing(.amended(fact))], saying: "correction: \(reason)")
    }

    static func strike(_ entry: TimelineEntry) -> Interview {
        amendment(of: entry.sequence, now: nil, measured: nil, isStrike: true)
    }

    static func retime(_ entry: TimelineEntry) -> Interview {
        Interview("Correct the time of: \(entry.text)") { given, model in
            guard let text = given["time"], let time = model.earlierTime(text) else {
                return .ask(earlierTimeQuestion("time", "happened at", model))
            }
            return amend(entry.sequence, now: model.standing(entry.sequence), measured: time, given, model)
        }
    }

    static func retype(_ entry: TimelineEntry, _ body: FactBody) -> Interview {
        Interview("Correct: \(entry.text)") { given, model in
            guard let text = given["text"], let now = body.retyped(as: text) else {
                var question = Question.text("text", "instead", hint: "was: \(entry.text)")
                question.check = { body.retyped(as: $0) == nil ? "this wants \(body.typedForm)" : nil }
                return .ask(question)
            }
            return amend(entry.sequence, now: now, measured: nil, given, model)
        }
    }
}
