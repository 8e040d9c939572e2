/// A systolic and a diastolic pressure of one measurement, mmHg.
public struct BloodPressure: Hashable, Sendable {
    /// Systolic pressure, mmHg.
    public var systolic: Int
    /// Diastolic pressure, mmHg.
    public var diastolic: Int

    /// Makes a pressure in mmHg.
    public init(systolic: Int, diastolic: Int) {
        self.systolic = systolic
        self.diastolic = diastolic
    }

    /// Three times the mean arterial pressure: `SBP + 2·DBP`, kept whole so that rules compare without rounding.
    public var tripleMean: Int { systolic &+ 2 &* diastolic }

    /// Mean arterial pressure in mmHg, rounded half up, for display alone.
    public var mean: Int { (tripleMean &* 2 &+ 3).flooredQuotient(by: 6) }

    /// Pulse pressure `SBP − DBP`, mmHg.
    public var pulsePressure: Int { systolic &- diastolic }
}

extension Int {
    /// The quotient rounded towards negative infinity.
    func flooredQuotient(by divisor: Int) -> Int { Int(Int64(self).flooredQuotient(by: Int64(divisor))) }
}
