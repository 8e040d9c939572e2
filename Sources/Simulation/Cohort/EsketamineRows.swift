/// What was published of nasal esketamine, beside a run with 28, 56 and 84 mg.
enum EsketamineRows {
    private static let model = "Perez-Ruixo 2021, 18 to 60 years"

    /// The rows of the three arms, 28, 56 and 84 mg.
    static func of(_ arms: [Arm]) -> [CohortRow] {
        guard arms.count == 3 else { return [] }
        return plasma(arms) + bioavailability(arms) + pressure(Array(arms.dropFirst()))
            + sedation(Array(arms.dropFirst())) + dissociation(Array(arms.dropFirst()))
    }

    /// The published table is of the typical body of an age, so that what is compared is each session's typical body.
    /// Over bodies with the published spread the medians lie lower: by 3 % (esketamine) and 7 % (noresketamine).
    private static func plasma(_ arms: [Arm]) -> [CohortRow] {
        typealias Figure = (name: String, what: String, published: [Double], value: (PlasmaFigures) -> Double)
        let figures: [Figure] = [
            ("V1", "median peak of esketamine, ng/mL", [43.8, 72.5, 101.0], \.peak),
            ("V2", "median area over 24 h, ng·h/mL", [147.3, 254.7, 362.2], \.dayArea),
            ("V3", "median peak of noresketamine, ng/mL", [59.1, 119.7, 180.0], \.metabolitePeak),
        ]
        return figures.flatMap { figure in
            zip(arms, figure.published).map { arm, published in
                .near(
                    figure.name, model, "\(figure.what), \(arm.regimen.name)", published,
                    arm.sessions.compactMap(\.typical).map(figure.value).median, within: 0.04)
            }
        }
    }

    private static func bioavailability(_ arms: [Arm]) -> [CohortRow] {
        zip(arms.dropFirst(), [54.0, 51]).map { arm, published in
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
        func largest(_ value: (SessionSummary) -> Double) -> Double {
            mean(arms) { $0.sessions.map(value).reduce(0, +) / Double(max($0.sessions.count, 1)) }
        }
        return [
            CohortRow(
                "V11", source, "mean of the largest rise of systolic pressure, mmHg", published: "13.3",
                largest(\.largestSystolicRise), 11.3...15.3),
            CohortRow(
                "V11", source, "mean of the largest rise of diastolic pressure, mmHg", published: "8.7",
                largest(\.largestDiastolicRise), 6.7...10.7),
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
