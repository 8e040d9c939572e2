/// The reference tables as they were stated when the model was fitted (Ebbtide default, unpublished).
struct StatedTable {
    /// What is tabulated.
    enum Quantity: String {
        case active = "S-ketamine in plasma, ng/mL"
        case systolicRise = "rise of systolic pressure, mmHg"
        case diastolicRise = "rise of diastolic pressure, mmHg"
        case intensity = "felt intensity, 0-10"
        case intensityAlone = "felt intensity, 0-10, before the late habituation of esketamine"
    }

    var regimen: Regimen
    var quantity: Quantity
    var values: [Double]

    init(_ regimen: Regimen, _ quantity: Quantity, _ values: [Double]) {
        self.regimen = regimen
        self.quantity = quantity
        self.values = values
    }

    /// Minutes from the first dose.
    static let minutes = [10, 20, 30, 40, 50, 60, 75, 90, 120, 180]

    static let all = [
        StatedTable(.infusion, .active, [31, 55, 73, 89, 70, 58, 45, 38, 29, 22]),
        StatedTable(.infusion, .systolicRise, [3.3, 8.2, 11.0, 12.6, 11.2, 8.5, 5.2, 3.2, 1.6, 0.9]),
        StatedTable(.infusion, .diastolicRise, [2.2, 5.5, 7.4, 8.5, 7.5, 5.7, 3.5, 2.1, 1.0, 0.6]),
        StatedTable(.infusion, .intensity, [1.3, 2.9, 4.1, 4.9, 4.2, 3.1, 1.9, 1.3, 0.8, 0.5]),
        StatedTable(.injection, .active, [87, 86, 72, 59, 49, 42, 35, 31, 25, 19]),
        StatedTable(.injection, .systolicRise, [11.5, 13.4, 11.8, 9.2, 6.7, 4.8, 2.9, 1.9, 1.1, 0.7]),
        StatedTable(.injection, .intensity, [4.3, 5.4, 4.5, 3.3, 2.4, 1.8, 1.2, 0.9, 0.6, 0.5]),
        StatedTable(.devices(2), .active, [35, 60, 70, 73, 72, 68, 61, 53, 40, 24]),
        StatedTable(.devices(2), .systolicRise, [3.5, 9.1, 11.0, 11.2, 10.7, 9.8, 8.0, 6.1, 3.1, 0.8]),
        StatedTable(.devices(3), .active, [32, 76, 95, 101, 101, 97, 88, 77, 59, 36]),
        StatedTable(.devices(3), .systolicRise, [3.1, 10.7, 13.5, 14.0, 13.8, 13.0, 11.3, 9.2, 5.2, 1.4]),
        StatedTable(.devices(3), .intensityAlone, [1.3, 3.9, 5.4, 5.8, 5.6, 5.2, 4.2, 3.3, 1.9, 0.7]),
    ]
}
