/// What the pre-dose gate is asked.
public struct GateQuestion: Hashable, Sendable {
    /// The baseline readings so far.
    public var book: BaselineBook
    /// The ages that the birth year allows; where they disagree about a limit, the stricter one holds.
    public var ages: ClosedRange<Int>
    /// Titles of red-flag symptoms that are not resolved.
    public var redFlags: [String]
    /// A recorded SpO2 target range.
    public var saturationTarget: SaturationTarget?
    /// The prescriber's last order to proceed and when it was given.
    public var proceed: TimedOrder?
    /// The session's hold, while there is one.
    public var hold: Hold?

    /// Makes a question; what is not said is absent.
    public init(
        book: BaselineBook, ages: ClosedRange<Int>, redFlags: [String] = [],
        saturationTarget: SaturationTarget? = nil, proceed: TimedOrder? = nil, hold: Hold? = nil
    ) {
        self.book = book
        self.ages = ages
        self.redFlags = redFlags
        self.saturationTarget = saturationTarget
        self.proceed = proceed
        self.hold = hold
    }
}

/// An order to proceed and when it was given.
public struct TimedOrder: Hashable, Sendable {
    /// The order.
    public var order: ProceedOrdered
    /// When it was given.
    public var at: SessionTime

    /// Makes a timed order.
    public init(order: ProceedOrdered, at: SessionTime) {
        self.order = order
        self.at = at
    }
}

/// The pre-dose gate: seven rules on the baseline, of which the worst decides. The limits of 140/90 (150 from 65 years
/// on) follow the FDA label of Spravato (2019) and the EU SmPC (2020), which offer them as guidance for delaying;
/// stop, no-go, heart-rate and saturation limits are Ebbtide defaults, unpublished.
public struct PreDoseGate: Sendable {
    private let rules: GateRules
    private let timers: TimerRules
    private let classifier: Classifier

    /// The gate of a protocol.
    public init(_ careProtocol: CareProtocol) {
        rules = careProtocol.gate
        timers = careProtocol.timers
        classifier = Classifier(careProtocol)
    }

    /// The gate's answer at `now`.
    public func report(_ question: GateQuestion, at now: SessionTime) -> GateReport {
        var findings = PressureGate(rules: rules, question: question).findings
        findings += restFindings(question)
        findings += standing(question, at: now)
        var lifter: String?
        if let proceed = order(in: question), findings.contains(where: isLiftable) {
            lifter = proceed.prescriber
            findings.removeAll(where: isLiftable)
        }
        findings += missing(question, isHoldLifted: lifter != nil, at: now)
        // A stable order keeps the reasons in the order of the rules within one outcome.
        let sorted = findings.enumerated().sorted {
            $0.element.outcome == $1.element.outcome
                ? $0.offset < $1.offset : $0.element.outcome > $1.element.outcome
        }.map(\.element)
        let outcome = sorted.first?.outcome ?? .ok
        return GateReport(
            outcome: outcome, findings: sorted, proceedOrderedBy: lifter,
            advice: advice(outcome, question, lifter: lifter))
    }

    /// The order to proceed that speaks about the present baseline: an older one knew other numbers.
    private func order(in question: GateQuestion) -> ProceedOrdered? {
        guard let proceed = question.proceed, let baseline = question.book.baseline else { return nil }
        return proceed.at >= baseline.measured ? proceed.order : nil
    }

    /// A prescriber's order lifts a hold; one that may still turn out to be a stop or a crisis it does not lift.
    private func isLiftable(_ finding: GateFinding) -> Bool {
        finding.outcome == .hold && finding.rule != "PRE-STOP" && finding.rule != "PRE-CRISIS"
    }

    private func restFindings(_ question: GateQuestion) -> [GateFinding] {
        var findings: [GateFinding] = []
        if let rate = question.book.baseline?.means[.heartRate] {
            if rate.sum < rules.heartRateMinimum &* rate.count {
                let sentence = "HR \(rate.halves) is below \(rules.heartRateMinimum)"
                findings.append(GateFinding(rule: "PRE-HR", outcome: .hold, sentence: sentence))
            } else if rate.sum > rules.heartRateMaximum &* rate.count {
                let sentence = "HR \(rate.halves) is above \(rules.heartRateMaximum)"
                findings.append(GateFinding(rule: "PRE-HR", outcome: .hold, sentence: sentence))
            }
        }
        if let saturation = question.book.baseline?.means[.oxygenSaturation] {
            let limit = question.saturationTarget?.lower ?? rules.saturationMinimum
            let gas = question.book.isOnOxygen ? " on oxygen" : ""
            if saturation.sum < limit &* saturation.count {
                let origin = question.saturationTarget == nil ? "" : ", the lower end of the target range"
                let sentence = "SpO2 \(saturation.halves) %\(gas) is below \(limit) %\(origin)"
                findings.append(GateFinding(rule: "PRE-O2", outcome: .hold, sentence: sentence))
            } else if question.book.isOnOxygen && question.saturationTarget == nil {
                let sentence =
                    "SpO2 \(saturation.rounded) % was read on oxygen; the limit of \(limit) % is for air"
                findings.append(GateFinding(rule: "PRE-O2", outcome: .hold, sentence: sentence))
            }
        }
        if findings.isEmpty { findings += newestFindings(question) }
        return findings
    }

    /// A newest pulse or saturation of level 2 or worse is not hidden in the mean of the last two.
    private func newestFindings(_ question: GateQuestion) -> [GateFinding] {
        let context = JudgementContext(saturationTarget: question.saturationTarget)
        return classifier.assess(question.book.newestValues, in: context).compactMap { assessment in
            guard assessment.level >= .high else { return nil }
            let rule = assessment.parameter == .heartRate ? "PRE-HR" : "PRE-O2"
            let sentence = "the newest \(assessment.sentence); measure again"
            return GateFinding(rule: rule, outcome: .hold, sentence: sentence)
        }
    }

    private func missing(_ question: GateQuestion, isHoldLifted: Bool, at now: SessionTime) -> [GateFinding] {
        let book = question.book
        func incomplete(_ rule: String, _ sentence: String) -> GateFinding {
            GateFinding(rule: rule, outcome: .incomplete, sentence: sentence)
        }
        guard let baseline = book.baseline else {
            let apart = "\(rules.baselineApartMinimum)-\(rules.baselineApartMaximum) min apart"
            return [incomplete("BASELINE", "no blood pressure, HR and SpO2 yet: measure twice, \(apart)")]
        }
        var findings: [GateFinding] = []
        let reason = book.nextReading?.reason.map { ": " + $0 } ?? ""
        if book.awaitsFreshPair && !isHoldLifted {
            findings.append(incomplete("BASELINE", "a fresh pair of readings is missing" + reason))
        } else if !baseline.isComplete {
            let which = book.nextReading?.name ?? "second baseline reading"
            findings.append(incomplete("BASELINE", "\(which) is missing\(reason)"))
        } else if book.isExpired(at: now) {
            let sentence = "the baseline is older than \(timers.baselineMinutes) min: measure twice again"
            findings.append(incomplete("BASELINE", sentence))
        }
        if baseline.means[.heartRate] == nil { findings.append(incomplete("PRE-HR", "HR is missing")) }
        if baseline.means[.oxygenSaturation] == nil {
            findings.append(incomplete("PRE-O2", "SpO2 is missing"))
        }
        return findings
    }

    /// A stop or a no-go is not lifted by a better reading on the same day; a hold that lasted too long stays one.
    private func standing(_ question: GateQuestion, at now: SessionTime) -> [GateFinding] {
        guard let hold = question.hold else { return [] }
        if hold.worst >= .stop {
            let rule = hold.worst == .stop ? "PRE-STOP" : "PRE-CRISIS"
            let sentence =
                "an earlier \(hold.worst.rawValue) of this session stands; it is not lifted at the bedside"
            return [GateFinding(rule: rule, outcome: hold.worst, sentence: sentence)]
        }
        guard let sentence = hold.exhaustion(timers, at: now) else { return [] }
        return [GateFinding(rule: "PRE-HOLD", outcome: .hold, sentence: sentence)]
    }

    private func advice(_ outcome: GateOutcome, _ question: GateQuestion, lifter: String?) -> String {
        switch outcome {
        case .ok:
            return lifter.map { "may proceed by order of \($0)" } ?? "may proceed"
        case .incomplete:
            return "complete the baseline: "
                + (question.book.nextReading?.sentence ?? "measure what is missing")
        case .hold:
            if let baseline = question.book.baseline, !baseline.isComplete {
                return "measure again, at least \(rules.baselineApartMinimum) min after the last reading"
            }
            return "rest at least \(timers.heldRestMinutes) min, then measure twice; "
                + "or a prescriber orders to proceed with a reason"
        case .stop:
            return "DO NOT START; tell the prescriber: this is not lifted at the bedside"
        case .noGo:
            return "DO NOT START today; tell the prescriber and have the patient evaluated"
        }
    }
}
