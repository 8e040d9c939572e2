import SessionCore

/// The corrected view of a record: the fold of its corrected facts, beside the list as it stands at the end.
struct CorrectedTape: Sendable {
    private(set) var tape: ReplayTape
    private(set) var marks = ReplayMarks()
    /// The number in the record of each fact of the tape.
    private(set) var numbers: [Int]
    /// What happened, with what stood there before each correction.
    private let timeline: [TimelineEntry]
    /// When each of these happened.
    private let happened: [SessionTime]

    init(_ known: ReplayTape, clock: ReplayClock, end: SessionTime) {
        let corrected = CorrectedFacts(known.last, clock: clock)
        let careProtocol = known.last.careProtocol
        timeline = Array(known.last.picture(at: clock.moment(at: end)).timeline)
        happened = timeline.map(\.at)
        // The record was folded with these corrections already, so that its first fact does open a session; should it
        // not, the record as it was entered is the best there is.
        let begun = corrected.facts.first.flatMap { first in
            try? ReplayTape(opening: first.fact, at: first.at, stands: true) { _ in careProtocol }
        }
        guard var tape = begun else {
            self.tape = known
            numbers = known.facts.map(\.sequence)
            return
        }
        for (fact, at) in corrected.facts.dropFirst() { tape.add(fact, at: at) }
        self.tape = tape
        numbers = corrected.numbers
        let numbers = numbers
        for transition in tape.last.transitions {
            marks.take(transition, at: transition.at) { CorrectedTape.number($0, in: numbers) }
        }
        for fact in known.facts { takeForItself(fact, clock: clock, numbers: numbers) }
        marks.arrange()
    }

    private mutating func takeForItself(_ fact: Fact, clock: ReplayClock, numbers: [Int]) {
        switch fact.body {
        case .amended: marks.take(fact, at: clock.enteredTime(of: fact))
        case .noteWritten:
            guard let place = numbers.firstIndex(of: fact.sequence) else { return }
            var standing = tape.facts[place]
            standing.sequence = fact.sequence
            marks.take(standing, at: tape.times[place])
        default: break
        }
    }

    /// What is known now of an instant at which so many facts had happened.
    mutating func picture(after count: Int, at moment: Moment) -> Picture {
        var picture = tape.session(after: count).picture(at: moment)
        picture.timeline = Timeline(Array(timeline.prefix(happened.endIndex(of: picture.now))))
        for vital in picture.latest.keys {
            guard let sequence = picture.latest[vital]?.sequence else { continue }
            picture.latest[vital]?.sequence = number(sequence)
        }
        for index in picture.symptoms.indices {
            picture.symptoms[index].sequence = number(picture.symptoms[index].sequence)
        }
        for index in picture.checkpoints.indices {
            picture.checkpoints[index].readings = picture.checkpoints[index].readings.map(number)
        }
        return picture
    }

    private func number(_ sequence: Int) -> Int { CorrectedTape.number(sequence, in: numbers) }

    /// The number in the record of the fact that has this one on the tape.
    private static func number(_ sequence: Int, in numbers: [Int]) -> Int {
        numbers.element(numbered: sequence) ?? sequence
    }
}

extension CorrectedTape {
    /// How many facts of the tape stand up to the one of that number in the record; `nil` when it is not on the tape.
    func place(ofNumber number: Int) -> Int? { numbers.firstIndex(of: number).map { $0 + 1 } }
}
