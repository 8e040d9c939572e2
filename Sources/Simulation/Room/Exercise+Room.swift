import SessionCore

// To measure is an action: what the trainee does in the room, and what comes of it.

extension Exercise {
    /// The trainee does something in the room, now.
    ///
    /// - Throws: a ``Refusal`` when the exercise is over or the same thing is under way.
    public mutating func act(_ deed: RoomDeed) throws(Refusal) {
        guard !isOver else { throw Refusal("The exercise is over; the room is empty.") }
        guard !tasks.contains(where: { $0.deed == deed }) else {
            throw Refusal(
                deed == .measurePressure
                    ? "The cuff is inflating; wait for its reading." : "This is under way: \(deed.title).")
        }
        log.steps.append(.init(at: now, step: .deed(deed)))
        log.room.deeds.append(TimedDeed(at: now, deed: deed))
        happenings.add(.deed(deed), at: now)
        if let remedy = deed.remedy { patient.received(remedy) }
        begin(deed)
        refresh()
    }

    private mutating func begin(_ deed: RoomDeed) {
        switch deed {
        case .measurePressure:
            monitor.cuff = .measuring(since: now)
            start(deed, seconds: patient.cuffStarted().ready - second)
        case .readOximeter: readOximeter()
        case .reseatProbe:
            patient.probePlacedAnew()
            monitor.signalLost = nil
        case .callPrescriber:
            var chance = SeededChance.of(RoomDraw.telephone.rawValue, UInt64(second), seed: seed)
            start(deed, seconds: Int.random(in: 60...120, using: &chance))
        default: if deed.takesTime { start(deed, seconds: deed.seconds) }
        }
    }

    private mutating func start(_ deed: RoomDeed, seconds: Int) {
        tasks.append(RoomTask(deed: deed, began: second, ready: second + max(1, seconds)))
        monitor.underWay[deed] = now
    }

    /// The number on the oximeter, at once; on a cold hand the signal drops off.
    private mutating func readOximeter() {
        guard patient.probe != nil else {
            monitor.signalLost = now
            return say(.device, "The oximeter shows no signal. The finger is cold, or the probe has slipped.")
        }
        monitor.signalLost = nil
        let state = truth
        // The number is renewed every 4 s.
        show(.oxygenSaturation, patient.saturation(state, occasion: second / 4))
        show(.heartRate, patient.pulse(state, occasion: second / 4))
    }

    /// What was begun has its outcome now.
    mutating func finish(_ task: RoomTask) {
        monitor.underWay[task.deed] = nil
        let state = truth
        switch task.deed {
        case .measurePressure: finishCuff(task, state)
        case .countBreathing: show(.respiratoryRate, patient.breaths(state, occasion: second))
        case .checkAlertness:
            show(state.observed)
            say(.room, RoomAnswers.appearance(state))
        case .askEffects:
            let answers = state.answered
            guard !answers.isEmpty else { return say(.room, RoomAnswers.silence) }
            show(answers)
            say(.patient, RoomAnswers.effects(state))
        case .lookAtPump: lookAtPump()
        default: answer(task, state)
        }
    }

    private mutating func finishCuff(_ task: RoomTask, _ state: PatientState) {
        switch patient.outcome(of: CuffCycle(began: task.began, ready: second), in: state) {
        case .motion:
            monitor.cuff = .failed(at: now)
            say(.device, "The cuff gives up: the arm moved. It has to be started again.")
        case .reading(let reading, let heartRate):
            monitor.cuff = .idle
            show(.systolic, reading.systolic)
            show(.diastolic, reading.diastolic)
            show(.heartRate, heartRate)
        }
    }

    /// What is said when the scenario has no answer of its own.
    private mutating func answer(_ task: RoomTask, _ state: PatientState) {
        let isScripted = scenario.events.contains { event in
            event.when.after?.contains { $0.deed == task.deed } ?? false
        }
        guard !isScripted else { return }
        let complaint = script.running.last { $0.influence.complaint != nil && $0.holds(at: second) }?
            .influence.complaint
        guard let (speaker, text) = RoomAnswers.answer(to: task.deed, state, complaint: complaint) else {
            return
        }
        say(speaker, text)
    }

    private mutating func lookAtPump() {
        let tenths = Int((deliveredMilligrams * 10).rounded())
        let light = monitor.pumpLight ? "OCCLUSION. Nothing flows. " : ""
        log.room.pumpFigures =
            (log.room.pumpFigures ?? [])
            + [ShownPumpFigure(at: now, milligrams: Double(tenths) / 10)]
        say(.device, "Pump: \(light)\(tenths / 10).\(tenths % 10) mg given so far.")
    }

    private mutating func show(_ values: VitalSet) {
        for vital in values.present { if let value = values[vital] { show(vital, value) } }
    }

    private mutating func show(_ vital: Vital, _ value: Int) {
        let shown = ShownReading(at: now, vital: vital, value: value)
        monitor.values[vital] = shown
        log.room.shown.append(shown)
    }
}

/// What chance in the room is drawn by.
private enum RoomDraw: UInt64 {
    case telephone = 300
}
