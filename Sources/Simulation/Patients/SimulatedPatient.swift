import SessionCore

/// A patient who answers dose, route, time and trait. A pure function of the description, the seed, and what was done
/// when: the same three give the same patient for ever, on every machine, however time was moved on.
///
/// Times are whole seconds on the patient's own time line, which begins when the patient sits down (white coat and
/// all); the first dose is T0, whenever it comes. Time never goes back.
public struct SimulatedPatient: Hashable, Sendable {
    /// Who the patient is.
    public let who: PatientDescription
    /// What is the patient's own.
    public let traits: PatientTraits
    /// How the drug is given.
    public let route: Route
    /// The seed.
    public let seed: UInt64
    /// Seconds since the patient sat down.
    public private(set) var now = 0
    /// The drug in the body.
    public private(set) var course: DrugCourse
    /// What else moves the vitals, in the order in which it began.
    public private(set) var influences: [ActiveInfluence] = []
    /// What was done for the patient, and when.
    public private(set) var remedies: [TimedRemedy] = []
    /// When the saturation probe was last put on anew, seconds.
    private(set) var probePlaced = 0

    /// The longest that a patient is followed, seconds: thirty days.
    private static let longest = 2_592_000

    /// Makes a patient. `plannedDevices` says how many nasal devices there will be, when that is known; see
    /// ``NasalUptake``.
    public init(_ who: PatientDescription, route: Route, seed: UInt64, plannedDevices: Int? = nil) {
        self.init(
            who, route: route, seed: seed, traits: PatientTraits(who, seed: seed),
            model: SimulatedPatient.model(who, route: route, seed: seed), plannedDevices: plannedDevices)
    }

    init(
        _ who: PatientDescription, route: Route, seed: UInt64, traits: PatientTraits, model: DrugModel,
        plannedDevices: Int? = nil
    ) {
        self.who = who
        self.route = route
        self.seed = seed
        self.traits = traits
        course = DrugCourse(model: model, plannedDevices: plannedDevices)
    }

    /// The model of the drug for a route.
    static func model(_ who: PatientDescription, route: Route, seed: UInt64) -> DrugModel {
        switch route {
        case .infusion: return .clements(weightKg: who.weightKg)
        case .injection: return .clements(weightKg: who.weightKg, absorption: .muscle)
        case .nasalRacemic: return .clements(weightKg: who.weightKg, absorption: .racemicSpray)
        case .esketamine:
            guard who.drawsBody else { return .esketamine(EsketamineBody(age: who.age)) }
            var chance = SeededChance.of(100, seed: seed)
            return .esketamine(EsketamineBody(age: who.age, drawnFrom: &chance))
        }
    }

    /// Time passed up to `second`; an earlier one changes nothing.
    public mutating func advance(to second: Int) { now = min(max(now, second), SimulatedPatient.longest) }

    /// Something happened to the drug's way in, now.
    public mutating func happened(_ event: DoseEvent) { course.take(event, at: now) }

    /// Something else moves a vital from now on. Its `name` lifts it.
    public mutating func began(_ influence: Influence, name: String = "") {
        influences.append(ActiveInfluence(influence: influence, name: name, began: now, lifted: nil))
    }

    /// Every influence of this name that still holds fades from now on.
    public mutating func lifted(_ name: String) {
        for index in influences.indices
        where influences[index].name == name && influences[index].lifted == nil {
            influences[index].lifted = now
        }
    }

    /// Somebody did something for the patient, now.
    public mutating func received(_ remedy: Remedy) {
        let minutes = distressedMinutes
        for influence in remedy.influences(on: truth, distressedMinutes: minutes) {
            began(influence, name: remedy.rawValue)
        }
        remedies.append(TimedRemedy(second: now, remedy: remedy))
    }

    /// A remedy that lasts until it is taken away was taken away, now: oxygen above all.
    public mutating func stopped(_ remedy: Remedy) {
        lifted(remedy.rawValue)
        for index in remedies.indices where remedies[index].remedy == remedy && remedies[index].stopped == nil
        {
            remedies[index].stopped = now
        }
    }

    /// The saturation probe was put on another or a warmed finger, now.
    public mutating func probePlacedAnew() { probePlaced = now }

    /// How the patient really is now.
    public var truth: PatientState { state(at: now) }
}

/// Something that was done for the patient.
public struct TimedRemedy: Hashable, Sendable {
    /// When, seconds on the patient's time line.
    public var second: Int
    /// What.
    public var remedy: Remedy
    /// When it was taken away, `nil` while it was not.
    public var stopped: Int?
}
