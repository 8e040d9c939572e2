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
    ].flatMap { parameter in Direction.allCases.map { WatchKey(parameter: parameter, direction: $0) } }
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
    private(set) var readings: [JudgedReading] = []
    /// Symptoms that are not resolved, by the sequence of their report.
    var symptoms: [Int: StandingSymptom] = [:]
    /// The newest value of each vital, with the index of its reading.
    private(set) var newest: [Vital: Int] = [:]
    /// The newest gas that was said.
    private(set) var gas: BreathingGas?

    mutating func add(_ reading: JudgedReading) {
        readings.append(reading)
        timed.append(reading.timed)
        for vital in reading.timed.values.present { newest[vital] = readings.count - 1 }
        if let gas = reading.timed.values.gas { self.gas = gas }
    }

    /// The readings without their judgements.
    private(set) var timed: [TimedReading] = []

    /// The newest value of a vital and when it was measured.
    func latest(_ vital: Vital) -> (value: Int, reading: JudgedReading)? {
        guard let index = newest[vital], let value = readings[index].timed.values[vital] else { return nil }
        return (value, readings[index])
    }

    /// The newest value of every vital that is at most `age` old, for rules that need two vitals.
    func recent(at now: SessionTime, within age: Span) -> VitalSet {
        var values = VitalSet(gas: gas)
        for (vital, index) in newest where now - readings[index].timed.at <= age {
            values[vital] = readings[index].timed.values[vital]
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
