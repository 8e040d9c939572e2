import GRDB

extension JournalStore {
    /// Reserves 4 MiB on the disk for the end of a session; a notice when there is too little room for that.
    public func reserveSpace() -> String? { Ballast(in: folder).reserve() }

    /// Moves the write-ahead log into the database file. Readers go on; what is not moved now is moved later.
    func checkpoint() {
        _ = try? queue.writeWithoutTransaction { try $0.checkpoint(.passive) }
    }
}
