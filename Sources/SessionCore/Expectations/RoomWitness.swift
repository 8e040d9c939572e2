/// Says of entries, in the order in which they were made, what of them somebody can have seen in a simulated room.
struct RoomWitness {
    private let room: RoomRecord
    /// The inflations of the cuff that back a reading: each one backs one.
    private var usedInflations: Set<SessionTime> = []

    /// A value that was shown this long before can have been typed (Ebbtide default, unpublished).
    private static let remembered = Span.minutes(15)
    /// How far the ward's clock, as it is typed, may lie before the monitor's (Ebbtide default, unpublished).
    private static let tolerance = Span.minutes(1)

    /// How far a pump's figure may be rounded when it is typed, mg (Ebbtide default, unpublished).
    private static let roundedMilligrams = 0.5 + 1e-9

    init(_ room: RoomRecord) { self.room = room }

    /// Whether there is a simulated room and the trainee in it; what was entered elsewhere is believed.
    func isThere(at time: SessionTime) -> Bool { room.isSimulated && time >= room.tookOver }

    /// What is left of a body when the values are taken out that were never shown; what the room never shows is believed.
    /// `nil` when nothing is left of a reading, or the pump never showed the figure. One that `isStruck` leaves its inflation to the reading that is typed anew.
    mutating func seen(
        _ body: FactBody, measured: SessionTime, entered: SessionTime, isStruck: Bool
    ) -> FactBody? {
        guard isThere(at: entered) else { return body }
        switch body {
        case .reading(var reading):
            reading.values = seen(reading.values, measured: measured, entered: entered)
            if reading.values.pressure != nil,
                let inflation = lastShown(.systolic, measured: measured, entered: entered)
            {
                if usedInflations.contains(inflation) {
                    (reading.values[.systolic], reading.values[.diastolic]) = (nil, nil)
                } else if !isStruck {
                    usedInflations.insert(inflation)
                }
            }
            return reading.values.isEmpty ? nil : .reading(reading)
        case .amended(var amended):
            guard case .reading(var reading)? = amended.now else { return body }
            reading.values = seen(reading.values, measured: entered, entered: entered)
            amended.now = .reading(reading)
            return .amended(amended)
        case .pumpFigureNoted(let figure): return hasShown(figure, entered: entered) ? body : nil
        default: return body
        }
    }

    /// Whether the pump has shown such a figure lately.
    private func hasShown(_ figure: PumpFigureNoted, entered: SessionTime) -> Bool {
        (room.pumpFigures ?? []).contains { shown in
            shown.at <= entered && entered - shown.at <= RoomWitness.remembered
                && abs(shown.milligrams - figure.milligrams) <= RoomWitness.roundedMilligrams
        }
    }

    private func seen(_ values: VitalSet, measured: SessionTime, entered: SessionTime) -> VitalSet {
        var seen = values
        for vital in values.present where vital.isShownInRoom {
            if lastShown(vital, measured: measured, entered: entered) == nil { seen[vital] = nil }
        }
        return seen
    }

    /// When a vital was shown last before a reading of it that was measured and entered then.
    private func lastShown(_ vital: Vital, measured: SessionTime, entered: SessionTime) -> SessionTime? {
        let latest = min(entered, measured + RoomWitness.tolerance)
        return room.shown.last {
            $0.vital == vital && $0.at <= latest && latest - $0.at <= RoomWitness.remembered
        }?.at
    }
}
