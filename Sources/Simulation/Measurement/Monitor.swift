import SessionCore

/// What the saturation probe shows.
public struct ProbeReading: Hashable, Sendable {
    /// Saturation, %.
    public var oxygenSaturation: Int
    /// Pulse, per minute.
    public var heartRate: Int
}

extension SimulatedPatient {
    private enum Draw: UInt64 {
        case pulse = 210
        case saturation
        case breaths
        case signal
    }

    /// What the saturation probe shows now, at once; `nil` while it has no signal. On a cold hand it loses the signal
    /// for a quarter of the time, in stretches of 20 s, until it is put on anew; on a warm one, or once it was put on
    /// anew, hardly ever (Ebbtide default, unpublished).
    public var probe: ProbeReading? {
        let stretch = now / 20
        var chance = SeededChance.of(Draw.signal.rawValue, UInt64(stretch), seed: seed)
        let isSecured = probePlaced > 0 && now - probePlaced < 1800
        if chance.happens(who.coldHands && !isSecured ? 0.25 : 0.01) { return nil }
        let state = truth
        // The number on the monitor is renewed every 4 s.
        let occasion = now / 4
        return ProbeReading(
            oxygenSaturation: saturation(state, occasion: occasion),
            heartRate: pulse(state, occasion: occasion))
    }

    /// Breaths as counted over half a minute that ends now, per minute.
    public var breaths: Int { breaths(truth, occasion: now) }

    /// Seconds that counting breaths takes.
    public static let breathCountSeconds = 30

    /// Pulse as shown: the true one, off by up to 2 (Ebbtide default, unpublished).
    func pulse(_ state: PatientState, occasion: Int) -> Int {
        off(by: 2, .pulse, occasion, state.heartRate, within: 0...250)
    }

    /// Saturation as shown: the true one, off by up to 1, never above 100 (Ebbtide default, unpublished).
    func saturation(_ state: PatientState, occasion: Int) -> Int {
        off(by: 1, .saturation, occasion, state.oxygenSaturation, within: 0...100)
    }

    /// Breaths as counted: the true ones, off by up to 1; none is never counted as one (Ebbtide default,
    /// unpublished).
    func breaths(_ state: PatientState, occasion: Int) -> Int {
        state.respiratoryRate < 0.5
            ? 0 : off(by: 1, .breaths, occasion, state.respiratoryRate, within: 0...60)
    }

    private func off(
        by most: Double, _ draw: Draw, _ occasion: Int, _ value: Double, within range: ClosedRange<Int>
    ) -> Int {
        var chance = SeededChance.of(draw.rawValue, UInt64(bitPattern: Int64(occasion)), seed: seed)
        let shown = (value + chance.uniform(-most...most)).rounded()
        return min(max(Int(shown), range.lowerBound), range.upperBound)
    }
}
