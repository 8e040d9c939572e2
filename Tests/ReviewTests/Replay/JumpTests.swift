import Review
import SessionCore
import Testing

@Suite("Going about in a record")
struct JumpTests {
    @Test(
        "what can be typed",
        arguments: [
            ("40m", ReplayJump.sinceOpening(.minutes(40))), ("1h30m", .sinceOpening(.minutes(90))),
            ("+5m", .by(.minutes(5))), ("-30s", .by(.seconds(-30))), ("T0+40", .sinceStart(.minutes(40))),
            ("t0-5", .sinceStart(.minutes(-5))), ("T0", .sinceStart(.zero)), ("14:05", .clock(50_700)),
            (" 14:05:30 ", .clock(50_730)), ("#12", .fact(12)), ("start", .start), ("END", .end),
        ])
    func forms(text: String, jump: ReplayJump) throws { #expect(try ReplayJump(text) == jump) }

    @Test(
        "what cannot be typed is refused with what can",
        arguments: [
            "", "40", "+", "-", "5x", "T0+", "25:00", "14:60", "#", "#x", "m", "+99999999999999999999m",
            "\u{1B}[2J",
        ])
    func refused(text: String) {
        do throws(Refusal) {
            _ = try ReplayJump(text)
            Issue.record("\(text) was taken")
        } catch {
            #expect(error.sentence.contains("+5m"))
        }
    }

    @Test("a duration, a clock time, a time since T0 and a number all lead there")
    func jumps() throws {
        var cursor = try ReplayCursor(try Records.facts("infusion"))
        try cursor.seek(.sinceOpening(.minutes(40)))
        #expect(cursor.time == SessionTime(minutes: 40))
        try cursor.seek(.by(.seconds(-30)))
        #expect(cursor.time == SessionTime(seconds: 2370))
        try cursor.seek(ReplayJump("T0+10"))
        #expect(cursor.shown.sinceStart == .minutes(10))
        try cursor.seek(ReplayJump("15:00"))
        #expect(cursor.time == SessionTime(minutes: 60))
        try cursor.seek(.fact(7))
        #expect(cursor.shown.timeline.count == 7)
        try cursor.seek(.by(.minutes(-999)))
        #expect(cursor.time == cursor.start)
        #expect(throws: Refusal.self) { try cursor.seek(.sinceOpening(.minutes(999))) }
        #expect(throws: Refusal.self) { try cursor.seek(.clock(3 * 3600)) }
        #expect(throws: Refusal.self) { try cursor.seek(.fact(999)) }
        var unstarted = try ReplayCursor(Array(try Records.facts("infusion").prefix(5)))
        #expect(throws: Refusal.self) { try unstarted.seek(.sinceStart(.zero)) }
    }

    @Test("every flag, alarm, late checkpoint, note and correction is reached forward and back")
    func stops() throws {
        let (facts, target) = try Records.corrected()
        for knowledge in Knowledge.allCases {
            var cursor = try ReplayCursor(facts)
            cursor.look(knowledge)
            for kind in ReplayStop.Kind.allCases {
                let wanted = Set(
                    cursor.allStops.filter { $0.kind == kind && $0.time > cursor.start }.map(\.time))
                cursor.seekToStart()
                var seen: [SessionTime] = []
                while let stop = cursor.next(kind) { seen.append(stop.time) }
                #expect(seen == wanted.sorted(), "\(kind)")
                cursor.seekToEnd()
                while let stop = cursor.previous(kind) {
                    #expect(wanted.contains(stop.time) || stop.time == cursor.start)
                }
            }
            let flags = cursor.allStops.filter { $0.kind == .flag && $0.fact == target }
            #expect(flags.isEmpty == (knowledge == .asCorrectedNow))
            #expect(cursor.allStops.filter { $0.kind == .correction }.count == 1)
            #expect(cursor.allStops.filter { $0.kind == .note }.count == 1)
        }
    }

    @Test(
        "the alarm track says the worst that was open, and what a correction took away is gone from then on")
    func track() throws {
        let (facts, target) = try Records.corrected(after: 8)
        var cursor = try ReplayCursor(facts)
        let typed = try #require(facts[target - 1].elapsed)
        let track = cursor.alarmTrack
        #expect(track.worst(from: typed - .seconds(1), to: typed) != .high)
        #expect(track.worst(from: typed, to: typed + .minutes(1)) ?? .low >= .medium)
        cursor.look(.asCorrectedNow)
        #expect(cursor.alarmTrack.worst(from: typed, to: typed + .minutes(1)) ?? .low < .medium)
    }

    @Test("play runs to the last frame and stays; play again starts anew; idle stretches are cut short")
    func playback() throws {
        var cursor = try ReplayCursor(try Records.facts("devices"))
        var playback = Playback()
        playback.take(speed: 600)
        playback.toggle(&cursor)
        var seconds = 0
        while playback.isPlaying, seconds < 1000 {
            playback.timePassed(.seconds(1), on: &cursor)
            seconds += 1
        }
        #expect(cursor.isAtEnd)
        #expect(seconds == 21, "3 h 22 min at 600 times")
        playback.toggle(&cursor)
        #expect(playback.isPlaying && cursor.time == cursor.start)
        playback.take(speed: 10)
        playback.toggleIdle()
        var watched = 0
        var passed: Set<Int> = [1]
        while playback.isPlaying, watched < 10_000 {
            playback.timePassed(.seconds(1), on: &cursor)
            passed.insert(cursor.count)
            watched += 1
        }
        #expect(watched < 400, "against 1215 s with nothing left out, not \(watched)")
        #expect(passed.count > 15, "what happens is not passed over")
    }
}
