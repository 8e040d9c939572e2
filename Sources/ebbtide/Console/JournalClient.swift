import ConsoleUI
import Foundation
import Journal
import SessionCore

/// The console's side of the journal: locks, requests and answers. It decides nothing.
final class JournalClient {
    /// Reads beside the writer, so that a slow disk never stops the screen.
    let store: JournalStore
    let writer: JournalWriter
    /// Opens the journal for a message to an exercise that another console runs.
    let openForMessage: () throws -> JournalStore
    let resolve: (String) -> CareProtocol?
    private(set) var locks: [SessionID: SessionLock] = [:]
    /// The console's number of each request that the writer has not answered.
    var tokens: [JournalAnswer.Token: Int] = [:]
    /// Sessions for whose end room was asked on the disk.
    private var roomAsked: Set<SessionID> = []
    /// How many facts of a session that another console writes were shown.
    private var watched: [SessionID: Int] = [:]
    /// Sessions that are watched while nobody writes them, as the console knows.
    private var deserted: Set<SessionID> = []
    /// When this console left its last sign of life.
    private var lastSign: WallTime?
    /// How the exercise stood that an instructor watches when it was read last.
    var lastLook: ExerciseLook?
    #if DEBUG
        /// What the fault shows as filed and has not written yet.
        private var heldBack: FactBatch?
    #endif

    /// How many sessions the home screen lists, how many unfinished ones it folds for their alarms, and how long after
    /// the last entry: what was left open days ago is due for closing and for nothing else.
    private static let listed = 100
    private static let folded = 12
    private static let foldedFor = Span.minutes(24 * 60)

    /// Opens the journal; `notify` is called on the journal's thread when an answer is there. A `reader` that is open
    /// already is used.
    init(place: Place, reader: JournalStore? = nil, notify: @escaping @Sendable () -> Void) throws {
        writer = JournalWriter(try place.journal(for: .writing), whenAnswered: notify)
        store = try reader ?? place.journal(for: .reading)
        resolve = place.resolve
        openForMessage = { try place.journal(for: .writing) }
    }

    /// The list for the home screen at an instant.
    func list(at now: Moment) -> Message {
        do {
            var folded = 0
            let exercises = try store.scenariosPlayed()
            let sessions = try store.sessions(limit: Self.listed).compactMap { summary -> HomeSession? in
                guard let route = summary.route else { return nil }
                var session: Session?
                var damage: String?
                let exercise = exercises[summary.id]
                // The clock of an exercise stands still: nothing of it is due here.
                let age = Span(milliseconds: now.wall.milliseconds &- summary.lastEntered.milliseconds)
                if !summary.isOver, exercise == nil, folded < Self.folded, age < Self.foldedFor {
                    folded += 1
                    let loaded = try store.load(summary.id)
                    damage = loaded.damage?.sentence
                    session = try? Session.folded(loaded.facts, resolve: resolve).get()
                }
                var listed = HomeSession(
                    id: summary.id, patientLabel: summary.label, birthYear: summary.birthYear ?? 0,
                    route: route,
                    opened: summary.opened, lastEntered: summary.lastEntered, isOver: summary.isOver,
                    exercise: exercise, session: session)
                listed.damage = damage
                return listed
            }
            return .sessionsListed(sessions, draft: try store.draft(of: nil))
        } catch {
            return .failed(Failure(error).sentence)
        }
    }

    /// Locks and reads a session. One that another console writes, or that is damaged, comes read-only.
    func load(_ id: SessionID) -> Message {
        do {
            guard try store.summary(of: id) != nil else { return .failed("There is no session \(id) here.") }
            let writtenBy = claim(id)
            if writtenBy == nil, let exercise = exercise(of: id) { return exercise }
            let loaded = try store.load(id)
            switch Session.folded(loaded.facts, resolve: resolve) {
            case .success(let session):
                watched[id] = writtenBy == nil ? nil : loaded.facts.count
                deserted.remove(id)
                return .sessionLoaded(
                    ConsoleUI.LoadedSession(
                        session: session, writtenBy: writtenBy, damage: loaded.damage?.sentence,
                        draft: try store.draft(of: id), lastSign: locks[id]?.lastSign))
            case .failure(let refused):
                release(id)
                return .failed(
                    "Session \(id) cannot be read at fact \(refused.index + 1): \(refused.refusal)")
            }
        } catch {
            return .failed(Failure(error).sentence)
        }
    }

    /// Reads a session for a replay, without its lock; what another console adds to it is followed.
    func record(of id: SessionID) -> Message {
        do {
            guard let summary = try store.summary(of: id) else {
                return .failed("There is no session \(id) here.")
            }
            let recording = try Recording(id, from: store, resolve: resolve)
            if !summary.isOver { watch(id, from: recording.cursor.facts.count) }
            return .recordLoaded(recording.recorded)
        } catch {
            return .failed(Failure(error).sentence)
        }
    }

    /// Follows a session that another console writes from its fact of that number on.
    func watch(_ id: SessionID, from count: Int) { watched[id] = count }

    /// Takes the lock of a session; says who holds it when it cannot be had.
    func claim(_ id: SessionID) -> String? {
        if locks[id] != nil { return nil }
        do {
            locks[id] = try SessionLock(id, in: store.folder, mode: store.mode)
            return nil
        } catch {
            return error.sentence
        }
    }

    /// Asks for facts to be kept; the answer comes through ``answers()``.
    func append(_ facts: [Fact], isOver: Bool, token: Int) -> Message? {
        guard let id = facts.first?.session else { return nil }
        if let holder = claim(id) { return .commitFailed(token: token, sentence: holder, mayBeStored: false) }
        guard let lock = locks[id] else { return nil }
        let batch = FactBatch(facts, under: lock, isOver: isOver)
        #if DEBUG
            if Fault.paintsFirst {
                if let heldBack { _ = writer.append(heldBack) }
                heldBack = batch
                return .committed(token: token)
            }
        #endif
        tokens[writer.append(batch)] = token
        // Behind the first entry, so that its acknowledgement does not wait.
        if roomAsked.insert(id).inserted { _ = writer.reserveSpace() }
        return nil
    }

    /// Keeps an unfiled line of a session, or what was typed into the form of a new one.
    func saveDraft(_ text: String, of id: SessionID?) {
        let lock = id.flatMap { locks[$0] }
        guard id == nil || lock != nil else { return }
        _ = writer.saveDraft(text, under: lock)
    }

    /// Gives the lock of a session back.
    func release(_ id: SessionID) {
        locks[id] = nil
        roomAsked.remove(id)
        watched[id] = nil
        deserted.remove(id)
    }

    /// Leaves a sign of life beside every session that this console writes, once a minute.
    func giveSign(at now: Moment) {
        if let lastSign, abs(now.wall.milliseconds - lastSign.milliseconds) < 60_000 { return }
        lastSign = now.wall
        for lock in locks.values { lock.giveSign() }
    }

    /// What another console has added to a session since it was last looked at; `nil` when nothing, or when this console
    /// writes it.
    func news(of id: SessionID) -> Message? {
        guard let known = watched[id] else { return nil }
        let isDeserted = SessionLock.holder(of: id, in: store.folder, mode: store.mode) == nil
        if isDeserted != deserted.contains(id) {
            deserted.formSymmetricDifference([id])
            return .writerChanged(isGone: isDeserted)
        }
        guard let count = try? store.summary(of: id)?.count, count > known,
            let loaded = try? store.load(id), loaded.damage == nil
        else { return nil }
        watched[id] = loaded.facts.count
        return .factsArrived(Array(loaded.facts.dropFirst(known)))
    }

    /// What the journal has answered since the last call.
    func answers() -> [Message] {
        writer.answers().flatMap { answer -> [Message] in
            let told = answer.notice.map { [Message.told($0)] } ?? []
            if let comment = commentAnswer(answer.outcome) { return comment + told }
            guard let token = tokens.removeValue(forKey: answer.token) else { return told }
            return [message(answer.outcome, token)] + told
        }
    }

    private func message(_ outcome: JournalAnswer.Outcome, _ token: Int) -> Message {
        switch outcome {
        case .committed, .stepsKept, .clockAnswered, .draftSaved, .commentKept, .spaceReserved:
            .committed(token: token)
        case .failed(_, let sentence), .stepsFailed(let sentence), .draftFailed(let sentence),
            .commentFailed(_, let sentence):
            .commitFailed(token: token, sentence: sentence, mayBeStored: false)
        case .foundUnconfirmed(_, let sentence):
            .commitFailed(token: token, sentence: sentence, mayBeStored: true)
        }
    }

    /// Lets the journal finish what was asked; `false` when the disk took longer.
    func finish(within seconds: Double) -> Bool { writer.finish(within: seconds) }
}

#if DEBUG
    /// Faults that the tests switch on to show that they would notice them; absent from release builds.
    enum Fault {
        /// `EBBTIDE_FAULT=paint-first`: an entry is shown as filed at once, and written when the next one comes.
        static let paintsFirst = ProcessInfo.processInfo.environment["EBBTIDE_FAULT"] == "paint-first"
        /// `EBBTIDE_FAULT=forget-numbers`: messages of an instructor come without the numbers by which each is taken once.
        static let forgetsNumbers = ProcessInfo.processInfo.environment["EBBTIDE_FAULT"] == "forget-numbers"
    }
#endif
