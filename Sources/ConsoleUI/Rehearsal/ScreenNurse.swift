import Canvas

/// A nurse who reads the screen and nothing else: measures when something is due, answers what is heard, and starts and
/// ends the session. With a delay, the same nurse so many seconds too late.
public struct ScreenNurse: PracticePolicy {
    private let delaySeconds: Int
    private var steps: [NurseStep] = []
    private var fired: Set<Int> = []
    private var pending: [(at: Int, rule: NurseRule)] = []
    private var clock = 0
    private var waitsUntil: Int?
    private var rate: String?
    private var lastMeasured = -1000
    private var readings = 0
    private var isRoutine = true
    /// Since when the screen has asked for a measurement; `nil` while it asks for none.
    private var cued: Int?
    private var isGoingHome = true
    private var seeks = 0
    private var scrolls = 0
    private var handover = ""

    /// Makes a nurse who acts so many seconds after the cue; 0 for at once.
    public init(delaySeconds: Int) { self.delaySeconds = max(0, delaySeconds) }

    /// The next keys.
    public mutating func keys(seeing draw: () -> [String]) -> [Key] {
        let screen = ScreenReader(draw())
        clock = screen.clock ?? clock
        if screen.says(ScreenReader.takingOver) { return takeOver(screen) }
        hear(screen)
        interrupt()
        if steps.isEmpty { plan(screen) }
        return next(screen)
    }

    private mutating func takeOver(_ screen: ScreenReader) -> [Key] {
        let words = screen.text.filter { $0.hasPrefix("│ ") }.flatMap {
            $0.split(whereSeparator: { $0 == " " || $0 == "│" })
        }
        handover = words.joined(separator: " ")
        // "Pump at 26.25 mL/h, 2 mg/mL."
        if let unit = words.firstIndex(of: "mL/h,"), words.indices.contains(unit + 2), unit > 0 {
            rate = "\(words[unit - 1]) mL/h \(words[unit + 1]) mg/mL"
        }
        return screen.key(beside: ScreenReader.takingOver).map { [.character($0)] } ?? []
    }

    /// Notes what is heard or read for the first time.
    private mutating func hear(_ screen: ScreenReader) {
        let text =
            screen.heard + " " + screen.due + " " + handover + (screen.says("gate  HOLD") ? " HOLD" : "")
            + (screen.showsConfirmedPressure ? " BP confirmed" : "")
        for (index, rule) in NurseRule.all.enumerated()
        where !fired.contains(index) && rule.cues.contains(where: { text.contains($0) }) {
            fired.insert(index)
            pending.append((clock + delaySeconds, rule))
        }
    }

    /// What is urgent breaks into a wait, never into something half typed.
    private mutating func interrupt() {
        guard let index = pending.firstIndex(where: { $0.at <= clock && ($0.rule.isUrgent || steps.isEmpty) })
        else { return }
        if let step = steps.first {
            guard step.isWait else { return }
            waitsUntil = nil
        }
        let rule = pending.remove(at: index).rule
        steps = rule.steps + (rule.isUrgent ? [] : steps)
        if rule.endsRoutine { isRoutine = false }
        if rule.endsDischarge { isGoingHome = false }
    }

    /// What is done when nothing is under way: measure what is due, start, end, assess.
    private mutating func plan(_ screen: ScreenReader) {
        guard isRoutine else { return }
        if screen.says("has the pump finished?"), screen.isDueNow("planned end", within: -5 - delaySeconds) {
            steps = [.keys("d"), .choose("end: the pump has finished")]
            return
        }
        if let rate, screen.minutesSinceStart == nil, readings >= 2, screen.says("ready") {
            steps = NursePlan.start(rate: rate)
            return
        }
        let isFirst = lastMeasured < 0
        // A cuff takes up to 45 s and then the rest is asked and typed.
        cued = screen.isMeasurementDue(within: 75) ? cued ?? clock : nil
        let isDue = cued.map { clock - $0 >= delaySeconds } ?? false
        guard clock - lastMeasured >= 60 || isFirst, isFirst || isDue else { return }
        lastMeasured = clock
        cued = nil
        steps = NursePlan.measurement(effects: true)
        if isGoingHome, (screen.minutesSinceStart ?? 0) >= 95 {
            let leave: [NurseStep] = [.keys("w"), .choose("patient goes home"), .line("with the escort")]
            steps += NursePlan.assessment() + (screen.says("may leave") ? leave : [])
        }
    }
}

extension ScreenNurse {
    /// The keys of the next step; none while it waits.
    private mutating func next(_ screen: ScreenReader) -> [Key] {
        guard let step = steps.first else { return [] }
        switch step {
        case .wait(let seconds): return wait(seconds, until: false)
        case .awaitFresh(let title, let most):
            let isFresh =
                screen.shown(title).map { $0.age <= 15 && $0.value.contains { $0.isNumber } } ?? false
            return wait(most, until: isFresh || screen.cuffGaveUp)
        default: break
        }
        steps.removeFirst()
        switch step {
        case .press(let keys): return keys
        case .choose(let words):
            if let key = screen.key(beside: words) {
                scrolls = 0
                return [.character(key)]
            }
            guard screen.says("<Down>"), scrolls < 40 else { return giveUp() }
            scrolls += 1
            steps.insert(step, at: 0)
            return [.down]
        case .mend: mend(screen)
        case .typeVitals: return vitals(screen)
        case .typeEffects: return effects(screen)
        case .typePumpFigure: pumpFigure(screen)
        case .seek(let words): return seek(words, screen)
        case .wait, .awaitFresh: break
        }
        return []
    }

    private mutating func wait(_ seconds: Int, until isThere: Bool) -> [Key] {
        let end = waitsUntil ?? clock + seconds
        waitsUntil = end
        if isThere || clock >= end {
            steps.removeFirst()
            waitsUntil = nil
        }
        return []
    }

    /// What is on the screen is not what was expected: close it and go on with what comes after the next wait.
    private mutating func giveUp() -> [Key] {
        scrolls = 0
        while let step = steps.first, step.isPartOfDialogue { steps.removeFirst() }
        return [.escape]
    }

    private mutating func mend(_ screen: ScreenReader) {
        if screen.cuffGaveUp { steps = [.keys("v"), .awaitFresh("cuff", atMost: 50)] + steps }
        if screen.hasNoSignal {
            steps =
                NursePlan.room("look and measure", "warm finger") + [.wait(2), .keys("i"), .wait(2)] + steps
        }
    }

    private mutating func vitals(_ screen: ScreenReader) -> [Key] {
        func fresh(_ title: String) -> String? {
            screen.shown(title).flatMap { $0.age <= 100 && !$0.value.hasPrefix("-") ? $0.value : nil }
        }
        var words: [String] = []
        if let pressure = fresh("cuff") {
            words.append(pressure)
            readings += 1
        }
        for (title, label) in [("pulse", "hr"), ("SpO2", "spo2"), ("breaths", "rr")] {
            if let value = fresh(title) { words.append(label + value) }
        }
        guard !words.isEmpty else { return [] }
        // A line may begin with a letter only when it is open: a pressure opens it, else the palette's command does.
        let text = words.joined(separator: " ")
        if text.first?.isNumber == true { return text.map { .character($0) } + [.enter] }
        steps.insert(.line(text), at: 0)
        return [.character(":")] + "reading".map { .character($0) } + [.enter]
    }

    private func effects(_ screen: ScreenReader) -> [Key] {
        var keys: [Key] = [.character("e")]
        var hasAny = false
        for title in ["alertness", "agitation", "orientation", "intensity", "distress", "nausea"] {
            let shown = screen.shown(title)
            guard let shown, shown.age <= 120, let value = Int(shown.value) else {
                keys.append(.character(" "))
                continue
            }
            hasAny = true
            if value < 0 { keys.append(.character("-")) }
            keys.append(.character(value == 10 ? "x" : Character(String(abs(value) % 10))))
        }
        return hasAny ? keys + [.enter] : []
    }

    private mutating func pumpFigure(_ screen: ScreenReader) {
        let words = screen.heard.split(separator: " ")
        guard let unit = words.lastIndex(of: "mg"), unit > 0 else { return }
        steps = [.keys("d"), .choose("figure on the pump"), .line(String(words[unit - 1]))] + steps
    }

    /// Goes up from the newest entry, a key at a time, until the chosen row holds the words.
    private mutating func seek(_ words: String, _ screen: ScreenReader) -> [Key] {
        if screen.chosenRow.contains(words) { return [] }
        guard seeks < 40 else { return giveUp() }
        seeks += 1
        steps.insert(.seek(words), at: 0)
        return [.up]
    }
}

extension NurseStep {
    /// Whether something else may be done meanwhile.
    var isWait: Bool {
        switch self {
        case .wait, .awaitFresh: true
        case .press, .choose, .mend, .typeVitals, .typeEffects, .typePumpFigure, .seek: false
        }
    }

    /// Whether it only makes sense in the dialogue that is open.
    var isPartOfDialogue: Bool {
        switch self {
        case .choose: true
        case .press(let keys): keys.last == .enter
        case .wait, .awaitFresh, .mend, .typeVitals, .typeEffects, .typePumpFigure, .seek: false
        }
    }
}
