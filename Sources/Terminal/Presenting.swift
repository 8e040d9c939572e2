import CTerminal
import Canvas

/// What curses is told for one role.
struct Brush: Equatable {
    let attributes: UInt32
    let pair: Int32
}

extension TerminalSession {
    /// Shows a surface: only what differs from the one before is sent, and nothing when nothing differs.
    /// - Parameters:
    ///   - surface: what the screen is to show.
    ///   - cursor: where the cursor stands; nil to hide it.
    public func present(_ surface: Surface, cursor: Point? = nil) {
        let isSameSize = shown?.size == surface.size
        let runs = surface.runs(changedSince: shown)
        guard !runs.isEmpty || cursor != shownCursor || !isSameSize else { return }
        if !isSameSize { ct_erase() }
        var cells = 0
        for run in runs {
            put(run, of: surface)
            cells += run.columns.count
        }
        let place = cursor ?? .origin
        ct_cursor(Int32(clamping: place.row), Int32(clamping: place.column), cursor != nil)
        // Curses holds a few thousand bytes back before it writes, so that a small frame arrives whole by itself.
        ct_present(cells > 400)
        shown = surface
        shownCursor = cursor
    }

    /// Sends the whole screen again, for when something else has written on it.
    public func redraw() {
        ct_redraw()
        ct_present(true)
    }

    /// Rings the bell.
    public func ring() { ct_bell() }

    private func put(_ run: Surface.Run, of surface: Surface) {
        let row = surface.row(run.row)
        signs.removeAll(keepingCapacity: true)
        for cell in row[row.startIndex + run.columns.lowerBound..<row.startIndex + run.columns.upperBound]
        where !cell.isContinuation {
            signs.append(sign(of: cell))
        }
        let brush = brushes[Int(run.role.rawValue)]
        ct_put(
            Int32(clamping: run.row), Int32(clamping: run.columns.lowerBound), signs,
            Int32(clamping: signs.count),
            brush.attributes, brush.pair)
    }

    /// Where the locale has no Unicode, a surface should have been drawn with ASCII alone; what was not is a
    /// question mark, because curses would show nothing at all.
    private func sign(of cell: Cell) -> ct_sign {
        guard cell.scalar < 0x7F || glyphs.form == .unicode else {
            return ct_sign(scalar: 0x3F, first_mark: 0, second_mark: 0)
        }
        return ct_sign(scalar: cell.scalar, first_mark: cell.firstMark, second_mark: cell.secondMark)
    }

    func themeChanged() {
        brushes = Role.allCases.map { role in
            let fitted = fitted(theme.rendition(of: role, depth: depth))
            let pair = ct_pair(number(fitted.foreground), number(fitted.background))
            return Brush(attributes: UInt32(fitted.attributes.rawValue), pair: pair)
        }
        shown = nil
    }

    /// Terminals of eight colours show the bright ones as bold, and have no bright background.
    private func fitted(_ rendition: Rendition) -> Rendition {
        guard depth == .sixteen, ct_colours() < 16 else { return rendition }
        var fitted = rendition
        if let background = rendition.background, background >= 8 { fitted.background = background - 8 }
        if let foreground = rendition.foreground, foreground >= 8 {
            // Bright black is grey on some terminals and black on others, so white is used.
            fitted.foreground = foreground == 8 ? 7 : foreground - 8
            if foreground != 8 { fitted.attributes.insert(.bold) }
        }
        if fitted.foreground != nil, fitted.foreground == fitted.background {
            fitted.foreground = fitted.background == 0 ? 7 : 0
        }
        return fitted
    }

    /// The terminal's number for a palette number; terminals of direct colour want the shares themselves.
    private func number(_ index: Int?) -> Int32 {
        guard let index else { return -1 }
        guard ct_direct_colour(), let colour = Palette.colour(index) else { return Int32(clamping: index) }
        return Int32(colour.red) << 16 | Int32(colour.green) << 8 | Int32(colour.blue)
    }
}
