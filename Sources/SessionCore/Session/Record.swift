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
    private(set) var entries: Chunked<Entry> = []
    /// Places in ``entries`` in the order in which things happened; those of one instant in order of entry.
    private(set) var order: Chunked<Int> = []

    /// What an addition changed: the place in ``order`` from which on things are other than before, and what stood
    /// where a correction was made.
    struct Addition {
        var firstChanged: Int
        fileprivate var former: (place: Int, entry: Entry)?
    }

    /// Adds a fact. An amendment changes the entry that it names.
    ///
    /// - Throws: a ``Refusal`` when an amendment names no fact, itself an amendment, or tells another story of what stood
    ///   there; the record is then unchanged.
    mutating func add(_ fact: Fact, clock: SessionClock) throws(Refusal) -> Addition {
        var addition = Addition(firstChanged: order.count)
        if case .amended(let amendment) = fact.body {
            let corrected = try corrected(by: amendment, in: fact, clock: clock)
            let place = amendment.target - 1
            addition.former = (place, entries[place])
            addition.firstChanged = replace(place, with: corrected)
        }
        let place = append(
            Entry(
                fact: fact, body: fact.body, at: clock.measuredTime(of: fact),
                entered: clock.enteredTime(of: fact)))
        addition.firstChanged = min(addition.firstChanged, place)
        return addition
    }

    /// The entry that was added, when it corrects nothing and nothing that stands happened after it.
    func newest(_ addition: Addition) -> Entry? {
        let later = order[(addition.firstChanged + 1)...]
        let isLast = addition.former == nil && later.allSatisfy { entries[$0].body == nil }
        return isLast ? entries.last : nil
    }

    /// Takes back the newest entry with what it changed.
    mutating func takeBack(_ addition: Addition) {
        order.removeAll { $0 == entries.count - 1 }
        entries.removeLast()
        if let former = addition.former { _ = replace(former.place, with: former.entry) }
    }

    /// Adds a fact that counts for nothing and says where it stands in the order.
    mutating func addVoid(_ fact: Fact, clock: SessionClock) -> Int {
        append(
            Entry(
                fact: fact, body: nil, at: clock.measuredTime(of: fact), entered: clock.enteredTime(of: fact))
        )
    }

    /// Puts an entry at its place in the order and says which that is.
    private mutating func append(_ entry: Entry) -> Int {
        entries.append(entry)
        return arrange(entries.count - 1)
    }

    /// Puts another entry in the place of one and says from where on the order is other than before.
    private mutating func replace(_ place: Int, with entry: Entry) -> Int {
        let before = order.firstIndex(of: place) ?? order.count
        if entries[place].at == entry.at {
            entries[place] = entry
            return before
        }
        order.remove(at: before)
        entries[place] = entry
        return min(before, arrange(place))
    }

    private mutating func arrange(_ place: Int) -> Int {
        let key = (entries[place].at, place)
        var index = order.count
        while index > 0, (entries[order[index - 1]].at, order[index - 1]) > key { index -= 1 }
        order.insert(place, at: index)
        return index
    }

    private func corrected(by amendment: Amended, in fact: Fact, clock: SessionClock) throws(Refusal) -> Entry
    {
        guard var entry = entries.element(numbered: amendment.target) else {
            throw Refusal("The correction names entry \(amendment.target), which this session does not have.")
        }
        try check(amendment, of: entry)
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
            guard entry.at >= .zero else {
                throw Refusal(
                    "The corrected time of entry \(amendment.target) lies before the session was opened.")
            }
        }
        return entry
    }

    /// What an amendment says of the entry that it names has to be true and possible.
    private func check(_ amendment: Amended, of entry: Entry) throws(Refusal) {
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
    }
}
