import Foundation
import Journal
import SessionCore
import Testing

@Suite("An exercise as it is kept")
struct KeptExerciseTests {
    private let ward: Ward

    init() throws { ward = try Ward() }

    private var journal: JournalStore {
        get throws {
            try JournalStore(in: DataFolder(path: ward.data), mode: .practice, for: .reading)
        }
    }

    /// Plays an exercise to its end without a terminal.
    private func play(_ keys: String, seed: String = "3") throws {
        let script = ward.folder + "/keys"
        try keys.write(toFile: script, atomically: true, encoding: .utf8)
        let run = try ward.run(
            "practice", "wrong-entry", "--seed", seed, "--script", script, "--size", "120x40")
        #expect(run.ending == .exit(0), "\(run.errors)")
    }

    @Test("a console that is killed in the middle leaves an exercise that goes on where it stood")
    func killed() throws {
        let console = try ward.console("practice", "wrong-entry", "--seed", "3", columns: 120, rows: 40)
        try console.see("take over")
        console.type("t")
        try console.see("SIMULATION 1x runs")
        console.type("v")
        try console.see("cuff inflating")
        // The first minute stops where the patient speaks.
        console.type("..")
        try console.seeGone("cuff inflating")
        console.type(" ")
        try console.see("STOPPED")
        console.type("nquiet<Enter>")
        try console.see("“quiet”")
        try console.see("saved")
        let cuff = try #require(console.screen.text.first { $0.contains("cuff ") })
        console.process.send(SIGKILL)
        #expect(console.end() == .signal(SIGKILL))
        let again = try ward.console("practice", columns: 120, rows: 40)
        try again.see("Continue the exercise?")
        try again.see("stands still there")
        try again.see("“quiet”")
        try again.see("STOPPED")
        let same = try #require(again.screen.text.first { $0.contains("cuff ") })
        #expect(same.prefix(11) == cuff.prefix(11), "the monitor shows what it showed")
        again.type("e")
        try again.see("NOT PASSED")
        again.type("q")
        try again.see("ended")
        // The facts are on the disk before the last steps of the exercise are.
        #expect(again.reads { (try? journal.exercises().map(\.isOver)) == [true] })
        #expect(try ward.run("practice").ending == .exit(64), "nothing is unfinished any more")
    }

    @Test("TERM leaves it unfinished; the list of practice sessions names the exercise and takes it up")
    func fromTheList() throws {
        let console = try ward.console("practice", "panic", "--seed", "1", columns: 100, rows: 30)
        try console.see("take over")
        console.type("t")
        try console.see("SIMULATION 1x runs")
        console.process.send(SIGTERM)
        #expect(console.end() == .exit(0))
        let list = try ward.console("--practice")
        try list.see("UNFINISHED")
        try list.see("exercise: panic")
        list.type("<Enter>")
        try list.see("Continue the exercise?")
        list.type("l")
        try list.see("exercise: panic")
        let offered = try ward.console("practice", "panic", "--seed", "9", columns: 100, rows: 30)
        try offered.see("go on with the one begun")
        offered.type("n")
        try offered.see("take over")
        #expect(try journal.exercises(of: "panic").count == 2)
    }

    @Test(
        "the steps on disk are numbered without a hole, and the scenario is there whole whatever becomes of its file"
    )
    func onDisk() throws {
        try play("type t\ntype v\ntype nquiet<Enter>\ntype qy\ntype q\n")
        let kept = try #require(try journal.exercises().first)
        let steps = try journal.steps(of: kept.exercise.session)
        #expect(steps.map(\.number) == Array(1...steps.count))
        #expect(steps.map(\.kind).contains(.deed) && steps.last?.kind == .ended)
        #expect(kept.isOver && kept.exercise.seed == 3 && kept.exercise.scenario == "wrong-entry")
        let facts = try journal.load(kept.exercise.session).facts
        let named = steps.filter { $0.kind == .fact }.map(\.text)
        #expect(named == facts.suffix(named.count).map { String($0.sequence) })
        // A clinic's own scenario of the same name now says something else; the old exercise does not change.
        let before = try ward.run("practice", "--debrief", kept.exercise.session.name).output
        let folder = ward.folder + "/config/scenarios"
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        try "name: wrong-entry".write(toFile: folder + "/wrong-entry.yaml", atomically: true, encoding: .utf8)
        ward.environment["EBBTIDE_CONFIG"] = ward.folder + "/config"
        #expect(try ward.run("practice", "--debrief", kept.exercise.session.name).output == before)
    }

    @Test(
        "its debrief is printed, every line with the word practice, facts first, with what was done in the room"
    )
    func printed() throws {
        try play("type t\ntype v\ntype nquiet<Enter>\ntype qy\ntype q\n")
        let session = try #require(try journal.exercises().first?.exercise.session.name)
        let said = try ward.run("practice", "--debrief", session)
        #expect(said.ending == .exit(0), "\(said.errors)")
        let lines = said.output.split(separator: "\n")
        #expect(lines.allSatisfy { $0.hasPrefix("PRACTICE") })
        let deed = try #require(lines.firstIndex { $0.contains("in the room: started the cuff") })
        let verdict = try #require(lines.firstIndex { $0.contains("NOT PASSED") })
        #expect(deed < verdict)
        let data = try ward.run("practice", "--debrief", session, "--json")
        let objects = try data.output.split(separator: "\n").map {
            try #require(try JSONSerialization.jsonObject(with: Data($0.utf8)) as? [String: Any])
        }
        #expect(objects.allSatisfy { $0["mode"] as? String == "practice" })
        let room = try #require(objects.last?["room"] as? [String: Any])
        #expect((room["deeds"] as? [[String: Any]])?.first?["deed"] as? String == "measurePressure")
        #expect(try ward.run("practice", "--debrief", "none-such").ending == .exit(66))
        #expect(try ward.run("practice", "panic", "--debrief", session).ending == .exit(64))
    }

    @Test("practised again from a moment, the child names its parent on disk and in its debrief")
    func child() throws {
        try play("type t\ntype v\ntype nquiet<Enter>\ntype qy\ntype p\ntype t\ntype qy\ntype q\n")
        let listed = try journal.exercises()
        #expect(listed.count == 2)
        let child = try #require(listed.first { $0.exercise.parent != nil }).exercise
        let parent = try #require(listed.first { $0.exercise.parent == nil }).exercise
        #expect(child.parent?.session == parent.session && child.seed == parent.seed)
        #expect(child.text == parent.text)
        let facts = try journal.load(child.session)
        #expect(facts.damage == nil && facts.facts.allSatisfy { $0.mode == .practice })
        let said = try ward.run("practice", "--debrief", child.session.name).output
        #expect(said.contains("By then, in \(parent.session)"))
    }

    @Test("an earlier attempt stands beside the present one on the screen")
    func compared() throws {
        try play("type t\ntype qy\ntype q\n")
        try play("type t\ntype v\ntype qy\ntype c\ntype 1\nscreen \(ward.folder)/two\ntype qq\n", seed: "4")
        let screen = try String(contentsOfFile: ward.folder + "/two", encoding: .utf8)
        #expect(screen.contains("this attempt") && screen.contains("seed 3"), "\(screen)")
        #expect(screen.contains("in the room: started the cuff"))
    }

    @Test("a comment pinned in the replay of a debrief is kept in the practice journal")
    func comment() throws {
        try play(
            "type t\ntype nquiet<Enter>\ntype qy\ntype <Enter>\ntype wMK<Enter>well seen<Enter>\ntype q\ntype q\n"
        )
        let session = try #require(try journal.exercises().first?.exercise.session)
        #expect(try journal.comments(on: session).map(\.text) == ["well seen"])
        #expect(!FileManager.default.fileExists(atPath: ward.data + "/journal.sqlite"))
    }
}
