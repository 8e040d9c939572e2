import SessionCore

extension SimulatedPatient {
    /// Time constant in which the pressure of arrival goes, seconds (Ebbtide default, unpublished).
    private static let whiteCoatSeconds = 240.0

    /// The drug in the body at a time.
    public func levels(at second: Int) -> DrugLevels { course.levels(at: second) }

    /// How the patient really is at a time, with what was done up to now.
    public func state(at second: Int) -> PatientState { state(at: second, levels: levels(at: second)) }

    func state(at second: Int, levels: DrugLevels) -> PatientState {
        var state = PatientState()
        let rise = EffectModel.meanRise(drive: levels.drive) * traits.pressureResponse * who.siteFactor
        let coat = traits.whiteCoat * Elementary.exponential(-Double(max(0, second)) / Self.whiteCoatSeconds)
        state.systolic = traits.systolic + coat + EffectModel.systolicShare * rise
        state.diastolic = traits.diastolic + coat / 2 + EffectModel.diastolicShare * rise
        state.heartRate = traits.heartRate + EffectModel.pulseRise(drive: levels.drive) * who.siteFactor
        state.oxygenSaturation = traits.oxygenSaturation
        state.respiratoryRate = traits.respiratoryRate
        feel(&state, levels: levels)
        state.nausea = nausea(at: second, levels: levels)
        influence(&state, at: second)
        let arousal = EffectModel.arousal(distress: state.distress)
        state.systolic += arousal.systolic
        state.diastolic += arousal.diastolic
        state.heartRate += arousal.pulse
        for active in influences { active.apply(to: &state, at: second, blending: true) }
        breathe(&state, at: second)
        state.settle()
        return state
    }

    private func feel(_ state: inout PatientState, levels: DrugLevels) {
        state.intensity = min(10, traits.feltResponse * EffectModel.felt(levels, route: route))
        let alertness = EffectModel.alertness(drive: levels.drive, susceptibility: traits.sedation)
        state.alertness = Double(alertness)
        state.distress = max(0, traits.anxiety + EffectModel.anxietyPerDrive * levels.drive)
    }

    /// What adds comes first, what draws to a value last; orientation and agitation follow from what comes of it.
    private func influence(_ state: inout PatientState, at second: Int) {
        for active in influences { active.apply(to: &state, at: second, blending: false) }
        var felt = state
        for active in influences { active.apply(to: &felt, at: second, blending: true) }
        felt.settle()
        state.distress = felt.distress
        let alertness = Int(felt.alertness)
        state.orientation += Double(EffectModel.orientation(felt: felt.intensity, alertness: alertness)) - 4
        state.agitation += Double(EffectModel.agitation(alertness: alertness, distress: felt.distress))
    }

    /// Oxygen by mask takes four fifths of what is missing to 100 % away within a minute, and stays until it is taken
    /// off (Ebbtide default, unpublished).
    private func breathe(_ state: inout PatientState, at second: Int) {
        state.oxygenSaturation -= EffectModel.desaturation(breaths: state.respiratoryRate)
        let masks = remedies.filter { $0.remedy == .oxygen && $0.second <= second }
        guard let mask = masks.last else { return }
        let off = mask.stopped.map { max(0, second - $0) } ?? 0
        state.gas = mask.stopped.map { $0 <= second } ?? false ? .air : .oxygen
        let share = 0.8 * min(1, Double(second - mask.second) / 60) * max(0, 1 - Double(off) / 60)
        state.oxygenSaturation += share * (100 - state.oxygenSaturation)
    }

    /// Nausea rises within 5 min of its onset, holds for 25 and fades over 20, if there was drug at its onset.
    private func nausea(at second: Int, levels: DrugLevels) -> Double {
        guard traits.nausea > 0, let onset = nauseaOnset, second > onset else { return 0 }
        let drug = course.levels(at: onset).effectSite
        guard drug >= traits.nauseaFrom else { return 0 }
        let worst = traits.vomitsFrom.map { drug >= $0 } ?? false ? 3 : traits.nausea
        let course = Influence(
            .nausea, .by(worst), onsetSeconds: 300, lastingSeconds: 1500, fadingSeconds: 1200)
        return worst * course.strength(after: second - onset)
    }

    private var nauseaOnset: Int? {
        course.firstDose.map { $0 + Int(clamped(traits.nauseaOnsetMinutes, 0, 600) * 60) }
    }

    /// When the patient vomits, seconds: 6 min into the nausea, if it is bad then; `nil` when not, as far as is known
    /// now.
    public var vomitsAt: Int? {
        guard let least = traits.vomitsFrom, let onset = nauseaOnset else { return nil }
        guard course.levels(at: onset).effectSite >= least, state(at: onset + 360).nausea >= 2 else {
            return nil
        }
        return onset + 360
    }

    /// For how many minutes up to now distress has been 5 or more without a break, at most 30.
    public var distressedMinutes: Double {
        var seconds = 0
        while seconds < 1800, now - seconds >= 0, state(at: now - seconds).distress >= 5 { seconds += 30 }
        return Double(max(0, seconds - 30)) / 60
    }
}
