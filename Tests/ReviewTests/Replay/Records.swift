import Foundation
import Review
import SessionCore
import Testing

/// Logs of whole sessions, one by each route, as the console wrote them.
enum Records {
    static let names = ["infusion", "injection", "sprays", "devices"]

    /// The facts of a log.
    static func facts(_ name: String) throws -> [Fact] {
        let tests = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent()
        let file = tests.appendingPathComponent("EbbtideTests/Replay/Golden/v1-\(name).jsonl")
        let decoder = JSONDecoder()
        return try String(contentsOf: file, encoding: .utf8).split(separator: "\n").map {
            try decoder.decode(Fact.self, from: Data($0.utf8))
        }
    }

    /// The fold of facts, made anew.
    static func fold(_ facts: some Collection<Fact>) throws -> Session {
        var session = try Session(opening: try #require(facts.first))
        for fact in facts.dropFirst() { try session.apply(fact) }
        return session
    }

    /// A record in which a reading of 130/82 was typed as 190/112 and corrected twelve minutes later.
    static func corrected(after count: Int = 15) throws -> (facts: [Fact], target: Int) {
        let facts = Array(try Records.facts("injection").prefix(count))
        var session = try fold(facts)
        let last = try #require(facts.last)
        func moment(_ minutes: Int64) -> Moment {
            Moment(
                wall: last.entered.advanced(byMilliseconds: minutes * 60_000),
                boot: last.boot.map {
                    BootReading(id: $0.id, milliseconds: $0.milliseconds + minutes * 60_000)
                })
        }
        func file(_ body: FactBody, _ minute: Int64, measured: Int64? = nil) throws {
            let fact = try session.decide(
                body, measured: measured.map { moment($0).wall }, at: moment(minute), author: "KL")
            try session.apply(fact)
        }
        let wrong = FactBody.reading(Reading(values: VitalSet([.systolic: 190, .diastolic: 112])))
        let right = FactBody.reading(Reading(values: VitalSet([.systolic: 130, .diastolic: 82])))
        try file(wrong, 2)
        let target = session.facts.count
        try file(.noteWritten(NoteWritten(text: "reads a book")), 5)
        try file(.amended(Amended(target: target, was: wrong, now: right, reason: "misread")), 14)
        try file(.reading(Reading(values: VitalSet([.heartRate: 71]))), 30, measured: 20)
        return (Array(session.facts), target)
    }
}

extension ReplayCursor {
    /// What the screen shows here.
    var shown: Picture {
        var copy = self
        return copy.picture()
    }

    /// Every stop of the present view.
    var allStops: [ReplayStop] {
        var copy = self
        return copy.stops
    }
}
