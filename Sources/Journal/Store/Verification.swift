import Foundation
import GRDB
import SessionCore

extension JournalStore {
    /// Walks the chain of a session and names the first row that does not fit; `nil` when the record is whole.
    public func verify(_ session: SessionID) throws(StorageError) -> Damage? {
        try inspect(session) { _, _ in nil }
    }

    /// Walks the chain, asking `judge` about each line that fits; stops at the first trouble.
    func inspect(
        _ session: SessionID, _ judge: (_ sequence: Int, _ line: Data) -> String?
    ) throws(StorageError) -> Damage? {
        let end = try reading { db in
            try Row.fetchOne(
                db, sql: "SELECT facts, head FROM session WHERE id = ?", arguments: [session.name]
            )
            .map { (count: $0[0] as Int, head: $0[1] as Data) }
        }
        guard let end else { return Damage(sequence: 1, sentence: "there is no session \(session)") }
        var expected = 1
        var head = HashChain.genesis(of: session)
        var damage: Damage?
        try walk(session) { sequence, line, hash in
            // A row that was added after `end` was read belongs to a later look.
            guard damage == nil, expected <= end.count else { return }
            head = HashChain.next(after: head, line: line)
            if sequence != expected {
                damage = Damage(sequence: expected, sentence: "fact \(expected) is missing")
            } else if head != hash {
                damage = Damage(sequence: expected, sentence: "fact \(expected) is not as it was written")
            } else if let trouble = judge(sequence, line) {
                damage = Damage(sequence: expected, sentence: "fact \(expected) \(trouble)")
            }
            expected += 1
        }
        if let damage { return damage }
        if expected <= end.count {
            return Damage(sequence: expected, sentence: "fact \(expected) is missing")
        }
        return head == end.head
            ? nil : Damage(sequence: expected, sentence: "the end of the record was changed")
    }
}
