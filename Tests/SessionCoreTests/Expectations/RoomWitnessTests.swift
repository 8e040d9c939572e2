import Testing

@testable import SessionCore

@Suite("What counts as measured and done in a simulated room")
struct RoomWitnessTests {
    /// A room in which the trainee is alone from minute 8 on and the cuff showed 165/98 at these minutes.
    private func room(_ minutes: [Double]) -> RoomRecord {
        let shown = minutes.flatMap { minute in
            [(Vital.systolic, 165), (.diastolic, 98)].map {
                ShownReading(at: time(minute), vital: $0, value: $1)
            }
        }
        return RoomRecord(tookOver: time(8), shown: shown)
    }

    private func time(_ minute: Double) -> SessionTime { SessionTime(milliseconds: Int64(minute * 60_000)) }

    private func pressures(_ bedside: Bedside, _ room: RoomRecord) -> [SessionTime] {
        Happenings(session: bedside.session, room: room).all.filter { happening in
            guard case .fact(.reading(let reading), _) = happening.what, happening.at >= room.tookOver else {
                return false
            }
            return reading.values.pressure != nil
        }.map(\.at)
    }

    @Test("one inflation of the cuff backs one reading, a second reading needs a second one")
    func oneInflation() throws {
        var bedside = try Bedside()
        try bedside.start()
        for minute in [10.0, 11.5, 13] { try bedside.measure(165, 98, at: minute) }
        #expect(pressures(bedside, room([9.9])) == [time(10)])
        #expect(pressures(bedside, room([9.9, 12.9])) == [time(10), time(13)])
        #expect(pressures(bedside, room([])).isEmpty)
    }

    @Test(
        "a pump's figure counts when the pump has shown it, to the whole milligram, and not when it was reckoned"
    )
    func pumpFigure() throws {
        var bedside = try Bedside()
        try bedside.start()
        for (minute, figure) in [(10.0, 14.0), (11, 13.6), (12, 12)] {
            try bedside.file(.pumpFigureNoted(PumpFigureNoted(milligrams: figure)), at: minute)
        }
        var room = room([])
        func noted() -> [SessionTime] {
            Happenings(session: bedside.session, room: room).all.filter { happening in
                if case .fact(.pumpFigureNoted, _) = happening.what { true } else { false }
            }.map(\.at)
        }
        #expect(noted() == [], "nobody looked")
        room.pumpFigures = [ShownPumpFigure(at: time(10.5), milligrams: 13.6)]
        #expect(noted() == [time(11)], "what was noted before was not seen")
        room.pumpFigures = [ShownPumpFigure(at: time(9.5), milligrams: 13.6)]
        #expect(noted() == [time(10), time(11)])
    }

    @Test("a late reading counts when the cuff had shown it by then, and not when it was shown later")
    func lateReading() throws {
        var bedside = try Bedside()
        try bedside.start()
        try bedside.measure(165, 98, at: 40, measured: 20)
        #expect(
            pressures(bedside, room([19.8])) == [time(35)], "believed for as long as an entry is not late")
        #expect(pressures(bedside, room([39])).isEmpty)
    }

    @Test("who strikes a slip and types the same cuff again has measured once, and it counts")
    func typedAnew() throws {
        var bedside = try Bedside()
        try bedside.start()
        let slip = try bedside.measure(185, 98, at: 10)
        try bedside.file(
            .amended(Amended(target: slip.sequence, was: slip.body, now: nil, reason: "typing error")),
            at: 10.5)
        try bedside.measure(165, 98, at: 11)
        #expect(pressures(bedside, room([9.9])) == [time(10), time(11)], "the slip is struck, see below")
        let all = Happenings(session: bedside.session, room: room([9.9])).all
        #expect(all.contains { $0.at == time(11) && !$0.isStruck })
    }

    @Test("a first inflation that is filed after the second one counts for its own time")
    func filedInAnotherOrder() throws {
        var bedside = try Bedside()
        try bedside.start()
        try bedside.measure(165, 98, at: 14)
        try bedside.measure(165, 98, at: 14.5, measured: 10)
        #expect(pressures(bedside, room([9.9, 13.9])) == [time(10), time(14)])
    }

    @Test("an action typed for an earlier time was done when it was typed")
    func backDatedDeed() throws {
        var bedside = try Bedside()
        try bedside.start()
        try bedside.file(.actionTaken(ActionTaken(code: "notified")), at: 20, measured: 17)
        let call = FactPattern(fact: .actionTaken, codes: ["notified"])
        let found = Happenings(session: bedside.session, room: room([])).all.first { call.matches($0) }
        #expect(found?.at == time(20))
        let real = Happenings(session: bedside.session).all.first { call.matches($0) }
        #expect(real?.at == time(17), "at a real bedside the nurse is believed")
    }

    @Test("what was struck earns nothing and can still be held against somebody")
    func struck() throws {
        var bedside = try Bedside()
        try bedside.start()
        let body = FactBody.actionTaken(ActionTaken(code: "notified"))
        let fact = try bedside.file(body, at: 15)
        let call = [FactPattern(fact: .actionTaken, codes: ["notified"])]
        func isCredited() -> Bool {
            let all = Happenings(session: bedside.session)
            return all.all.contains { call.match($0, until: time(60), in: all) }
        }
        #expect(isCredited())
        try bedside.file(
            .amended(Amended(target: fact.sequence, was: body, now: nil, reason: "not reached")), at: 16)
        #expect(!isCredited())
        #expect(Happenings(session: bedside.session).all.contains { call.match($0) })
    }
}
