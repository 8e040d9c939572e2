import SessionCore
import Simulation

/// One thing that an instructor has prepared and not sent.
public enum StagedItem: Hashable, Sendable {
    /// A change of the patient or of the room.
    case change(InstructorChange)
    /// Words for the debrief, pinned to the instant at which they arrive.
    case comment(String)
}

extension InstructorMessage {
    /// Everything that was staged, as one message: it all happens at one instant. Several comments become one.
    public init(_ items: [StagedItem]) {
        var changes: [InstructorChange] = []
        var comments: [String] = []
        for item in items {
            switch item {
            case .change(let change): changes.append(change)
            case .comment(let text): comments.append(text)
            }
        }
        self.init(changes: changes, comment: comments.joined(separator: "; "))
    }
}

/// Reads the lines in which an instructor stages changes, at the console and in a file alike.
///
///     sys +20 dia +10 in 60s        moves of vitals; without a time within a minute
///     say patient: I feel sick      a voice in the room
///     event 3                       an event of the scenario, or what it does to the patient, by number or name
///     pump occluded                 what becomes of the pump: occluded or freed
///     comment well spotted          words for the debrief
public struct InstructorLine {
    /// The scenario that is played.
    let scenario: Scenario
    /// How the drug is given: only an infusion has a pump.
    let route: Route

    /// Reads lines for an exercise.
    public init(_ plan: PracticePlan) { self.init(plan.scenario, route: plan.careProtocol.route) }

    /// Reads lines for an exercise of this scenario.
    init(_ scenario: Scenario, route: Route) {
        self.scenario = scenario
        self.route = route
    }

    /// Seconds within which a vital moves when no time is typed. Ebbtide default, unpublished.
    static let usualSeconds = 60
    /// The longest time in which a vital can be told to move, seconds. Ebbtide default, unpublished.
    static let longestSeconds = 3600
    /// The most by which a vital can be moved, in its unit. Ebbtide default, unpublished.
    static let largestMove = 150.0
    /// The longest text of a voice or a comment, characters.
    static let longestText = 300

    /// What a line stages, in order; never empty.
    public func read(_ line: String) throws(Refusal) -> [StagedItem] {
        let text = line.stripped
        let word = text.prefix { !$0.isWhitespace }.lowercased()
        let rest = String(text.dropFirst(word.count)).stripped
        switch word {
        case "": throw Refusal("Nothing was typed: \(InstructorLine.form)")
        case "say": return [.change(try voice(rest))]
        case "event": return [.change(try event(rest))]
        case "pump": return [.change(.pump(try mishap(rest.lowercased())))]
        case "comment": return [.comment(try bounded(rest, "A comment"))]
        default: return try MoveWords(text.lowercased()).moves.map { .change($0) }
        }
    }

    /// What can be typed.
    static let form =
        "sys +20 in 60s, say patient: words, event 3, pump occluded, or comment words"

    private func voice(_ text: String) throws(Refusal) -> InstructorChange {
        let parts = text.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
        let named = parts.first.map { String($0).stripped.lowercased() } ?? ""
        guard parts.count == 2, let speaker = Speaker(rawValue: named) else {
            let names = Speaker.allCases.map(\.rawValue).joined(separator: ", ")
            throw Refusal("A voice is typed as say patient: words; who is heard is one of \(names).")
        }
        return .say(speaker: speaker, text: try bounded(String(parts[1]).stripped, "What is heard"))
    }

    private func bounded(_ text: String, _ what: String) throws(Refusal) -> String {
        guard !text.isEmpty else { throw Refusal("\(what) needs words.") }
        guard text.count <= InstructorLine.longestText else {
            throw Refusal("\(what) has at most \(InstructorLine.longestText) characters, not \(text.count).")
        }
        return text
    }

    private func event(_ text: String) throws(Refusal) -> InstructorChange {
        let changes = scenario.injectable
        guard !changes.isEmpty else { throw Refusal("This scenario has no events.") }
        if let change = Int(text).flatMap(changes.element(numbered:)) { return change }
        if let change = changes.first(where: { $0.scripted == text }) { return change }
        throw Refusal("An event is named by its number, 1 to \(changes.count).")
    }

    private func mishap(_ text: String) throws(Refusal) -> PumpMishap {
        guard route == .infusion else { throw Refusal("Only an infusion has a pump.") }
        guard let mishap = PumpMishap(rawValue: text) else {
            throw Refusal("A pump is occluded or freed.")
        }
        return mishap
    }
}

extension Scenario {
    /// What an instructor can bring about, in the order of its numbers: the events, then what is done to the patient.
    var injectable: [InstructorChange] {
        events.map { .event(name: $0.name) } + influences.map { .influence(name: $0.name) }
    }
}

extension InstructorChange {
    /// The name in the scenario of what is brought about; `nil` for what the scenario does not know.
    var scripted: String? {
        switch self {
        case .event(let name), .influence(let name): name
        case .move, .say, .pump: nil
        }
    }
}

/// The words of a line that moves vitals, taken one by one.
private struct MoveWords {
    private(set) var moves: [InstructorChange] = []
    /// Moves whose time has not been typed yet.
    private var open: [(vital: Vital, amount: Double)] = []

    init(_ line: String) throws(Refusal) {
        var spaced = ""
        for character in line {
            // `sys+20` is `sys +20`.
            if "+-".contains(character), spaced.last?.isLetter == true { spaced.append(" ") }
            spaced.append(character)
        }
        var words = spaced.split(whereSeparator: \.isWhitespace).map(String.init)[...]
        while let word = words.popFirst() {
            if word == "in" {
                close(within: try MoveWords.seconds(words.popFirst() ?? "", words.first))
                if let unit = words.first, MoveWords.unit(unit) != nil { words.removeFirst() }
            } else {
                try move(word, words.popFirst() ?? "")
            }
        }
        close(within: InstructorLine.usualSeconds)
    }

    private mutating func close(within seconds: Int) {
        moves += open.map { .move(vital: $0.vital, by: $0.amount, seconds: seconds) }
        open = []
    }

    private mutating func move(_ label: String, _ typed: String) throws(Refusal) {
        if label == "bp" {
            let parts = typed.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
            guard parts.count == 2 else { throw Refusal("A pressure is moved as bp +20/+10.") }
            open.append((.systolic, try MoveWords.amount(parts[0], of: .systolic)))
            open.append((.diastolic, try MoveWords.amount(parts[1], of: .diastolic)))
            return
        }
        guard let vital = MoveWords.vital(label) else {
            throw Refusal("\(label) is not understood: \(InstructorLine.form)")
        }
        open.append((vital, try MoveWords.amount(typed, of: vital)))
    }

    private static func vital(_ label: String) -> Vital? {
        let named: Vital? =
            switch label {
            case "sys": .systolic
            case "dia": .diastolic
            default: Vital(label: label)
            }
        // What the model computes from the others, or does not have, cannot be moved by itself.
        var point = InfluencePoint(minute: 0)
        named.map { point[$0] = 0 }
        return named.flatMap { point[$0] == nil ? nil : $0 }
    }

    private static func amount(_ typed: String, of vital: Vital) throws(Refusal) -> Double {
        let isDown = typed.hasPrefix("-")
        guard isDown || typed.hasPrefix("+"), let number = typedNumber(String(typed.dropFirst())),
            number != 0
        else {
            throw Refusal("By how much \(vital.title) moves is typed with a sign, such as +20 or -5.")
        }
        guard number <= InstructorLine.largestMove else {
            throw Refusal("\(vital.title) is moved by at most \(Int(InstructorLine.largestMove)).")
        }
        return isDown ? -number : number
    }

    private static func seconds(_ typed: String, _ next: String?) throws(Refusal) -> Int {
        let digits = typed.prefix { $0.isNumber && $0.isASCII }
        let suffix = String(typed.dropFirst(digits.count))
        let factor = unit(suffix.isEmpty ? next.flatMap { unit($0) == nil ? nil : $0 } ?? "s" : suffix)
        guard let number = Int(digits.prefix(6)), digits.count <= 6, let factor,
            (1...InstructorLine.longestSeconds).contains(number * factor)
        else { throw Refusal("A time is typed as in 60s or in 5 min, at most an hour.") }
        return number * factor
    }

    private static func unit(_ word: String) -> Int? {
        switch word {
        case "s", "sec": 1
        case "m", "min": 60
        default: nil
        }
    }
}
