import Canvas
import SessionCore

/// Takes in one message and answers with what is to be done outside. The instant comes with the message; nothing here
/// reads a clock, and nothing is shown as recorded before the journal has answered `committed`.
public func update(_ model: inout Model, _ message: Message, at moment: Moment) -> [Effect] {
    model.moment = model.sessionMoment(at: moment)
    let effects = take(message, into: &model, at: moment)
    model.debriefWhenOver()
    return effects + model.keepExercise() + model.tellClock()
}

private func take(_ message: Message, into model: inout Model, at moment: Moment) -> [Effect] {
    switch message {
    case .key(let key): return model.pressed(key)
    case .pasted(let text): return model.pasted(text)
    case .resized(let size): model.size = size
    case .tick: return model.ticked()
    case .protocolsLoaded(let protocols, let problems): model.protocolsLoaded(protocols, problems: problems)
    case .sessionsListed(let sessions, let draft):
        model.offer(draft)
        model.home.show(sessions, at: moment)
    case .sessionLoaded(let loaded): return model.sessionLoaded(loaded)
    case .recordLoaded(let record): return model.recordLoaded(record)
    case .committed(let token): return model.committed(token)
    case .commitFailed(let token, let sentence, let mayBeStored):
        return model.commitFailed(token, sentence: sentence, mayBeStored: mayBeStored)
    case .failed(let sentence): return model.failed(sentence)
    case .told(let sentence): model.told(sentence)
    case .commentsRead(let comments, let session): model.commentsRead(comments, of: session)
    case .commentNotKept(let comment, let sentence): model.commentNotKept(comment, sentence: sentence)
    case .factsArrived(let facts): model.factsArrived(facts)
    case .writerChanged(let isGone): model.bedside?.isDeserted = isGone
    case .exerciseLoaded(let attempt): return model.exerciseLoaded(attempt)
    case .attemptsListed(let attempts): return model.attemptsListed(attempts)
    case .comparisonFailed(let sentence): model.comparisonFailed(sentence)
    case .attemptToCompare(let outcome, let title): model.compare(with: outcome, titled: title)
    case .slept(let span): return model.slept(span)
    case .clockStepped(let span): return model.clockStepped(span)
    case .clockSet(let time): return model.clockSet(to: time)
    case .exerciseRead(let watched): model.exerciseRead(watched)
    case .instructorSent(let messages): model.instructorSent(messages)
    case .messageSent(let number): model.messageSent(number)
    case .messageNotSent(let sentence): model.messageNotSent(sentence)
    case .asked(let cause): return model.asked(toEnd: cause)
    }
    return []
}

extension Model {
    /// The journal has something to say, which may stand in the place of comments that cannot be read.
    mutating func told(_ sentence: String) {
        isKeepingComment = false
        say(sentence)
    }

    /// A tick: what is shown is computed anew when the clock's second is another one than at the last tick, so that the
    /// flash timer costs nothing and a key that was pressed in between does not stop the clock.
    mutating func ticked() -> [Effect] {
        if let notice, realMoment.since(notice.given) >= Notice.stays { self.notice = nil }
        replayTimePassed()
        if practice?.keeping.isWaiting == false { practice?.keeping.rests = false }
        let second = moment.wall.milliseconds / 1000
        guard second != lastSecond else { return [] }
        lastSecond = second
        switch stage {
        case .home: home.secondPassed(at: moment)
        case .form: break
        case .bedside: bedside?.look(at: moment)
        case .replay:
            bedside?.look(at: moment)
            reachNow()
        case .debrief: break
        case .instructor: instructor?.look(at: realMoment)
        }
        forgetOldQuestion()
        // No signal announces a crash or a power cut: what is being typed is kept as a draft while it is being typed.
        let draft = stage == .bedside ? keepDraft(always: false) : keepForm()
        return draft + ring()
    }

    /// Drops the question about an unconfirmed value when typing it again would be a new measurement.
    mutating func forgetOldQuestion() {
        guard let question = bedside?.question, let now = picture?.now, now >= question.until else { return }
        bedside?.question = nil
    }

    /// Rings as the protocol says while an alarm that may be heard is unacknowledged.
    mutating func ring() -> [Effect] {
        guard stage == .bedside || isLookingBack, let picture else { return [] }
        if case .paused(let until) = audio, picture.now >= until { audio = .on }
        guard audio == .on else { return [] }
        let rules = picture.careProtocol.alarms
        if Bell.pattern(for: picture.alarms, rules: rules) == nil { lastBell = nil }
        let count = Bell.bellsDue(for: picture.alarms, rules: rules, lastBurst: lastBell, at: picture.now)
        guard count > 0 else { return [] }
        lastBell = picture.now
        return [.bell(count)]
    }
}
