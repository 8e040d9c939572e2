/// A fact of a session as it stands with every correction applied.
public struct StandingEntry: Sendable {
    /// The fact as it was entered.
    public var fact: Fact
    /// What stands there now; `nil` when it was struck, or refused.
    public var body: FactBody?
    /// When it happened, as known now.
    public var at: SessionTime
    /// When it was entered.
    public var entered: SessionTime
}

extension Session {
    /// Every entry as it stands, in order of entry; entry n has sequence n + 1.
    public var standingEntries: [StandingEntry] { record.entries.map(StandingEntry.init) }

    /// What stands at each sequence now; a struck fact is absent.
    public var standing: [Int: FactBody] {
        var standing: [Int: FactBody] = [:]
        for entry in record.entries { standing[entry.fact.sequence] = entry.body }
        return standing
    }

    /// The entry of that number as it stands; `nil` when there is none.
    public func standingEntry(_ sequence: Int) -> StandingEntry? {
        record.entries.element(numbered: sequence).map(StandingEntry.init)
    }
}

extension StandingEntry {
    fileprivate init(_ entry: Record.Entry) {
        self.init(fact: entry.fact, body: entry.body, at: entry.at, entered: entry.entered)
    }
}
