extension PhaseMachine {
    /// The patient went. Home takes the criteria; the other ways are always open, because they happen. A departure that
    /// `stands` has happened already: what became known of the time before it, late or by a correction, makes it a
    /// deviation and cannot undo it.
    public mutating func patientLeft(
        _ left: PatientLeft, obstacles: [String], stands: Bool = false
    ) -> [PhaseAction] {
        var deviations: [PhaseAction] = []
        switch state {
        case .administering, .paused:
            deviations.append(.deviation("left while the drug was being given: its end is not recorded"))
        case .monitoring, .subsiding, .dischargeAssessment: break
        case .preDose, .held, .ready:
            return .refused("Nothing was given: cancel the session instead.")
        case .over(let ending): return .refused("\(ending.sentence): the patient cannot leave again.")
        case .closed: return .refused(Self.signed)
        }
        switch left.manner {
        case .discharged:
            if case .dischargeAssessment = state, obstacles.isEmpty { return move(to: .over(.discharged)) }
            let standing = (obstacles.isEmpty ? ["effects are not recorded as subsided"] : obstacles)
                .joined(separator: "; ")
            guard stands else {
                return .refused(
                    "Not to be discharged yet: \(standing). "
                        + "Who goes now leaves against advice or is transferred.")
            }
            deviations.append(.deviation("discharged although, as is known now: \(standing)"))
            return move(to: .over(.discharged), deviations)
        case .againstAdvice:
            if left.prescriberNotified.isBlank {
                deviations.append(.deviation("left against advice without a prescriber being told"))
            }
            return move(to: .over(.leftAgainstAdvice), deviations)
        case .transferred:
            return move(to: .over(.transferred), deviations)
        }
    }

    /// An unfinished session is given up, hours after it was opened and for a reason.
    public mutating func abandoned(reason: String, age: Span) -> [PhaseAction] {
        switch state {
        case .over(let ending): return .refused("\(ending.sentence): sign it instead of abandoning it.")
        case .closed: return .refused(Self.signed)
        case .preDose, .held, .ready, .administering, .paused, .monitoring, .subsiding, .dischargeAssessment:
            guard age > .minutes(timers.abandonHours &* 60) else {
                return .refused(
                    "A session is abandoned \(timers.abandonHours) h after it was opened, not before.")
            }
            guard !reason.isBlank else { return .refused("Say why the session is abandoned.") }
            return move(to: .over(.abandoned))
        }
    }

    /// The record is signed. A signature that `stands` is not undone by a correction that leaves something blank.
    public mutating func closed(obstacles: [String], stands: Bool = false) -> [PhaseAction] {
        switch state {
        case .over:
            if obstacles.isEmpty { return move(to: .closed) }
            let standing = obstacles.joined(separator: "; ")
            guard stands else { return .refused("Not to be signed yet: \(standing).") }
            return move(to: .closed, [.deviation("signed although, as is known now: \(standing)")])
        case .preDose, .held, .ready:
            return .refused("The session is not over: start it, or cancel it.")
        case .administering, .paused, .monitoring, .subsiding, .dischargeAssessment:
            return .refused("The patient is still here: sign when the patient has left.")
        case .closed: return .refused(Self.signed)
        }
    }
}
