/// The patient has a symptom.
public struct SymptomReported: Hashable, Codable, Sendable {
    /// The protocol's code of the symptom.
    public var code: String
    /// In words.
    public var note: String

    /// Makes the payload from its parts.
    public init(code: String, note: String = "") {
        self.code = code
        self.note = note
    }

    /// Reads the payload; what may be left out takes its default.
    public init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        code = try container.decode(String.self, forKey: .code)
        note = try container.decodeIfPresent(String.self, forKey: .note) ?? ""
    }
}

/// A symptom is gone.
public struct SymptomResolved: Hashable, Codable, Sendable {
    /// Sequence of the report.
    public var target: Int

    /// Makes the payload from its parts.
    public init(target: Int) {
        self.target = target
    }
}

/// Something was done.
public struct ActionTaken: Hashable, Codable, Sendable {
    /// The protocol's code of the action.
    public var code: String
    /// Who ordered it, where that applies.
    public var orderedBy: String
    /// Drug and dose, name, place.
    public var detail: String

    /// Makes the payload from its parts.
    public init(code: String, orderedBy: String = "", detail: String = "") {
        self.code = code
        self.orderedBy = orderedBy
        self.detail = detail
    }

    /// Reads the payload; what may be left out takes its default.
    public init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        code = try container.decode(String.self, forKey: .code)
        orderedBy = try container.decodeIfPresent(String.self, forKey: .orderedBy) ?? ""
        detail = try container.decodeIfPresent(String.self, forKey: .detail) ?? ""
    }
}

/// A note.
public struct NoteWritten: Hashable, Codable, Sendable {
    /// What was written.
    public var text: String

    /// Makes the payload from its parts.
    public init(text: String) {
        self.text = text
    }
}

/// Another nurse takes over.
public struct NurseChanged: Hashable, Codable, Sendable {
    /// Initials of the nurse from now on.
    public var initials: String

    /// Makes the payload from its parts.
    public init(initials: String) {
        self.initials = initials
    }
}

/// The nurse has seen this occurrence of an alarm.
public struct AlarmAcknowledged: Hashable, Codable, Sendable {
    /// Which condition.
    public var alarm: AlarmKey
    /// The level that was acknowledged.
    public var level: Level
    /// What is being done about it.
    public var note: String

    /// Makes the payload from its parts.
    public init(alarm: AlarmKey, level: Level, note: String = "") {
        self.alarm = alarm
        self.level = level
        self.note = note
    }

    /// Reads the payload; what may be left out takes its default.
    public init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        alarm = try container.decode(AlarmKey.self, forKey: .alarm)
        level = try container.decode(Level.self, forKey: .level)
        note = try container.decodeIfPresent(String.self, forKey: .note) ?? ""
    }
}

/// A level-1 alarm is silenced for a while, for a reason.
public struct AlarmSwitchedOff: Hashable, Codable, Sendable {
    /// Which condition.
    public var alarm: AlarmKey
    /// Why.
    public var reason: String

    /// Makes the payload from its parts.
    public init(alarm: AlarmKey, reason: String) {
        self.alarm = alarm
        self.reason = reason
    }
}

/// A correction: names the fact it amends, with old, new and reason. The old one stays readable.
public struct Amended: Hashable, Codable, Sendable {
    /// Sequence of the amended fact.
    public var target: Int
    /// What stood there.
    public var was: FactBody?
    /// What stands there now; `nil` strikes the fact.
    public var now: FactBody?
    /// The corrected time; `nil` when the time stays.
    public var measured: WallTime?
    /// Why.
    public var reason: String

    /// Makes the payload from its parts.
    public init(
        target: Int, was: FactBody? = nil, now: FactBody? = nil, measured: WallTime? = nil, reason: String
    ) {
        self.target = target
        self.was = was
        self.now = now
        self.measured = measured
        self.reason = reason
    }
}
