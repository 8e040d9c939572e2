import SessionCore

extension PatientState {
    /// What a nurse finds who says the patient's name and looks: alertness and agitation, and of who can be roused by voice
    /// the orientation too.
    public var observed: VitalSet {
        var values = VitalSet([.alertness: Int(alertness), .agitation: Int(agitation)])
        if alertness >= 3 { values[.orientation] = Int(orientation) }
        return values
    }

    /// What the patient says of intensity, distress and nausea, in whole numbers. Who answers only to shaking, or not at
    /// all, says nothing (Ebbtide default, unpublished).
    public var answered: VitalSet {
        guard alertness >= 3 else { return VitalSet() }
        return VitalSet([
            .intensity: Int(intensity.rounded()), .distress: Int(distress.rounded()),
            .nausea: Int(nausea.rounded()),
        ])
    }
}
