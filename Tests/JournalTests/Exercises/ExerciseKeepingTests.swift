import Foundation
import GRDB
import SessionCore
import Testing

@testable import Journal

@Suite("Exercises in a practice journal")
struct ExerciseKeepingTests {
    private let folder = TemporaryFolder()

    private func exercise(_ name: String, began minute: Int64 = 0, seed: UInt64 = .max) throws -> KeptExercise
    {
        KeptExercise(
            session: try sessionID(name), began: wall(minute), scenario: "panic", version: 2,
            text: "{\"name\":\"panic\"}", seed: seed, year: 2026,
            parent: .init(session: try sessionID("before"), from: SessionTime(minutes: 31)))
    }

    private let steps = [
        KeptStep(number: 1, at: SessionTime(minutes: 20), kind: .fact, text: "7"),
        KeptStep(number: 2, at: SessionTime(minutes: 21), kind: .deed, text: "measurePressure"),
        KeptStep(number: 3, at: SessionTime(minutes: 22), kind: .instructor, text: "{}"),
    ]

    private func lock(_ name: String, _ store: JournalStore) throws -> SessionLock {
        try SessionLock(try sessionID(name), in: store.folder, mode: store.mode)
    }

    @Test("what an exercise began with and each step are read back as they were, by a reader of its own")
    func kept() throws {
        let store = try folder.store(.practice)
        let lock = try lock("p-1", store)
        var batch = FactBatch(
            sampleFacts(lock.session, mode: .practice, count: 7), under: lock, isOver: false)
        batch.exercise = try exercise("p-1")
        try store.append(batch)
        try store.append(StepBatch([steps[0]], under: lock))
        try store.append(StepBatch(steps, under: lock))
        let reader = try JournalStore(in: folder.data(), mode: .practice, for: .reading)
        #expect(try reader.exercise(of: lock.session) == exercise("p-1"))
        #expect(try reader.steps(of: lock.session) == steps, "what was kept is not kept twice")
        #expect(try reader.exercise(of: sessionID("other")) == nil)
    }

    @Test("exercises are listed the newest first; one that ended counts as over, and so does its session")
    func listed() throws {
        let store = try folder.store(.practice)
        for (index, name) in ["p-1", "p-2", "p-3"].enumerated() {
            let lock = try lock(name, store)
            var batch = FactBatch(sampleFacts(lock.session, mode: .practice), under: lock, isOver: false)
            batch.exercise = try exercise(name, began: Int64(index))
            batch.steps = [steps[0]]
            if name == "p-2" {
                batch.steps.append(KeptStep(number: 2, at: SessionTime(minutes: 30), kind: .ended, text: ""))
            }
            try store.append(batch)
        }
        let listed = try store.exercises(of: "panic")
        #expect(listed.map(\.exercise.session.name) == ["p-3", "p-2", "p-1"])
        #expect(listed.map(\.isOver) == [false, true, false])
        #expect(listed.map(\.reached) == [20, 30, 20].map { SessionTime(minutes: $0) })
        #expect(try store.exercises(of: "vomiting").isEmpty)
        #expect(try store.scenariosPlayed()[sessionID("p-1")] == "panic")
        #expect(try store.scenariosPlayed().count == 3)
        #expect(try store.exercises(limit: 1).count == 1)
        #expect(try store.summary(of: sessionID("p-2"))?.isOver == true)
    }

    @Test("an exercise and its steps are only ever added to")
    func addOnly() throws {
        let store = try folder.store(.practice)
        let lock = try lock("p-1", store)
        try store.begin(try exercise("p-1"), under: lock)
        try store.append(StepBatch(steps, under: lock))
        for change in [
            "UPDATE exercise SET seed = '1'", "DELETE FROM exercise", "UPDATE exerciseStep SET at = 0",
            "DELETE FROM exerciseStep",
        ] {
            #expect(throws: DatabaseError.self, "\(change)") {
                try store.tamper { db in try db.execute(sql: change) }
            }
        }
        #expect(throws: StorageError.self, "a hole in the numbers") {
            try store.append(
                StepBatch(
                    [KeptStep(number: 5, at: SessionTime(minutes: 1), kind: .ended, text: "")], under: lock))
        }
        #expect(try store.steps(of: lock.session) == steps)
    }

    @Test(
        "a real journal takes no exercise and has no table for one; nothing of the facts is kept then either")
    func neverReal() throws {
        let store = try folder.store(.live)
        let lock = try lock("s-1", store)
        var batch = FactBatch(sampleFacts(lock.session), under: lock, isOver: false)
        batch.exercise = try exercise("s-1")
        #expect(throws: StorageError.self) { try store.append(batch) }
        #expect(throws: StorageError.self) { try store.append(StepBatch(steps, under: lock)) }
        #expect(try store.sessions().isEmpty)
        #expect(try store.exercises().isEmpty)
        var hasTable = true
        try store.tamper { db in hasTable = try db.tableExists("exercise") }
        #expect(!hasTable)
    }

    @Test("a practice journal from before opens, for readers as it is, and takes exercises from then on")
    func olderJournal() throws {
        let first = try folder.store(.practice)
        try first.append(sampleFacts(try sessionID("old"), mode: .practice))
        try first.tamper { db in try db.execute(sql: "DROP TABLE exercise; DROP TABLE exerciseStep") }
        first.close()
        let reader = try JournalStore(in: folder.data(), mode: .practice, for: .reading)
        #expect(try reader.exercises().isEmpty)
        #expect(try reader.steps(of: sessionID("old")).isEmpty)
        let store = try folder.store(.practice)
        try store.begin(try exercise("p-1"), under: try lock("p-1", store))
        #expect(try store.exercises().count == 1)
        #expect(try store.load(sessionID("old")).damage == nil)
    }

    @Test("the journal thread keeps steps in line with facts and answers when they are on the disk")
    func byTheThread() throws {
        let store = try folder.store(.practice)
        let bell = DispatchSemaphore(value: 0)
        let writer = JournalWriter(store) { bell.signal() }
        let lock = try lock("p-1", store)
        var batch = FactBatch(sampleFacts(lock.session, mode: .practice), under: lock, isOver: false)
        batch.exercise = try exercise("p-1")
        _ = writer.append(batch)
        _ = writer.append(StepBatch(steps, under: lock))
        _ = writer.append(StepBatch([KeptStep(number: 9, at: late, kind: .ended, text: "")], under: lock))
        let found = answers(3, from: writer, bell)
        #expect(found[0].isCommitted)
        if case .stepsKept = found[1].outcome {} else { Issue.record("\(found[1].outcome)") }
        if case .stepsFailed(let sentence) = found[2].outcome {
            #expect(sentence.contains("step 9 comes where 4 is next"))
        } else {
            Issue.record("\(found[2].outcome)")
        }
        #expect(writer.finish(within: 20))
        #expect(try folder.store(.practice).steps(of: lock.session) == steps)
    }

    private let late = SessionTime(minutes: 40)
}
