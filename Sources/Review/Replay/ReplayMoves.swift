import SessionCore

extension ReplayCursor {
    /// Goes to an instant, or as near as the record reaches.
    public mutating func seek(to time: SessionTime) {
        self.time = min(max(time, start), end)
        count = max(1, times.endIndex(of: self.time))
    }

    /// Goes to the first instant.
    public mutating func seekToStart() { seek(to: start) }

    /// Goes to the last instant.
    public mutating func seekToEnd() { seek(to: end) }

    /// Lets the record reach up to an instant at which nothing more was entered: a session that runs on, or a moment
    /// after its end.
    public mutating func reach(_ time: SessionTime) { end = max(end, time) }

    /// Goes to the next fact; `false` when there is none.
    @discardableResult
    public mutating func stepForward() -> Bool {
        let times = times
        guard count < times.count, times[count] <= end else { return false }
        place(after: count + 1, times)
        return true
    }

    /// Goes back to the last fact before this place; `false` when there is none.
    @discardableResult
    public mutating func stepBack() -> Bool {
        let times = times
        if time > times[count - 1] {
            place(after: count, times)
            return true
        }
        guard count > 1 else { return false }
        place(after: count - 1, times)
        return true
    }

    private mutating func place(after count: Int, _ times: [SessionTime]) {
        self.count = count
        time = times[count - 1]
    }

    /// Goes to the next stop of a kind and answers with it; `nil` when there is none.
    public mutating func next(_ kind: ReplayStop.Kind) -> ReplayStop? {
        guard let stop = marks.stops.first(where: { $0.kind == kind && $0.time > time }) else { return nil }
        seek(to: stop.time)
        return stop
    }

    /// Goes back to the last stop of a kind before this place and answers with it; `nil` when there is none.
    public mutating func previous(_ kind: ReplayStop.Kind) -> ReplayStop? {
        guard let stop = marks.stops.last(where: { $0.kind == kind && $0.time < time }) else { return nil }
        seek(to: stop.time)
        return stop
    }

    /// Every stop of the present view, in order.
    public var stops: [ReplayStop] { mutating get { marks.stops } }

    /// The worst open alarm over time, in the present view.
    public var alarmTrack: AlarmTrack { mutating get { marks.track } }

    /// The next instant at which something happens, by a fact or by the rules; `nil` when nothing does any more.
    public mutating func nextEvent() -> SessionTime? {
        let facts = times
        let rules = marks.times
        let fact = facts.endIndex(of: time)
        let rule = rules.endIndex(of: time)
        let coming = [
            fact < facts.count ? facts[fact] : nil, rule < rules.count ? rules[rule] : nil,
        ].compactMap(\.self)
        return coming.min().map { min($0, end) }
    }

    /// When the fact of that number was entered; `nil` when there is no such fact.
    public func entered(fact sequence: Int) -> SessionTime? {
        known.times.element(numbered: sequence)
    }

    /// Goes to the fact of that number in the record.
    ///
    /// - Throws: a ``Refusal`` when there is no such fact, or when a correction struck it.
    public mutating func seek(toFact sequence: Int) throws(Refusal) {
        guard (1...known.facts.count).contains(sequence) else {
            throw Refusal("Entries are numbered from 1 to \(known.facts.count); there is no \(sequence).")
        }
        switch knowledge {
        case .asKnownThen:
            place(after: sequence, known.times)
        case .asCorrectedNow:
            let place: (Int, [SessionTime])? = withCorrected { tape, _ in
                tape.place(ofNumber: sequence).map { ($0, tape.tape.times) }
            }
            guard let place else {
                throw Refusal("Entry \(sequence) was struck or is itself a correction.")
            }
            self.place(after: place.0, place.1)
        }
    }
}
