/// One thing that happened in a session, as an expectation sees it: a fact, a deed in the simulated room, a moment of the
/// scenario, or a conclusion of the rules.
public struct Happening: Hashable, Sendable {
    /// What sort of thing.
    public enum What: Hashable, Sendable {
        /// A fact of the record, with what its protocol draws from an action's code.
        case fact(FactBody, meaning: ActionMeaning?)
        /// Something done in the room.
        case deed(RoomDeed)
        /// A moment of the scenario, by name.
        case moment(String)
        /// The rules concluded something.
        case concluded(Conclusion)
    }

    /// When it happened, on the session's own time line.
    public var at: SessionTime
    /// The fact that shows it; for everything else the last fact before it, so that every point leads into the record.
    public var sequence: Int
    /// What happened.
    public var what: What
    /// Initials of who filed it; empty for what nobody filed.
    public var author: String
    /// Whether a correction struck it since: it may still be held against somebody, and is to nobody's credit.
    public var isStruck: Bool

    /// Makes a happening.
    public init(at: SessionTime, sequence: Int, what: What, author: String = "", isStruck: Bool = false) {
        self.at = at
        self.sequence = sequence
        self.what = what
        self.author = author
        self.isStruck = isStruck
    }
}

/// A conclusion of the rules that an expectation may name.
public enum Conclusion: String, Codable, Sendable, CaseIterable {
    /// The effects have subsided.
    case subsided
    /// The discharge criteria, the minimum stay aside, held for the first time.
    case ready
    /// The second assessment held: the patient may leave.
    case mayLeave
    /// The pre-dose gate said hold, stop or no-go.
    case gateHeld
    /// A fact went against the protocol.
    case deviation
    /// A checkpoint became late.
    case checkpointLate
    /// A checkpoint was missed.
    case checkpointMissed
    /// An alarm about a measured value or a symptom was raised.
    case alarmRaised
    /// Such an alarm was confirmed by a second reading, or by one of level 3.
    case alarmConfirmed
    /// The same at level 2 or worse.
    case alarmConfirmedHigh

    /// Whether it says that the patient is better, which made-up values never show.
    var isRecovery: Bool { self == .subsided || self == .ready || self == .mayLeave }
}

extension Transition.Event {
    /// The conclusion that an expectation may name; `nil` for everything else.
    var conclusion: Conclusion? {
        switch self {
        case .subsided: .subsided
        case .ready: .ready
        case .mayLeave: .mayLeave
        case .deviation: .deviation
        case .gate(.ok, _): nil
        case .gate: .gateHeld
        case .checkpoint(_, .late): .checkpointLate
        case .checkpoint(_, .missed): .checkpointMissed
        case .alarm(let change) where [.checkpoint, .emergency].contains(change.key.parameter): nil
        case .alarm(let change) where change.what == .raised: .alarmRaised
        case .alarm(let change) where change.what == .confirmed:
            change.level >= .high ? .alarmConfirmedHigh : .alarmConfirmed
        case .checkpoint, .alarm, .flagged, .phase: nil
        }
    }
}

/// Everything that happened in one session, in order.
public struct Happenings: Hashable, Sendable {
    /// In order of time; at one instant in the order in which it became known.
    public private(set) var all: [Happening]
    /// The instant up to which the session is known.
    public private(set) var end: SessionTime
    /// T0; `nil` before administration.
    public private(set) var start: SessionTime?
    /// Te; `nil` before the end of administration.
    public private(set) var finish: SessionTime?
    /// When the trainee took over.
    public var tookOver: SessionTime
    /// By the sequence of their reading, the vitals that cannot have been seen in the simulated room.
    public private(set) var madeUp: [Int: Set<Vital>] = [:]

    /// Nothing yet.
    public init(tookOver: SessionTime = .zero) {
        all = []
        end = tookOver
        self.tookOver = tookOver
    }

    /// All of a session and of the room beside it.
    public init(session: Session, room: RoomRecord = RoomRecord()) {
        self.init(tookOver: room.tookOver)
        let times = session.times
        let standing = session.standing
        let refused = Set(session.voids)
        var witness = RoomWitness(room)
        let conclusions = Dictionary(
            grouping: session.transitions.filter { $0.event.conclusion != nil }, by: \.fact)
        // At one instant what came about by itself is first, then what was done with the hands, then what was typed, each
        // entry followed by what the rules drew from it.
        for transition in conclusions[nil] ?? [] { add(transition) }
        for moment in room.moments { add(.moment(moment.name), at: moment.at) }
        for deed in room.deeds { add(.deed(deed.deed), at: deed.at) }
        for fact in session.facts where !refused.contains(fact.sequence) {
            guard let time = times[fact.sequence] else { continue }
            let isStruck = standing[fact.sequence] == nil
            add(fact, at: time, isStruck: isStruck, seenBy: &witness, under: session.careProtocol)
            let isMadeUp = madeUp[fact.sequence] != nil
            for transition in conclusions[fact.sequence] ?? []
            where !isMadeUp || transition.event.conclusion?.isRecovery != true {
                add(transition)
            }
            end = max(end, time.entered)
        }
        order(by: times)
        if let ended = room.ended { end = max(end, ended) }
    }

    /// Adds what is left of a fact when what nobody can have seen is taken out.
    private mutating func add(
        _ fact: Fact, at time: (measured: SessionTime, entered: SessionTime), isStruck: Bool,
        seenBy witness: inout RoomWitness, under careProtocol: CareProtocol
    ) {
        let body = witness.seen(
            fact.body, measured: time.measured, entered: time.entered, isStruck: isStruck)
        if case .reading(let typed) = fact.body {
            var left: Set<Vital> = []
            if case .reading(let seen)? = body { left = Set(seen.values.present) }
            let gone = Set(typed.values.present).subtracting(left)
            if !gone.isEmpty { madeUp[fact.sequence] = gone }
        }
        guard let body else { return }
        // Somebody who acts first and types afterwards is believed for as long as an entry is not late; in a simulated room
        // only what was measured is older than its entry.
        let isDeed = witness.isThere(at: time.entered) && !body.isReading
        let believed = isDeed ? time.entered : time.entered - .minutes(careProtocol.entry.lateAfterMinutes)
        add(
            body, sequence: fact.sequence, author: fact.author, at: max(time.measured, believed),
            under: careProtocol)
        all[all.count - 1].isStruck = isStruck
    }

    /// Adds a fact that happened at `time`.
    public mutating func add(_ fact: Fact, at time: SessionTime, under careProtocol: CareProtocol) {
        add(fact.body, sequence: fact.sequence, author: fact.author, at: time, under: careProtocol)
    }

    /// Adds what a fact says, when it happened at `time`.
    public mutating func add(
        _ body: FactBody, sequence: Int, author: String, at time: SessionTime,
        under careProtocol: CareProtocol
    ) {
        var meaning: ActionMeaning?
        if case .actionTaken(let action) = body {
            meaning = careProtocol.actions.first { $0.code == action.code }?.meaning
        }
        all.append(
            Happening(
                at: time, sequence: sequence, what: .fact(body, meaning: meaning), author: author))
        end = max(end, time)
        if case .administrationStarted = body, start == nil { start = time }
        if case .infusionEnded = body, finish == nil { finish = time }
    }

    /// Nothing more happened up to `time`.
    public mutating func timePassed(to time: SessionTime) { end = max(end, time) }

    /// Adds something that is no fact.
    public mutating func add(_ what: Happening.What, at time: SessionTime) {
        all.append(Happening(at: time, sequence: all.last?.sequence ?? 1, what: what))
        end = max(end, time)
    }

    private mutating func add(_ transition: Transition) {
        guard let conclusion = transition.event.conclusion else { return }
        add(.concluded(conclusion), at: transition.at)
    }

    /// Brings facts, deeds and conclusions into one order and ties what is no fact to the last fact known by then.
    private mutating func order(by times: [Int: (measured: SessionTime, entered: SessionTime)]) {
        let entries = times.map { (entered: $0.value.entered, sequence: $0.key) }
            .sorted { ($0.entered, $0.sequence) < ($1.entered, $1.sequence) }
        all = all.enumerated().sorted { ($0.element.at, $0.offset) < ($1.element.at, $1.offset) }.map(
            \.element)
        var known = 0
        for index in all.indices {
            while known + 1 < entries.count, entries[known + 1].entered <= all[index].at { known += 1 }
            if case .fact = all[index].what { continue }
            all[index].sequence = entries.isEmpty ? 1 : entries[known].sequence
        }
    }
}

extension Session {
    /// When each fact happened and when it was entered, by sequence, corrections of time not applied.
    public var times: [Int: (measured: SessionTime, entered: SessionTime)] {
        var times: [Int: (measured: SessionTime, entered: SessionTime)] = [:]
        for entry in record.entries {
            let late = entry.fact.entered.milliseconds &- entry.fact.measured.milliseconds
            times[entry.fact.sequence] = (entry.entered - Span(milliseconds: late), entry.entered)
        }
        return times
    }
}

extension Session {
    /// All clocks at a point of the session's own time line that is not before its last fact.
    public func moment(at time: SessionTime) -> Moment {
        let later = max(0, (time - clock.last.time).milliseconds)
        let boot = clock.last.boot.map { BootReading(id: $0.id, milliseconds: $0.milliseconds &+ later) }
        return Moment(wall: clock.last.wall.advanced(byMilliseconds: later), boot: boot)
    }
}
