import SessionCore

/// How truly the readings of an attempt were typed: each value against what the monitor showed or the patient answered.
public struct EntryAccuracy: Hashable, Codable, Sendable {
    /// A value that was typed otherwise than shown.
    public struct Mistyped: Hashable, Codable, Sendable {
        /// Sequence of the reading.
        public var sequence: Int
        /// Which vital.
        public var vital: Vital
        /// What was typed, in the vital's unit.
        public var typed: Int
        /// What had been shown last by then; `nil` when it had never been shown: it was made up.
        public var shown: Int?

        /// Makes a mistyped value.
        public init(sequence: Int, vital: Vital, typed: Int, shown: Int?) {
            self.sequence = sequence
            self.vital = vital
            self.typed = typed
            self.shown = shown
        }
    }

    /// How many readings the trainee filed.
    public var readings: Int
    /// Every value that was typed otherwise than shown and not amended since.
    public var mistyped: [Mistyped]
    /// Sequences of readings filed for a time at which nothing of the sort stood on the monitor, without the mark of a late
    /// entry.
    public var backDated: [Int]

    /// Makes an accuracy.
    public init(readings: Int = 0, mistyped: [Mistyped] = [], backDated: [Int] = []) {
        self.readings = readings
        self.mistyped = mistyped
        self.backDated = backDated
    }

    /// Sequences of the readings with at least one mistyped value.
    public var mistypedReadings: [Int] { Array(Set(mistyped.map(\.sequence))).sorted() }
}

/// Compares readings with what was shown.
struct EntryComparison {
    let session: Session
    let room: RoomRecord

    /// A time that differs from the monitor's by no more than this is the same (Ebbtide default, unpublished).
    static let tolerance = Span.seconds(60)

    /// Nothing can be said of a real session, whose monitor nobody has seen.
    func accuracy() -> EntryAccuracy {
        guard room.isSimulated else { return EntryAccuracy() }
        var accuracy = EntryAccuracy()
        let times = session.times
        let standing = session.standing
        for fact in session.facts {
            guard let time = times[fact.sequence], time.entered >= room.tookOver,
                case .reading(let reading)? = standing[fact.sequence]
            else { continue }
            accuracy.readings += 1
            let wrong = mistyped(in: reading, of: fact.sequence, time: time)
            accuracy.mistyped += wrong
            let measured = session.standingEntry(fact.sequence)?.at ?? time.measured
            let marked = fact.source != .live && measured == time.measured
            if !marked, isBackDated(reading, measured: measured, entered: time.entered) {
                accuracy.backDated.append(fact.sequence)
            }
        }
        return accuracy
    }

    private func mistyped(
        in reading: Reading, of sequence: Int, time: (measured: SessionTime, entered: SessionTime)
    ) -> [EntryAccuracy.Mistyped] {
        let window = time.measured - .minutes(session.careProtocol.entry.lateAfterMinutes)
        return reading.values.present.compactMap { vital in
            guard let typed = reading.values[vital], vital.isShownInRoom else { return nil }
            let before = room.shown.filter { $0.vital == vital && $0.at <= time.entered }
            if before.contains(where: { $0.value == typed && $0.at >= window }) { return nil }
            return EntryAccuracy.Mistyped(
                sequence: sequence, vital: vital, typed: typed, shown: before.last?.value)
        }
    }

    /// The first time at which the values could have been seen lies after the time for which they were filed.
    private func isBackDated(_ reading: Reading, measured: SessionTime, entered: SessionTime) -> Bool {
        guard entered - measured > EntryComparison.tolerance else { return false }
        return reading.values.present.contains { vital in
            guard let typed = reading.values[vital], vital.isShownInRoom else { return false }
            return !room.shown.contains {
                $0.vital == vital && $0.value == typed && $0.at <= measured + EntryComparison.tolerance
                    && $0.at >= measured - .minutes(session.careProtocol.entry.lateAfterMinutes)
            }
        }
    }
}
