import Canvas
import SessionCore

/// The six observations of effect, one key each: digits answer and go on, Space leaves one out, a letter jumps to one
/// and files it alone, Enter files what was given.
struct EffectSteps: Sendable {
    /// One observation.
    struct Step: Sendable {
        var vital: Vital
        var letter: Character
        var title: String
        var label: String
        var range: ClosedRange<Int>
        var scale: String
    }

    /// All of them, in the order in which they are asked.
    static let all = [
        Step(
            vital: .alertness, letter: "a", title: "alertness", label: "moaa", range: 0...5,
            scale: "5 at once  4 slow  3 loud voice  2 shaking  1 pain  0 none"),
        Step(
            vital: .agitation, letter: "g", title: "agitation", label: "ag", range: -5...4,
            scale: "0 calm  1 restless  2 moving much  3 pulls lines  4 violent  -1 drowsy … -5 no response"),
        Step(
            vital: .orientation, letter: "o", title: "orientation", label: "ori", range: 0...4,
            scale: "how many of person, place, time, situation"),
        Step(
            vital: .intensity, letter: "i", title: "intensity", label: "int", range: 0...10,
            scale: "how strong is the effect now, 0-9; x is 10"),
        Step(
            vital: .distress, letter: "d", title: "distress", label: "dis", range: 0...10,
            scale: "how distressed, 0-9; x is 10"),
        Step(
            vital: .nausea, letter: "n", title: "nausea", label: "nau", range: 0...3,
            scale: "0 none  1 mild  2 moderate  3 severe"),
    ]

    /// The step that is asked now, 0 to 5; 6 when all were asked.
    var index = 0
    /// The values so far.
    var values: [Vital: Int] = [:]
    /// Whether a minus was typed and its digit is awaited.
    var isMinus = false
    /// Whether the step was jumped to, so that its answer is filed alone.
    var isSingle = false
    /// What was wrong.
    var complaint: String?
    /// Every sign that was typed, in case it turns out to be a pressure.
    private(set) var typed = ""

    /// The step that is asked now; `nil` when all were asked.
    var step: Step? { EffectSteps.all.indices.contains(index) ? EffectSteps.all[index] : nil }

    /// The values as they would be typed into the entry line.
    var line: String {
        EffectSteps.all.compactMap { step in values[step.vital].map { "\(step.label)\($0)" } }
            .joined(separator: " ")
    }

    /// Takes a key; `true` when what was given is to be filed now.
    mutating func press(_ key: Key) -> Bool {
        complaint = nil
        switch key {
        case .character("-"):
            isMinus.toggle()
            typed.append("-")
        case .character(" "): move(by: 1)
        case .backspace, .left, .up: move(by: -1)
        case .right, .down, .tab: move(by: 1)
        case .enter: return readyToFile()
        case .character(let character): return press(character)
        default: break
        }
        return false
    }

    private mutating func readyToFile() -> Bool {
        if values.isEmpty { complaint = "nothing was given yet; Esc closes" }
        return !values.isEmpty
    }

    private mutating func move(by step: Int) {
        isMinus = false
        isSingle = false
        index = min(EffectSteps.all.count, max(0, index + step))
        if step < 0, let current = self.step { values[current.vital] = nil }
    }

    private mutating func press(_ character: Character) -> Bool {
        typed.append(character)
        if let jump = EffectSteps.all.firstIndex(where: { $0.letter == character }) {
            index = jump
            isSingle = values.isEmpty
            isMinus = false
            return false
        }
        guard let step, let value = value(of: character, in: step) else {
            complaint = step.map { "\($0.title) is \($0.range.lowerBound) to \($0.range.upperBound)" }
            if step == nil { complaint = "Enter files, Backspace goes back" }
            return false
        }
        values[step.vital] = value
        let isAlone = isSingle
        index += 1
        (isMinus, isSingle) = (false, false)
        return isAlone
    }

    private func value(of character: Character, in step: Step) -> Int? {
        let typed = character == "x" ? 10 : character.isASCII ? character.wholeNumberValue : nil
        guard let typed else { return nil }
        let value = isMinus ? -typed : typed
        return step.range.contains(value) ? value : nil
    }
}

extension Model {
    /// A key in the observations of effect.
    mutating func pressed(_ key: Key, in steps: EffectSteps) -> [Effect] {
        guard key != .escape else {
            closeTop()
            return []
        }
        var steps = steps
        if let field = reading(key, meantIn: steps) { return begin(field, over: steps) }
        guard steps.press(key) else {
            replaceTop(.effects(steps))
            return []
        }
        let judgement = judge(steps.line, correcting: nil)
        guard judgement.isFileable else {
            steps.complaint = judgement.refusal
            replaceTop(.effects(steps))
            return []
        }
        stack.removeLast()
        let reading = Reading(values: judgement.values)
        return file([Filing(.reading(reading))], from: .effects(steps), saying: steps.line)
    }

    /// The entry line that somebody means who types a reading here: no observation has a slash, and after the last one a
    /// digit begins something else.
    private func reading(_ key: Key, meantIn steps: EffectSteps) -> EntryField? {
        guard case .character(let sign) = key else { return nil }
        var field = EntryField()
        switch sign {
        case "/" where !steps.typed.isEmpty && steps.typed.allSatisfy(\.isNumber):
            field.editor = LineEditor(steps.typed + "/")
        case _ where steps.step == nil && sign.isASCII && sign.isNumber:
            field.editor = LineEditor(String(sign))
        // `et` begins the label of the end-tidal CO2; the e has opened these observations.
        case "t" where steps.typed.isEmpty && lastCommandLetter == "e":
            field.editor = LineEditor("et")
        default: return nil
        }
        return field
    }

    /// Opens the entry line in the place of observations that were a reading, or over those that only want Enter.
    private mutating func begin(_ field: EntryField, over steps: EffectSteps) -> [Effect] {
        if steps.step == nil { open(.entry(field)) } else { replaceTop(.entry(field)) }
        return []
    }
}
