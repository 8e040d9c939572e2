import Foundation
import SessionCore
import Testing

@testable import Journal

@Suite("A log from elsewhere")
struct ImportTests {
    private let folder = TemporaryFolder()

    private func take(
        _ text: Data, into mode: SessionMode = .live, judge: ([Fact]) -> LogVerdict = acceptAll
    ) throws -> ImportReport {
        let file = try folder.file("log.jsonl", text)
        return try folder.store(mode).importLog(path: file, at: wall(60), judge: judge)
    }

    private func sentence(_ text: Data, judge: ([Fact]) -> LogVerdict = acceptAll) throws -> String {
        let error = #expect(throws: ImportError.self) { try take(text, judge: judge) }
        #expect(try folder.store().sessions().isEmpty)
        return error?.description ?? ""
    }

    @Test("it logs again to the same bytes, also with other key order, spaces and keys left out")
    func sameBytes() throws {
        let text = Data(
            """
            {"kind":"noteWritten", "session":"x-1", "measured":"2026-03-01T14:00:00Z", "body":{"text":"a\\/b \\u00e9"}}
            {"session":"x-1","body":{"values":{"diastolic":80,"systolic":1.2e2}},"kind":"reading",\
            "measured":"2026-03-01T15:05:00+01:00"}\r

            """.utf8)
        #expect(try take(text) == ImportReport(added: [sessionID("x-1")], factCount: 2))
        let store = try folder.store()
        #expect(try store.export(sessionID("x-1")) == text)
        #expect(try store.verify(sessionID("x-1")) == nil)
        #expect(try store.load(sessionID("x-1")).facts.map(\.sequence) == [1, 2])
        let provenance = try #require(try store.provenance(of: sessionID("x-1")))
        #expect(provenance.file == "log.jsonl" && provenance.imported == wall(60))
        #expect(provenance.sha256 == HashChain.digest(of: text))
    }

    @Test("the same log twice changes nothing; a new session beside it is added")
    func twice() throws {
        let first = try log(sampleFacts(sessionID("a")))
        let both = try first + log(sampleFacts(sessionID("b")))
        _ = try take(first)
        #expect(try take(first) == ImportReport(known: [sessionID("a")]))
        #expect(
            try take(both) == ImportReport(added: [sessionID("b")], known: [sessionID("a")], factCount: 3))
        #expect(try folder.store().sessions().count == 2)
    }

    @Test("a session that is here with other, fewer or more facts is refused at the line that differs")
    func otherContent() throws {
        let facts = try sampleFacts(sessionID("a"), count: 3)
        _ = try take(log(facts))
        var other = facts
        other[1].author = "XX"
        for (text, line, what) in [
            (other, 2, "other facts from here on"), (Array(facts.prefix(2)), 2, "more facts behind this one"),
            (sampleFacts(facts[0].session, count: 4), 4, "without the facts from here on"),
        ] {
            let error = #expect(throws: ImportError.self) { try take(log(text)) }
            #expect(error?.description.hasPrefix("line \(line): session a is in the journal already") == true)
            #expect(error?.description.contains(what) == true)
        }
        #expect(try folder.store().load(facts[0].session).facts == facts)
    }

    @Test("practice never enters the real journal, nor the reverse")
    func modes() throws {
        let practice = try log(sampleFacts(sessionID("p"), mode: .practice))
        #expect(try sentence(practice).contains("it cannot enter the live journal"))
        let live = try log(sampleFacts(sessionID("l")))
        #expect(throws: ImportError.self) { try take(live, into: .practice) }
        var mixed = try sampleFacts(sessionID("m"))
        mixed[2].mode = .practice
        #expect(try sentence(log(mixed)).hasPrefix("line 3: a practice fact in a live session"))
    }

    @Test("holes, repetitions, wrong order and a session that comes twice are named with their line")
    func numbering() throws {
        let a = try sampleFacts(sessionID("a"), count: 4)
        let b = try sampleFacts(sessionID("b"), count: 1)
        #expect(try sentence(log([a[0], a[2]])) == "line 2: fact 2 is missing before fact 3")
        #expect(try sentence(log([a[0], a[1], a[1]])) == "line 3: fact 2 comes again or too late; 3 is next")
        #expect(try sentence(log([a[1], a[0]])) == "line 1: fact 1 is missing before fact 2")
        #expect(
            try sentence(log([a[0]] + b + [a[1]])) == "line 3: session a comes again after another session")
    }

    @Test("one refused fact refuses the whole log, with its line")
    func refusedFact() throws {
        let text = try log(sampleFacts(sessionID("a")) + sampleFacts(sessionID("b")))
        let found = try sentence(text) { facts in
            facts[0].session.name == "b"
                ? .refused(sequence: 2, Refusal("not that")) : .accepted(isOver: false)
        }
        #expect(found == "line 5: not that")
    }

    @Test("a log that ends in the middle of a line is refused; every other cut is, or is a shorter whole log")
    func cuts() throws {
        let whole = try log(sampleFacts(sessionID("a")))
        #expect(try sentence(whole.dropLast(5)) == "line 3: the log ends in the middle of this line")
        let ends = whole.indices.filter { whole[$0] == 0x0A }
        for end in stride(from: 1, to: whole.count, by: 7) {
            let file = try folder.file("cut", whole.prefix(end))
            var logs = SessionLogs(reader: try LogReader(path: file))
            do {
                _ = try logs.next()
                #expect(ends.contains(end) || ends.contains(end - 1))
            } catch {
                #expect(!ends.contains(end) && !ends.contains(end - 1))
            }
        }
    }

    @Test(
        "a session that has ended elsewhere is over here, and one's own session may be imported into its own journal"
    )
    func overAndOwn() throws {
        let id = try sessionID("a")
        try folder.store().append(sampleFacts(id))
        #expect(try take(folder.store().export(id)).known == [id])
        _ = try take(log(sampleFacts(sessionID("b"))))
        #expect(try folder.store().summary(of: sessionID("b"))?.isOver == true)
        #expect(try folder.store().summary(of: id)?.isOver == false)
    }
}
