import SessionCore

// Checkpoints, rechecks and stays: what was owed at a time.

extension ReviewSource {
    /// The checkpoints after T0 that were owed.
    var checkpoints: [ReviewItem] {
        guard picture.start != nil else { return [] }
        return picture.checkpoints.filter { $0.name != Schedule.baselineName }.map { checkpoint in
            ReviewItem(
                kind: .checkpoint, at: checkpoint.due, nurse: nurse(at: checkpoint.due),
                title: checkpoint.name, outcome: outcome(of: checkpoint),
                behind: checkpoint.readings + reasons(for: checkpoint))
        }
    }

    private func outcome(of checkpoint: CheckpointPicture) -> Outcome {
        switch checkpoint.state {
        case .done:
            if let late = checkpoint.lateBy { return .late(late) }
            // The first one measured, whichever was entered first.
            let taken = standing.filter { fact in
                checkpoint.readings.contains(fact.sequence) && fact.body.answersPressure
            }.min { ($0.at, $0.sequence) < ($1.at, $1.sequence) }
            return .inTime(max(.zero, (taken?.at ?? checkpoint.due) - checkpoint.due))
        case .couldNotDo: return .couldNotDo(checkpoint.reason ?? "")
        case .missed, .late:
            if checkpoint.state == .late, !isOver { return .notApplicable("late, and can still be taken") }
            if unkept.contains(where: { $0.contains(checkpoint.due) }) {
                return .notApplicable("nobody kept the record then")
            }
            // Whoever cannot read everything does not know that nothing was measured.
            return isUnread(from: checkpoint.opens, to: checkpoint.missedAt)
                ? .notApplicable("a fact that cannot be read may answer it") : .missed
        case .planned, .due:
            return .notApplicable(isOver ? "the session ended first" : "not owed yet")
        }
    }

    private func reasons(for checkpoint: CheckpointPicture) -> [Int] {
        guard checkpoint.state == .couldNotDo else { return [] }
        return standing.filter { fact in
            if case .couldNotMeasure(let ended) = fact.body { return ended.checkpoint == checkpoint.name }
            return false
        }.map(\.sequence)
    }

    /// The stay against its minimum, and leaving against the first time that the discharge list held.
    var stays: [ReviewItem] {
        guard picture.start != nil else { return [] }
        let left = standing.last { if case .patientLeft = $0.body { true } else { false } }
        let at = left?.at ?? end
        let ready = transitions.first { $0.event == .ready }
        func item(_ kind: MeasureKind, _ title: String, from: SessionTime?, also: Int?) -> ReviewItem {
            let outcome: Outcome
            if let left, let from {
                let span = left.at - from
                outcome = span < .zero ? .early(.zero - span) : .inTime(span)
            } else if left != nil {
                outcome =
                    kind == .readiness ? .missed : .notApplicable("no end of the minimum stay can be said")
            } else {
                outcome = .notApplicable(
                    isOver ? "the session ended in another way" : "the patient is still here")
            }
            return ReviewItem(
                kind: kind, at: at, nurse: nurse(at: at), title: title, outcome: outcome,
                behind: [also, left?.sequence].compactMap(\.self))
        }
        let lastDose = standing.last { fact in
            switch fact.body {
            case .administrationStarted, .doseGiven, .infusionEnded: true
            default: false
            }
        }
        return [
            item(
                .stay, "left against minimum stay", from: picture.discharge.minimumStayEnds,
                also: lastDose?.sequence),
            item(.readiness, "left against ready", from: picture.discharge.readyAt, also: ready?.fact),
        ]
    }
}

extension FactBody {
    /// Whether it says something about the pressure: both values, or that none could be obtained.
    var answersPressure: Bool {
        switch self {
        case .reading(let reading): reading.values.pressure != nil
        case .notObtainable: true
        default: false
        }
    }
}
