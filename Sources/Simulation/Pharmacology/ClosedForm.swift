/// The course of racemic ketamine in two compartments as a sum of exponentials: what the integrator has to agree
/// with.
struct ClosedForm {
    /// Volume of the central compartment, L.
    let volume: Double
    private let fast: Double
    private let slow: Double
    private let back: Double

    /// The form for the rates of Clements and Nimmo 1981.
    init(weightKg: Double) {
        self.init(volume: 1.7522 * weightKg, out: 0.0109, there: 0.0186, back: 0.0137)
    }

    /// The form for rates per minute out of the body, to the tissue and back.
    init(volume: Double, out: Double, there: Double, back: Double) {
        self.volume = volume
        self.back = back
        let sum = out + there + back
        let root = (sum * sum - 4 * out * back).squareRoot()
        fast = (sum + root) / 2
        slow = (sum - root) / 2
    }

    /// Plasma, ng/mL, `minute` minutes into an infusion of so many mg/min that stops after `duration` minutes.
    func infusion(milligramsPerMinute: Double, duration: Double, at minute: Double) -> Double {
        guard minute > 0 else { return 0 }
        func part(_ rate: Double, _ share: Double) -> Double {
            let filled = 1 - Elementary.exponential(-rate * min(minute, duration))
            return share / rate * filled * Elementary.exponential(-rate * max(0, minute - duration))
        }
        let sum = part(fast, (fast - back) / (fast - slow)) + part(slow, (back - slow) / (fast - slow))
        return 1000 * milligramsPerMinute / volume * sum
    }

    /// Plasma, ng/mL, `minute` minutes after `milligrams` came into a depot that empties at `uptake` per minute.
    func depot(milligrams: Double, uptake: Double, at minute: Double) -> Double {
        guard minute > 0 else { return 0 }
        func part(_ rate: Double, _ one: Double, _ other: Double) -> Double {
            (back - rate) / ((one - rate) * (other - rate)) * Elementary.exponential(-rate * minute)
        }
        let sum = part(fast, slow, uptake) + part(slow, fast, uptake) + part(uptake, fast, slow)
        return 1000 * milligrams * uptake / volume * sum
    }
}
