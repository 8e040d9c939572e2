/// The facts of a session with every correction applied: what is known now, with what stood there before.
struct Record: Sendable {
    /// One fact and what became of it.
    struct Entry: Sendable {
        /// The fact as it was entered.
        var fact: Fact
        /// What stands there now; `nil` when it was struck.
        var body: FactBody?
        /// When it happened, as known now.
        var at: SessionTime
        /// When it was entered.
        var entered: SessionTime
        /// The corrections, oldest first.
        var corrections: [Correction] = []
    }

    /// One correction of an entry.
    struct Correction: Sendable {
        /// Sequence of the amending fact.
        var sequence: Int
        /// What stood there before.
        var former: FactBody?
        /// When it was thought to have happened before.
        var formerAt: SessionTime
        /// Why.
        var reason: String
        /// Who corrected it.
        var author: String
    }

    /// The entries in order of entry; entry n has sequence n + 1.
    private(set) var entries: [Entry] = []

    /// Adds a fact. An amendment changes the entry that it names.
    ///
    /// - Throws: a ``Refusal`` when an amendment names no fact, itself an amendment, or tells another story of what stood
    ///   there.
    mutating func add(_ fact: Fact, clock: SessionClock) throws(Refusal) {
        let entry = Entry(
            fact: fact, body: fact.body, at: clock.measuredTime(of: fact),
            entered: clock.enteredTime(of: fact))
        if case .amended(let amendment) = fact.body { try correct(amendment, by: fact, clock: clock) }
        entries.append(entry)
    }

    /// Takes back the newest entry, which no correction names and which corrects nothing.
    mutating func removeLast() { entries.removeLast() }

    /// Adds a fact that counts for nothing.
    mutating func addVoid(_ fact: Fact, clock: SessionClock) {
        entries.append(
            Entry(
                fact: fact, body: nil, at: clock.measuredTime(of: fact), entered: clock.enteredTime(of: fact))
        )
    }

    private mutating func correct(_ amendment: Amended, by fact: Fact, clock: SessionClock) throws(Refusal) {
        let index = amendment.target - 1
        guard entries.indices.contains(index) else {
            throw Refusal("The correction names entry \(amendment.target), which this session does not have.")
        }
        var entry = entries[index]
        switch entry.fact.body {
        case .amended, .clockSet, .consoleClosed, .consoleResumed, .clockChanged:
            throw Refusal("Entry \(amendment.target) is the console's own record and cannot be corrected.")
        default:
            break
        }
        if let was = amendment.was, was != entry.body {
            throw Refusal(
                "The correction of entry \(amendment.target) says that something else stood there than did.")
        }
        if let now = amendment.now, now.kind != entry.fact.body.kind {
            throw Refusal(
                "Entry \(amendment.target) is a \(entry.fact.body.kind) and cannot become a \(now.kind).")
        }
        if amendment.now == nil, case .sessionOpened = entry.fact.body {
            throw Refusal("The opening of a session cannot be struck; correct it instead.")
        }
        let correction = Correction(
            sequence: fact.sequence, former: entry.body, formerAt: entry.at, reason: amendment.reason,
            author: fact.author)
        entry.corrections.append(correction)
        entry.body = amendment.now
        if let measured = amendment.measured {
            guard measured <= fact.entered else {
                throw Refusal("The corrected time of entry \(amendment.target) lies in the future.")
            }
            entry.at = clock.measuredTime(of: entry.fact, measured: measured)
        }
        entries[index] = entry
    }

    /// The entries that stand, in the order in which they happened; those of one instant in order of entry.
    var standing: [Entry] {
        entries.filter { $0.body != nil }
            .sorted { ($0.at, $0.fact.sequence) < ($1.at, $1.fact.sequence) }
    }
}
