import Foundation
import Journal
import Review
import SessionCore

/// Gives sessions one by one, from a journal or a file, each folded as far as it is sound. One session is held at a time.
struct SessionReading {
    let place: Place
    /// Whether something was refused or damaged on the way.
    private(set) var hasTrouble = false

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
        if let damage = loaded.damage {
            complain("Session \(id) is damaged from fact \(damage.sequence) on: \(damage.sentence)")
        }
        guard let opening = loaded.facts.first else {
            throw Failure("Session \(id) has no readable fact.", .badData)
        }
        var session = try Session(opening: opening, resolve: place.resolve)
        for fact in loaded.facts.dropFirst() { take(fact, into: &session, where: "fact \(fact.sequence)") }
        return session
    }

    /// Every session of a log, in turn. A line that cannot be read ends it, with the place and the reason.
    mutating func sessions(in file: String, _ body: (Session) throws -> Void) throws {
        var reader = file == "-" ? LogReader(descriptor: 0) : try LogReader(path: file)
        let coder = FactCoder()
        var current: Session?
        reading: while true {
            do throws(LineError) {
                guard let line = try reader.next() else { break reading }
                let fact = try coder.fact(from: line.bytes, number: line.number)
                if case .sessionOpened = fact.body, current?.id != fact.session {
                    if let finished = current { try hand(finished, to: body) }
                    current = opened(fact, line: line.number)
                } else if var session = current, session.id == fact.session {
                    current = nil
                    take(fact, into: &session, where: "line \(line.number)")
                    current = session
                } else {
                    complain("line \(line.number): session \(fact.session) is not open here")
                }
            } catch {
                complain(error.description + "; what stands before it is reviewed")
                break
            }
        }
        if let current { try body(current) }
        if let failure = handed { throw failure }
    }

    /// What a caller's body threw in the middle of a log.
    private var handed: (any Error)?

    private mutating func hand(_ session: Session, to body: (Session) throws -> Void) throws(LineError) {
        do { try body(session) } catch { handed = handed ?? error }
    }

    private mutating func opened(_ fact: Fact, line: Int) -> Session? {
        do throws(Refusal) {
            return try Session(opening: fact, resolve: place.resolve)
        } catch {
            complain("line \(line): \(error.sentence)")
            return nil
        }
    }

    private mutating func take(_ fact: Fact, into session: inout Session, where place: String) {
        do throws(Refusal) {
            try session.apply(fact)
        } catch {
            session.skip(fact)
            complain("\(place) is passed over: \(error.sentence)")
        }
    }

    private mutating func complain(_ sentence: String) {
        hasTrouble = true
        Output.complain(sentence)
    }
}
