import SessionCore

/// What a review measures. Each case says what is counted (numerator), out of what (denominator), in which unit, and
/// where the rule comes from. What is not applicable is in neither.
public enum MeasureKind: String, Codable, Sendable, CaseIterable {
    /// Checkpoints after T0 whose pressure was taken by the end of their window, of all checkpoints that were owed before
    /// the patient left; late ones with the time from the due time to the pressure. Ended with a reason is its own
    /// outcome. Unit: count, seconds. Ebbtide default, unpublished, after the published practice of every 10 min during
    /// and every 15 min after an infusion (Riva-Posse 2018; Yale 2024).
    case checkpoint
    /// Readings at level 1 or worse that were measured again before the recheck was overdue, of all such readings; the
    /// time from the reading to the next one of the same parameter that counts as a recheck. Unit: count, seconds.
    /// Ebbtide default, unpublished.
    case recheck
    /// Announced alarms that were acknowledged within the time after which they grow to a full bar, of all
    /// announcements of medium or high priority and those of low priority that somebody acknowledged; the time from the
    /// announcement (or from its rise to medium) to the acknowledgement. Unit: count, seconds. Ebbtide default,
    /// unpublished.
    case acknowledgement
    /// Alarms at confirmed level 2 or worse, or with a red-flag symptom, of which the prescriber was told in time, of all
    /// of these; the time from the confirmation to the first "prescriber notified" or "prescriber at bedside" since the
    /// alarm was raised, zero when that came before the confirmation. Unit: count, seconds. Ebbtide default,
    /// unpublished.
    case notification
    /// Flags of level 1 and 2 that a recheck backed at their level or a worse one, of all that were measured again. A
    /// single reading of level 3 stands without a recheck and is not applicable. Unit: count, seconds to the recheck.
    /// Ebbtide default, unpublished.
    case confirmation
    /// Readings entered within the protocol's limit for a late entry, of all readings that stand; the time from measured
    /// to entered. Unit: count, seconds. Ebbtide default, unpublished.
    case entryDelay
    /// Entries other than readings, and readings, that were entered later than the protocol allows: how many. A count
    /// without a denominator. Ebbtide default, unpublished.
    case lateEntry
    /// Corrections and strikes: how many. A count without a denominator. Ebbtide default, unpublished.
    case correction
    /// Patients who left at or after the end of their minimum stay, of all who had a dose and left; how long after it,
    /// or how long before. Unit: count, seconds. The two hours of esketamine follow the FDA label of Spravato (2019);
    /// the others are Ebbtide defaults, unpublished.
    case stay
    /// Patients who left at or after the first time at which items 2-8 of the discharge list held, of all who had a dose
    /// and left; how long after it. Missed when the list never held. Unit: count, seconds. Ebbtide default, unpublished.
    case readiness

    /// Whether it only counts, so that nothing to count is a figure of its own: none.
    public var isPlainCount: Bool { self == .lateEntry || self == .correction }

    /// What a reader calls it.
    public var title: String {
        switch self {
        case .checkpoint: "checkpoints"
        case .recheck: "time to recheck"
        case .acknowledgement: "time to acknowledge"
        case .notification: "time to notify"
        case .confirmation: "flags confirmed"
        case .entryDelay: "entry delay"
        case .lateEntry: "late entries"
        case .correction: "corrections"
        case .stay: "stay beyond minimum"
        case .readiness: "left after ready"
        }
    }
}

/// What became of one thing that a review looks at. Not applicable is never missed, and neither is zero.
public enum Outcome: Hashable, Sendable {
    /// Done within its limit, so long after it was owed.
    case inTime(Span)
    /// Done after its limit, so long after it was owed.
    case late(Span)
    /// Too early by so much.
    case early(Span)
    /// Owed and never done.
    case missed
    /// Ended with a reason.
    case couldNotDo(String)
    /// A recheck backed it, so long after.
    case confirmed(Span)
    /// A recheck did not back it, so long after.
    case notConfirmed(Span)
    /// It happened; there is nothing to compare it with.
    case counted
    /// It was not owed, with the reason.
    case notApplicable(String)

    /// Its stable name.
    public var name: String {
        switch self {
        case .inTime: "inTime"
        case .late: "late"
        case .early: "early"
        case .missed: "missed"
        case .couldNotDo: "couldNotDo"
        case .confirmed: "confirmed"
        case .notConfirmed: "notConfirmed"
        case .counted: "counted"
        case .notApplicable: "notApplicable"
        }
    }

    /// The time that was measured; `nil` where none was.
    public var span: Span? {
        switch self {
        case .inTime(let span), .late(let span), .early(let span), .confirmed(let span),
            .notConfirmed(let span):
            span
        case .missed, .couldNotDo, .counted, .notApplicable: nil
        }
    }

    /// Whether it was not owed.
    public var isNotApplicable: Bool { if case .notApplicable = self { true } else { false } }

    /// Why it could not be done or does not apply.
    public var reason: String? {
        switch self {
        case .couldNotDo(let reason), .notApplicable(let reason): reason
        case .inTime, .late, .early, .confirmed, .notConfirmed, .missed, .counted: nil
        }
    }
}

/// One thing that a review looked at, with the facts behind it.
public struct ReviewItem: Hashable, Sendable {
    /// The measure that it belongs to.
    public var kind: MeasureKind
    /// When it was owed or happened.
    public var at: SessionTime
    /// Initials of who answers for it: the nurse on duty then, or who entered it.
    public var nurse: String
    /// What it is about: `T0+20`, `BP high`.
    public var title: String
    /// The level of the flag or alarm; `nil` where there is none.
    public var level: Level?
    /// What became of it.
    public var outcome: Outcome
    /// Sequences of the facts that say so, in order.
    public var behind: [Int]

    /// Makes an item.
    public init(
        kind: MeasureKind, at: SessionTime, nurse: String, title: String, level: Level? = nil,
        outcome: Outcome, behind: [Int]
    ) {
        self.kind = kind
        self.at = at
        self.nurse = nurse
        self.title = title
        self.level = level
        self.outcome = outcome
        self.behind = behind
    }
}
