import Canvas

/// Where each part of the session screen stands: a pure function of the size and of what there is to show. A part
/// without room has an empty rectangle.
struct Layout: Equatable {
    /// How generous the screen is.
    enum Tier: Equatable {
        /// Vitals as a table beside the alarms, the plot over the whole width.
        case wide
        /// Everything at once, tightly.
        case standard
        /// What matters most, one line each.
        case small
    }

    /// What there is to show.
    struct Demand: Equatable {
        /// Whether the screen must say that nothing on it is real.
        var isPractice = false
        /// Rows of the vitals grid, 3 or 4.
        var gridRows = 3
        /// How many alarms stand open.
        var alarms = 0
        /// Whether an emergency is open.
        var hasEmergency = false
        /// How many technical alarms stand.
        var technical = 0
        /// Rows of the entry line with its read-back and advice; 1 while it is closed.
        var entryRows = 1
        /// Whether the entry line is open.
        var isEntryOpen = false
        /// Whether a session that runs on is looked back at.
        var hasLive = false
        /// Whether a simulated room stands beside the screen.
        var hasRoom = false
        /// Whether help is shown in it.
        var hasHint = false
        /// Rows inside the panel; `nil` without one.
        var panelRows: Int?

        /// Lines of the room's strip where there is no room for more.
        var roomStrip: Int {
            guard hasRoom else { return 0 }
            return panelRows != nil ? 2 : hasHint ? 6 : 4
        }
    }

    let tier: Tier
    var status = Rect.zero
    var due = Rect.zero
    var rule = Rect.zero
    var pressure = Rect.zero
    var vitals = Rect.zero
    var dose = Rect.zero
    var phase = Rect.zero
    var emergency = Rect.zero
    var technical = Rect.zero
    var alarms = Rect.zero
    var axis = Rect.zero
    var legend = Rect.zero
    var trend = Rect.zero
    var list = Rect.zero
    var panel = Rect.zero
    var live = Rect.zero
    var room = Rect.zero
    var entry = Rect.zero
    var bar = Rect.zero

    /// The layout for a size and what there is to show.
    init(size: Size, demand: Demand) {
        let all = Rect(size: size)
        if size.columns >= 100, size.rows >= 30 {
            tier = .wide
            arrangeWide(all, demand)
        } else if size.columns >= 76, size.rows >= 22 {
            tier = .standard
            arrangeStandard(all, demand)
        } else {
            tier = .small
            arrangeSmall(all, demand)
        }
    }

    /// Cuts rows off the top of what is left.
    static func take(_ rows: Int, from rest: inout Rect) -> Rect {
        let parts = rest.splitTop(rows)
        rest = parts.rest
        return parts.top
    }

    /// Cuts rows off the bottom of what is left.
    static func takeBottom(_ rows: Int, from rest: inout Rect) -> Rect {
        let parts = rest.splitBottom(rows)
        rest = parts.rest
        return parts.bottom
    }

    private mutating func arrangeStandard(_ all: Rect, _ demand: Demand) {
        var rest = all
        status = Layout.take(1, from: &rest)
        due = Layout.take(1, from: &rest)
        pressure = Layout.take(1, from: &rest)
        vitals = Layout.take(demand.gridRows, from: &rest)
        dose = Layout.take(1, from: &rest)
        phase = Layout.take(1, from: &rest)
        bar = Layout.takeBottom(1, from: &rest)
        entry = Layout.takeBottom(demand.entryRows, from: &rest)
        live = Layout.takeBottom(demand.hasLive ? 1 : 0, from: &rest)
        room = Layout.takeBottom(demand.roomStrip, from: &rest)
        emergency = Layout.take(demand.hasEmergency ? 2 : 0, from: &rest)
        technical = Layout.take(min(1, demand.technical), from: &rest)
        let most = max(2, all.rows / 5 - 1)
        alarms = Layout.take(min(max(1, 2 * demand.alarms), most), from: &rest)
        takePanel(demand, from: &rest)
        axis = Layout.take(min(2, rest.rows), from: &rest)
        if all.rows >= 27 { legend = Layout.take(1, from: &rest) }
        let columns = max(30, all.columns * 2 / 5)
        let parts = rest.splitLeft(columns)
        trend = parts.left
        list = parts.rest.splitLeft(1).rest
    }

    private mutating func arrangeWide(_ all: Rect, _ demand: Demand) {
        var rest = all
        status = Layout.take(1, from: &rest)
        due = Layout.take(1, from: &rest)
        rule = Layout.take(1, from: &rest)
        bar = Layout.takeBottom(1, from: &rest)
        entry = Layout.takeBottom(demand.entryRows, from: &rest)
        live = Layout.takeBottom(demand.hasLive ? 1 : 0, from: &rest)
        if demand.hasRoom { room = Layout.takeBottom(demand.panelRows == nil ? 11 : 7, from: &rest) }
        let upper = Layout.take(min(14, rest.rows / 2), from: &rest)
        var left = upper.splitLeft(52).left
        var right = upper.splitLeft(54).rest
        pressure = Layout.take(2, from: &left)
        vitals = left
        dose = Layout.takeBottom(2, from: &right)
        phase = Layout.takeBottom(4, from: &right)
        emergency = Layout.take(demand.hasEmergency ? 3 : 0, from: &right)
        technical = Layout.take(min(2, demand.technical), from: &right)
        alarms = right
        takePanel(demand, from: &rest)
        guard rest.rows >= 3 else {
            axis = rest
            return
        }
        let plot = max(0, min(14, rest.rows / 2 - 2))
        trend = Layout.take(plot, from: &rest)
        axis = Layout.take(2, from: &rest)
        legend = Layout.take(min(1, rest.rows), from: &rest)
        list = rest
    }

    private mutating func takePanel(_ demand: Demand, from rest: inout Rect) {
        guard let rows = demand.panelRows else { return }
        panel = Layout.takeBottom(min(rows + 2, rest.rows), from: &rest)
    }
}
