import SessionCore

extension ReviewSource {
    /// Entry delays of readings, and late entries of every sort.
    var entries: [ReviewItem] {
        let limit = Span.minutes(careProtocol.entry.lateAfterMinutes)
        var delays: [ReviewItem] = []
        var late: [ReviewItem] = []
        for fact in standing where fact.isByPerson {
            if case .amended = fact.body { continue }
            func item(_ kind: MeasureKind, _ outcome: Outcome) -> ReviewItem {
                ReviewItem(
                    kind: kind, at: fact.at, nurse: fact.author, title: fact.body.kind.rawValue,
                    outcome: outcome,
                    behind: [fact.sequence])
            }
            let isLate = fact.delay > limit
            if fact.isReading {
                delays.append(item(.entryDelay, isLate ? .late(fact.delay) : .inTime(fact.delay)))
            }
            if isLate { late.append(item(.lateEntry, .counted)) }
        }
        return delays + late
    }

    /// Corrections and strikes.
    var corrections: [ReviewItem] {
        standing.compactMap { fact in
            guard case .amended(let amendment) = fact.body else { return nil }
            let what = amendment.now == nil ? "struck" : "corrected"
            return ReviewItem(
                kind: .correction, at: fact.at, nurse: fact.author,
                title: "entry \(amendment.target) \(what): \(amendment.reason)", outcome: .counted,
                behind: [amendment.target, fact.sequence])
        }
    }
}

/// How often one person's typed pressures end in zero: numerator the systolic and diastolic values that do, denominator
/// all of them, as first typed, whatever was corrected later. More than 60 % over at least 10 readings is a preference;
/// with fewer readings it is not applicable. Ebbtide default, unpublished.
public struct DigitCount: Hashable, Sendable {
    /// Who typed them; empty for everybody together.
    public var author: String
    /// Pressure values that end in zero.
    public var zeros: Int
    /// Pressure values.
    public var values: Int
    /// Sequences of the readings that hold them; empty when they come from several sessions.
    public var behind: [Int]
    /// Readings with a pressure.
    public var readings: Int

    /// Below so many readings nothing can be said.
    public static let fewestReadings = 10

    /// Makes a count.
    public init(author: String, zeros: Int = 0, values: Int = 0, readings: Int = 0, behind: [Int] = []) {
        self.author = author
        self.zeros = zeros
        self.values = values
        self.readings = readings
        self.behind = behind
    }

    /// Whether the last digits show a preference for zero; `nil` when there are too few readings to say.
    public var isPreference: Bool? {
        guard readings >= DigitCount.fewestReadings, values > 0 else { return nil }
        return zeros &* 100 > values &* 60
    }

    /// The typed pressures of a session, by author.
    static func counts(in session: Session) -> [DigitCount] {
        var counts: [String: DigitCount] = [:]
        for fact in session.facts {
            guard case .reading(let reading) = fact.body else { continue }
            let typed = [reading.values[.systolic], reading.values[.diastolic]].compactMap(\.self)
            guard !typed.isEmpty else { continue }
            var count = counts[fact.author] ?? DigitCount(author: fact.author)
            count.zeros += typed.count { $0 % 10 == 0 }
            count.values += typed.count
            count.readings += 1
            count.behind.append(fact.sequence)
            counts[fact.author] = count
        }
        return counts.values.sorted { $0.author < $1.author }
    }

    /// Both counts together, without the facts behind them.
    mutating func add(_ other: DigitCount) {
        zeros += other.zeros
        values += other.values
        readings += other.readings
        behind = []
    }
}
