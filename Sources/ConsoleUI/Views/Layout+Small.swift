import Canvas

extension Layout {
    /// One line each for what matters most: lines are granted by importance and then stacked in their usual order.
    mutating func arrangeSmall(_ all: Rect, _ demand: Demand) {
        var left = all.rows
        func grant(_ rows: Int) -> Int {
            let granted = min(max(0, rows), left)
            left -= granted
            return granted
        }
        let modeRows = grant(demand.isPractice ? 1 : 0)
        let pressureRows = grant(1)
        var alarmRows = grant(1)
        let liveRows = grant(demand.hasLive ? 1 : 0)
        let entryFirst = grant(demand.isEntryOpen ? 1 : 0)
        let statusRows = modeRows + grant(demand.isPractice ? 0 : 1)
        let dueRows = grant(1)
        let technicalRows = grant(min(1, demand.technical))
        let emergencyRows = grant(demand.hasEmergency ? 1 : 0)
        let entryMore = grant(demand.isEntryOpen ? demand.entryRows - 1 : 0)
        alarmRows += grant(demand.alarms > 0 ? 1 : 0)
        let roomRows = grant(demand.hasRoom ? 2 : 0)
        let barRows = grant(1)
        let panelRows = grant(demand.panelRows.map { $0 + 2 } ?? 0)
        let vitalRows = grant(2)
        let (doseRows, axisRows, phaseRows) = (grant(1), grant(1), grant(1))
        let noticeRows = grant(demand.isEntryOpen ? 0 : 1)
        if left > 6 { alarmRows += grant(min(2, 2 * (demand.alarms - 1))) }
        var rest = all
        status = Layout.take(statusRows, from: &rest)
        due = Layout.take(dueRows, from: &rest)
        pressure = Layout.take(pressureRows, from: &rest)
        emergency = Layout.take(emergencyRows, from: &rest)
        technical = Layout.take(technicalRows, from: &rest)
        alarms = Layout.take(alarmRows, from: &rest)
        vitals = Layout.take(vitalRows, from: &rest)
        dose = Layout.take(doseRows, from: &rest)
        phase = Layout.take(phaseRows, from: &rest)
        axis = Layout.take(axisRows, from: &rest)
        bar = Layout.takeBottom(barRows, from: &rest)
        entry = Layout.takeBottom(entryFirst + entryMore + noticeRows, from: &rest)
        live = Layout.takeBottom(liveRows, from: &rest)
        room = Layout.takeBottom(roomRows, from: &rest)
        panel = Layout.takeBottom(panelRows, from: &rest)
        trend = Layout.take(rest.rows >= 12 ? rest.rows / 2 : 0, from: &rest)
        list = rest
    }
}
