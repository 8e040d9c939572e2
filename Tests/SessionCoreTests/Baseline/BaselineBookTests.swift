import Testing

@testable import SessionCore

@Suite("The baseline before the first dose")
struct BaselineBookTests {
    private func book(_ pressures: [(seconds: Int, systolic: Int)], freshFrom: SessionTime? = nil)
        -> BaselineBook
    {
        let readings = pressures.enumerated().map { index, pressure in
            reading(
                index + 1, at: SessionTime(seconds: Int64(pressure.seconds)), pressure.systolic, 80,
                [.heartRate: 70, .oxygenSaturation: 97])
        }
        return BaselineBook(
            readings: readings, freshFrom: freshFrom, gate: TestProtocols.gate,
            timers: TestProtocols.infusion.timers)
    }

    @Test("without a pressure there is no baseline, and one pressure alone is provisional")
    func provisional() {
        #expect(book([]).baseline == nil)
        let single = book([(0, 130)])
        #expect(single.baseline?.isComplete == false)
        #expect(single.nextReading?.earliest == minute(1))
        #expect(single.nextReading?.latest == minute(5))
        #expect(single.judged == nil)
    }

    @Test(
        "a pair is 1 to 5 minutes apart, to the second",
        arguments: [(59, false), (60, true), (61, true), (299, true), (300, true), (301, false)])
    func distance(seconds: Int, isPair: Bool) {
        #expect(book([(0, 130), (seconds, 132)]).baseline?.isComplete == isPair)
    }

    @Test(
        "a third reading is owed when the two differ by more than 10 mmHg systolic",
        arguments: [(139, true), (140, true), (141, false), (120, true), (119, false)])
    func spread(second: Int, isComplete: Bool) {
        let book = book([(0, 130), (120, second)])
        #expect(book.baseline?.isComplete == isComplete)
        #expect((book.nextReading == nil) == isComplete)
        #expect(book.baseline?.isUnstable == false)
    }

    @Test("of three readings the last two are averaged, exactly")
    func third() {
        let agreed = book([(0, 130), (120, 145), (240, 140)])
        #expect(agreed.baseline?.systolic?.sum == 285)
        #expect(agreed.baseline?.systolic?.count == 2)
        #expect(agreed.baseline?.isComplete == true)
        #expect(agreed.baseline?.isUnstable == false)
        let unstable = book([(0, 130), (120, 145), (240, 120)])
        #expect(unstable.baseline?.systolic?.sum == 265)
        #expect(unstable.baseline?.isComplete == true)
        #expect(unstable.baseline?.isUnstable == true)
    }

    @Test("a reading 10 minutes after the pair does not replace it but is not hidden")
    func later() {
        let book = book([(0, 130), (120, 132), (720, 190)])
        #expect(book.baseline?.systolic?.sum == 262)
        #expect(book.later?.values[.systolic] == 190)
        #expect(book.judged == nil)
    }

    @Test("readings filed in another order make the same baseline")
    func order() {
        #expect(
            book([(120, 132), (0, 130)]).baseline?.means == book([(0, 130), (120, 132)]).baseline?.means)
    }

    @Test("the baseline serves for 20 minutes after its last reading, to the second")
    func expiry() {
        let book = book([(0, 130), (120, 132)])
        #expect(!book.isExpired(at: minute(21, 59)))
        #expect(book.isExpired(at: minute(22)))
        #expect(book.nextDeadline(after: minute(3)) == minute(22))
        #expect(book.nextDeadline(after: minute(22)) == nil)
    }

    @Test("the second of a pair is asked for by name, and a reading that makes no pair is told why")
    func askedFor() {
        func sentence(_ readings: [(Double, Int)], freshFrom: SessionTime? = nil) -> String? {
            book(readings.map { (Int($0.0 * 60), $0.1) }, freshFrom: freshFrom).nextReading?.sentence
        }
        #expect(sentence([(0, 120)]) == "second baseline reading")
        #expect(
            sentence([(0, 120), (0.5, 121)])
                == "second baseline reading: the last two are 30 s apart, not 1 to 5 min")
        #expect(
            sentence([(0, 120), (6, 121)])
                == "second baseline reading: the last two are 6 min apart, not 1 to 5 min")
        #expect(
            sentence([(0, 120), (2, 140)])
                == "third baseline reading: the first two differ by more than 10 mmHg systolic")
        #expect(
            sentence([(0, 150), (2, 152), (8, 130)], freshFrom: minute(7))
                == "second reading of the fresh pair")
        #expect(
            sentence([(0, 150), (2, 152), (8, 130), (14, 131)], freshFrom: minute(7))
                == "second reading of the fresh pair: the last two are 6 min apart, not 1 to 5 min")
        #expect(sentence([(0, 120), (2, 121)]) == nil)
    }

    @Test("after a hold only readings from the end of the rest make the fresh pair")
    func fresh() {
        let early = book([(0, 150), (120, 152), (360, 130), (480, 132)], freshFrom: minute(7))
        #expect(early.awaitsFreshPair)
        #expect(early.baseline?.systolic?.sum == 302)
        let fresh = book([(0, 150), (120, 152), (420, 130), (540, 132)], freshFrom: minute(7))
        #expect(!fresh.awaitsFreshPair)
        #expect(fresh.baseline?.systolic?.sum == 262)
        let owed = book([(0, 150), (120, 152)], freshFrom: minute(7)).nextReading
        #expect(owed?.earliest == minute(7))
    }

    @Test("pulse and saturation typed on lines of their own belong to the baseline")
    func separateLines() {
        let readings = [
            reading(1, at: minute(0), 130, 80), reading(2, at: minute(0, 20), nil, nil, [.heartRate: 71]),
            reading(3, at: minute(2), 132, 82),
            reading(4, at: minute(2, 30), nil, nil, [.heartRate: 74, .oxygenSaturation: 98]),
        ]
        let book = BaselineBook(
            readings: readings, gate: TestProtocols.gate, timers: TestProtocols.infusion.timers)
        #expect(book.baseline?.means[.heartRate] == ExactMean([71, 74]))
        #expect(book.baseline?.means[.oxygenSaturation] == ExactMean([98]))
        #expect(book.baseline?.readings == [1, 2, 3, 4])
        #expect(book.later == nil)
    }

    @Test("readings before the session was opened count like any other: time runs through zero")
    func negativeTimes() {
        #expect(book([(-60, 130), (60, 132)]).baseline?.isComplete == true)
    }
}
