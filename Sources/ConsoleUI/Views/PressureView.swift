import Canvas
import SessionCore

extension SessionView {
    /// The last pressure with its flag: the most prominent thing on the screen.
    func drawPressure(on surface: inout Surface) {
        guard claim(layout.pressure, "pressure", on: &surface) else { return }
        let first = layout.pressure.row(0)
        if let none = noneObtained {
            surface.draw(none, in: first)
            return
        }
        guard let newest = newestPressure else {
            surface.draw([Field("BP", .dim, rank: 1), Field("not measured", .text, rank: 0)], in: first)
            return
        }
        let isWide = layout.tier == .wide
        let role = newest.isStale ? Role.stale : newest.level.role
        var fields = [
            Field("BP", .dim, rank: layout.tier == .small ? 4 : 2),
            Field(pressureText + (newest.isUnconfirmed ? "?" : ""), role, rank: 0),
            Field(newest.level.tag, newest.level.role, rank: 1),
        ]
        if let failed = failedSince(newest.at) {
            fields.append(Field("level unknown", .notice, rank: 2, gap: 1))
            let words = failed.name + " could not be measured: " + (failed.reason ?? "")
            fields.append(Field(words, .notice, rank: 8, gap: 1, shortens: true))
        } else if newest.level != .normal || picture.start != nil || picture.gate.outcome < .hold {
            // Before the dose it is the gate that judges: a pressure that it holds for is not called normal.
            fields.append(Field(newest.level.words(newest.direction), role, rank: 2, gap: 1))
        }
        if newest.isStale { fields.append(Field("stale", .stale, rank: 1)) }
        if newest.isUnconfirmed { fields.append(Field("unconfirmed", .notice, rank: 3)) }
        let age = picture.now - newest.at
        let long = layout.tier == .small ? TimeText.age(age) : TimeText.ago(age)
        fields.append(Field(long, newest.isStale ? .stale : .text, rank: 2, isRight: isWide))
        let second = comparison(isWide: isWide)
        surface.draw(isWide ? fields : fields + second, in: first)
        if isWide { surface.draw([Field("  ", .dim, rank: 0, gap: 0)] + second, in: layout.pressure.row(1)) }
    }

    /// The last checkpoint that ended with a reason after that time: what the pressure is since then, nobody knows.
    private func failedSince(_ time: SessionTime) -> CheckpointPicture? {
        picture.checkpoints.last { $0.state == .couldNotDo && $0.opens > time }
    }

    /// The newer of the two pressures, whose age and mark the pair carries; the worse level of the two.
    private var newestPressure: LatestValue? {
        let systolic = picture.latest[.systolic]
        let diastolic = picture.latest[.diastolic]
        guard let systolic, let diastolic else { return systolic ?? diastolic }
        guard systolic.sequence == diastolic.sequence else {
            return systolic.at < diastolic.at ? diastolic : systolic
        }
        var worst = diastolic.level > systolic.level ? diastolic : systolic
        worst.isUnconfirmed = systolic.isUnconfirmed || diastolic.isUnconfirmed
        worst.isStale = systolic.isStale || diastolic.isStale
        return worst
    }

    /// The pair when one reading measured both; otherwise the newer value by its own name.
    private var pressureText: String {
        switch (picture.latest[.systolic], picture.latest[.diastolic]) {
        case (let systolic?, let diastolic?) where systolic.sequence == diastolic.sequence:
            String(systolic.value) + "/" + String(diastolic.value)
        case (let systolic?, let diastolic?):
            systolic.at < diastolic.at
                ? "diastolic " + String(diastolic.value) : "systolic " + String(systolic.value)
        case (let systolic?, nil): "systolic " + String(systolic.value)
        case (nil, let diastolic?): "diastolic " + String(diastolic.value)
        case (nil, nil): ""
        }
    }

    /// The last measurement gave no pressure: that is what the pressure is, and the one before it no more than history.
    private var noneObtained: [Field]? {
        guard let last = picture.trend.last, last.pressure == nil, last.at <= picture.now else { return nil }
        let age = picture.now - last.at
        let isSmall = layout.tier == .small
        var fields = [
            Field("BP", .dim, rank: isSmall ? 4 : 2), Field("none obtained", Level.crisis.role, rank: 0),
            Field(Level.crisis.tag, Level.crisis.role, rank: 1),
            Field(isSmall ? TimeText.age(age) : TimeText.ago(age), .text, rank: 2),
        ]
        if newestPressure != nil { fields.append(Field("before that " + pressureText, .dim, rank: 5)) }
        return fields
    }

    /// Mean pressure, change and baseline.
    private func comparison(isWide: Bool) -> [Field] {
        var fields: [Field] = []
        if let systolic = picture.latest[.systolic], let diastolic = picture.latest[.diastolic],
            systolic.sequence == diastolic.sequence
        {
            if let rise = systolic.change, let other = diastolic.change {
                let text = TimeText.signed(rise) + "/" + TimeText.signed(other)
                fields.append(Field(text, .text, rank: 3, isRight: !isWide))
            }
            let mean = BloodPressure(systolic: systolic.value, diastolic: diastolic.value).mean
            fields.append(Field("MAP " + String(mean), .dim, rank: 6, isRight: !isWide))
        }
        guard let base = picture.baseline, let systolic = base.systolic, let diastolic = base.diastolic else {
            fields.append(Field("no baseline", .dim, rank: 7, isRight: !isWide))
            return fields
        }
        let text = "baseline " + String(systolic.rounded) + "/" + String(diastolic.rounded)
        let state = base.isUnstable ? " unstable" : base.isComplete ? "" : " provisional"
        fields.append(Field(text + state, .dim, rank: 5, isRight: !isWide))
        return fields
    }
}
