import SessionCore

/// One line of `assess --json`: something that the rules concluded, or a fact that was refused. Keys that do not apply are
/// left out.
struct AssessLine {
    /// What was concluded: `flag`, `alarm`, `checkpoint`, `phase`, `gate`, `deviation`, `subsided`, `ready`, `mayLeave` or
    /// `refused`.
    var type: String
    /// The session.
    var session: SessionID?
    /// `live` or `practice`.
    var mode: SessionMode?
    /// Line of the file whose fact it follows from; absent when time alone made it true.
    var line: Int?
    /// Sequence of that fact.
    var seq: Int?
    /// When it became true, on the wall clock.
    var time: WallTime?
    /// The same in milliseconds of the session's own time.
    var elapsedMs: SessionTime?
    /// What it is about.
    var parameter: AlarmParameter?
    /// Which side of normal.
    var direction: Direction?
    /// Which symptom or checkpoint.
    var item: String?
    /// The level: `normal`, `unknown`, `watch`, `high` or `crisis`.
    var level: Level?
    /// The same as a number 0-3; absent for unknown.
    var levelNumber: Int?
    /// What changed of an alarm.
    var change: AlarmChange.What?
    /// The alarm's priority after the change.
    var priority: Priority?
    /// The checkpoint.
    var checkpoint: String?
    /// The state that it took.
    var state: CheckpointState?
    /// The phase before.
    var from: Phase?
    /// The phase after.
    var to: Phase?
    /// The gate's answer.
    var outcome: GateOutcome?
    /// Stable names of the rules that spoke.
    var rules: [String]?
    /// In words.
    var text: String?

    /// A refused fact.
    static func refused(line: Int, seq: Int?, session: SessionID?, reason: String) -> AssessLine {
        var result = AssessLine(type: "refused")
        result.line = line
        result.seq = seq
        result.session = session
        result.text = reason
        return result
    }

    /// A conclusion of the rules.
    init(_ transition: Transition, session: SessionID, mode: SessionMode, opened: WallTime, line: Int?) {
        self.init(type: "")
        self.session = session
        self.mode = mode
        self.line = line
        seq = transition.fact
        elapsedMs = transition.at
        time = opened.advanced(byMilliseconds: transition.at.milliseconds)
        describe(transition.event)
    }

    private init(type: String) { self.type = type }

    private mutating func describe(_ event: Transition.Event) {
        switch event {
        case .flagged(let flag): describe(flag)
        case .alarm(let change): describe(change)
        case .checkpoint(let name, let state):
            type = "checkpoint"
            checkpoint = name
            self.state = state
            text = "checkpoint \(name) \(state.rawValue)"
        case .phase(let from, let to):
            type = "phase"
            self.from = from
            self.to = to
            text = "\(from.title) → \(to.title)"
        case .gate(let outcome, let findings):
            type = "gate"
            self.outcome = outcome
            rules = findings.map(\.rule)
            text = findings.map(\.sentence).joined(separator: "; ")
        case .deviation(let sentence):
            type = "deviation"
            text = sentence
        case .subsided: type = "subsided"
        case .ready: type = "ready"
        case .mayLeave: type = "mayLeave"
        }
    }

    private mutating func describe(_ flag: Flag) {
        type = "flag"
        parameter = flag.parameter
        direction = flag.direction
        level = flag.level
        levelNumber = flag.level.number
        rules = flag.rules
        text = flag.sentence
    }

    private mutating func describe(_ change: AlarmChange) {
        type = "alarm"
        parameter = change.key.parameter
        direction = change.key.direction
        item = change.key.item
        level = change.level
        levelNumber = change.level.number
        self.change = change.what
        priority = change.priority
    }

    /// Puts the keys of the line, in alphabetical order.
    func put(in json: inout OutputLines) {
        json.put("change", word: change)
        json.put("checkpoint", checkpoint)
        json.put("direction", word: direction)
        json.put("elapsedMs", elapsedMs?.milliseconds)
        json.put("from", word: from)
        json.put("item", item)
        json.put("level", word: level)
        json.put("levelNumber", levelNumber)
        json.put("line", line)
        json.put("mode", word: mode)
        json.put("outcome", word: outcome)
        json.put("parameter", word: parameter)
        json.put("priority", word: priority)
        json.put("rules", rules)
        json.put("seq", seq)
        json.put("session", session?.name)
        json.put("state", word: state)
        json.put("text", text)
        json.put("time", time?.iso8601)
        json.put("to", word: to)
        json.put("type", type)
    }

    /// The line for people.
    var words: String {
        var parts: [String] = []
        if let line { parts.append("line \(line):") }
        if let time { parts.append(time.iso8601) }
        parts.append(type)
        if let parameter {
            parts.append(
                parameter.title + (direction.map { " \($0.rawValue)" } ?? "") + (item.map { " \($0)" } ?? ""))
        }
        if let level { parts.append(level.rawValue) }
        if let change { parts.append(change.rawValue) }
        if let priority { parts.append("(\(priority.rawValue) priority)") }
        if let outcome { parts.append(outcome.rawValue) }
        if let text, type != "checkpoint" || change == nil { parts.append(text) }
        return parts.joined(separator: "  ")
    }
}
