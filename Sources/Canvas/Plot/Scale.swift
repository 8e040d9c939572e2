/// Maps numbers of a range onto a row of cells, without ever trapping.
struct Scale: Equatable {
    let range: ClosedRange<Int>
    let cells: Int

    /// The cell of a number, counted from zero; nil outside of the range or without cells.
    func cell(_ value: Int) -> Int? {
        guard cells > 0, range.contains(value) else { return nil }
        let extent = Double(range.upperBound) - Double(range.lowerBound)
        guard extent > 0 else { return 0 }
        let share = (Double(value) - Double(range.lowerBound)) / extent
        return Int((share * Double(cells - 1)).rounded()).clamped(to: 0...(cells - 1))
    }

    /// The nearest cell of a number, counted from zero; nil only without cells.
    func nearestCell(_ value: Int) -> Int? { cell(value.clamped(to: range)) }

    /// Round numbers inside of the range, at least so many cells apart, from the lowest.
    func ticks(everyCells spacing: Int) -> [Int] {
        guard cells > 0, let step = step(everyCells: spacing) else { return [] }
        let (start, overflow) = (range.lowerBound / step).multipliedReportingOverflow(by: step)
        guard !overflow else { return [] }
        var value = start < range.lowerBound ? start.addingClamped(step) : start
        var ticks: [Int] = []
        while value <= range.upperBound, ticks.count <= cells {
            ticks.append(value)
            let next = value.addingClamped(step)
            guard next > value else { break }
            value = next
        }
        return ticks
    }

    /// The smallest of 1, 2, 5, 10, 20, 50, … whose ticks are so many cells apart.
    private func step(everyCells spacing: Int) -> Int? {
        let extent = Double(range.upperBound) - Double(range.lowerBound)
        let wanted = extent * Double(max(1, spacing)) / Double(max(1, cells - 1))
        var magnitude = 1
        while magnitude < Int.max / 100 {
            for factor in [1, 2, 5] where Double(magnitude * factor) >= wanted { return magnitude * factor }
            magnitude *= 10
        }
        return nil
    }
}
