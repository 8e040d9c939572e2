import Canvas

extension SessionView {
    /// The simulated room in its own place: at its best a block of ten lines, else a strip.
    func drawRoom(on surface: inout Surface) {
        guard let room = scene.room, claim(layout.room, "room", on: &surface) else { return }
        switch layout.tier {
        case .wide: drawBlock(room, on: &surface)
        case .standard, .small: drawStrip(room, on: &surface)
        }
    }

    private func drawBlock(_ room: RoomScene, on surface: inout Surface) {
        let area = layout.room
        surface.hline(at: area.origin, columns: area.columns)
        surface.put(" SIMULATED ROOM ", at: area.origin.moved(columns: 2), role: .practice, clip: area)
        var rest = area.splitTop(1).rest
        let heads = [room.clocks + room.underWay.map { $0.behind(3) }, room.monitor, room.asked]
        for fields in heads { surface.draw(fields, in: Layout.take(1, from: &rest)) }
        drawWords(room, rows: Layout.take(rest.rows, from: &rest), on: &surface)
    }

    private func drawStrip(_ room: RoomScene, on surface: inout Surface) {
        var rest = layout.room
        surface.draw(room.monitor, in: Layout.take(1, from: &rest))
        // Where there is one row, what has just been heard is wanted more than the clock: it may be all the alarm there is.
        if rest.rows > 1 || room.heard.last?.role != .strong {
            surface.draw(
                room.clocks + room.underWay.map { $0.behind(3) }, in: Layout.take(1, from: &rest))
        }
        if rest.rows > 2 { surface.draw(room.asked, in: Layout.take(1, from: &rest)) }
        drawWords(room, rows: rest, on: &surface)
    }

    /// The hint, and of what was heard as much as there is room for, the newest last and whole.
    private func drawWords(_ room: RoomScene, rows area: Rect, on surface: inout Surface) {
        var rest = area
        if let hint = room.hint {
            let lines = surface.wrap([Segment("hint: " + hint, .accent)], columns: area.columns)
            for line in lines.prefix(max(0, rest.rows - 1)) {
                put(line, in: Layout.take(1, from: &rest), on: &surface)
            }
        }
        var lines: [[Segment]] = []
        for said in room.heard.reversed() where lines.count < rest.rows {
            let wrapped = surface.wrap([said], columns: area.columns)
            guard lines.isEmpty || lines.count + wrapped.count <= rest.rows else { break }
            lines = wrapped + lines
        }
        for line in lines.prefix(rest.rows) { put(line, in: Layout.take(1, from: &rest), on: &surface) }
    }

    private func put(_ line: [Segment], in row: Rect, on surface: inout Surface) {
        var column = row.left
        for segment in line {
            column += surface.put(
                segment.text, at: Point(column: column, row: row.top), role: segment.role, clip: row)
        }
    }
}

extension Field {
    /// The same, less wanted by so much.
    fileprivate func behind(_ ranks: Int) -> Field {
        var field = self
        field.rank += ranks
        return field
    }
}

extension Point {
    fileprivate func moved(columns: Int) -> Point { Point(column: column + columns, row: row) }
}
