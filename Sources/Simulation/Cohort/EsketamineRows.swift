/// What was published of nasal esketamine, beside a run with 28, 56 and 84 mg.
enum EsketamineRows {
    private static let model = "Perez-Ruixo 2021, 18 to 60 years"

    /// The rows of the three arms, 28, 56 and 84 mg, and of 56 and 84 mg in people from 65 years on.
    static func of(_ arms: [Arm], older: [Arm]) -> [CohortRow] {
        guard arms.count == 3 else { return [] }
        return plasma(arms) + bioavailability(arms) + pressure(Array(arms.dropFirst()))
            + pressureOfOlder(older)
            + sedation(Array(arms.dropFirst())) + dissociation(Array(arms.dropFirst()))
    }

    /// The published table is of the typical body of an age, so that what is compared is each session's typical body,
    /// without the spread between bodies. The median over the bodies that were drawn lies lower and stands beside it.
    private static func plasma(_ arms: [Arm]) -> [CohortRow] {
        typealias Figure = (
            name: String, what: String, published: [Double], typical: (PlasmaFigures) -> Double,
            drawn: (SessionSummary) -> Double
        )
        let figures: [Figure] = [
            ("V1", "peak of esketamine, ng/mL", [43.8, 72.5, 101.0], \.peak, \.peakPlasma),
            ("V2", "area over 24 h, ng·h/mL", [147.3, 254.7, 362.2], \.dayArea, \.dayArea),
            ("V3", "peak of noresketamine, ng/mL", [59.1, 119.7, 180.0], \.metabolitePeak, \.peakMetabolite),
        ]
        return figures.flatMap { figure in
            zip(arms, figure.published).map { arm, published in
                let drawn = arm.sessions.map(figure.drawn).median.written(1)
                return .near(
                    figure.name, model,
                    "\(figure.what), \(arm.regimen.name), typical body (median of those drawn \(drawn))",
                    published, arm.sessions.compactMap(\.typical).map(figure.typical).median, within: 0.04)
            }
        }
    }

    private static func bioavailability(_ arms: [Arm]) -> [CohortRow] {
        let lining = CohortRow(
            "V5", "Perez-Ruixo 2021", "median share that the lining takes up of one device, %, 28 mg",
            published: "54", 100 * (arms.first?.sessions.map(\.nasalShare).median ?? 0), 53...55)
        return [lining]
            + zip(arms.dropFirst(), [54.0, 51]).map { arm, published in
                CohortRow(
                    "V5", "Perez-Ruixo 2021", "median share of the dose that gets in, %, \(arm.regimen.name)",
                    published: published.written(0), 100 * arm.sessions.map(\.bioavailability).median,
                    published - 1...published + 1)
            }
    }

    private static func mean(_ arms: [Arm], _ value: (Arm) -> Double) -> Double {
        arms.map(value).reduce(0, +) / Double(max(arms.count, 1))
    }

    private static func pressure(_ arms: [Arm]) -> [CohortRow] {
        let source = "Doherty 2020, 18 to 64 years"
        return largestRises(arms, source, published: (13.3, 8.7)) + [
            CohortRow(
                "V11", source, "minute of the highest mean systolic pressure", published: "40",
                mean(arms) { Double($0.peakMinute(.trueSystolicRise)) }, 30...50),
            CohortRow(
                "V11", source, "mean rise at 90 min in percent of its peak", published: "back by about 1.5 h",
                100
                    * mean(arms) { $0.mean(.trueSystolicRise, at: 90) / max($0.peak(.trueSystolicRise), 0.1) },
                0...70),
        ]
    }

    private static func pressureOfOlder(_ arms: [Arm]) -> [CohortRow] {
        largestRises(arms, "Doherty 2020, 65 years and older", published: (16.0, 9.5))
    }

    private static func largestRises(
        _ arms: [Arm], _ source: String, published: (systolic: Double, diastolic: Double)
    ) -> [CohortRow] {
        func row(_ side: String, _ published: Double, _ value: (SessionSummary) -> Double) -> CohortRow {
            let computed = mean(arms) {
                $0.sessions.map(value).reduce(0, +) / Double(max($0.sessions.count, 1))
            }
            return CohortRow(
                "V11", source, "mean of the largest rise of \(side) pressure, mmHg",
                published: published.written(1), computed, published - 2...published + 2)
        }
        return [
            row("systolic", published.systolic, \.largestSystolicRise),
            row("diastolic", published.diastolic, \.largestDiastolicRise),
        ]
    }

    private static func sedation(_ arms: [Arm]) -> [CohortRow] {
        let source = "Janssen medical information on sedation, 2025"
        let sessions = arms.flatMap(\.sessions)
        let onset = sessions.compactMap(\.sedationOnset).map(Double.init).median
        let end = sessions.compactMap(\.sedationEnd).map(Double.init).median
        let share = Double(sessions.filter { $0.lowestAlertness < 5 }.count) / Double(max(sessions.count, 1))
        return [
            CohortRow("V16", source, "median minute of onset of sedation", published: "15", onset, 5...25),
            CohortRow(
                "V16", source, "minute at which most are sedated", published: "30 to 45",
                mean(arms) { Double($0.peakMinute(.sedated)) }, 20...55),
            CohortRow(
                "V16", source, "median minute of its end", published: "60 to 90", end, 50...100),
            CohortRow(
                "V16", "Spravato label tables, 2021", "percent of sessions below alertness 5",
                published: "48 to 61", 100 * share, 48...61),
        ]
    }

    private static func dissociation(_ arms: [Arm]) -> [CohortRow] {
        let source = "Janssen medical information on dissociation, 2024"
        return [
            CohortRow(
                "V17", source, "minute of the highest mean intensity", published: "40",
                mean(arms) { Double($0.peakMinute(.intensity)) }, 30...50),
            CohortRow(
                "V17", source, "mean intensity at 90 min in percent of its peak",
                published: "resolved by 90 min",
                100 * mean(arms) { $0.mean(.intensity, at: 90) / max($0.peak(.intensity), 0.1) }, 0...60),
        ]
    }
}
