/// What was published of 0.5 mg/kg over 40 min, beside a run of it.
enum InfusionRows {
    private static let yaleSource = "Yale 2024, 2342 infusions"
    private static let pooledSource = "Vankawala 2021, meta-analysis of 2252 treatments"

    static func of(pooled: Arm, yale: Arm, zheng: Arm) -> [CohortRow] {
        plasma(pooled) + rises(pooled: pooled, yale: yale, zheng: zheng) + [linearity(pooled)]
    }

    private static func plasma(_ arm: Arm) -> [CohortRow] {
        [
            .near(
                "V6", "Zanos 2018", "mean plasma concentration at the end, ng/mL", 185,
                arm.mean(.plasma, at: 40), within: 0.15)
        ]
    }

    private static func rises(pooled: Arm, yale: Arm, zheng: Arm) -> [CohortRow] {
        let at40 = { (arm: Arm, measure: CohortMeasure) in
            arm.course(measure).first { $0.minute == 40 }?.tally ?? Tally()
        }
        let systolic = at40(yale, .systolicRise)
        let diastolic = at40(yale, .diastolicRise)
        func row(_ what: String, _ published: Double, _ computed: Double, _ source: String) -> CohortRow {
            CohortRow(
                "V7", source, what, published: published.written(published == 8.45 ? 2 : 1), computed,
                published - 2...published + 2)
        }
        return [
            row("mean rise of systolic pressure at 40 min, mmHg", 16.0, systolic.mean, yaleSource),
            row("SD of that rise, mmHg", 11.2, systolic.deviation, yaleSource),
            row("mean rise of diastolic pressure at 40 min, mmHg", 11.0, diastolic.mean, yaleSource),
            row("SD of that rise, mmHg", 8.45, diastolic.deviation, yaleSource),
            CohortRow(
                "V7", yaleSource, "minute of the highest mean systolic pressure", published: "40",
                Double(yale.peakMinute(.systolicRise)), 40...40),
            CohortRow(
                "V8", pooledSource, "mean rise of systolic pressure at 40 min, mmHg",
                published: "12.61 (10.40 to 14.82)", at40(pooled, .systolicRise).mean, 10.40...14.82),
            CohortRow(
                "V8", pooledSource, "mean rise of diastolic pressure at 40 min, mmHg",
                published: "8.49 (6.89 to 10.09)", at40(pooled, .diastolicRise).mean, 6.89...10.09),
            CohortRow(
                "V8", pooledSource, "mean rise of the pulse at 40 min, per minute",
                published: "4.09 (0.55 to 7.63)", at40(pooled, .pulseRise).mean, 0.55...7.63),
            CohortRow(
                "V9", "Zheng, 741 infusions", "minute of the highest mean systolic pressure",
                published: "30 to 40", Double(zheng.peakMinute(.systolicRise)), 30...40),
        ]
    }

    /// Scores against plasma while the infusion runs, where plasma lies within 50 to 200 ng/mL.
    private static func linearity(_ arm: Arm) -> CohortRow {
        let points = zip(arm.course(.plasma), arm.course(.intensity))
            .filter { $0.0.minute <= 40 && (50...200).contains($0.0.tally.mean) }
        return CohortRow(
            "V14", "Bowdle 1998", "correlation of felt intensity with plasma, 50 to 200 ng/mL",
            published: "0.93 to 0.99",
            points.map(\.0.tally.mean).correlation(with: points.map(\.1.tally.mean)), 0.95...1)
    }
}
