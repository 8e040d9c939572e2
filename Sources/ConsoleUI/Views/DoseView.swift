import Canvas
import SessionCore

extension SessionView {
    /// What was given, what is being given, and what the pump says.
    func drawDose(on surface: inout Surface) {
        guard claim(layout.dose, "dose", on: &surface) else { return }
        let given = picture.administration
        let planned = figures(given.plannedMilligrams, decimals: 1)
        var fields = [Field("dose", .dim, rank: 3)]
        if given.stage == .notStarted {
            fields.append(Field(planned + " mg planned", .strong, rank: 0))
            fields.append(Field(perKilogram, .text, rank: 4))
            fields.append(Field("not started", .text, rank: 1))
        } else {
            // A pump holds no more than was planned: what runs on in the record has not been said to have ended.
            let isOpen = given.stage == .running || given.stage == .paused
            let isBeyond = given.deliveredMilligrams > given.plannedMilligrams * 1.02
            let isUnended = isOpen && (picture.phase.isOver || isBeyond && given.milligramsPerMinute != nil)
            let delivered = isUnended && isBeyond ? given.plannedMilligrams : given.deliveredMilligrams
            let amount = figures(delivered, decimals: 1) + " of " + planned + " mg"
            fields.append(Field(amount, .strong, rank: 0))
            if isUnended {
                fields.append(Field("END NOT RECORDED", .warning, rank: 1))
            } else {
                fields += progress(given)
            }
        }
        var pump: [Field] = []
        if let figure = given.pumpFigure {
            let time = TimeText.minute(figure.at, in: picture)
            let text = "pump " + figures(figure.milligrams, decimals: 1) + " mg at " + time
            pump.append(Field(text, .text, rank: 3, gap: 3))
        }
        if layout.dose.rows > 1 {
            surface.draw([Field("    ", .dim, rank: 0)] + pump, in: layout.dose.row(1))
            surface.draw(fields, in: layout.dose.row(0))
        } else {
            surface.draw(fields + pump, in: layout.dose.row(0))
        }
    }

    private func progress(_ given: AdministrationPicture) -> [Field] {
        var fields: [Field] = []
        switch given.stage {
        case .notStarted: break
        case .running: if given.milligramsPerMinute == nil { fields.append(Field("running", .text, rank: 2)) }
        case .paused:
            let since = given.pausedSince.map { " " + TimeText.counted(picture.now - $0) } ?? ""
            let limit = picture.careProtocol.timers.pauseMinutes
            let isTooLong = given.pausedSince.map { picture.now - $0 >= .minutes(limit) } ?? false
            let words = isTooLong ? "PAUSED" + since + ": resume or stop early" : "PAUSED" + since
            fields.append(Field(words, .warning, rank: 1))
        case .ended:
            let at = picture.end.map { " " + TimeText.minute($0, in: picture) } ?? ""
            fields.append(Field("ended" + at, .text, rank: 1))
        }
        if let rate = given.milligramsPerMinute, given.stage == .running {
            fields.append(Field(figures(rate) + " mg/min", .text, rank: 2))
            if given.isRateAssumed {
                fields.append(Field("as planned: no rate was filed", .warning, rank: 2))
            }
        }
        if given.doses.count > 1 || picture.plan.route.isNasal, !given.doses.isEmpty {
            let word = picture.plan.route.isNasal ? picture.plan.route.doseWord : "dose"
            let count = String(given.doses.count) + " " + word + (given.doses.count == 1 ? "" : "s")
            let last = given.doses.last.map { ", last " + TimeText.minute($0.at, in: picture) } ?? ""
            fields.append(Field(count + last, .text, rank: 4))
        }
        if let rest = given.restUntil, picture.now < rest {
            let left = TimeText.due(rest, at: picture.now)
            fields.append(Field("next \(picture.plan.route.doseWord) " + left, .accent, rank: 1))
        }
        if let end = given.plannedEnd {
            let left = TimeText.dueByMinute(end, at: picture.now)
            fields.append(
                Field("ends " + TimeText.minute(end, in: picture) + " " + left, .text, rank: 2))
        }
        return fields
    }

    private var perKilogram: String {
        guard picture.patient.weightKg > 0 else { return "" }
        let dose = picture.administration.plannedMilligrams / picture.patient.weightKg
        return figures(dose) + " mg/kg"
    }

    /// What this phase asks: the gate before the dose, symptoms and subsidence after it, discharge at the end.
    func drawPhase(on surface: inout Surface) {
        guard claim(layout.phase, "phase", on: &surface) else { return }
        var lines = phaseLines
        if !picture.symptoms.isEmpty { lines.insert(symptomLine, at: 0) }
        if let proposal = picture.profileProposal {
            let field = Field(proposal, .notice, rank: 0, shortens: true)
            lines.append([field])
        }
        for (index, fields) in lines.enumerated() where index < layout.phase.rows {
            surface.draw(fields, in: layout.phase.row(index))
        }
    }

    private var symptomLine: [Field] {
        var fields = [Field("symptoms", .dim, rank: 0)]
        for (index, symptom) in picture.symptoms.reversed().enumerated() {
            let text = symptom.title + " " + TimeText.age(picture.now - symptom.since)
            let isFlag = symptom.isRedFlag
            fields.append(
                Field(
                    isFlag ? "!!! " + text : text, isFlag ? .critical : .text, rank: isFlag ? 0 : 2 + index,
                    shortens: true))
        }
        return fields
    }

    private var phaseLines: [[Field]] {
        switch picture.phase {
        case .preDose, .held, .ready: gateLines
        case .administering, .paused, .monitoring, .subsiding: [subsidenceLine] + expectation
        case .dischargeAssessment: dischargeLines
        case .discharged, .leftAgainstAdvice, .transferred, .closed: [leavingLine]
        case .cancelled, .abandoned: []
        }
    }

    private var gateLines: [[Field]] {
        let gate = picture.gate
        let role: Role =
            switch gate.outcome {
            case .ok: .good
            case .incomplete: .text
            case .hold: .warning
            case .stop, .noGo: .critical
            }
        let proceed = gate.proceedOrderedBy.map { "proceed ordered by " + $0 }
        let reason = gate.findings.first?.sentence ?? ""
        // Where it is not to be started, that is said before why: what comes last is cut first.
        let isFinal = gate.outcome >= .stop
        let lead = isFinal ? gate.advice : proceed ?? reason
        var first = [
            Field("gate", .dim, rank: 2), Field(gate.outcome.rawValue.uppercased(), role, rank: 0),
            Field(lead, .text, rank: 1, shortens: true),
        ]
        let second = Field(isFinal ? reason : gate.advice, .text, rank: 3, shortens: true)
        let margin = Field("    ", .dim, rank: 0, gap: 0)
        if layout.phase.rows > 3, proceed == nil, !reason.isEmpty {
            return [
                Array(first.prefix(2)), [margin, Field(lead, .text, shortens: true)], [margin, second],
            ]
        }
        if layout.phase.rows == 1 {
            first.append(second)
            return [first]
        }
        return [first, [margin, second]]
    }

    private var subsidenceLine: [Field] {
        let effects = picture.subsidence
        var fields = [Field("effects", .dim, rank: 2)]
        if let at = effects.subsidedAt {
            fields.append(Field("subsided " + TimeText.minute(at, in: picture), .good, rank: 0))
        } else if let at = effects.firstGoodAt {
            fields.append(
                Field("good once at " + TimeText.minute(at, in: picture) + ", second owed", .text, rank: 0))
        }
        if let peak = effects.peakIntensity {
            let at = effects.peakAt.map { " at " + TimeText.minute($0, in: picture) } ?? ""
            fields.append(Field("peak " + String(peak) + " of 10" + at, .text, rank: 1))
        } else {
            fields.append(Field("none assessed yet", .dim, rank: 1))
            return fields
        }
        if effects.subsidedAt == nil, !effects.failing.isEmpty {
            fields.append(
                Field("not yet: " + effects.failing.joined(separator: "; "), .text, rank: 3, shortens: true))
        }
        return fields
    }

    /// By when the effects should have subsided, while they have not.
    private var expectation: [[Field]] {
        guard picture.subsidence.subsidedAt == nil, let start = picture.start else { return [] }
        let expected = start + .minutes(picture.careProtocol.subsidence.expectedMinutes)
        let role: Role = picture.now > expected ? .notice : .dim
        return [[Field("         expected to subside by " + TimeText.minute(expected, in: picture), role)]]
    }

    private var dischargeLines: [[Field]] {
        let discharge = picture.discharge
        var fields = [Field("discharge", .dim, rank: 2)]
        if let at = discharge.mayLeaveAt, discharge.obstacles.isEmpty {
            fields.append(Field("may leave since " + TimeText.minute(at, in: picture), .good, rank: 0))
        } else if !discharge.obstacles.isEmpty {
            // The numbers of the items belong to the list; here they would read as amounts.
            let names = discharge.obstacles.map { $0.drop { "0123456789 ".contains($0) } }
            let text = String(names.count) + " open: " + names.joined(separator: "; ")
            fields.append(Field(text, .text, rank: 0, shortens: true))
        } else {
            fields.append(Field("not assessed yet", .text, rank: 0))
        }
        var second = [Field("         ", .dim, rank: 5)]
        if let ends = discharge.minimumStayEnds {
            let isOver = ends <= picture.now
            let text =
                isOver ? "minimum stay over" : "stay ends " + TimeText.dueByMinute(ends, at: picture.now)
            second.append(Field(text, .text, rank: 1, isRight: layout.phase.rows == 1))
        }
        if let ready = discharge.readyAt {
            second.append(
                Field(
                    "ready " + TimeText.minute(ready, in: picture), .text, rank: 4,
                    isRight: layout.phase.rows == 1))
        }
        return layout.phase.rows == 1 ? [fields + second.dropFirst()] : [fields, second]
    }

    private var leavingLine: [Field] {
        let discharge = picture.discharge
        var fields = [Field("left", .dim, rank: 2)]
        let left = discharge.leftAt.map { TimeText.minute($0, in: picture) } ?? "not recorded"
        fields.append(Field(left, .strong, rank: 0, gap: 1))
        if let ready = discharge.readyAt {
            fields.append(Field("ready " + TimeText.minute(ready, in: picture), .text, rank: 1))
        }
        if let at = picture.subsidence.subsidedAt {
            fields.append(Field("effects subsided " + TimeText.minute(at, in: picture), .text, rank: 3))
        }
        return fields
    }
}
