/// What was published of racemic drug in the nose. The published peaks after 10 and 30 mg, 22.9 and 60.8 ng/mL, are
/// not met: the published peaks do not rise with the dose as one rate of uptake makes them.
enum SprayRows {
    static func of(_ arm: Arm) -> [CohortRow] {
        let source = "nasal studies tabulated in PMC9118341"
        return [
            .near(
                "N1", source, "median peak plasma concentration after 50 mg, ng/mL", 77.6,
                arm.sessions.map(\.peakPlasma).median, within: 0.15),
            CohortRow(
                "N2", source, "minute of the highest plasma concentration", published: "14 to 23",
                Double(arm.peakMinute(.plasma)), 14...23),
        ]
    }
}
