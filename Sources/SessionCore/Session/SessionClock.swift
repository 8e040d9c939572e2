/// Maps wall and boot clocks to the session's own time line. The boot clock is believed while it is the same boot; after
/// a restart of the machine, and for logs from elsewhere, time is taken from the wall clock and marked estimated.
struct SessionClock: Sendable {
    /// Zero of the session's own time line, on the wall clock.
    let zero: WallTime
    /// The last fact's entered time, from which the next one is counted.
    private(set) var last: Anchor
    /// The last fact that carried a boot reading.
    private var booted: Anchor?
    /// The boot whose wall clock the nurse has confirmed, or under which the session was opened.
    private(set) var confirmedBoot: String?

    /// A point that all clocks agree on.
    struct Anchor: Sendable {
        var wall: WallTime
        var boot: BootReading?
        var time: SessionTime
    }

    init(opening: Fact) {
        zero = opening.measured
        let time =
            opening.elapsed
            ?? SessionTime(
                milliseconds: max(0, opening.entered.milliseconds &- opening.measured.milliseconds))
        last = Anchor(wall: opening.entered, boot: opening.boot, time: time)
        booted = opening.boot == nil ? nil : last
        confirmedBoot = opening.boot?.id
    }

    /// When `fact` was entered, on the session's own time line.
    func enteredTime(of fact: Fact) -> SessionTime {
        fact.elapsed ?? time(onWall: fact.entered)
    }

    /// When `fact` happened: as long before its entry as the wall clock says.
    func measuredTime(of fact: Fact, measured: WallTime? = nil) -> SessionTime {
        let earlier = fact.entered.milliseconds &- (measured ?? fact.measured).milliseconds
        return enteredTime(of: fact) - Span(milliseconds: earlier)
    }

    /// Takes `fact` as the newest point.
    mutating func advance(by fact: Fact) {
        last = Anchor(wall: fact.entered, boot: fact.boot, time: enteredTime(of: fact))
        if fact.boot != nil { booted = last }
        if case .timeConfirmed = fact.body { confirmedBoot = fact.boot?.id }
    }

    /// The point on the session's own time line that `moment` is.
    func time(of moment: Moment) -> (time: SessionTime, isEstimated: Bool) {
        if let boot = moment.boot, let anchor = booted, let then = anchor.boot, then.id == boot.id {
            let time = anchor.time + Span(milliseconds: boot.milliseconds &- then.milliseconds)
            return (max(time, last.time), boot.id != confirmedBoot)
        }
        let passed = moment.wall.milliseconds &- last.wall.milliseconds
        return (last.time + Span(milliseconds: max(0, passed)), true)
    }

    /// Whether nobody has vouched for the wall clock since the machine was started, or since the session was kept on
    /// paper.
    func asksConfirmation(at moment: Moment) -> Bool {
        guard let boot = moment.boot else { return false }
        return boot.id != confirmedBoot
    }

    private func time(onWall wall: WallTime) -> SessionTime {
        SessionTime(milliseconds: wall.milliseconds &- zero.milliseconds)
    }
}
