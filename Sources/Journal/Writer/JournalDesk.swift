import Foundation
import SessionCore

/// The work behind ``JournalWriter``, on its thread: what is done with each request, and what is done when the disk
/// refuses.
struct JournalDesk {
    /// Pages of the write-ahead log after which it is moved into the database.
    private static let checkpointPages = 1000

    private let folder: DataFolder
    private let mode: SessionMode
    private let ballast: Ballast
    /// `nil` after a failure, until the journal can be opened again.
    private var store: JournalStore?
    private var pages = 0
    /// Whether room was asked for, and there was none or it had to be given back.
    private var wantsRoom = false

    init(store: JournalStore) {
        folder = store.folder
        mode = store.mode
        ballast = Ballast(in: store.folder)
        self.store = store
    }

    /// Does what was asked; `nil` when asked to stop.
    mutating func handle(_ request: JournalWriter.Request) -> JournalAnswer? {
        switch request {
        case .append(let token, let batch): append(token, batch)
        case .appendSteps(let token, let batch): append(token, batch)
        case .keepClock(let token, let text, let lock): keepClock(token, text, lock)
        case .saveDraft(let token, let text, let lock): saveDraft(token, text, lock?.session)
        case .keepComment(let token, let comment, let session): keep(token, comment, session)
        case .reserveSpace(let token): reserveSpace(token)
        case .stop: nil
        }
    }

    /// Moves the write-ahead log into the database when it has grown, and holds room again once there is some; a
    /// failure here loses nothing.
    mutating func tidy() {
        if wantsRoom, store != nil, ballast.reserve() == nil { wantsRoom = false }
        guard pages > JournalDesk.checkpointPages, let store else { return }
        pages = 0
        store.checkpoint()
    }

    /// Closes the journal.
    mutating func close() {
        store?.close()
        store = nil
    }

    private mutating func reserveSpace(_ token: JournalAnswer.Token) -> JournalAnswer {
        let notice = ballast.reserve()
        wantsRoom = notice != nil
        return JournalAnswer(token: token, outcome: .spaceReserved, notice: notice)
    }

    private mutating func append(_ token: JournalAnswer.Token, _ batch: FactBatch) -> JournalAnswer {
        var answer = JournalAnswer(token: token, outcome: .committed(batch.facts))
        while true {
            do throws(StorageError) {
                try opened().append(batch)
                pages += batch.facts.count + 4
                return answer
            } catch {
                answer.outcome = .failed(batch.facts, sentence: error.sentence)
                if isFound(batch) {
                    answer.outcome = .foundUnconfirmed(batch.facts, sentence: error.sentence)
                    return answer
                }
                // Known not to be there, so that writing it again cannot write it twice. Space is given back once.
                guard error.asksForSpace, ballast.release() else { return answer }
                wantsRoom = true
                answer.notice = "the disk is nearly full: the reserved space was given back"
                answer.outcome = .committed(batch.facts)
            }
        }
    }

    /// Steps that are kept already change nothing, so that they can simply be asked for again.
    private mutating func append(_ token: JournalAnswer.Token, _ batch: StepBatch) -> JournalAnswer {
        do throws(StorageError) {
            try opened().append(batch)
            pages += batch.steps.count + 2
            return JournalAnswer(token: token, outcome: .stepsKept)
        } catch {
            close()
            return JournalAnswer(token: token, outcome: .stepsFailed(sentence: error.sentence))
        }
    }

    private mutating func keepClock(
        _ token: JournalAnswer.Token, _ text: String, _ lock: SessionLock
    ) -> JournalAnswer {
        do throws(StorageError) {
            try opened().keepClock(text, under: lock)
            pages += 2
        } catch {
            close()
        }
        return JournalAnswer(token: token, outcome: .clockAnswered)
    }

    private mutating func saveDraft(
        _ token: JournalAnswer.Token, _ text: String, _ session: SessionID?
    ) -> JournalAnswer {
        do throws(StorageError) {
            try opened().saveDraft(text, of: session)
            pages += 2
            return JournalAnswer(token: token, outcome: .draftSaved)
        } catch {
            // The next write gets a connection that has seen the disk as it is then.
            close()
            return JournalAnswer(token: token, outcome: .draftFailed(sentence: error.sentence))
        }
    }

    private mutating func keep(
        _ token: JournalAnswer.Token, _ comment: KeptComment, _ session: SessionID
    ) -> JournalAnswer {
        do throws(StorageError) {
            try opened().keep(comment, on: session)
            pages += 2
            return JournalAnswer(token: token, outcome: .commentKept(comment, on: session))
        } catch {
            close()
            return JournalAnswer(token: token, outcome: .commentFailed(comment, sentence: error.sentence))
        }
    }

    private mutating func opened() throws(StorageError) -> JournalStore {
        if let store { return store }
        let fresh = try JournalStore(in: folder, mode: mode, for: .writing)
        store = fresh
        return fresh
    }

    /// After a failure the connection is dead: a fresh one is asked whether the facts are in the record after all.
    private mutating func isFound(_ batch: FactBatch) -> Bool {
        close()
        guard !batch.facts.isEmpty, let store = try? opened(), let kept = try? store.linesToKeep(batch) else {
            return false
        }
        return (try? store.holds(kept)) ?? false
    }
}
