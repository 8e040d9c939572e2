import Review
import SessionCore
import Testing

@Suite("Any moment of a record")
struct CursorTests {
    /// What a reader would notice if two pictures differed.
    private func words(_ picture: Picture) -> [String] {
        [picture.phase.title, "\(picture.now.milliseconds)", "\(picture.wall.milliseconds)"]
            + picture.timeline.map { "\($0.sequence) \($0.text) \($0.level) \($0.formerText ?? "")" }
            + picture.alarms.map { "\($0.sentence) \($0.priority) \($0.acknowledgedBy ?? "-")" }
            + picture.due.map { "\($0.title) \($0.at.milliseconds)" }
            + picture.checkpoints.map { "\($0.name) \($0.state)" }
            + picture.latest.map { "\($0.key) \($0.value.value) \($0.value.isStale)" }.sorted()
    }

    @Test(
        "at random moments, in any order, the screen is what a fold of the facts until then gives",
        arguments: Records.names)
    func seeking(name: String) throws {
        let facts = try Records.facts(name)
        var cursor = try ReplayCursor(facts)
        var state: UInt64 = 7
        print("seeks, seed \(state)")
        for _ in 0..<60 {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            let length = cursor.end.milliseconds - cursor.start.milliseconds
            cursor.seek(to: cursor.start + Span(milliseconds: Int64(state >> 33) % length))
            let known = facts.filter { ($0.elapsed ?? cursor.start) <= cursor.time }
            let expected = try Records.fold(known).picture(at: cursor.moment)
            #expect(words(cursor.shown) == words(expected))
            #expect(cursor.shown.now == cursor.time)
        }
    }

    @Test("stepping stops after every entry, forward and back, also where several share one instant")
    func stepping() throws {
        let facts = try Records.facts("devices")
        var cursor = try ReplayCursor(facts)
        var seen = [cursor.shown.timeline.count]
        while cursor.stepForward() { seen.append(cursor.shown.timeline.count) }
        #expect(seen == Array(1...facts.count))
        while cursor.stepBack() { seen.removeLast() }
        #expect(seen == [1])
        cursor.seek(to: cursor.start + .minutes(3))
        let count = cursor.count
        let steppedBack = cursor.stepBack()
        #expect(steppedBack)
        #expect(cursor.count == count, "from between two entries back to the earlier one")
    }

    @Test("as known then the wrong value alarms until it is corrected; as corrected now it never did")
    func bothViews() throws {
        let (facts, target) = try Records.corrected()
        var cursor = try ReplayCursor(facts)
        try cursor.seek(toFact: target + 1)
        #expect(cursor.shown.latest[.systolic]?.value == 190)
        #expect(cursor.shown.alarms.contains { $0.sentence.contains("190/112") })
        let moment = cursor.time
        cursor.look(.asCorrectedNow)
        #expect(cursor.time == moment)
        #expect(cursor.shown.latest[.systolic]?.value == 130)
        #expect(cursor.shown.latest[.systolic]?.sequence == target)
        #expect(!cursor.shown.alarms.contains { $0.sentence.contains("190/112") })
        let entry = try #require(cursor.shown.timeline.first { $0.sequence == target })
        #expect(entry.text.contains("130/82"))
        #expect(entry.formerText?.contains("190/112") == true, "the list still says what stood there")
        #expect(!cursor.shown.timeline.contains { $0.text.contains("corrected") }, "that came later")
    }

    @Test("a late entry is unknown until it was typed, and stands in its true place afterwards")
    func lateEntry() throws {
        let (facts, _) = try Records.corrected()
        let late = try #require(facts.last)
        var cursor = try ReplayCursor(facts)
        let typed = try #require(late.elapsed)
        cursor.seek(to: typed - .minutes(5))
        #expect(cursor.shown.latest[.heartRate]?.value != 71)
        cursor.look(.asCorrectedNow)
        #expect(cursor.shown.latest[.heartRate]?.value == 71)
        #expect(cursor.shown.latest[.heartRate]?.at == typed - .minutes(10))
        cursor.seek(to: typed - .minutes(11))
        #expect(cursor.shown.latest[.heartRate]?.value != 71)
    }

    @Test("at the end both views conclude the same", arguments: Records.names)
    func sameEnd(name: String) throws {
        var cursor = try ReplayCursor(try Records.facts(name))
        cursor.seekToEnd()
        let known = words(cursor.shown)
        cursor.look(.asCorrectedNow)
        #expect(words(cursor.shown) == known)
    }

    @Test("facts that come later extend the record and leave the place where it is")
    func growing() throws {
        let facts = try Records.facts("sprays")
        var cursor = try ReplayCursor(Array(facts.prefix(20)))
        cursor.seekToEnd()
        let place = cursor.time
        cursor.append(facts.dropFirst(20))
        #expect(cursor.time == place)
        var whole = try ReplayCursor(facts)
        #expect(cursor.end == whole.end)
        #expect(cursor.allStops == whole.allStops)
        cursor.seekToEnd()
        whole.seekToEnd()
        #expect(words(cursor.shown) == words(whole.shown))
    }

    @Test("a fact that does not fit ends the record there, and says which and why")
    func unsound() throws {
        var facts = try Records.facts("infusion")
        facts.swapAt(20, 21)
        let cursor = try ReplayCursor(facts)
        #expect(cursor.problem?.index == 20)
        #expect(cursor.facts.count == 20)
        #expect(throws: Refusal.self) { try ReplayCursor([]) }
        #expect(throws: Refusal.self) { try ReplayCursor(Array(facts.dropFirst())) }
    }
}
