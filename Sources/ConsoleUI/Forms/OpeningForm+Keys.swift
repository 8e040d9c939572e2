import Canvas
import SessionCore

extension Model {
    /// Opens the form, as it was left when it was left unfinished.
    mutating func beginForm() {
        if form == nil { form = OpeningForm() }
        stage = .form
        notice = nil
    }

    /// Opens the form that was asked for on the command line.
    mutating func beginForm(_ opening: Setup.Opening) {
        var form = OpeningForm()
        if case .paper(let began) = opening {
            form.isFromPaper = true
            form.focus = .began
            if !began.isEmpty { form.editors[.began] = LineEditor(began, limit: 80) }
        }
        self.form = form
        beginForm()
    }

    /// A key in the form.
    mutating func pressedInForm(_ key: Key) -> [Effect] {
        guard var form else {
            stage = .home
            return []
        }
        form.complaint = nil
        notice = nil
        switch key {
        case .escape:
            stage = .home
            say("the new session is not opened; n goes on with what was typed", .dim)
        case .enter, .tab, .down: return advance(form, isEnter: key == .enter)
        case .up, .backTab: form.step(by: -1, self)
        default: form.press(key)
        }
        self.form = form
        return []
    }

    mutating func pasteIntoForm(_ text: String) {
        guard var form, form.focus.choices.isEmpty else {
            say("nothing was pasted: this field takes one letter")
            return
        }
        var editor = form.editors[form.focus] ?? LineEditor(limit: 80)
        if editor.paste(text) {
            form.editors[form.focus] = editor
        } else {
            say("nothing was pasted: more than one line, or too long")
        }
        self.form = form
    }

    private mutating func advance(_ left: OpeningForm, isEnter: Bool) -> [Effect] {
        var form = left
        form.fillFromEnter(self, isEnter: isEnter)
        if isEnter, let complaint = form.complaint(about: form.focus, self) {
            form.complaint = complaint
        } else if isEnter, form.fields(self).last == form.focus {
            self.form = form
            return sendForm()
        } else {
            form.step(by: 1, self)
        }
        self.form = form
        return []
    }

    /// Opens the session: every field is looked at once more, the first that is wrong gets the cursor.
    private mutating func sendForm() -> [Effect] {
        guard var form else { return [] }
        let wrong = form.fields(self).first { form.complaint(about: $0, self) != nil }
        if let wrong {
            form.focus = wrong
            form.complaint = form.complaint(about: wrong, self)
            self.form = form
            return []
        }
        guard let careProtocol = form.careProtocol(self), let id = sessionName(),
            let plan = form.plan(
                careProtocol, self, profile: form.profile(self))
        else { return [] }
        let fact: Fact
        do {
            // No running console saw when a session on paper began: its time is the wall clock's, an estimate.
            let seen = form.isFromPaper ? nil : moment.boot
            fact = try Session.open(
                plan, id: id, mode: setup.mode, measured: form.paperBeginning(moment),
                at: Moment(wall: moment.wall, boot: seen, utcOffsetMinutes: moment.utcOffsetMinutes),
                author: form.text(.initials), source: form.isFromPaper ? .paper : .live)
        } catch {
            self.form?.complaint = error.sentence
            return []
        }
        let token = nextToken()
        outbox.append(
            Outgoing(
                filings: [], moment: moment, origin: nil, saying: Outgoing.openingWords, token: token,
                facts: [fact]))
        return [.openSession(fact, token: token)]
    }

    /// A name for a session that no other has: the instant in UTC, and four letters of the machine's boot.
    private func sessionName() -> SessionID? {
        let digits = moment.wall.iso8601.filter { $0.isNumber }
        var hash: UInt32 = 2_166_136_261
        for byte in (moment.boot?.id ?? "").utf8 { hash = (hash ^ UInt32(byte)) &* 16_777_619 }
        let tail = String(hash % 1_679_616, radix: 36)
        return SessionID("\(digits.prefix(8))-\(digits.dropFirst(8).prefix(9))-\(tail)")
    }
}

extension OpeningForm {
    /// When a session that was kept on paper began; `nil` for every other, and while it is no time of the past.
    func paperBeginning(_ now: Moment) -> WallTime? {
        isFromPaper ? Setup.Opening.paperBeginning(text(.began), at: now) : nil
    }

    /// Moves to another field.
    mutating func step(by step: Int, _ model: Model) {
        let fields = fields(model)
        guard let place = fields.firstIndex(of: focus) else {
            focus = fields.first ?? .label
            return
        }
        focus = fields[min(fields.count - 1, max(0, place + step))]
    }

    /// Enter in an empty field of letters answers it: unknown, or the proposed profile. Both are shown as chosen.
    mutating func fillFromEnter(_ model: Model, isEnter: Bool) {
        guard isEnter, text(focus).isEmpty else { return }
        switch focus {
        case .sex, .hypertension, .firstSession, .stimulant, .earlierPeak:
            editors[focus] = LineEditor("u", limit: 1)
        case .profile:
            guard proposal(model) != nil else { return }
            editors[focus] = LineEditor(profile(model) == .intensive ? "i" : "s", limit: 1)
        default: break
        }
    }

    /// A key in the focused field: a letter picks, everything else is typed.
    mutating func press(_ key: Key) {
        let choices = focus.choices
        guard !choices.isEmpty else {
            var editor = editors[focus] ?? LineEditor(limit: 80)
            if editor.press(key) == .full { complaint = "the field is full" }
            editors[focus] = editor
            return
        }
        switch key {
        case .backspace, .delete: editors[focus] = nil
        case .character(let typed):
            // "iv" and "im" may be typed out: the second letter says the same as the first, or corrects it.
            let letter = focus == .route && typed == "v" ? "i" : Character(typed.lowercased())
            guard let choice = choices.first(where: { $0.letter == letter }) else {
                complaint = typed == " " ? "choose one of these" : "\(typed) is none of these"
                return
            }
            editors[focus] = LineEditor(String(choice.letter), limit: 1)
        default: break
        }
    }
}
