/// What is due in a session at one instant.
struct DueList {
    private let course: Course
    private let outlook: Outlook
    private let now: SessionTime

    init(of course: Course, outlook: Outlook, at now: SessionTime) {
        self.course = course
        self.outlook = outlook
        self.now = now
    }

    /// Everything that is due, soonest first.
    var items: [DueItem] {
        let all = beforeDose + checkpoints + rechecks + administration + people + discharge
        return all.sorted { ($0.at, $0.title) < ($1.at, $1.title) }
    }

    /// What is still owed once the patient has gone.
    var owedAfterLeaving: [DueItem] {
        guard course.administration.start != nil, course.phase.phase != .closed,
            let left = course.discharge.leftAt
        else { return [] }
        var items: [DueItem] = []
        if course.attested[.followUp] == nil, let hours = course.careProtocol.timers.followUpHours.first {
            items.append(DueItem(kind: .followUp, at: left + .minutes(hours &* 60), title: "follow-up call"))
        }
        if let form { items.append(form) }
        return items.sorted { $0.at < $1.at }
    }

    private var form: DueItem? {
        guard let days = course.careProtocol.timers.formDays, course.attested[.monitoringForm] == nil,
            let start = course.administration.start
        else { return nil }
        return DueItem(kind: .form, at: start + .minutes(days &* 1440), title: "monitoring form")
    }

    // MARK: Before the dose

    private var beforeDose: [DueItem] {
        guard course.administration.start == nil else { return [] }
        var items: [DueItem] = []
        let book = course.view.book
        if course.view.gate.outcome >= .stop {
            // Nothing that is measured again can lift it.
            items.append(DueItem(kind: .prescriberNotification, at: now, title: "prescriber, or cancel"))
        } else if let hold = course.phase.hold, course.phase.freshFrom != nil {
            items.append(
                DueItem(
                    kind: .heldRemeasure, at: hold.restEnds(course.careProtocol.timers),
                    title: "measure twice again after rest"))
        } else if let owed = book.nextReading {
            items.append(DueItem(kind: .baselineReading, at: owed.earliest, title: owed.name))
        } else if book.baseline == nil {
            items.append(
                DueItem(
                    kind: .baselineReading, at: min(now, SessionTime.zero),
                    title: "first baseline reading"))
        }
        if let expires = book.expires, course.view.gate.outcome == .ok {
            items.append(
                DueItem(
                    kind: .baselineExpiry, at: expires, title: "baseline expires", isPrompt: true))
        }
        return items
    }

    // MARK: During the session

    private var checkpoints: [DueItem] {
        // While help is on its way nobody is sent to the table.
        guard course.administration.start != nil, !course.board.isHelpCalled else { return [] }
        let plan = outlook.schedule.checkpoints.filter { $0.name != Schedule.baselineName }
        let open = plan.filter { $0.state == .due || $0.state == .late }
        let next = plan.filter { $0.state == .planned }.prefix(3)
        let effectsOwed = plan.filter { checkpoint in
            checkpoint.state == .done && checkpoint.hasEffects && now < checkpoint.missedAt
                && (checkpoint.missing.contains(.intensity) || checkpoint.missing.contains(.distress))
        }.map { checkpoint in
            DueItem(
                kind: .effects(checkpoint.name), at: max(checkpoint.due, now),
                title: "effects of \(checkpoint.name)")
        }
        return effectsOwed
            + (open + next).map { checkpoint in
                let star = checkpoint.isMandatory ? " ★" : ""
                let diamond = checkpoint.hasEffects ? " ◆" : ""
                return DueItem(
                    kind: .checkpoint(checkpoint.name), at: checkpoint.due,
                    title: "checkpoint \(checkpoint.name)\(star)\(diamond)")
            }
    }

    private var rechecks: [DueItem] {
        redFlagPressure
            + WatchKey.all.compactMap { key in
                guard let condition = course.watches[key]?.condition else { return nil }
                return DueItem(
                    kind: .recheck(key.alarm), at: condition.recheckDue,
                    title: "recheck \(key.parameter.title)")
            }
    }

    /// A red flag asks for a pressure at once and then as often as a crisis does, whatever the last one was.
    private var redFlagPressure: [DueItem] {
        let flags = course.observations.symptoms.values.filter(\.item.redFlag)
        let isWatched = Direction.allCases.contains {
            course.watches[WatchKey(parameter: .pressure, direction: $0)]?.condition?.level == .crisis
        }
        guard !isWatched, let flag = flags.min(by: { $0.since < $1.since }) else { return [] }
        let last = course.observations.timed.last { $0.answersPressure && $0.at >= flag.since }
        let due = last.map { $0.at + .seconds(course.careProtocol.recheck.crisisRepeatSeconds) } ?? flag.since
        return [DueItem(kind: .recheck(AlarmKey(.symptom)), at: due, title: "recheck BP: \(flag.item.title)")]
    }

    private var administration: [DueItem] {
        let picture = course.administration.picture(at: now)
        var items: [DueItem] = []
        if let end = picture.plannedEnd, picture.stage == .running {
            items.append(
                DueItem(
                    kind: .plannedEnd, at: end, title: "planned end: has the pump finished?", isPrompt: true))
        }
        if let rest = course.administration.restUntil {
            let word = course.administration.plan.route.doseWord
            items.append(DueItem(kind: .nextDevice, at: rest, title: "next \(word)", isPrompt: true))
        }
        if let limit = course.administration.pauseLimit {
            items.append(DueItem(kind: .pauseLimit, at: limit, title: "resume or stop early"))
        }
        return items
    }

    /// How much too early vitals after a rescue drug may be taken and still count (Ebbtide default, unpublished).
    private static let rescueEarly = Span.minutes(2)

    private var people: [DueItem] {
        var items: [DueItem] = []
        for minutes in course.careProtocol.timers.rescueMinutes {
            guard let drug = course.rescue.drugs.last else { break }
            let due = drug.at + .minutes(minutes)
            let since = course.observations.timed.filter {
                $0.at >= max(due - Self.rescueEarly, drug.at)
            }
            let isDone =
                since.contains(where: \.answersPressure) && since.contains { $0.values.has(.alertness) }
            if !isDone {
                items.append(
                    DueItem(
                        kind: .rescueReassessment, at: due,
                        title: "vitals and alertness \(minutes) min after drug"))
            }
        }
        let notification = course.board.occurrences.values.compactMap {
            $0.notificationDue(course.careProtocol.alarms)
        }.min()
        let emergency = course.board.emergency.flatMap { emergency in
            emergency.prescriberNotified == nil
                ? emergency.since + .seconds(course.careProtocol.alarms.notifyWithinSeconds) : nil
        }
        if let notification = [notification, emergency].compactMap(\.self).min() {
            items.append(DueItem(kind: .prescriberNotification, at: notification, title: "notify prescriber"))
        }
        return items
    }

    private var discharge: [DueItem] {
        guard course.administration.end != nil else { return [] }
        let picture = outlook.discharge
        var items: [DueItem] = []
        if let ends = picture.minimumStayEnds, ends > now {
            items.append(DueItem(kind: .minimumStay, at: ends, title: "minimum stay ends", isPrompt: true))
        }
        if let first = picture.firstAssessmentAt, picture.mayLeaveAt == nil {
            let second = first + .minutes(course.careProtocol.discharge.apartMinutes)
            items.append(
                DueItem(
                    kind: .dischargeAssessment, at: max(second, picture.minimumStayEnds ?? second),
                    title: "second discharge assessment"))
        }
        return items
    }
}
