import SessionCore

/// Opens sessions of a log whose care protocols may be given by name. Each protocol is read once, however many sessions
/// run under it.
struct NamedProtocols {
    private let place: Place
    private var known: [String: CareProtocol?] = [:]

    init(place: Place) { self.place = place }

    /// The fold of a session with its first fact.
    ///
    /// - Throws: a ``Refusal`` when the fact opens no session.
    mutating func open(_ fact: Fact) throws(Refusal) -> Session {
        if case .sessionOpened(let opened) = fact.body, case .named(let name) = opened.protocolReference,
            known[name] == nil
        {
            known[name] = .some(place.resolve(name))
        }
        return try Session(opening: fact) { known[$0] ?? nil }
    }
}
