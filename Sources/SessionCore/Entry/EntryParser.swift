/// Takes one word of the entry line after the other. The line is never wrong as a whole: each word is understood or
/// named as a problem.
struct EntryParser {
    let rules: EntryRules
    private(set) var values = VitalSet()
    private(set) var time: EntryTime?
    private(set) var problems: [Refusal] = []
    private(set) var suggestions: [EntrySuggestion] = []
    /// Vitals of the word under the cursor that more digits could still change into something else.
    private(set) var growing: Set<Vital> = []
    /// A systolic pressure that still waits for its diastolic.
    private(set) var half: Int?
    /// Whether the word that is being read stands under the cursor and may still grow.
    var isOpen = false

    /// The place that the next bare number takes; `nil` once a label came, after which bare numbers have none.
    private var place: Place? = .pressure
    /// A label that still waits for its number.
    private var waiting: (label: EntryLabel, name: String)?

    private enum Place {
        case pressure, pulse, saturation, breathing, full
    }

    init(rules: EntryRules) { self.rules = rules }

    /// Takes the next word, in lower case.
    mutating func read(_ word: Substring) {
        if let (label, name) = waiting, !Self.isTime(word) {
            waiting = nil
            if word.first?.isEntryDigit ?? false || word.first == "-" || word.first == "+" {
                return labelled(label, word)
            }
            problem("\(name) needs a number after it")
        }
        if Self.isTime(word) {
            readTime(word)
        } else if word.first?.isEntryDigit ?? false {
            bare(word)
        } else if let gas = BreathingGas(typed: word) {
            readGas(gas)
        } else if let (label, name, rest) = EntryLabel.split(word) {
            if case .pressure = label, case .pressure? = place {} else { place = nil }
            if rest.isEmpty { waiting = (label, name) } else { labelled(label, rest) }
        } else {
            problem("\"\(word.named)\" is not understood: type for example 132/84 78 98 t36.8 or @14:05")
        }
    }

    /// The line is over.
    mutating func end() {
        if let (_, name) = waiting { problem("\(name) needs a number after it") }
        if let half {
            problem("\(half) alone is half a pressure: type \(half)/84, or hr \(half) for a pulse")
        }
        if values.isEmpty, values.gas != nil {
            problem("air or oxygen is filed with a saturation: type for example spo2 98 air")
        }
    }

    private mutating func problem(_ sentence: String) {
        if !isOpen { problems.append(Refusal(sentence)) }
    }
}

// MARK: - Numbers

extension EntryParser {
    private mutating func bare(_ word: Substring) {
        guard let place else {
            return problem("\(word.named) has no place after a label: write its label, for example spo2 98")
        }
        if word.contains("/") {
            guard case .pressure = place, half == nil else {
                return problem("\(word.named) is a pressure, and it comes first: or write bp \(word.named)")
            }
            self.place = .pulse
            return pair(word)
        }
        switch place {
        case .pressure:
            guard let half else {
                half = whole(.systolic, word)
                return
            }
            self.half = nil
            self.place = .pulse
            set(.systolic, half)
            if let diastolic = whole(.diastolic, word) { set(.diastolic, diastolic, isLast: true) }
        case .pulse: number(.heartRate, word, next: .saturation)
        case .saturation: number(.oxygenSaturation, word, next: .breathing)
        case .breathing: number(.respiratoryRate, word, next: .full)
        case .full: problem("\(word.named) has no place: pressure, pulse, SpO2 and breathing are given")
        }
    }

    private mutating func number(_ vital: Vital, _ word: Substring, next: Place) {
        place = next
        if let value = whole(vital, word) { set(vital, value, isLast: true) }
    }

    private mutating func labelled(_ label: EntryLabel, _ word: Substring) {
        switch label {
        case .pressure:
            if word.contains("/") {
                place = place == nil ? nil : .pulse
                return pair(word)
            }
            // `bp 132 84`: the two numbers are read like bare ones, wherever they stand.
            place = .pressure
            bare(word)
        case .vital(.temperature): temperature(word)
        case .vital(.endTidalCO2): endTidal(word)
        case .vital(let vital):
            if let value = whole(vital, word) { set(vital, value, isLast: true) }
        }
    }

    private mutating func pair(_ word: Substring) {
        let halves = word.split(separator: "/", omittingEmptySubsequences: false)
        guard halves.count == 2 else { return problem("\"\(word.named)\" is not a pressure such as 132/84") }
        guard let systolic = whole(.systolic, halves[0]) else { return }
        guard !halves[1].isEmpty else {
            half = systolic
            return
        }
        set(.systolic, systolic)
        if let diastolic = whole(.diastolic, halves[1]) { set(.diastolic, diastolic, isLast: true) }
    }

    private mutating func temperature(_ word: Substring) {
        guard let number = TypedNumber(word) else {
            return problem("\"\(word.named)\" is not a temperature such as 36.8")
        }
        set(.temperature, number.tenths, isLast: true)
    }

    private mutating func endTidal(_ word: Substring) {
        guard let number = TypedNumber(word), number.isDecimal else {
            if let value = whole(.endTidalCO2, word) { set(.endTidalCO2, value, isLast: true) }
            return
        }
        problem("EtCO2 \(word.named) is not a whole number of mmHg")
        if !isOpen, let offer = Plausibility.fromKilopascal(tenths: number.tenths) {
            suggestions.append(offer)
        }
    }

    private mutating func whole(_ vital: Vital, _ word: Substring) -> Int? {
        if let number = TypedNumber(word), !number.isDecimal { return number.whole }
        problem("\"\(word.named)\" is not a whole number for \(vital.spokenName)")
        return nil
    }

    /// `isLast` says that the cursor stands right behind this number.
    private mutating func set(_ vital: Vital, _ value: Int, isLast: Bool = false) {
        if let given = values[vital] {
            return problem(
                "\(vital.spokenName) is given twice: \(vital.figures(given)) and \(vital.figures(value))")
        }
        values[vital] = value
        let maximum = rules.fields[vital.rawValue]?.maximum ?? 0
        if isOpen, isLast, value != 0, value.magnitude < 100_000, abs(value) * 10 <= maximum {
            growing.insert(vital)
        }
    }
}

// MARK: - Gas and time

extension EntryParser {
    private mutating func readGas(_ gas: BreathingGas) {
        if let given = values.gas { return problem("given twice: \(given.rawValue) and \(gas.rawValue)") }
        values.gas = gas
    }

    private mutating func readTime(_ word: Substring) {
        guard let read = EntryTime(typed: word) else {
            return problem("\"\(word.named)\" is not a time such as @14:05, @1405, -3m or -90s")
        }
        guard time == nil else { return problem("the time is given twice: \(word.named) is the second") }
        time = read
    }

    /// `@` and whatever follows; `-3m` and `-90s`, which a signed agitation never looks like.
    static func isTime(_ word: Substring) -> Bool {
        word.first == "@"
            || word.first == "-" && (word.last == "m" || word.last == "s")
                && word.dropFirst().dropLast().allSatisfy(\.isEntryDigit) && word.count > 2
    }
}

extension BreathingGas {
    fileprivate init?(typed word: Substring) {
        switch word {
        case "air": self = .air
        case "ox", "oxygen": self = .oxygen
        default: return nil
        }
    }
}
