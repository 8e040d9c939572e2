import Canvas
import SessionCore

/// What a typed line means and what the entry rules say of it.
struct Judgement: Sendable {
    /// The values; empty while there are none.
    var values = VitalSet()
    /// The time that was typed; `nil` for now.
    var measured: WallTime?
    /// What the line means in words, with flags.
    var readBack: [Segment] = []
    /// What is missing, questioned or suggested.
    var advice: [Segment] = []
    /// The line that may have been meant; taken over by Tab alone.
    var suggestion: String?
    /// Why the line cannot be filed; `nil` when it can.
    var refusal: String?

    /// Whether Enter files it.
    var isFileable: Bool { refusal == nil && !values.isEmpty }
}

extension Model {
    /// Reads a line. While it `isTyping`, what more digits could still put right is passed over.
    func judge(_ text: String, correcting target: Int?, isTyping: Bool = false) -> Judgement {
        guard let context = entryContext(without: target) else {
            return Judgement(refusal: "open a session first")
        }
        let reading = EntryLine.read(text, in: context, isTyping: isTyping)
        var judgement = Judgement(values: reading.values, refusal: reading.refusal?.sentence)
        if reading.age != .zero { judgement.measured = reading.measured }
        judgement.readBack = segments(reading.readBack)
        if !text.stripped.isEmpty {
            judgement.suggestion = line(reading, typed: text)
            judgement.advice = advice(reading, target)
        } else {
            judgement.advice = missing(beside: VitalSet())
        }
        return judgement
    }

    private func segments(_ parts: [ReadBackSegment]) -> [Segment] {
        parts.map { Segment($0.text, $0.level?.lineRole ?? .text) }
    }

    private func advice(_ reading: EntryReading, _ target: Int?) -> [Segment] {
        // What may have been meant stands first: it is the shortest way on.
        var advice = reading.suggestions.map { Segment("\($0.sentence) Tab takes it", .accent) }
        advice += reading.problems.map { Segment($0.sentence, .entryError) }
        // A suggestion says what is odd about its value; that is not said a second time.
        let offered = Set(reading.suggestions.flatMap(\.values.present))
        var doubts = reading.questions.filter { !offered.isSuperset(of: $0.vitals) }
        // Beside a refusal only what may explain it is of use.
        if !reading.problems.isEmpty { doubts.removeAll { $0.rule != Plausibility.sameNumber } }
        if !doubts.isEmpty {
            let words = doubts.map(\.sentence).joined(separator: "; ")
            advice.append(Segment("look again: \(words)", .warning))
        }
        advice += reading.remarks.map { Segment($0, .notice) }
        guard let target else { return advice + missing(beside: reading.values) }
        let kept = kept(of: target, beside: reading.values)
        return kept.isEmpty ? advice : advice + [Segment("stays as it was: \(kept.entryLine)", .dim)]
    }

    /// What the open checkpoint still lacks beside these values.
    private func missing(beside values: VitalSet) -> [Segment] {
        guard let open = picture?.checkpoints.last(where: { $0.state == .due || $0.state == .late }) else {
            return []
        }
        let missing = open.missing.filter { values[$0] == nil }
        guard !missing.isEmpty else { return [] }
        return [Segment("\(open.name) still lacks \(missing.map(\.entryName).joined(separator: ", "))", .dim)]
    }

    /// The line with every suggestion in its place; `nil` without one.
    private func line(_ reading: EntryReading, typed: String) -> String? {
        guard !reading.suggestions.isEmpty else { return nil }
        var values = reading.values
        for suggestion in reading.suggestions {
            for vital in suggestion.values.present { values[vital] = suggestion.values[vital] }
        }
        return ([values.entryLine] + EntryLine.times(in: typed)).joined(separator: " ")
    }
}

extension Model {
    /// What the entry line is read with.
    private func entryContext(without target: Int?) -> EntryContext? {
        guard let picture, let bedside else { return nil }
        let earlier = bedside.readings(without: target)
        let judgement = bedside.session.judgementContext(at: moment, without: target)
        let gap = Span.seconds(picture.careProtocol.recheck.minimumGapSeconds)
        let lastPressure = earlier.filter { $0.values.pressure != nil }.map(\.at).max()
        return EntryContext(
            careProtocol: picture.careProtocol, judgement: judgement, earlier: earlier, now: moment,
            sessionNow: picture.now, opened: picture.opened, cuffRestsUntil: lastPressure.map { $0 + gap })
    }
}

extension Session {
    /// The readings as they stand, corrections applied, by their sequence.
    var standingReadings: [Int: EarlierReading] {
        var readings: [Int: EarlierReading] = [:]
        for entry in standingEntries {
            guard case .reading(let reading)? = entry.body else { continue }
            readings[entry.fact.sequence] = EarlierReading(values: reading.values, at: entry.at)
        }
        return readings
    }
}

extension VitalSet {
    /// The values as they would be typed.
    var entryLine: String {
        var words: [String] = []
        if let pressure { words.append("\(pressure.systolic)/\(pressure.diastolic)") }
        for vital in present where vital != .systolic && vital != .diastolic {
            guard let value = self[vital], let label = vital.entryLabel else { continue }
            words.append(label + (vital == .temperature ? "\(value / 10).\(value % 10)" : String(value)))
        }
        if let gas { words.append(gas.rawValue) }
        return words.joined(separator: " ")
    }
}

extension Vital {
    /// The word that stands before its number on the entry line; `nil` for the two halves of a pressure.
    var entryLabel: String? {
        switch self {
        case .systolic, .diastolic: nil
        case .meanPressure: "map"
        case .heartRate: "hr"
        case .oxygenSaturation: "spo2"
        case .respiratoryRate: "rr"
        case .temperature: "t"
        case .endTidalCO2: "etco2"
        case .alertness: "moaa"
        case .agitation: "ag"
        case .orientation: "ori"
        case .intensity: "int"
        case .distress: "dis"
        case .nausea: "nau"
        }
    }

    /// What a nurse calls it, with its word on the entry line.
    var entryName: String {
        switch self {
        case .systolic: "systolic"
        case .diastolic: "diastolic"
        case .alertness: "alertness (moaa)"
        case .agitation: "agitation (ag)"
        case .orientation: "orientation (ori)"
        case .intensity: "intensity (int)"
        case .distress: "distress (dis)"
        case .nausea: "nausea (nau)"
        default: entryLabel ?? rawValue
        }
    }
}

extension Level {
    /// The style of a value of this level where nothing flashes.
    var lineRole: Role {
        switch self {
        case .normal: .text
        case .unknown: .dim
        case .watch: .notice
        case .high: .warning
        case .crisis: .critical
        }
    }
}
