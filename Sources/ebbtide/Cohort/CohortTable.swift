import Simulation

/// What one arm of a virtual trial came to, for people: a table by minute, then the shares of sessions. At most 80 columns.
struct CohortTable {
    private struct Column {
        let measure: CohortMeasure
        let title: String
        let unit: String
    }

    private static let columns = [
        Column(measure: .systolicRise, title: "systolic", unit: "+mmHg"),
        Column(measure: .diastolicRise, title: "diastolic", unit: "+mmHg"),
        Column(measure: .pulseRise, title: "pulse", unit: "+/min"),
        Column(measure: .plasma, title: "plasma", unit: "ng/mL"),
        Column(measure: .intensity, title: "intensity", unit: "0-10"),
    ]
    private static let width = 13

    private let arm: CohortArm
    private let count: Int

    /// The table of an arm of `count` sessions.
    init(_ arm: CohortArm, count: Int) {
        (self.arm, self.count) = (arm, count)
    }

    /// The lines, an empty one first.
    var lines: [String] {
        let heads = CohortTable.columns.map(\.title) + ["sedated"]
        let units = CohortTable.columns.map(\.unit) + ["%"]
        let peaks = CohortTable.columns.map { peak($0.measure) } + [peak(.sedated)]
        return [
            "", "\(arm.population), \(arm.regimen): mean ± SD of \(count) sessions, cuff and monitor as read",
        ]
            + [row("min", heads), row("", units)]
            + minutes.map { minute in
                row(String(minute), CohortTable.columns.map { cell($0.measure, minute) } + [sedated(minute)])
            }
            + [row("peak", peaks), ""] + shares
    }

    private var minutes: [Int] { course(.systolicRise)?.minutes ?? [] }

    private func course(_ measure: CohortMeasure) -> CohortCourse? {
        arm.courses.first { $0.measure == measure }
    }

    private func cell(_ measure: CohortMeasure, _ minute: Int) -> String {
        guard let course = course(measure), let place = course.minutes.firstIndex(of: minute) else {
            return "-"
        }
        return "\(course.means[place].written(1)) ± \(course.deviations[place].written(1))"
    }

    private func sedated(_ minute: Int) -> String {
        guard let course = course(.sedated), let place = course.minutes.firstIndex(of: minute) else {
            return "-"
        }
        return (course.means[place] * 100).written(0)
    }

    private func peak(_ measure: CohortMeasure) -> String {
        course(measure).map { "at \($0.peakMinute)" } ?? "-"
    }

    private var shares: [String] {
        arm.shares.map { share in
            let percent = share.percent.written(1) + " %"
            return padded(percent, to: 8) + " of sessions: " + share.threshold
        }
    }

    /// Every cell at the right of its column; the last one is narrow.
    private func row(_ head: String, _ cells: [String]) -> String {
        let wide = cells.dropLast().map { padded($0, to: CohortTable.width) }.joined()
        return padded(head, to: 4) + wide + padded(cells.last ?? "", to: 9)
    }

    private func padded(_ text: String, to columns: Int) -> String {
        String(repeating: " ", count: max(0, columns - text.count)) + text
    }
}
