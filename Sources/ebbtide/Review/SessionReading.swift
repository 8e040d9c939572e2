import Foundation
import Journal
import Review
import SessionCore

/// Gives sessions one by one, from a journal or a file, each folded as far as it is sound. One session is held at a time.
struct SessionReading {
    let place: Place
    /// Whether something was refused or damaged on the way.
    private(set) var hasTrouble = false
    /// What is wrong with the record of the session that was read last, when it is damaged: nothing behind that is known.
    private(set) var damage: String?

    /// What was complained of last among the lines of a log, figures aside, and of how many lines more.
    private var repeated: (pattern: String, more: Int, line: Int)?

    init(place: Place) { self.place = place }

    /// Whether a name on the command line is a file rather than a session.
    static func isFile(_ name: String) -> Bool {
        name == "-" || SessionID(name) == nil || FileManager.default.fileExists(atPath: name)
    }

    /// One session of the journal.
    mutating func session(_ id: SessionID, of journal: JournalStore) throws -> Session {
        guard try journal.summary(of: id) != nil else {
            throw Failure(
                "There is no session \(id) in the \(place.options.mode.rawValue) journal.", .noInput)
        }
        let loaded = try journal.load(id)
        damage = loaded.damage?.sentence
        if let damage = loaded.damage {
            complain("Session \(id) is damaged from fact \(damage.sequence) on: \(damage.sentence)")
        }
        guard let opening = loaded.facts.first else {
            throw Failure("Session \(id) has no readable fact.", .badData)
        }
        var session = try Session(opening: opening, resolve: place.resolve)
        for fact in loaded.facts.dropFirst() {
            do throws(Refusal) {
                try session.apply(fact)
            } catch {
                session.skip(fact)
                complain("fact \(fact.sequence) is passed over: \(error.sentence)")
            }
        }
        return session
    }

    /// The same among many: `nil`, and a complaint, where nothing of it can be read.
    mutating func readable(_ id: SessionID, of journal: JournalStore) throws -> Session? {
        do {
            return try session(id, of: journal)
        } catch let failure as Failure where failure.status == .badData {
            complain(failure.sentence)
            return nil
        } catch let refusal as Refusal {
            complain("Session \(id) cannot be opened: \(refusal.sentence)")
            return nil
        }
    }

    /// Every session of a log, in turn. A line that cannot be read is named with the reason and passed over.
    mutating func sessions(in file: String, _ body: (Session) throws -> Void) throws {
        var lines = try LogLines(file: file)
        var current: Session?
        while let line = lines.next() {
            switch line {
            case .fact(let fact, let number):
                if case .sessionOpened = fact.body, current?.id != fact.session {
                    if let finished = current { try body(finished) }
                    current = opened(fact, of: file, line: number)
                } else if current?.id == fact.session {
                    // In its place: a session is large, and taking it out copies it for every line.
                    for trouble in current?.takeOn(fact).troubles ?? [] {
                        complain(of: file, line: number, trouble)
                    }
                } else {
                    complain(of: file, line: number, "session \(fact.session) is not open here")
                }
            case .unreadable(let error, let claim):
                complain(of: file, line: error.number, error.sentence + "; it is passed over")
                if let claim { _ = current?.pass(over: claim) }
            }
        }
        tellRepeated(of: file)
        if let current {
            try body(current)
        } else if !hasTrouble {
            complain("\(file) holds no session: it is empty.")
        }
    }

    private mutating func opened(_ fact: Fact, of file: String, line: Int) -> Session? {
        do throws(Refusal) {
            return try Session(opening: fact, resolve: place.resolve)
        } catch {
            complain(of: file, line: line, error.sentence)
            return nil
        }
    }

    /// One fault of a log often shows in every line behind it: that is said once, with how far it goes.
    private mutating func complain(of file: String, line: Int, _ sentence: String) {
        let pattern = String(sentence.filter { !$0.isNumber })
        if repeated?.pattern == pattern {
            repeated?.more += 1
            repeated?.line = line
            return
        }
        tellRepeated(of: file)
        repeated = (pattern, 0, line)
        complain("\(named(file)), line \(line): \(sentence)")
    }

    private mutating func tellRepeated(of file: String) {
        if let repeated, repeated.more > 0 {
            let lines = repeated.more == 1 ? "1 more line" : "\(repeated.more) more lines"
            complain("\(named(file)), up to line \(repeated.line): the same of \(lines)")
        }
        repeated = nil
    }

    private func named(_ file: String) -> String { file == "-" ? "standard input" : file }

    private mutating func complain(_ sentence: String) {
        hasTrouble = true
        Output.complain(sentence)
    }
}
