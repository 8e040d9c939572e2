/// What the plasma of one session comes to.
struct PlasmaFigures: Hashable, Sendable {
    /// Highest concentration of the drug, ng/mL.
    var peak = 0.0
    /// Highest concentration of its metabolite, ng/mL.
    var metabolitePeak = 0.0
    /// Area over 24 h, ng·h/mL.
    var dayArea = 0.0

    /// Minutes that are looked at: every minute of the first 4 h, then every 15.
    private static let minutes = Array(0...240) + Array(stride(from: 255, through: 720, by: 15))

    /// The figures of a regimen in a body. Devices share their uptake evenly, as in the published tables.
    init(_ regimen: Regimen, model: DrugModel) {
        var course = DrugCourse(model: model, plannedDevices: Int(regimen.dose / 28))
        for dose in regimen.doses(weightKg: 70) { course.take(dose.event, at: dose.second) }
        for minute in PlasmaFigures.minutes {
            let levels = course.levels(at: minute * 60)
            peak = max(peak, levels.plasma)
            metabolitePeak = max(metabolitePeak, levels.metabolite ?? 0)
        }
        dayArea = course.levels(at: 86_400).areaHours
    }
}
