/// What the rules said of single facts, by sequence: what the timeline shows beside the words.
struct Remarks: Sendable {
    /// How bad a reading was.
    var levels: [Int: Level] = [:]
    /// Readings that were questioned and neither repeated nor measured again.
    var unconfirmed: [Int: Set<Vital>] = [:]
    /// Rules that a fact went against, with the reason.
    var deviations: [Int: String] = [:]
}

/// Writes the timeline of a record.
struct TimelineWriter {
    /// Names symptoms and actions.
    let words: FactWords
    /// What the rules said.
    let remarks: Remarks
    /// Later than this after it was measured, an entry is a late one.
    let lateAfter: Span

    /// The timeline up to `now`, in the order in which things happened.
    func timeline(of record: Record, until now: SessionTime) -> [TimelineEntry] {
        record.entries.filter { $0.entered <= now }
            .map { line(for: $0) }
            .sorted { ($0.at, $0.sequence) < ($1.at, $1.sequence) }
    }

    private func line(for entry: Record.Entry) -> TimelineEntry {
        let sequence = entry.fact.sequence
        let original = words.line(for: entry.fact.body)
        let present = entry.body.map { words.line(for: $0) }
        let late = entry.entered - entry.at
        var result = TimelineEntry(
            sequence: sequence, at: entry.at, kind: entry.fact.body.timelineKind, text: present ?? original,
            level: remarks.levels[sequence] ?? .normal, author: entry.fact.author,
            lateBy: late > lateAfter ? late : nil, isStruck: present == nil,
            deviation: remarks.deviations[sequence],
            isUnconfirmed: remarks.unconfirmed[sequence]?.isEmpty == false)
        if let last = entry.corrections.last {
            let former = last.former.map { words.line(for: $0) } ?? original
            let moved = last.formerAt == entry.at ? "" : ", time moved"
            result.formerText = "\(former)\(moved) — \(last.reason), \(last.author)"
        }
        return result
    }
}
