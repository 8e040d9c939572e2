/// One side of one parameter: what a watch watches.
struct WatchKey: Hashable, Sendable {
    var parameter: AlarmParameter
    var direction: Direction

    /// The alarm condition that the watch's findings raise.
    var alarm: AlarmKey { AlarmKey(parameter, direction) }

    /// The parameters that readings are judged by, both sides, in screen order.
    static let all: [WatchKey] = [
        AlarmParameter.pressure, .heartRate, .oxygenSaturation, .respiratoryRate, .temperature, .endTidalCO2,
        .alertness, .distress,
    ].flatMap { parameter in [Direction.high, .low].map { WatchKey(parameter: parameter, direction: $0) } }

    /// Its place in ``all``; `nil` for a parameter that readings are not judged by.
    fileprivate var place: Int? {
        let place = 2 * parameter.place + (direction == .high ? 0 : 1)
        return place < WatchKey.all.count ? place : nil
    }
}

/// The watches of a session: one for each side of each parameter that readings are judged by.
struct WatchBank: Sendable {
    private var watches: [Watch]

    init(_ careProtocol: CareProtocol) {
        watches = WatchKey.all.map { key in
            Watch(rules: WatchRules(careProtocol, parameter: key.parameter, direction: key.direction))
        }
    }

    /// One watch; setting what is not watched does nothing.
    subscript(_ key: WatchKey) -> Watch? {
        get { key.place.map { watches[$0] } }
        set { if let newValue, let place = key.place { watches[place] = newValue } }
    }

    /// The next instant at which a recheck becomes overdue.
    var nextDeadline: SessionTime? {
        var next: SessionTime?
        // By index: a watch is large, and taking one out copies it.
        for place in watches.indices {
            if let deadline = watches[place].nextDeadline { next = min(next ?? deadline, deadline) }
        }
        return next
    }

    /// The watches whose next instant is `time` or before it, in screen order.
    func expired(at time: SessionTime) -> [WatchKey] {
        watches.indices.filter { watches[$0].nextDeadline.map { $0 <= time } ?? false }
            .map { WatchKey.all[$0] }
    }
}

/// A reading as it was judged when it came.
struct JudgedReading: Sendable {
    /// The reading on the time line, with its levels.
    var timed: TimedReading
    /// What every parameter said.
    var assessments: [Assessment]

    /// The judgement of one parameter; `nil` when the reading does not touch it.
    func assessment(of parameter: AlarmParameter) -> Assessment? {
        assessments.first { $0.parameter == parameter }
    }
}

/// A symptom that was reported.
struct StandingSymptom: Sendable {
    var item: SymptomItem
    var since: SessionTime
}

/// What was observed so far: readings, symptoms, and the values that still hold.
struct Observations: Sendable {
    /// Every reading in order of its time.
    private(set) var readings: Chunked<JudgedReading> = []
    /// Symptoms that are not resolved, by the sequence of their report.
    var symptoms: [Int: StandingSymptom] = [:]
    /// The newest value of each vital, with the index of its reading.
    private var newest = [Int?](repeating: nil, count: Vital.allCases.count)
    /// The newest gas that was said.
    private(set) var gas: BreathingGas?

    mutating func add(_ reading: JudgedReading) {
        readings.append(reading)
        timed.append(reading.timed)
        if let start, reading.timed.at >= start { sinceStart.append(reading.timed) }
        if reading.timed.answersPressure {
            trend.append(
                TrendPoint(
                    at: reading.timed.at, pressure: reading.timed.values.pressure,
                    level: reading.timed.pressureLevel))
        }
        for vital in reading.timed.values.present { newest[vital.place] = readings.count - 1 }
        if let gas = reading.timed.values.gas { breathes(gas, since: reading.timed.at) }
    }

    /// Since when the patient may be on oxygen: it was given or typed, and nobody has typed air since.
    private(set) var oxygenSince: SessionTime?

    /// Oxygen was given: what the patient breathes at the next saturation is not known before it is said.
    mutating func oxygenGiven(at time: SessionTime) {
        gas = nil
        oxygenSince = oxygenSince ?? time
    }

    private mutating func breathes(_ gas: BreathingGas, since time: SessionTime) {
        self.gas = gas
        oxygenSince = gas == .air ? nil : oxygenSince ?? time
    }

    /// The newest reading of a vital was judged again and is worse than it was, for everything that rests on it.
    mutating func rejudged(_ vital: Vital, as worse: [Assessment]) {
        guard let index = newest[vital.place] else { return }
        for assessment in worse {
            readings[index].assessments.removeAll { $0.parameter == assessment.parameter }
            readings[index].assessments.append(assessment)
            readings[index].timed.level = max(readings[index].timed.level, assessment.level)
            if assessment.parameter == .pressure { readings[index].timed.pressureLevel = assessment.level }
        }
        rejudgements += 1
        let again = readings[index].timed
        timed[index] = again
        if let place = sinceStart.lastIndex(where: { $0.sequence == again.sequence }) {
            sinceStart[place] = again
        }
        if let place = trend.lastIndex(where: { $0.at == again.at && $0.pressure == again.values.pressure }) {
            trend[place].level = again.pressureLevel
        }
    }

    /// How often a reading was judged again.
    private(set) var rejudgements = 0

    /// The readings without their judgements.
    private(set) var timed: Chunked<TimedReading> = []
    /// T0; `nil` before.
    private var start: SessionTime?
    /// Those of ``timed`` that were measured since T0.
    private(set) var sinceStart: Chunked<TimedReading> = []
    /// The pressures, and where none could be obtained.
    private(set) var trend: Chunked<TrendPoint> = []

    /// Administration has started: what was measured in this very instant counts as measured since.
    mutating func began(at start: SessionTime) {
        self.start = start
        sinceStart = Chunked(timed.filter { $0.at >= start })
    }

    /// The readings up to and including T0; all of them before it.
    var untilStart: [TimedReading] {
        guard let start else { return Array(timed) }
        return Array(timed.prefix { $0.at <= start })
    }

    /// How many those are.
    var untilStartCount: Int {
        guard let start else { return timed.count }
        return timed.firstPlace { $0.at > start }
    }

    /// The newest value of a vital and when it was measured.
    func latest(_ vital: Vital) -> (value: Int, reading: JudgedReading)? {
        guard let index = newest[vital.place], let value = readings[index].timed.values[vital] else {
            return nil
        }
        return (value, readings[index])
    }

    /// The readings that hold the newest value of a vital, in order.
    var newestReadings: [TimedReading] {
        var places: [Int] = []
        for place in newest.compactMap(\.self) where !places.contains(place) { places.append(place) }
        return places.sorted().map { timed[$0] }
    }

    /// The newest value of every vital that is at most `age` old, for rules that need two vitals; the values of the reading
    /// `sequence` left out, which is being corrected.
    func recent(at now: SessionTime, within age: Span, without sequence: Int? = nil) -> VitalSet {
        var values = VitalSet(gas: gas)
        for vital in Vital.allCases {
            guard let index = newest[vital.place] else { continue }
            var reading = timed[index]
            if reading.sequence == sequence {
                guard let before = timed[..<index].last(where: { $0.values.has(vital) }) else { continue }
                reading = before
            }
            if now - reading.at <= age { values[vital] = reading.values[vital] }
        }
        return values
    }

    /// Whether a symptom with this meaning stands.
    func has(_ meaning: SymptomMeaning) -> Bool {
        symptoms.values.contains { $0.item.meaning == meaning }
    }

    /// Titles of the red flags that stand, oldest first.
    var redFlags: [String] {
        symptoms.sorted { $0.key < $1.key }.filter(\.value.item.redFlag).map(\.value.item.title)
    }
}
