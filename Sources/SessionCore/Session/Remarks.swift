/// What the rules said of single facts, by sequence: what the timeline shows beside the words.
struct Remarks: Sendable {
    /// How bad a reading was.
    var levels: [Int: Level] = [:]
    /// Readings that were questioned and neither repeated nor measured again.
    var unconfirmed: [Int: Set<Vital>] = [:]
    /// Rules that a fact went against, with the reason.
    var deviations: [Int: String] = [:]
}
