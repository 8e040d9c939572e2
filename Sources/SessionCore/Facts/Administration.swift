/// T0: the drug begins to reach the patient.
public struct AdministrationStarted: Hashable, Codable, Sendable {
    /// The pump's rate, for an infusion.
    public var rate: InfusionRate?
    /// The first dose in mg, for an injection, device or spray.
    public var milligrams: Double?
    /// Site of an injection.
    public var site: String?
    /// Dead space of the line in mL, when known.
    public var deadSpaceMillilitres: Double?
    /// Why it was started although the gate did not say ok.
    public var deviation: String?

    /// Makes the payload from its parts.
    public init(
        rate: InfusionRate? = nil, milligrams: Double? = nil, site: String? = nil,
        deadSpaceMillilitres: Double? = nil, deviation: String? = nil
    ) {
        self.rate = rate
        self.milligrams = milligrams
        self.site = site
        self.deadSpaceMillilitres = deadSpaceMillilitres
        self.deviation = deviation
    }
}

/// A pump's rate as it was read off.
public struct InfusionRate: Hashable, Codable, Sendable {
    /// mL/h, together with the concentration.
    public var millilitresPerHour: Double?
    /// Concentration, mg/mL.
    public var milligramsPerMillilitre: Double?
    /// mg/min, where the pump shows that.
    public var milligramsPerMinute: Double?

    /// Makes the payload from its parts.
    public init(
        millilitresPerHour: Double? = nil, milligramsPerMillilitre: Double? = nil,
        milligramsPerMinute: Double? = nil
    ) {
        self.millilitresPerHour = millilitresPerHour
        self.milligramsPerMillilitre = milligramsPerMillilitre
        self.milligramsPerMinute = milligramsPerMinute
    }
}

/// The pump runs at another rate from now on.
public struct RateChanged: Hashable, Codable, Sendable {
    /// The new rate.
    public var rate: InfusionRate
    /// Who ordered it.
    public var orderedBy: String

    /// Makes the payload from its parts.
    public init(rate: InfusionRate, orderedBy: String = "") {
        self.rate = rate
        self.orderedBy = orderedBy
    }

    /// Reads the payload; what may be left out takes its default.
    public init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        rate = try container.decode(InfusionRate.self, forKey: .rate)
        orderedBy = try container.decodeIfPresent(String.self, forKey: .orderedBy) ?? ""
    }
}

/// A paused infusion runs again.
public struct InfusionResumed: Hashable, Codable, Sendable {
    /// The new rate; `nil` when it runs as before.
    public var rate: InfusionRate?
    /// Why it was resumed against the protocol.
    public var deviation: String?

    /// Makes the payload from its parts.
    public init(rate: InfusionRate? = nil, deviation: String? = nil) {
        self.rate = rate
        self.deviation = deviation
    }
}

/// Te: the pump has finished, or was stopped for good.
public struct InfusionEnded: Hashable, Codable, Sendable {
    /// Why it was stopped early; `nil` when it ran to its end.
    public var stoppedEarly: String?

    /// Makes the payload from its parts.
    public init(stoppedEarly: String? = nil) {
        self.stoppedEarly = stoppedEarly
    }
}

/// A further device, spray or injection after the first.
public struct DoseGiven: Hashable, Codable, Sendable {
    /// The dose, mg.
    public var milligrams: Double
    /// Site of an injection.
    public var site: String?
    /// Whether it is a supplemental dose of an injection.
    public var supplemental: Bool?
    /// Who ordered it.
    public var orderedBy: String
    /// Why, where the protocol asks.
    public var reason: String?

    /// Makes the payload from its parts.
    public init(
        milligrams: Double, site: String? = nil, supplemental: Bool? = nil, orderedBy: String = "",
        reason: String? = nil
    ) {
        self.milligrams = milligrams
        self.site = site
        self.supplemental = supplemental
        self.orderedBy = orderedBy
        self.reason = reason
    }

    /// Reads the payload; what may be left out takes its default.
    public init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        milligrams = try container.decode(Double.self, forKey: .milligrams)
        site = try container.decodeIfPresent(String.self, forKey: .site)
        supplemental = try container.decodeIfPresent(Bool.self, forKey: .supplemental)
        orderedBy = try container.decodeIfPresent(String.self, forKey: .orderedBy) ?? ""
        reason = try container.decodeIfPresent(String.self, forKey: .reason)
    }
}

/// What the pump says it has delivered, beside our own integral.
public struct PumpFigureNoted: Hashable, Codable, Sendable {
    /// mg on the pump's display.
    public var milligrams: Double

    /// Makes the payload from its parts.
    public init(milligrams: Double) {
        self.milligrams = milligrams
    }
}
