import SessionCore

/// Something from outside the drug model that moves one vital of a simulated patient: an event of a scenario, an
/// instructor's hand, a rescue drug. Data, so that a scenario file can name it.
public struct Influence: Hashable, Codable, Sendable {
    /// What it does to the value.
    public enum Change: Hashable, Codable, Sendable {
        /// Adds so much, in the vital's unit.
        case by(Double)
        /// Draws the value to this one, whatever the drug does.
        case to(Double)
    }

    /// The vital; mean pressure and end-tidal carbon dioxide cannot be influenced.
    public var vital: Vital
    /// What it does to the value, at its full strength.
    public var change: Change
    /// Seconds until it is at full strength, in a straight line.
    public var onsetSeconds: Int
    /// Seconds at full strength; `nil` until it is lifted.
    public var lastingSeconds: Int?
    /// Seconds in which it fades, in a straight line.
    public var fadingSeconds: Int

    /// Makes an influence; negative durations count as 0, and a change that is no number changes nothing.
    public init(
        _ vital: Vital, _ change: Change, onsetSeconds: Int = 0, lastingSeconds: Int? = nil,
        fadingSeconds: Int = 0
    ) {
        self.vital = vital
        switch change {
        case .by(let amount): self.change = .by(amount.isFinite ? clamped(amount, -1000, 1000) : 0)
        case .to(let value): self.change = value.isFinite ? .to(clamped(value, -1000, 1000)) : .by(0)
        }
        self.onsetSeconds = min(max(0, onsetSeconds), Influence.longest)
        self.lastingSeconds = lastingSeconds.map { min(max(0, $0), Influence.longest) }
        self.fadingSeconds = min(max(0, fadingSeconds), Influence.longest)
    }

    /// Reads an influence; what cannot be is brought into range as
    /// ``init(_:_:onsetSeconds:lastingSeconds:fadingSeconds:)`` does.
    public init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        self.init(
            try container.decode(Vital.self, forKey: .vital),
            try container.decode(Change.self, forKey: .change),
            onsetSeconds: try container.decodeIfPresent(Int.self, forKey: .onsetSeconds) ?? 0,
            lastingSeconds: try container.decodeIfPresent(Int.self, forKey: .lastingSeconds),
            fadingSeconds: try container.decodeIfPresent(Int.self, forKey: .fadingSeconds) ?? 0)
    }

    /// No part of an influence lasts longer than a week.
    private static let longest = 604_800

    /// Strength 0-1 so many seconds after it began, when it was lifted `lifted` seconds after it began.
    func strength(after seconds: Int, lifted: Int? = nil) -> Double {
        let ends = [lastingSeconds.map { onsetSeconds + $0 }, lifted].compactMap(\.self).min()
        guard let ends, seconds > ends else { return rise(seconds) }
        let left = 1 - Double(seconds - ends) / Double(max(1, fadingSeconds))
        return max(0, left) * rise(ends)
    }

    private func rise(_ seconds: Int) -> Double {
        guard seconds >= 0 else { return 0 }
        return seconds >= onsetSeconds ? 1 : Double(seconds) / Double(onsetSeconds)
    }
}

/// An influence at work on a patient.
public struct ActiveInfluence: Hashable, Sendable {
    /// What it does.
    public var influence: Influence
    /// The name that lifts it, empty when it has none.
    public var name: String
    /// When it began, seconds on the patient's time line.
    public var began: Int
    /// When it was lifted, `nil` while it was not.
    public var lifted: Int?

    func apply(to state: inout PatientState, at second: Int, blending: Bool) {
        let strength = influence.strength(after: second &- began, lifted: lifted.map { $0 &- began })
        guard strength > 0 else { return }
        switch influence.change {
        case .by(let amount) where !blending: state.change(influence.vital) { $0 + strength * amount }
        case .to(let target) where blending:
            state.change(influence.vital) { $0 + strength * (target - $0) }
        default: break
        }
    }
}
