/// Bounds of one vital, both included, in its unit.
public struct VitalBound: Hashable, Codable, Sendable {
    /// Which vital.
    public var vital: Vital
    /// Lowest value that matches; `nil` for none.
    public var atLeast: Int?
    /// Highest value that matches; `nil` for none.
    public var atMost: Int?

    /// Makes bounds.
    public init(_ vital: Vital, atLeast: Int? = nil, atMost: Int? = nil) {
        self.vital = vital
        self.atLeast = atLeast
        self.atMost = atMost
    }

    /// Whether a value lies inside.
    public func contains(_ value: Int) -> Bool {
        value >= atLeast ?? .min && value <= atMost ?? .max
    }
}

/// What a happening must look like: a kind of fact, a deed in the room or a conclusion of the rules, and whatever else is
/// said of it. Everything that is said must hold. Where a list of patterns stands, one of them suffices.
public struct FactPattern: Hashable, Codable, Sendable {
    /// A fact of this kind.
    public var fact: FactKind?
    /// A deed in the simulated room.
    public var deed: RoomDeed?
    /// A conclusion of the rules.
    public var concluded: Conclusion?
    /// The code of an action or a symptom is one of these.
    public var codes: [String]?
    /// What the protocol draws from an action is one of these.
    public var meanings: [ActionMeaning]?
    /// A reading has a value of each of these.
    public var has: [Vital]?
    /// A reading's values lie inside each of these bounds; an absent value does not.
    public var values: [VitalBound]?
    /// Whether somebody is named who ordered it.
    public var ordered: Bool?
    /// Whether a reason is given.
    public var reasoned: Bool?
    /// The free text holds one of these words, capitals aside.
    public var words: [String]?
    /// An attested step.
    public var step: AttestedStep?
    /// How the patient left is one of these.
    public var manners: [LeavingManner]?
    /// At discharge each of these questions was answered with yes.
    public var answered: [DischargeQuestion]?
    /// A moment of the scenario, by name.
    public var moment: String?
    /// An amended reading had values inside each of these bounds; what it became is said under `values`.
    public var was: [VitalBound]?
    /// A pump figure lies inside these bounds, in mg.
    public var milligrams: AmountBound?
    /// A pump that was set to a rate, or resumed with one, runs inside these bounds, in mg/min.
    public var perMinute: AmountBound?
    /// Whether a text that denies its `words` counts as well: who writes "no headache" has asked.
    public var denied: Bool?
    /// Whether a pause must last until the deadline: one that was resumed by then does not count.
    public var stands: Bool?
    /// An acknowledged or switched-off alarm is about this.
    public var alarm: AlarmParameter?

    /// A pattern of facts of one kind.
    public init(
        fact: FactKind, codes: [String]? = nil, meanings: [ActionMeaning]? = nil, has: [Vital]? = nil,
        values: [VitalBound]? = nil, ordered: Bool? = nil, reasoned: Bool? = nil, words: [String]? = nil
    ) {
        self.fact = fact
        self.codes = codes
        self.meanings = meanings
        self.has = has
        self.values = values
        self.ordered = ordered
        self.reasoned = reasoned
        self.words = words
    }

    /// A pattern of one deed.
    public init(deed: RoomDeed) { self.deed = deed }

    /// A pattern of one conclusion.
    public init(concluded: Conclusion) { self.concluded = concluded }

    /// Whether a happening looks like this.
    public func matches(_ happening: Happening) -> Bool {
        switch happening.what {
        case .deed(let done): return deed == done && fact == nil && concluded == nil
        case .concluded(let conclusion):
            let isMeant =
                concluded == conclusion || concluded == .alarmConfirmed && conclusion == .alarmConfirmedHigh
            return isMeant && fact == nil && deed == nil
        case .moment(let name): return moment == name && fact == nil && deed == nil && concluded == nil
        case .fact(let body, let meaning):
            guard let fact, fact == body.kind, deed == nil, concluded == nil else { return false }
            return matchesCode(of: body, meaning: meaning) && matchesValues(of: body)
                && matchesPeople(of: body) && matchesLeaving(of: body)
        }
    }

    private func matchesCode(of body: FactBody, meaning: ActionMeaning?) -> Bool {
        if let codes {
            guard let code = body.code, codes.contains(code) else { return false }
        }
        if let meanings {
            guard let meaning, meanings.contains(meaning) else { return false }
        }
        if let alarm {
            guard body.alarm == alarm else { return false }
        }
        return true
    }

    private func matchesValues(of body: FactBody) -> Bool {
        if let milligrams {
            guard case .pumpFigureNoted(let figure) = body, milligrams.contains(figure.milligrams) else {
                return false
            }
        }
        if let perMinute {
            guard let rate = body.rate?.amountPerMinute, perMinute.contains(rate) else { return false }
        }
        if let was {
            guard case .amended(let amended) = body, case .reading(let reading)? = amended.was,
                reading.values.lie(inside: was)
            else { return false }
            // What was struck became nothing.
            guard case .reading(let now)? = amended.now else { return amended.now == nil }
            return now.values.lie(inside: values ?? [])
        }
        guard has != nil || values != nil else { return true }
        guard case .reading(let reading) = body else { return false }
        return (has ?? []).allSatisfy { reading.values[$0] != nil }
            && reading.values.lie(inside: values ?? [])
    }

    private func matchesPeople(of body: FactBody) -> Bool {
        if let ordered, ordered != !(body.orderer ?? "").isBlank { return false }
        if let reasoned, reasoned != !(body.reason ?? "").isBlank { return false }
        guard let words else { return true }
        return (body.freeText ?? "").names(oneOf: words, evenDenied: denied == true)
    }

    private func matchesLeaving(of body: FactBody) -> Bool {
        if let step {
            guard case .attested(let attested) = body, attested.step == step, attested.outcome == .done else {
                return false
            }
        }
        if let manners {
            guard case .patientLeft(let left) = body, manners.contains(left.manner) else { return false }
        }
        if let answered {
            guard case .dischargeAssessed(let assessed) = body else { return false }
            return answered.allSatisfy { assessed.answers[$0] == .yes }
        }
        return true
    }
}

extension VitalSet {
    /// Whether each bound has a value inside of it.
    fileprivate func lie(inside bounds: [VitalBound]) -> Bool {
        bounds.allSatisfy { bound in self[bound.vital].map(bound.contains) ?? false }
    }
}

extension [FactPattern] {
    /// Whether one of the patterns matches.
    public func match(_ happening: Happening) -> Bool { contains { $0.matches(happening) } }

    /// Whether one of the patterns matches to somebody's credit: it was not struck, and what has to stand until `deadline`
    /// was not taken back by then.
    func match(_ happening: Happening, until deadline: SessionTime, in happenings: Happenings) -> Bool {
        !happening.isStruck
            && contains {
                $0.matches(happening)
                    && !($0.stands == true && happenings.isResumed(after: happening, by: deadline))
            }
    }
}

extension Happenings {
    /// Whether the infusion was resumed after something and by an instant.
    fileprivate func isResumed(after pause: Happening, by deadline: SessionTime) -> Bool {
        all.contains { other in
            guard case .fact(.infusionResumed, _) = other.what else { return false }
            return other.sequence > pause.sequence && other.at <= deadline
        }
    }
}

/// Bounds of an amount in mg, both included.
public struct AmountBound: Hashable, Codable, Sendable {
    /// The lowest amount that matches; `nil` for none.
    public var atLeast: Double?
    /// The highest amount that matches; `nil` for none.
    public var atMost: Double?

    /// Whether an amount lies inside.
    func contains(_ amount: Double) -> Bool {
        (atLeast.map { amount >= $0 } ?? true) && (atMost.map { amount <= $0 } ?? true)
    }
}

extension String {
    /// Words after which the next few deny what they name.
    private static let denials: Set<Substring> = [
        "no", "not", "never", "without", "nothing", "none", "denies", "neither", "nor",
    ]

    /// What a word may end in and still be the same; its last letter may be doubled before it.
    private static let endings: Set<Substring> = ["", "s", "es", "d", "ed", "ing", "ion"]

    private static func isForm(_ word: Substring, of wanted: Substring) -> Bool {
        guard word.hasPrefix(wanted) else { return false }
        let rest = word.dropFirst(wanted.count)
        return endings.contains(rest)
            || rest.first == wanted.last && rest.count > 2 && endings.contains(rest.dropFirst())
    }

    /// Whether the text has one of these, word for word, and none of the three words before denies it, unless that counts.
    fileprivate func names(oneOf wanted: [String], evenDenied: Bool) -> Bool {
        let words = spokenWords
        let phrases = wanted.map(\.spokenWords)
        return words.indices.contains { place in
            phrases.contains { phrase in
                words[place...].count >= phrase.count
                    && zip(words[place...], phrase).allSatisfy(Self.isForm)
            } && (evenDenied || !words[max(0, place - 3)..<place].contains { Self.denials.contains($0) })
        }
    }

    /// The words in lower case; a hyphen joins.
    private var spokenWords: [Substring] {
        lowercased().split { !$0.isLetter && !$0.isNumber && $0 != "-" }
    }
}
