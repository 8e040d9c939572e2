/// When something begins: so many seconds after the trainee took over, after T0, after Te, after a moment of the scenario
/// or after something that the trainee did; or as soon as a vital of the simulated patient lies inside bounds. Exactly
/// one of the six is said.
public struct Trigger: Hashable, Codable, Sendable {
    /// What a trigger can wait for.
    public enum Anchor: Hashable, Sendable {
        /// The trainee took over, and so many seconds passed.
        case takenOver(Int)
        /// So many seconds after T0; negative before it is not possible.
        case start(Int)
        /// So many seconds after Te.
        case end(Int)
        /// A moment of the scenario, by name.
        case moment(String)
        /// The first happening that matches one of the patterns.
        case after([FactPattern])
        /// A vital of the patient as it truly is, measured or not.
        case physiology(VitalBound)
    }

    /// Seconds after the trainee took over.
    public var takenOver: Int?
    /// Seconds after T0.
    public var start: Int?
    /// Seconds after Te.
    public var end: Int?
    /// A moment of the scenario, by name.
    public var moment: String?
    /// Something that happened after the trainee took over.
    public var after: [FactPattern]?
    /// A vital of the patient as it truly is.
    public var physiology: VitalBound?
    /// So many times must `after` have happened; once when absent.
    public var times: Int?
    /// Seconds to wait after a moment, a happening or a state of the patient; none when absent.
    public var plus: Int?

    /// A trigger that waits for `anchor` and then for `plus` seconds.
    public init(_ anchor: Anchor, plus: Int? = nil) {
        self.plus = plus
        switch anchor {
        case .takenOver(let seconds): takenOver = seconds
        case .start(let seconds): start = seconds
        case .end(let seconds): end = seconds
        case .moment(let name): moment = name
        case .after(let patterns): after = patterns
        case .physiology(let bound): physiology = bound
        }
    }

    /// Everything that is said; sound when it is exactly one.
    public var anchors: [Anchor] {
        [
            takenOver.map { .takenOver($0) }, start.map { .start($0) }, end.map { .end($0) },
            moment.map { .moment($0) }, after.map { .after($0) }, physiology.map { .physiology($0) },
        ].compactMap(\.self)
    }

    /// When it fired, and the position of the happening that made it fire; `nil` while it has not. A state of the patient
    /// is no happening and never fires here: the simulated room watches it and writes a moment.
    public func fired(in happenings: Happenings) -> (at: SessionTime, index: Int?)? {
        due(in: happenings).flatMap { $0.at <= happenings.end ? $0 : nil }
    }

    /// When it will fire as far as is known, which may lie in the future; `nil` while what it waits for has not happened.
    public func due(in happenings: Happenings) -> (at: SessionTime, index: Int?)? {
        anchor(in: happenings).map { ($0.at + .seconds(plus ?? 0), $0.index) }
    }

    private func anchor(in happenings: Happenings) -> (at: SessionTime, index: Int?)? {
        switch anchors.first {
        case .takenOver(let seconds): return (happenings.tookOver + .seconds(seconds), nil)
        case .start(let seconds): return happenings.start.map { ($0 + .seconds(seconds), nil) }
        case .end(let seconds): return happenings.finish.map { ($0 + .seconds(seconds), nil) }
        case .moment(let name):
            return first(in: happenings, count: 1) { $0.what == .moment(name) }
        case .after(let patterns):
            return first(in: happenings, count: times ?? 1) {
                $0.at >= happenings.tookOver && patterns.match($0)
            }
        case .physiology, nil: return nil
        }
    }

    private func first(
        in happenings: Happenings, count: Int, where matches: (Happening) -> Bool
    ) -> (at: SessionTime, index: Int?)? {
        var left = count
        for (index, happening) in happenings.all.enumerated() where matches(happening) {
            left -= 1
            if left <= 0 { return (happening.at, index) }
        }
        return nil
    }
}
