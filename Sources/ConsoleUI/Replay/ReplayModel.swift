import Canvas
import Review
import SessionCore

extension Model {
    /// A record came from the journal: it is shown from its first instant, and the session as it stands now beside it
    /// when it runs on.
    mutating func recordLoaded(_ record: RecordedSession) -> [Effect] {
        awaited = nil
        stack = []
        notice = nil
        bedside = nil
        if record.runsOn {
            let session = record.cursor.session
            var live = Bedside(LoadedSession(session: session, writtenBy: "another console"))
            live.look(at: moment)
            bedside = live
        }
        replay = Replay(record, origin: setup.record != nil ? .program : .home, at: moment)
        stage = .replay
        if ending != nil { return finish() }
        reachNow()
        let opened = wantsReview ? openList(.review) : []
        wantsReview = false
        return readComments() + opened + replayTypedAhead()
    }

    /// Looks back at the session in front, which this console does not write or which has ended.
    mutating func lookBack() -> [Effect] {
        guard let session = bedside?.session else { return [] }
        let careProtocol = session.careProtocol
        do throws(Refusal) {
            var cursor = try ReplayCursor(session.facts) { _ in careProtocol }
            cursor.seekToEnd()
            replay = Replay(RecordedSession(cursor, isKept: true), origin: .bedside, at: moment)
            stage = .replay
            reachNow()
            return readComments()
        } catch {
            say(error.sentence, .critical)
            return []
        }
    }

    /// Why the session in front cannot be replayed here; `nil` when it can.
    var whyNoLookBack: String? {
        guard let bedside else { return "open a session first" }
        if bedside.readOnlyBecause != nil || bedside.isRecord { return nil }
        return "this console writes the session; replay it from another one, or when it has ended"
    }

    /// Leaves the replay for where it was begun.
    mutating func leaveReplay() -> [Effect] {
        guard let origin = replay?.origin else { return [] }
        replay = nil
        stack = []
        switch origin {
        case .program: return [.quit]
        case .home: return goHome()
        case .debrief:
            stage = .debrief
            return []
        case .bedside:
            stage = .bedside
            bedside?.look(at: moment)
            return []
        }
    }

    /// Whether the session whose past is shown runs on.
    var isLookingBack: Bool {
        stage == .replay && practice == nil && bedside?.picture?.phase.isOver == false
    }

    /// A session that runs on can be looked at up to now. Who stands at its end stays there and so watches it; who has
    /// gone back is left where he is.
    mutating func reachNow(adding facts: [Fact] = []) {
        let now = isLookingBack ? picture?.now : nil
        replay?.move { cursor in
            let follows = cursor.isAtEnd && (now != nil || !facts.isEmpty)
            if !facts.isEmpty { cursor.append(facts) }
            if let now { cursor.reach(now) }
            if follows { cursor.seekToEnd() }
        }
    }

    /// Time passed while the past is shown.
    mutating func replayTimePassed() {
        let moment = moment
        replay?.timePassed(to: moment)
    }

    /// What the replay screen is drawn from; `nil` without one.
    func replayScene(at moment: Moment, glyphs: GlyphSet) -> SessionScene? {
        guard let replay else { return nil }
        let clock = secondsWords(moment.wall, utcOffsetMinutes: moment.utcOffsetMinutes)
        var scene = replay.scene(
            glyphs: glyphs, strip: replay.strip(clock: clock, live: liveLine(at: moment)))
        if let top = stack.last {
            scene.entry = entryScene(top)
            scene.panel = panelScene(top)
        }
        if let notice {
            let said = Segment(notice.text, notice.role)
            if stack.isEmpty { scene.notice = said } else { scene.entry?.advice.insert(said, at: 0) }
        }
        scene.keyBar = keyBar()
        return scene
    }

    private func liveLine(at moment: Moment) -> LiveLine? {
        guard isLookingBack, let picture else { return nil }
        let worst = picture.alarms.first
        let milliseconds =
            worst?.priority == .high
            ? picture.careProtocol.alarms.highFlashMilliseconds
            : picture.careProtocol.alarms.mediumFlashMilliseconds
        return LiveLine(
            clock: secondsWords(moment.wall, utcOffsetMinutes: moment.utcOffsetMinutes), worst: worst,
            more: max(0, picture.alarms.count - 1),
            isInverse: moment.running / Int64(max(1, milliseconds)) % 2 == 1)
    }
}

/// A clock with seconds: `14:05:09`.
func secondsWords(_ time: WallTime, utcOffsetMinutes: Int) -> String {
    let second = CivilTime(time, utcOffsetMinutes: utcOffsetMinutes).second
    return clockWords(time, utcOffsetMinutes: utcOffsetMinutes) + (second < 10 ? ":0" : ":") + String(second)
}
