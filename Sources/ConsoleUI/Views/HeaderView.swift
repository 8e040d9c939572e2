import Canvas
import SessionCore

extension SessionView {
    /// Mode, patient, phase, elapsed time and clock.
    func drawStatus(on surface: inout Surface) {
        guard claim(layout.status, "status", on: &surface) else { return }
        let patient = picture.patient
        let isWide = layout.tier == .wide
        let isSmall = layout.tier == .small
        let clockGap = isSmall && isPractice ? 1 : 2
        var fields = [
            // Nothing of a practised session may be taken for real: its word goes last where there is no room.
            Field(corner(surface.glyphs), modeRole, rank: isPractice ? 0 : 1),
            Field(patient.label, .strong, rank: isSmall ? 3 : 4, gap: 1, shortens: true),
            Field("born " + String(patient.birthYear), .text, rank: 5),
        ]
        if layout.tier != .small {
            fields.append(
                Field(
                    isWide ? picture.plan.route.title : picture.plan.route.shortTitle, .dim, rank: 6,
                    shortens: true))
        }
        if isWide { fields.append(Field(picture.session.name, .dim, rank: 8, shortens: true)) }
        fields.append(Field(picture.phase.title, .title, rank: isSmall ? 6 : 3, isRight: true))
        fields.append(Field(elapsed, .strong, rank: 2, gap: clockGap, isRight: true))
        if picture.isTimeEstimated {
            fields.append(Field("estimated", .warning, rank: 3, gap: 1, isRight: true))
        }
        let clock = TimeText.clock(picture)
        fields.append(Field(clock, .strong, rank: 0, gap: clockGap, isRight: true))
        surface.draw(fields, in: layout.status)
        if claim(layout.rule, "rule", on: &surface) {
            surface.hline(at: layout.rule.origin, columns: layout.rule.columns)
        }
    }

    private var elapsed: String {
        guard let since = picture.sinceStart else {
            return "open " + TimeText.elapsed(Span(milliseconds: picture.now.milliseconds))
        }
        return "T0+" + TimeText.elapsed(since)
    }

    /// The mode between signs of its own, so that it cannot be taken for another without colour.
    private func modeWord(_ glyphs: GlyphSet) -> String {
        let word = scene.modeWord.rawValue
        let isPlain = glyphs.form == .ascii
        switch scene.modeWord {
        case .live: return isPlain ? "[" + word + "]" : "▐" + word + "▌"
        case .practice, .practiceRecord: return "//" + word + "//"
        case .record: return "|" + word + "|"
        case .watching, .practiceWatching: return "<" + word + ">"
        case .replay, .practiceReplay: return "{" + word + "}"
        }
    }

    private var isPractice: Bool { scene.modeWord.isPractice }

    /// The mode filled up to the width of the longest word that can stand for the same session, so that nothing beside it
    /// moves between the live screen and its replay.
    private func corner(_ glyphs: GlyphSet) -> String {
        var word = modeWord(glyphs)
        let columns = layout.status.columns
        if isPractice, word.count > columns { word = String(ModeWord.practice.rawValue.prefix(columns)) }
        // On the narrowest screen the patient's label takes the columns that the longest word would leave blank.
        let width = !isPractice ? 8 : columns < 44 ? 0 : 20
        return word + String(repeating: " ", count: max(0, width - word.count))
    }

    private var modeRole: Role {
        isPractice ? .practice : scene.modeWord == .live ? .live : .replay
    }

    /// What is due, soonest first, and at the right whether anything is heard and saved.
    func drawDue(on surface: inout Surface) {
        guard claim(layout.due, "due", on: &surface) else { return }
        var fields: [Field] = []
        if picture.due.isEmpty {
            fields.append(Field(picture.phase.isOver ? "nothing is due" : "nothing due", .dim, rank: 0))
        } else {
            fields.append(Field(layout.tier == .small ? "due" : "due ", .dim, rank: 9))
        }
        for (index, item) in picture.due.prefix(4).enumerated() {
            let isOver = item.at < picture.now && !item.isPrompt
            let when =
                index == 0
                ? TimeText.due(item.at, at: picture.now) : TimeText.dueByMinute(item.at, at: picture.now)
            if index == 0 {
                fields.append(
                    Field(item.words, isOver ? .warning : .text, rank: 2, gap: 1, shortens: true))
                // The time has the role of every ticking figure, so that a second costs few bytes.
                fields.append(Field(when, .strong, rank: 0, gap: 1))
            } else {
                // What is next is named on a small screen too, if without what it asks for.
                let words = layout.tier == .wide ? item.words : item.shortWords
                let text = words + " " + when
                fields.append(
                    Field(text, isOver ? .warning : .dim, rank: 4 + index, gap: 3, follows: true))
            }
        }
        if layout.tier != .small { fields += consoleFields }
        surface.draw(fields, in: layout.due)
    }

    /// Whether anything can be heard and how the last entry stands.
    var consoleFields: [Field] {
        var fields: [Field] = []
        switch scene.audio {
        case .off: fields.append(Field("AUDIO OFF", .notice, rank: 1, gap: 3, isRight: true))
        case .on: fields.append(Field("audio on", .dim, rank: 3, gap: 3, isRight: true))
        case .paused(let until):
            let left = TimeText.counted(until - picture.now)
            fields.append(Field("AUDIO PAUSED " + left, .notice, rank: 1, gap: 3, isRight: true))
        }
        switch scene.saving {
        case .saved: fields.append(Field("saved", .dim, rank: 3, isRight: true))
        case .saving: fields.append(Field("saving", .text, rank: 3, isRight: true))
        case .failed: fields.append(Field("NOT SAVED", .critical, rank: 0, isRight: true))
        }
        return fields
    }
}

extension DueItem {
    /// The title without the signs of the schedule, of which the legend's diamond would say something else.
    fileprivate var words: String {
        var words = title
        if words.hasSuffix(" ◆") { words = String(words.dropLast(2)) + " with effects" }
        return String(words.filter { $0 != "★" }).split(separator: " ").joined(separator: " ")
    }

    /// The title without what a checkpoint asks for; its name alone says what it is.
    fileprivate var shortWords: String {
        if case .checkpoint(let name) = kind { return name }
        return String(title.filter { $0 != "★" && $0 != "◆" }).split(separator: " ").joined(separator: " ")
    }
}

extension Route {
    /// The route where there is little room; a shortened title could stand for another route.
    fileprivate var shortTitle: String {
        switch self {
        case .infusion: "IV infusion"
        case .injection: "IM injection"
        case .nasalRacemic: "nasal racemic"
        case .esketamine: "esketamine"
        }
    }
}
