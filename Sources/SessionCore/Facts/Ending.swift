/// One of the two assessments before a patient leaves: the answers that nobody can compute.
public struct DischargeAssessed: Hashable, Codable, Sendable {
    /// The answers; a question without one counts as unknown.
    public var answers: [DischargeQuestion: Answer]
    /// Who assessed.
    public var by: String

    /// Makes the payload from its parts.
    public init(answers: [DischargeQuestion: Answer] = [:], by: String) {
        self.answers = answers
        self.by = by
    }

    /// Reads the payload; what may be left out takes its default.
    public init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        answers = try container.decodeIfPresent([DischargeQuestion: Answer].self, forKey: .answers) ?? [:]
        by = try container.decode(String.self, forKey: .by)
    }
}

/// The patient went.
public struct PatientLeft: Hashable, Codable, Sendable {
    /// How.
    public var manner: LeavingManner
    /// Destination and handover person, or what was said.
    public var detail: String
    /// The prescriber who was told, where that is owed.
    public var prescriberNotified: String

    /// Makes the payload from its parts.
    public init(manner: LeavingManner, detail: String = "", prescriberNotified: String = "") {
        self.manner = manner
        self.detail = detail
        self.prescriberNotified = prescriberNotified
    }

    /// Reads the payload; what may be left out takes its default.
    public init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        manner = try container.decode(LeavingManner.self, forKey: .manner)
        detail = try container.decodeIfPresent(String.self, forKey: .detail) ?? ""
        prescriberNotified = try container.decodeIfPresent(String.self, forKey: .prescriberNotified) ?? ""
    }
}

/// The record is signed.
public struct SessionClosed: Hashable, Codable, Sendable {
    /// Name as typed.
    public var name: String
    /// What the signature means.
    public var meaning: String

    /// Makes the payload from its parts.
    public init(name: String, meaning: String) {
        self.name = name
        self.meaning = meaning
    }
}

/// Something that needs nothing but a reason.
public struct Reasoned: Hashable, Codable, Sendable {
    /// Why.
    public var reason: String

    /// Makes the payload from its parts.
    public init(reason: String) {
        self.reason = reason
    }
}
