import SessionCore

// What the trainee's documented facts do to the patient.

extension Exercise {
    /// A fact happens to the patient now.
    mutating func take(_ body: FactBody, sequence: Int, author: String) {
        happenings.add(body, sequence: sequence, author: author, at: now, under: careProtocol)
        for event in doses(of: body) { patient.happened(event) }
        if case .actionTaken(let action) = body { receive(action) }
        refresh()
    }

    private func doses(of body: FactBody) -> [DoseEvent] {
        let route = careProtocol.route
        switch body {
        case .administrationStarted(let start) where route == .infusion:
            let rate = start.rate?.amountPerMinute ?? plannedRate
            return [.infusionStarted(milligramsPerMinute: rate, milligrams: scenario.setting.milligrams)]
        case .administrationStarted(let start):
            let planned = scenario.setting.milligrams
            let device = route.isNasal ? careProtocol.dose.deviceMilligrams : nil
            return [single(start.milligrams ?? min(device ?? planned, planned))]
        case .doseGiven(let dose): return [single(dose.milligrams)]
        case .rateChanged(let change):
            return change.rate.amountPerMinute.map { [.rateChanged(milligramsPerMinute: $0)] } ?? []
        case .infusionPaused: return [.infusionPaused]
        case .infusionResumed(let resumed):
            let rate = resumed.rate?.amountPerMinute
            return (rate.map { [.rateChanged(milligramsPerMinute: $0)] } ?? []) + [.infusionResumed]
        case .infusionEnded: return [.infusionStopped]
        default: return []
        }
    }

    private func single(_ milligrams: Double) -> DoseEvent {
        switch careProtocol.route {
        case .infusion: .bolus(milligrams: milligrams)
        case .injection: .injection(milligrams: milligrams)
        case .nasalRacemic, .esketamine: .spray(milligrams: milligrams)
        }
    }

    private var plannedRate: Double {
        scenario.setting.milligrams / Double(max(1, scenario.setting.minutes ?? 40))
    }

    /// A drug acts only when it was ordered in this room and it is written down by whom: a name alone is no order. What needs
    /// none acts at once.
    private mutating func receive(_ action: ActionTaken) {
        guard let remedy = Remedy(rawValue: action.code) else { return }
        let item = careProtocol.actions.first { $0.code == action.code }
        let isDrug = [.rescueDrug, .sedativeGiven, .benzodiazepineGiven].contains(item?.meaning)
        guard !isDrug || !action.orderedBy.isBlank && isOrdered(action.code) else { return }
        patient.received(remedy)
    }

    /// Whether the scenario's prescriber has ordered it, or the instructor has spoken as one.
    private func isOrdered(_ code: String) -> Bool {
        let isScripted = scenario.events.contains { event in
            (event.orders ?? []).contains(code) && happenings.all.contains { $0.what == .moment(event.name) }
        }
        return isScripted || log.messages.contains { $0.message.isPrescriberHeard }
    }
}
