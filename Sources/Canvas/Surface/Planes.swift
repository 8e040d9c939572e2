extension Surface {
    /// The signs, one string a row. A wide sign appears once, so that such a row has fewer letters than columns.
    public var text: [String] {
        rows { row in
            var scalars = String.UnicodeScalarView()
            for cell in row { cell.append(to: &scalars) }
            return String(scalars)
        }
    }

    /// The letters of the roles, one string a row and one letter a column.
    public var roles: [String] { rows { row in String(row.map(\.role.letter)) } }

    /// The cells of one row, from the left; empty when there is no such row.
    public func row(_ index: Int) -> ArraySlice<Cell> {
        guard index >= 0, index < size.rows else { return [] }
        return cells[index * size.columns..<(index + 1) * size.columns]
    }

    private func rows(_ describe: (ArraySlice<Cell>) -> String) -> [String] {
        (0..<size.rows).map { describe(row($0)) }
    }
}
