import SessionCore

/// A moment of a session that a reviewer may want to go to.
public struct ReplayStop: Hashable, Sendable {
    /// What makes it one.
    public enum Kind: String, CaseIterable, Sendable {
        /// A reading was out of range.
        case flag
        /// An alarm was raised, or became worse or more urgent.
        case alarm
        /// A checkpoint became late or was missed.
        case lateCheckpoint
        /// A note was written.
        case note
        /// An entry was corrected.
        case correction
    }

    /// What makes it one.
    public var kind: Kind
    /// When, on the session's own time line.
    public var time: SessionTime
    /// Sequence of the fact that made it so; `nil` when time alone did.
    public var fact: Int?
    /// What happened, in words.
    public var words: String

    /// Makes a stop.
    public init(kind: Kind, time: SessionTime, fact: Int?, words: String) {
        self.kind = kind
        self.time = time
        self.fact = fact
        self.words = words
    }

    /// The stop that a conclusion of the rules is; `nil` for one that nobody jumps to.
    init?(_ transition: Transition, at time: SessionTime) {
        switch transition.event {
        case .flagged(let flag):
            guard flag.level > .unknown else { return nil }
            self.init(kind: .flag, time: time, fact: transition.fact, words: flag.sentence)
        case .alarm(let change):
            guard change.isWorse else { return nil }
            let words = "\(change.key.spoken) \(change.what.rawValue), \(change.priority.rawValue) priority"
            self.init(kind: .alarm, time: time, fact: transition.fact, words: words)
        case .checkpoint(let name, let state):
            guard state == .late || state == .missed else { return nil }
            let words = "checkpoint \(name) \(state.rawValue)"
            self.init(kind: .lateCheckpoint, time: time, fact: transition.fact, words: words)
        case .phase, .gate, .deviation, .subsided, .ready, .mayLeave:
            return nil
        }
    }

    /// The stop that a fact is by itself; `nil` when it is none.
    init?(_ fact: Fact, at time: SessionTime) {
        switch fact.body {
        case .noteWritten(let note):
            self.init(kind: .note, time: time, fact: fact.sequence, words: note.text)
        case .amended(let amendment):
            let words = "entry \(amendment.target) corrected: \(amendment.reason)"
            self.init(kind: .correction, time: time, fact: fact.sequence, words: words)
        default:
            return nil
        }
    }
}

extension AlarmChange {
    /// Whether something is wrong since, or worse than before.
    fileprivate var isWorse: Bool {
        switch what {
        case .raised, .worsened, .overdue, .escalated: true
        case .confirmed, .acknowledged, .reannounced, .switchedOff, .switchedOn, .steppedDown, .latched,
            .cleared:
            false
        }
    }
}

extension AlarmKey {
    /// The alarm in words.
    fileprivate var spoken: String {
        // A symptom's alarm is named after the number of its report, which says nothing to a reader.
        let item = parameter == .symptom ? "" : item.map { " \($0)" } ?? ""
        return parameter.title + (direction.map { " \($0.rawValue)" } ?? "") + item
    }
}
