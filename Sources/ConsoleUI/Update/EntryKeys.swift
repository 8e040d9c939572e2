import Canvas
import SessionCore

extension Model {
    /// Opens the entry line with the key that asked for it.
    mutating func openEntry(with key: Key) -> [Effect] {
        if let reason = whyNotEntered {
            say("no reading can be entered: \(reason)")
            return []
        }
        var field = EntryField()
        _ = field.editor.press(key)
        open(.entry(field))
        return []
    }

    /// A key in the entry line.
    mutating func pressed(_ key: Key, in field: EntryField) -> [Effect] {
        var field = field
        field.complaint = nil
        switch key {
        case .enter: return enter(field)
        case .escape:
            closeTop()
            return []
        case .tab:
            // A suggestion is taken over by this key alone, never by itself.
            let judgement = judge(field.editor.text, correcting: field.corrects)
            if let suggestion = judgement.suggestion { field.editor = LineEditor(suggestion) }
        case .up where isBroughtBack(field.editor): return bringBackNext()
        case .up where field.editor.isEmpty: bringBack(into: &field.editor)
        case .backspace where field.editor.isEmpty:
            stack.removeLast()
            return []
        default:
            if field.editor.press(key) == .full { field.complaint = "the line is full" }
        }
        replaceTop(.entry(field))
        return []
    }

    private mutating func enter(_ field: EntryField) -> [Effect] {
        var field = field
        let judgement = judge(field.editor.text, correcting: field.corrects)
        guard judgement.isFileable else {
            field.complaint = judgement.refusal ?? "type a reading such as 132/84 78 98 14; Esc closes"
            replaceTop(.entry(field))
            return []
        }
        if let target = field.corrects { return askReason(for: target, from: field, judgement) }
        stack.removeLast()
        let said = field.editor.text
        return file(filings(of: judgement), from: .entry(field), saying: said)
    }

    /// What a line files: the reading, or the confirmation of one that was questioned a moment ago.
    private func filings(of judgement: Judgement) -> [Filing] {
        if let question = bedside?.question, judgement.measured == nil, let now = picture?.now,
            now < question.until, question.isRepeated(by: judgement.values)
        {
            return [Filing(.readingConfirmed(ReadingConfirmed(target: question.target)))]
        }
        let reading = Reading(values: judgement.values)
        return [Filing(.reading(reading), measured: judgement.measured)]
    }

    /// After a questionable reading was filed: asks to type it again, measure again or correct it. Nothing waits for
    /// the answer.
    mutating func askAgain(about outgoing: Outgoing) {
        guard let fact = outgoing.facts.last, let picture else { return }
        switch fact.body {
        case .reading(let reading):
            bedside?.question = nil
            let entry = picture.timeline.entry(sequence: fact.sequence)
            guard entry?.isUnconfirmed == true else { return }
            let gap = Span.seconds(picture.careProtocol.recheck.minimumGapSeconds)
            bedside?.question = OpenQuestion(
                target: fact.sequence, values: reading.values, until: picture.now + gap,
                sentence: OpenQuestion.sentence)
        case .readingConfirmed, .amended: bedside?.question = nil
        default: break
        }
    }
}

extension OpenQuestion {
    /// What is asked.
    static let sentence = "filed as unconfirmed: type it again to confirm, measure again, or c corrects"

    /// Whether the same numbers were typed again: all of what is questioned that the line holds, its pressure included.
    func isRepeated(by again: VitalSet) -> Bool {
        guard !again.isEmpty else { return false }
        if let pressure = values.pressure, again.pressure != pressure { return false }
        return again.present.allSatisfy { again[$0] == values[$0] }
    }
}
