import Canvas
import SessionCore

extension SessionView {
    /// Open alarms, worst first; the number before each is the one to acknowledge it by.
    func drawAlarms(on surface: inout Surface) {
        guard claim(layout.alarms, "alarms", on: &surface) else { return }
        let alarms = picture.alarms
        guard !alarms.isEmpty else {
            surface.draw([Field("no open alarm", .dim)], in: layout.alarms.row(0))
            return
        }
        var row = 0
        for (index, alarm) in alarms.enumerated() {
            let left = layout.alarms.rows - row
            guard left > 0 else { return }
            let others = alarms.count - index - 1
            // The worst has two lines when there are two; the others when all that are left can have two.
            let isDouble = left >= 2 && (index == 0 || left >= 2 * (others + 1))
            let isLast = left == (isDouble ? 2 : 1)
            draw(
                alarm, number: index + 1, hidden: isLast ? others : 0, at: row, isDouble: isDouble,
                on: &surface)
            row += isDouble ? 2 : 1
        }
    }

    private func draw(
        _ alarm: AlarmPicture, number: Int, hidden: Int, at row: Int, isDouble: Bool,
        on surface: inout Surface
    ) {
        let role = role(of: alarm)
        let line = layout.alarms.row(row)
        let head = [
            // The number is the key to acknowledge by; on a small screen the words of the alarm need its room more.
            Field(number <= 9 ? String(number) : " ", .dim, rank: layout.tier == .small ? 4 : 0, gap: 0),
            Field(alarm.priority.tag, role, rank: 0, gap: 1),
            Field(alarm.sentence, role, rank: 1, gap: 1, shortens: true),
        ]
        var more: [Field] = []
        if hidden > 0 {
            let tag = picture.alarms.dropFirst(number).first?.priority.tag ?? ""
            more = [Field("and " + String(hidden) + " more " + tag, .strong, rank: 1, isRight: true)]
        }
        let action = Field(
            alarm.nextAction, isDouble ? .strong : .text, rank: isDouble ? 2 : 5, gap: 1, shortens: true)
        if isDouble {
            // A long sentence gives way to it, except where there is room for little else.
            let state = acknowledgement(alarm, rank: layout.tier == .small ? 2 : 0)
            surface.draw(head + [state], in: line)
            let arrow = Field("   " + String(surface.glyphs.marks.right), .dim, rank: 6)
            let rest = self.state(alarm) + recheck(alarm) + more
            surface.draw([arrow, action] + rest, in: layout.alarms.row(row + 1))
        } else {
            let spaced = Field(action.text, action.role, rank: 5, gap: 3, shortens: true)
            let state = acknowledgement(alarm, rank: 2)
            surface.draw(head + [spaced] + recheck(alarm) + [state] + more, in: line)
        }
        if alarm.isFullBar { surface.restyle(line, role: role) }
    }

    private func state(_ alarm: AlarmPicture) -> [Field] {
        var fields: [Field] = []
        if alarm.isLatched, layout.tier != .small {
            fields.append(Field("latched", .text, rank: 4, isRight: true))
        }
        // Most sentences say it themselves.
        if !alarm.isConfirmed, alarm.key.parameter != .checkpoint, !alarm.sentence.contains("confirmed") {
            fields.append(Field("not confirmed", .dim, rank: 5, isRight: true))
        }
        if let since = alarm.sustainedSince {
            let text = "sustained " + TimeText.age(picture.now - since)
            fields.append(Field(text, .strong, rank: 3, isRight: true))
        }
        if let until = alarm.switchedOffUntil {
            let text = "off until " + TimeText.minute(until, in: picture)
            fields.append(Field(text, .notice, rank: 3, isRight: true))
        }
        return fields
    }

    private func acknowledgement(_ alarm: AlarmPicture, rank: Int) -> Field {
        if let by = alarm.acknowledgedBy {
            return Field("acknowledged " + by, .dim, rank: 3, isRight: true, shortens: true)
        }
        return Field("NOT ACKNOWLEDGED", role(of: alarm), rank: rank, isRight: true)
    }

    private func recheck(_ alarm: AlarmPicture) -> [Field] {
        guard let due = alarm.recheckDue else { return [] }
        let text = "recheck " + TimeText.due(due, at: picture.now)
        return [Field(text, alarm.isOverdue ? .warning : .strong, rank: 2, isRight: true)]
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
        let perLine = layout.emergency.rows > 2 ? 2 : stamps.count
        let fields = stamps.enumerated().map { index, stamp in
            let time = stamp.1.map { TimeText.minute($0, in: picture) } ?? "--:--"
            return Field(stamp.0 + " " + time, stamp.1 == nil ? .warning : .text, rank: index)
        }
        surface.draw(Array(fields.prefix(perLine)), in: layout.emergency.row(1))
        surface.draw(Array(fields.dropFirst(perLine)), in: layout.emergency.row(2))
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
