import Foundation
import Simulation
import Testing

/// A trainee's console and an instructor's, each a process of its own on a terminal of its own.
@Suite("An instructor at a second terminal")
struct InstructorTests {
    /// Deaths of the trainee's console in an ordinary run.
    private static let deaths = 4

    private func begin(_ ward: Ward) throws -> Console {
        let console = try ward.console("practice", "panic", "--seed", "1", columns: 120, rows: 40)
        try console.see("take over")
        console.type("t")
        try console.see("SIMULATION 1x runs")
        return console
    }

    @discardableResult
    private func send(_ text: String, _ ward: Ward) throws -> Ward.Outcome {
        let path = ward.folder + "/message"
        try text.write(toFile: path, atomically: true, encoding: .utf8)
        return try ward.run("practice", "--instruct", "--send", path)
    }

    @Test(
        "what is staged is sent as one and taken within seconds; the trainee hears it and sees nothing else of it",
        arguments: [(120, 40), (80, 24)])
    func sideBySide(_ columns: Int, _ rows: Int) throws {
        let ward = try Ward()
        let trainee = try begin(ward)
        let instructor = try ward.console("practice", "--instruct", columns: columns, rows: rows)
        try instructor.see("((INSTRUCTOR)) PRACTICE")
        instructor.type("msys +40 in 20s<Enter>")
        try instructor.see("systolic pressure +40 mmHg")
        instructor.type("vpI am falling.<Enter>")
        try instructor.see("I am falling.")
        instructor.type("cXYZZY<Enter>")
        try instructor.see("XYZZY")
        #expect(!instructor.sees("taken"))
        instructor.type("S")
        try instructor.see("taken T0", within: 5)
        try trainee.see("patient: I am falling.", within: 2)
        try send("say room: \u{1B}]0;title\u{7}\u{202E}A bell rings.", ward)
        try trainee.see("A bell rings.", within: 5)
        try instructor.see("A bell rings.", within: 5)
        #expect(trainee.foreign.isEmpty && instructor.foreign.isEmpty, "text is data")
        instructor.type("q")
        #expect(instructor.end() == .exit(0))
        let running = try #require(try ward.sessions(practice: true).first?["session"] as? String)
        #expect(try !ward.run("review", running, "--practice").output.contains("XYZZY"), "not while it runs")
        let shown = String(decoding: trainee.sent, as: UTF8.self)
        for secret in ["XYZZY", "plasma", "effect site", "in truth", "instructor"] {
            #expect(!shown.contains(secret), "\(secret)")
        }
        trainee.type("qy")
        try trainee.see("PASSED")
        #expect(trainee.reads { trainee.sees("XYZZY") }, "the comment stands in the debrief\n\(trainee.text)")
        let session = try #require(try ward.sessions(practice: true).first?["session"] as? String)
        let review = try ward.run("review", session, "--practice").output
        #expect(review.contains("INSTR") && review.contains("XYZZY"), "and beside the record\n\(review)")
    }

    @Test("a trainee's console that is killed at random instants loses no message and takes none twice")
    func kills() throws {
        let seed = UInt64.random(in: 0 ... .max)
        print("kills of an exercise: seed \(seed)")
        let taken = try marks(try Ward(), seed: seed)
        #expect(taken == (1...2 * Self.deaths).map { "mark \($0) of many" }, "seed \(seed)")
    }

    #if DEBUG
        @Test("a console that forgets the numbers of messages takes one twice, and these tests notice it")
        func control() throws {
            let ward = try Ward()
            ward.environment["EBBTIDE_FAULT"] = "forget-numbers"
            #expect(try marks(ward, seed: 1).count > 2 * Self.deaths)
        }
    #endif

    /// Sends marks to a console that is killed again and again; answers with those that the exercise has in the end.
    private func marks(_ ward: Ward, seed: UInt64) throws -> [String] {
        var dice = SeededChance(seed: seed)
        var trainee = try begin(ward)
        for death in 1...Self.deaths {
            try #require(send("comment mark \(2 * death - 1) of many", ward).ending == .exit(0))
            let wait = Instant.now + Double(Int.random(in: 0..<1500, using: &dice)) / 1000
            _ = trainee.reads(within: 5) { Instant.now >= wait }
            trainee.process.send(SIGKILL)
            _ = trainee.end()
            // One is sent while nobody is there.
            try #require(send("comment mark \(2 * death) of many", ward).ending == .exit(0))
            trainee = try ward.console("practice", columns: 120, rows: 40)
            try trainee.see("Continue the exercise?")
            trainee.type("c")
            if trainee.reads(within: 1, until: { trainee.sees("take over") }) { trainee.type("t") }
            try trainee.see("SIMULATION 1x runs")
        }
        try send("say room: The last one.", ward)
        try trainee.see("The last one.")
        trainee.type("qy")
        try trainee.see("PASSED")
        trainee.type("q")
        _ = trainee.end()
        let session = try #require(try ward.sessions(practice: true).first?["session"] as? String)
        let debrief = try ward.run("practice", "--debrief", session).output
        return debrief.split(separator: "\n").compactMap { line in
            line.firstRange(of: "mark ").map { String(line[$0.lowerBound...]) }
        }
    }

    @Test(
        "joining without an exercise, or one that is over, and lines that cannot be, are refused with a sentence"
    )
    func refused() throws {
        let ward = try Ward()
        for arguments in [["--instruct"], ["--instruct", "nowhere"]] {
            let outcome = try ward.run(all: ["practice"] + arguments)
            #expect(outcome.ending == .exit(66) && outcome.errors.hasPrefix("ebbtide: "), "\(arguments)")
        }
        let trainee = try begin(ward)
        let wrong = try send("sys +20\nsay nobody: hello\n", ward)
        #expect(wrong.ending == .exit(65) && wrong.errors.contains("message:2: "), "\(wrong.errors)")
        #expect(try send("# nothing\n", ward).ending == .exit(65))
        let sent = try ward.run(
            all: ["practice", "--instruct", "--json", "--send", ward.folder + "/message"])
        #expect(sent.ending == .exit(65))
        #expect(try ward.run("practice", "panic", "--send", "x").ending == .exit(64))
        trainee.type("qy")
        try trainee.see("PASSED")
        trainee.type("q")
        _ = trainee.end()
        let session = try #require(try ward.sessions(practice: true).first?["session"] as? String)
        let over = try ward.run("practice", "--instruct", session)
        #expect(over.ending == .exit(66) && over.errors.contains("is over"), "\(over.errors)")
    }
}
