import SessionCore

/// What comes of asking or looking at the patient, and how long it takes.
public struct Finding: Hashable, Sendable {
    /// What was found, whole numbers as a nurse would type them.
    public var values: VitalSet
    /// Seconds that it takes.
    public var seconds: Int
}

extension SimulatedPatient {
    /// What a nurse sees at a glance: alertness and agitation; saying the patient's name takes a few seconds.
    public var observed: Finding {
        let state = truth
        return Finding(
            values: VitalSet([.alertness: Int(state.alertness), .agitation: Int(state.agitation)]),
            seconds: 10)
    }

    /// What the patient answers when asked how strong the effect is, how much distress and nausea there is, and who,
    /// where, when and why: in whole numbers. Who answers only to shaking, or not at all, answers nothing; the slower
    /// the answer, the longer it takes (Ebbtide default, unpublished).
    public var answered: Finding {
        let state = truth
        let seconds = 20 + 10 * (5 - Int(state.alertness)) + (state.intensity >= 6 ? 15 : 0)
        guard state.alertness >= 3 else { return Finding(values: VitalSet(), seconds: seconds) }
        return Finding(
            values: VitalSet([
                .intensity: Int(state.intensity.rounded()), .distress: Int(state.distress.rounded()),
                .nausea: Int(state.nausea.rounded()), .orientation: Int(state.orientation),
            ]), seconds: seconds)
    }
}
