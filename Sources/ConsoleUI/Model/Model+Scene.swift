import Canvas
import SessionCore

extension Model {
    /// What the session screen is drawn from; `nil` without a session.
    func scene(at moment: Moment, glyphs: GlyphSet) -> SessionScene? {
        guard let bedside, let picture = bedside.picture else { return nil }
        let activity = shownActivity
        var selected: Int?
        for case .selection(let selection) in stack { selected = selection.sequence }
        var entry = activity.flatMap { entryScene($0) } ?? questionScene
        // An open line takes the notice's place on the screen, so that the notice stands in its advice.
        if let notice { entry?.advice.insert(Segment(notice.text, notice.role), at: 0) }
        func isInverse(_ milliseconds: Int) -> Bool { moment.running / Int64(max(1, milliseconds)) % 2 == 1 }
        var scene = SessionScene(
            picture: picture, modeWord: modeWord, glyphs: glyphs,
            highFlash: isInverse(picture.careProtocol.alarms.highFlashMilliseconds),
            mediumFlash: isInverse(picture.careProtocol.alarms.mediumFlashMilliseconds),
            audio: audio, saving: savingState, technicalAlarms: technicalAlarms,
            scrollBack: bedside.scrollBack,
            selected: selected, entry: entry,
            panel: activity.flatMap { panelScene($0) }, notice: sceneNotice,
            keyBar: keyBar(hasSuggestion: entry?.hasSuggestion ?? false))
        scene.room = practice?.scene(wall: wallWords)
        return scene
    }

    /// What is open on top, or what is being saved: it stays on the screen until the journal has it.
    private var shownActivity: Activity? { stack.last ?? outbox.first?.origin }

    var modeWord: ModeWord {
        guard let bedside, let picture = bedside.picture else {
            return setup.mode == .practice ? .practice : .live
        }
        let isPractice = picture.mode == .practice
        if bedside.writtenBy != nil { return isPractice ? .practiceWatching : .watching }
        if bedside.isRecord || bedside.damage != nil { return isPractice ? .practiceRecord : .record }
        return isPractice ? .practice : .live
    }

    var savingState: SavingState {
        if let diskComplaint { return .failed(diskComplaint) }
        return outbox.isEmpty ? .saved : .saving
    }

    /// What is asked after the machine was restarted, and of a session that was kept on paper.
    static let clockQuestion = "is the clock right? y confirms; elapsed times are taken from it"

    /// That a session which runs is watched and not written.
    static let desertion = "NOBODY WRITES THIS SESSION: its console has ended; T writes it here"

    /// What is wrong with the machine rather than the patient.
    var technicalAlarms: [String] {
        var alarms: [String] = []
        if let damage = bedside?.damage { alarms.append("the record is damaged: \(damage)") }
        if let diskComplaint { alarms.append("ENTRIES ARE NOT SAVED: \(diskComplaint)") }
        if let clockComplaint { alarms.append("\(clockComplaint) (y: the time is right)") }
        if picture?.asksTimeConfirmation == true, bedside?.readOnlyBecause == nil {
            alarms.append(Model.clockQuestion)
        }
        if bedside?.isDeserted == true, picture?.phase.isOver == false { alarms.append(Model.desertion) }
        return alarms
    }

    private var sceneNotice: Segment? {
        if awaited != nil { return Segment("reading the session again…", .notice) }
        if let notice { return Segment(notice.text, notice.role) }
        if let late = bedside?.lateTime {
            let clock = clockWords(late, utcOffsetMinutes: moment.utcOffsetMinutes)
            return Segment("the next entry happened at \(clock)", .notice)
        }
        // Nothing can be typed into a damaged record: the line says why, where above it may be cut.
        if let damage = bedside?.damage { return Segment("the record is damaged: \(damage)", .warning) }
        guard stack.isEmpty, bedside?.readOnlyBecause == nil, let text = bedside?.aside.last else {
            return nil
        }
        return Segment("typed and not filed: \(text)   (b brings it back)", .notice)
    }

    /// Nothing is open, and a questionable value may still be typed again.
    private var questionScene: EntryScene? {
        guard stack.isEmpty, whyNotEntered == nil, let question = bedside?.question else { return nil }
        return EntryScene(
            prompt: "again?", text: "", cursor: 0, readBack: [Segment(question.sentence, .warning)])
    }

    /// The entry line of what is open; `nil` when nothing is typed there.
    func entryScene(_ activity: Activity) -> EntryScene? {
        switch activity {
        case .entry(let field): return entryScene(field)
        case .interview(let interview): return entryScene(interview)
        case .effects(let steps): return entryScene(steps)
        case .finder(let finder):
            let prompt = finder.isHelp ? "search" : "command"
            // The sentence of the chosen command whole: in its row a narrow screen cuts it.
            let hits = finder.hits(self)
            let chosen = hits.indices.contains(finder.focus) ? hits[finder.focus] : nil
            let reason = chosen?.whyNot(self).map { [Segment("not now: " + $0, .notice)] } ?? []
            return EntryScene(
                prompt: prompt, text: finder.editor.text, cursor: finder.editor.cursor,
                readBack: chosen.map { [Segment($0.help)] } ?? [Segment("nothing answers to that", .dim)],
                advice: reason)
        case .list(let list): return entryScene(list)
        case .selection: return nil
        }
    }

    private func entryScene(_ field: EntryField) -> EntryScene {
        var readBack: [Segment] = []
        var advice: [Segment] = []
        var hasSuggestion = false
        if isBeingSaved {
            readBack = [Segment("saving…", .notice)]
        } else {
            let judgement = judge(field.editor.text, correcting: field.corrects, isTyping: true)
            readBack = judgement.readBack
            advice = judgement.advice
            hasSuggestion = judgement.suggestion != nil
        }
        if let complaint = field.complaint { advice.insert(Segment(complaint, .entryError), at: 0) }
        if field.editor.isEmpty, let aside = bedside?.aside.last {
            advice.append(Segment("<Up> brings back: \(aside)", .dim))
        }
        let prompt = field.corrects.map { "instead of \(standingWords($0))" } ?? "entry"
        return EntryScene(
            prompt: prompt, text: field.editor.text, cursor: field.editor.cursor, readBack: readBack,
            advice: advice, hasSuggestion: hasSuggestion)
    }

    private func standingWords(_ sequence: Int) -> String {
        picture?.timeline.entry(sequence: sequence)?.text ?? "entry \(sequence)"
    }

    /// Whether what is shown is with the journal rather than open.
    private var isBeingSaved: Bool { stack.isEmpty && !outbox.isEmpty }

    private func entryScene(_ interview: Interview) -> EntryScene? {
        if isBeingSaved {
            let saying = outbox.first?.saying ?? ""
            return EntryScene(
                prompt: interview.title, text: interview.typedText, cursor: 0,
                readBack: [Segment("saving…  \(saying)", .notice)])
        }
        guard let question = interview.question(self), case .text = question.kind else { return nil }
        var advice = [Segment(question.hint, .dim)]
        if let complaint = interview.complaint { advice = [Segment(complaint, .entryError)] }
        if interview.editor.isEmpty, let aside = bedside?.aside.last {
            advice.append(Segment("<Up> brings back: \(aside)", .dim))
        }
        return EntryScene(
            prompt: question.prompt, text: interview.editor.text, cursor: interview.editor.cursor,
            readBack: question.readBack(interview.editor.text), advice: advice)
    }

    private func entryScene(_ steps: EffectSteps) -> EntryScene {
        let text = steps.line + (steps.isMinus ? " -" : "")
        if isBeingSaved {
            return EntryScene(
                prompt: "effects", text: text, cursor: text.count, readBack: [Segment("saving…", .notice)])
        }
        let advice = steps.complaint.map { [Segment($0, .entryError)] } ?? []
        return EntryScene(
            prompt: "effects", text: text, cursor: text.count,
            readBack: steps.values.isEmpty ? [] : judge(steps.line, correcting: nil).readBack, advice: advice)
    }
}
