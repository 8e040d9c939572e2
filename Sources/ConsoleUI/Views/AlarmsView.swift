import Canvas
import SessionCore

extension SessionView {
    /// Open alarms, worst first; the number before each is the one to acknowledge it by.
    func drawAlarms(on surface: inout Surface) {
        guard claim(layout.alarms, "alarms", on: &surface) else { return }
        let alarms = picture.alarms
        guard !alarms.isEmpty else {
            let text = picture.phase.isOver ? "no open alarm" : "no open alarm"
            surface.draw([Field(text, .dim)], in: layout.alarms.row(0))
            return
        }
        var row = 0
        for (index, alarm) in alarms.enumerated() {
            let left = layout.alarms.rows - row
            let others = alarms.count - index - 1
            guard left > 0 else { return }
            if left == 1, others > 0, index > 0 {
                let text = "and " + String(others + 1) + " more open"
                surface.draw(
                    [Field(text, role(of: alarm)), Field(alarm.priority.tag, role(of: alarm))],
                    in: layout.alarms.row(row))
                return
            }
            // The worst has two lines when there are two; the others when all of them can have two.
            let isDouble = left >= 2 && (index == 0 || left >= 2 * (others + 1))
            draw(alarm, number: index + 1, at: row, isDouble: isDouble, on: &surface)
            row += isDouble ? 2 : 1
        }
    }

    private func draw(
        _ alarm: AlarmPicture, number: Int, at row: Int, isDouble: Bool, on surface: inout Surface
    ) {
        let role = role(of: alarm)
        let line = layout.alarms.row(row)
        let mark = number <= 9 ? String(number) : " "
        let head = [
            Field(mark, .dim, rank: 4, gap: 0), Field(alarm.priority.tag, role, rank: 0, gap: 1),
            Field(alarm.sentence, role, rank: 1, gap: 1, shortens: true),
        ]
        let ack = acknowledgement(alarm)
        guard isDouble else {
            surface.draw(
                head + recheck(alarm, isRight: true)
                    + [ack, Field(alarm.nextAction, .text, rank: 5, shortens: true)], in: line)
            if alarm.isFullBar { surface.restyle(line, role: role) }
            return
        }
        surface.draw(head + [ack], in: line)
        if alarm.isFullBar { surface.restyle(line, role: role) }
        var tail = [
            Field("   " + String(surface.glyphs.marks.right), .dim, rank: 4),
            Field(alarm.nextAction, .strong, rank: 1, gap: 1, shortens: true),
        ]
        if alarm.isLatched { tail.append(Field("latched", .text, rank: 3, isRight: true)) }
        if !alarm.isConfirmed { tail.append(Field("not confirmed", .dim, rank: 5, isRight: true)) }
        if let until = alarm.switchedOffUntil {
            tail.append(
                Field("off until " + TimeText.minute(until, in: picture), .notice, rank: 2, isRight: true))
        }
        surface.draw(tail + recheck(alarm, isRight: true), in: layout.alarms.row(row + 1))
    }

    private func acknowledgement(_ alarm: AlarmPicture) -> Field {
        if let by = alarm.acknowledgedBy {
            return Field("acknowledged " + by, .dim, rank: 3, isRight: true, shortens: true)
        }
        return Field("NOT ACKNOWLEDGED", role(of: alarm), rank: 2, isRight: true)
    }

    private func recheck(_ alarm: AlarmPicture, isRight: Bool) -> [Field] {
        guard let due = alarm.recheckDue else { return [] }
        let text = "recheck " + TimeText.due(due, at: picture.now)
        return [Field(text, alarm.isOverdue ? .warning : .strong, rank: 2, isRight: isRight)]
    }

    private func role(of alarm: AlarmPicture) -> Role {
        let isOpen = alarm.acknowledgedBy == nil
        switch alarm.priority {
        case .low: return .notice
        case .medium: return isOpen && scene.mediumFlash ? .warningFlash : .warning
        case .high: return isOpen && scene.highFlash ? .criticalFlash : .critical
        }
    }

    /// The emergency with its stamps; what is still to be stamped stands out.
    func drawEmergency(on surface: inout Surface) {
        guard let emergency = picture.emergency, claim(layout.emergency, "emergency", on: &surface) else {
            return
        }
        let first = layout.emergency.row(0)
        let since = TimeText.counted(picture.now - emergency.since)
        surface.draw(
            [
                Field("EMERGENCY", .critical, rank: 0), Field(since, .critical, rank: 1, gap: 1),
                Field(emergency.trigger, .strong, rank: 2, shortens: true),
            ], in: first)
        guard layout.emergency.rows > 1 else { return }
        let stamps = [
            ("prescriber told", emergency.prescriberNotified), ("at bedside", emergency.prescriberAtBedside),
            ("help called", emergency.called), ("help arrived", emergency.arrived),
        ]
        var fields: [Field] = []
        for (index, (name, at)) in stamps.enumerated() {
            let time = at.map { TimeText.minute($0, in: picture) } ?? "--:--"
            fields.append(Field(name + " " + time, at == nil ? .warning : .text, rank: index))
        }
        surface.draw([Field("         ", .dim, rank: 9, gap: 0)] + fields, in: layout.emergency.row(1))
    }

    /// What is wrong with the machine, apart from the patient's alarms.
    func drawTechnical(on surface: inout Surface) {
        guard claim(layout.technical, "technical", on: &surface) else { return }
        let sentences = scene.technicalSentences
        for (index, sentence) in sentences.enumerated() where index < layout.technical.rows {
            let hidden = index == layout.technical.rows - 1 ? sentences.count - index - 1 : 0
            var fields = [
                Field("!!!", .critical, rank: 0), Field("technical:", .critical, rank: 2, gap: 1),
                Field(sentence, .critical, rank: 1, gap: 1, shortens: true),
            ]
            if hidden > 0 { fields.append(Field("and " + String(hidden) + " more", .critical, rank: 0)) }
            surface.draw(fields, in: layout.technical.row(index))
        }
    }
}
