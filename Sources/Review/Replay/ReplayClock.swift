import SessionCore

/// Where the facts of a session stand on its own time line, and what the clocks showed at any point of it: between two
/// facts they ran on from the earlier one, as they did at the bedside.
struct ReplayClock: Sendable {
    /// When each fact was entered, never earlier than the one before it.
    private(set) var times: [SessionTime] = []
    /// What the clocks showed then.
    private var moments: [Moment] = []
    private let zero: WallTime
    private let utcOffsetMinutes: Int

    /// The clock of a session that begins with this fact.
    init(opening: Fact) {
        zero = opening.measured
        if case .sessionOpened(let opened) = opening.body {
            utcOffsetMinutes = opened.utcOffsetMinutes
        } else {
            utcOffsetMinutes = 0
        }
        let waited = opening.entered.milliseconds &- opening.measured.milliseconds
        add(opening, at: opening.elapsed ?? SessionTime(milliseconds: max(0, waited)))
    }

    /// Takes the next fact in the order of entry.
    mutating func add(_ fact: Fact) { add(fact, at: enteredTime(of: fact)) }

    private mutating func add(_ fact: Fact, at time: SessionTime) {
        times.append(max(time, times.last ?? time))
        moments.append(Moment(wall: fact.entered, boot: fact.boot, utcOffsetMinutes: utcOffsetMinutes))
    }

    /// When a fact was entered.
    func enteredTime(of fact: Fact) -> SessionTime {
        fact.elapsed ?? SessionTime(milliseconds: fact.entered.milliseconds &- zero.milliseconds)
    }

    /// When a fact happened: as long before its entry as the wall clock says.
    func measuredTime(of fact: Fact, measured: WallTime? = nil) -> SessionTime {
        let earlier = fact.entered.milliseconds &- (measured ?? fact.measured).milliseconds
        return enteredTime(of: fact) - Span(milliseconds: earlier)
    }

    /// How many facts had been entered at an instant; one at least.
    func count(at time: SessionTime) -> Int { max(1, times.endIndex(of: time)) }

    /// What all clocks showed at an instant.
    func moment(at time: SessionTime) -> Moment { moment(at: time, after: count(at: time)) }

    /// What all clocks showed at an instant at which so many facts had been entered.
    func moment(at time: SessionTime, after count: Int) -> Moment {
        let index = min(max(1, count), times.count) - 1
        var moment = moments[index]
        let passed = (time - times[index]).milliseconds
        moment.wall = moment.wall.advanced(byMilliseconds: passed)
        moment.boot?.milliseconds &+= passed
        return moment
    }

    /// The instant at which the wall clock showed `wall`, the nearest to `near` where a step of the clock made it show
    /// that twice, the end of the gap where it never did.
    func time(onWall wall: WallTime, near: SessionTime) -> SessionTime {
        var found: [SessionTime] = []
        for index in times.indices {
            let time =
                times[index]
                + Span(milliseconds: wall.milliseconds &- moments[index].wall.milliseconds)
            let isLast = index + 1 == times.count
            if index == 0, time < times[0] { found.append(time) }
            if time >= times[index], isLast || time < times[index + 1] { found.append(time) }
            if !isLast, time >= times[index + 1], moments[index + 1].wall > wall {
                found.append(times[index + 1])
            }
        }
        func distance(_ time: SessionTime) -> Int64 { abs((time - near).milliseconds) }
        return found.min { distance($0) < distance($1) } ?? near
    }
}

extension [SessionTime] {
    /// How many of these times, which are in order, are not later than `time`.
    func endIndex(of time: SessionTime) -> Int {
        firstPlace { $0 > time }
    }
}
