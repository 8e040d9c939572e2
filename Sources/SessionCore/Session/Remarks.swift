/// What the rules said of single facts, by sequence: what the timeline shows beside the words.
struct Remarks: Sendable {
    /// How bad a reading was.
    var levels: [Int: Level] = [:]
    /// Readings that were questioned and neither repeated nor measured again.
    var unconfirmed: [Int: Set<Vital>] = [:]
    /// Readings that were questioned and measured again: nobody has confirmed them, and nobody need any more.
    var doubted: Set<Int> = []
    /// The items of the discharge list that did not hold at an assessment.
    var failing: [Int: String] = [:]
    /// Rules that a fact went against, with the reason.
    var deviations: [Int: String] = [:]
}
