import SessionCore

/// Scores a session against a rubric.
struct Scorer {
    let session: Session
    let room: RoomRecord
    let rubric: Rubric
    /// What was settled by then is an earlier attempt's; `nil` for an attempt from the beginning.
    let goingOnFrom: SessionTime?
    let happenings: Happenings
    let picture: Picture

    init(session: Session, room: RoomRecord, rubric: Rubric, goingOnFrom: SessionTime? = nil) {
        self.goingOnFrom = goingOnFrom
        self.session = session
        self.room = room
        self.rubric = rubric
        happenings = Happenings(session: session, room: room)
        picture = session.picture(at: session.moment(at: happenings.end))
    }

    func score() -> Score {
        let entries = ownEntries()
        var critical = misses(rubric.criticalMisses)
        if rubric.backDatingFails == true, let first = entries.backDated.first {
            critical.append(
                ScoredMiss(
                    name: "back-dated",
                    title:
                        "A reading was filed for a time at which it had not been measured, without a late mark",
                    at: session.times[first]?.entered ?? happenings.end, evidence: entries.backDated))
        }
        var actions = rubric.actions.map(action) + (rubric.checkpoints == true ? checkpoints() : [])
        for index in actions.indices {
            actions[index].isInherited = isSettledBefore(actions[index].settledAt)
        }
        let unsafe = misses(rubric.unsafeActs ?? [])
        return Score(actions: actions, criticalMisses: critical, unsafeActs: unsafe, entries: entries)
    }

    /// Whether something belongs to the attempt from which this one goes on.
    private func isSettledBefore(_ time: SessionTime?) -> Bool {
        guard let goingOnFrom, let time else { return false }
        return time <= goingOnFrom
    }

    /// How the readings of this attempt were typed.
    private func ownEntries() -> EntryAccuracy {
        var entries = EntryComparison(session: session, room: room).accuracy()
        guard goingOnFrom != nil else { return entries }
        let times = session.times
        func isOwn(_ sequence: Int) -> Bool { !isSettledBefore(times[sequence]?.entered) }
        entries.mistyped.removeAll { !isOwn($0.sequence) }
        entries.backDated.removeAll { !isOwn($0) }
        return entries
    }

    private func action(_ expectation: Expectation) -> ScoredAction {
        let outcome = expectation.judge(happenings)
        let evidence = outcome.evidence.isEmpty ? lastFact(before: outcome.deadline) : outcome.evidence
        return ScoredAction(
            name: expectation.name, title: expectation.title, isStarred: expectation.starred ?? false,
            standing: outcome.standing, trigger: outcome.trigger, deadline: outcome.deadline,
            doneAt: outcome.doneAt, evidence: evidence)
    }

    private func misses(_ misses: [CriticalMiss]) -> [ScoredMiss] {
        misses.compactMap { miss in
            miss.judge(happenings, settled: goingOnFrom).map {
                ScoredMiss(name: miss.name, title: miss.title, at: $0.at, evidence: $0.evidence)
            }
        }
    }

    /// Checkpoints that came due while the trainee was there; one that ended with a reason counts as late.
    private func checkpoints() -> [ScoredAction] {
        picture.checkpoints.filter { $0.closes >= room.tookOver }.compactMap { checkpoint in
            let measured = pressureTime(of: checkpoint)
            let standing: ExpectationOutcome.Standing
            switch checkpoint.state {
            case .planned, .due: return nil
            case .done where measured == nil: standing = .missing
            case .done: standing = checkpoint.lateBy == nil ? .onTime : .late
            case .couldNotDo: standing = .late
            // Of a session that goes on it can still be taken.
            case .late where !room.isSimulated && !picture.phase.isOver: return nil
            case .late, .missed: standing = .missing
            }
            return ScoredAction(
                name: checkpoint.name, title: "Checkpoint \(checkpoint.name)",
                isStarred: checkpoint.isMandatory, standing: standing, trigger: checkpoint.due,
                deadline: checkpoint.closes, doneAt: standing == .missing ? nil : measured,
                evidence: checkpoint.readings.isEmpty
                    ? lastFact(before: checkpoint.closes) : checkpoint.readings)
        }
    }

    /// When the first pressure of a checkpoint was measured, which is what makes it on time or late; one that nobody can have
    /// seen is none.
    private func pressureTime(of checkpoint: CheckpointPicture) -> SessionTime? {
        checkpoint.readings.filter { happenings.madeUp[$0]?.contains(.systolic) != true }
            .compactMap(session.standingEntry)
            .filter { $0.body?.answersPressure == true }
            .map(\.at).min()
    }

    /// The fact after which something was missing, so that a key can open the place.
    private func lastFact(before time: SessionTime?) -> [Int] {
        let times = session.times
        let known = session.facts.last { fact in
            guard let time, let entered = times[fact.sequence]?.entered else { return time == nil }
            return entered <= time
        }
        return [known?.sequence ?? 1]
    }
}
