extension Surface {
    /// Neighbouring cells of one row and one role.
    public struct Run: Equatable, Sendable {
        /// The row, from the top.
        public let row: Int
        /// The columns, from the left; never the second half of a wide sign alone.
        public let columns: Range<Int>
        /// What all of its cells are for.
        public let role: Role
    }

    /// What must be drawn to turn a screen that shows `old` into one that shows this surface, from the top left.
    /// Everything is, when there is no old surface or when it had another size.
    public func runs(changedSince old: Surface?) -> [Run] {
        guard let old, old.size == size else {
            return (0..<size.rows).flatMap { runs(row: $0, columns: 0..<size.columns) }
        }
        var found: [Run] = []
        for row in 0..<size.rows {
            guard let columns = changedColumns(row: row, old: old) else { continue }
            found += runs(row: row, columns: columns)
        }
        return found
    }

    /// From the first to the last column that differs, widened to whole signs; nil when the row is the same.
    private func changedColumns(row: Int, old: Surface) -> Range<Int>? {
        let start = row * size.columns
        let end = start + size.columns
        guard var (first, last) = differing(from: start, to: end, old: old) else { return nil }
        if cells[first].isContinuation, first > start { first -= 1 }
        if last + 1 < end, cells[last + 1].isContinuation { last += 1 }
        return first - start..<last - start + 1
    }

    /// The first and the last cell that differ between two places; nil when none does.
    private func differing(from start: Int, to end: Int, old: Surface) -> (first: Int, last: Int)? {
        cells.withUnsafeBufferPointer { new in
            old.cells.withUnsafeBufferPointer { old in
                guard let first = (start..<end).first(where: { new[$0] != old[$0] }),
                    let last = (first..<end).last(where: { new[$0] != old[$0] })
                else { return nil }
                return (first, last)
            }
        }
    }

    private func runs(row: Int, columns: Range<Int>) -> [Run] {
        let start = row * size.columns
        var found: [Run] = []
        var first = columns.lowerBound
        while first < columns.upperBound {
            let role = cells[start + first].role
            var end = first + 1
            while end < columns.upperBound,
                cells[start + end].role == role || cells[start + end].isContinuation
            {
                end += 1
            }
            found.append(Run(row: row, columns: first..<end, role: role))
            first = end
        }
        return found
    }
}
