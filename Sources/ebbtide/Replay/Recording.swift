import ArgumentParser
import ConsoleUI
import Foundation
import Journal
import Review
import SessionCore

/// A session to be replayed, named or in a file, as far as its record is sound.
struct Recording {
    /// The facts at their beginning.
    var cursor: ReplayCursor
    /// Where the record stops being sound and why; `nil` when all of it is shown.
    let stopsBecause: String?
    /// The other sessions of the file, where none was asked for.
    let others: [SessionID]
    /// The session's name in the journal; `nil` when it came from a file.
    let name: SessionID?
    /// Whether another console may add to it: what nobody writes ends with its last fact.
    private let isWritten: Bool

    /// Opens what `source` names: a file where there is one of that name, else a session of the journal.
    /// `session` is the one of the file that is meant; its first one when left out.
    init(_ source: String, session: SessionID? = nil, in place: Place) throws {
        if FileManager.default.fileExists(atPath: source) {
            try self.init(file: source, session: session, in: place)
        } else if session != nil {
            throw Failure(
                "--session names one of the sessions of a file; there is no file \(source).", .noInput)
        } else if let session = SessionID(source) {
            let journal = try place.journal(for: .reading)
            guard let summary = try journal.summary(of: session) else {
                let mode = place.options.mode.rawValue
                throw Failure(
                    "There is neither a file nor, in the \(mode) journal, a session \(source).", .noInput)
            }
            try self.init(summary.id, from: journal, resolve: place.resolve)
        } else {
            throw Failure("There is no file \(source).", .noInput)
        }
    }

    /// Opens a session of the journal.
    init(_ session: SessionID, from journal: JournalStore, resolve: (String) -> CareProtocol?) throws {
        let loaded = try journal.load(session)
        name = session
        others = []
        isWritten = SessionLock.holder(of: session, in: journal.folder, mode: journal.mode) != nil
        do throws(Refusal) {
            cursor = try ReplayCursor(loaded.facts, resolve: resolve)
        } catch {
            throw Failure(
                "Session \(session) cannot be read: \(loaded.damage?.sentence ?? error.sentence)", .badData)
        }
        if let problem = cursor.problem {
            stopsBecause = "the record is shown up to fact \(problem.index); the next: \(problem.refusal)"
        } else {
            stopsBecause = loaded.damage.map {
                "the record is shown up to fact \($0.sequence - 1); \($0.sentence)"
            }
        }
    }

    /// Reads one session of a log, up to the first line that does not fit.
    init(file: String, session: SessionID?, in place: Place) throws {
        name = nil
        isWritten = false
        let log = try LogPart(file: file, session: session)
        others = log.others
        guard !log.facts.isEmpty else {
            if let session, log.stop == nil {
                throw Failure("\(file) holds no session \(session).", .noInput)
            }
            throw Failure("\(file) holds no session: \(log.stop?.description ?? "it is empty").", .badData)
        }
        do throws(Refusal) {
            cursor = try ReplayCursor(log.facts, resolve: place.resolve)
        } catch {
            throw Failure("\(file): line \(log.lines[0]): \(error.sentence)", .badData)
        }
        if let problem = cursor.problem {
            let line = log.lines[problem.index]
            stopsBecause =
                "the record is shown up to line \(line - 1) of \(file); line \(line): \(problem.refusal)"
        } else {
            stopsBecause = log.stop.map {
                "the record is shown up to line \($0.number - 1) of \(file); \($0.description)"
            }
        }
    }

    /// The same for the console.
    var recorded: RecordedSession {
        RecordedSession(
            cursor, stopsBecause: stopsBecause, runsOn: isWritten, isKept: name != nil)
    }

    /// Goes to the place that `text` names; a moment after the last entry can be shown for a day.
    ///
    /// - Throws: a ``Failure`` that says what can be named, and where a damaged record stops short of it.
    mutating func seek(_ text: String, _ knowledge: Knowledge) throws(Failure) {
        cursor.look(knowledge)
        do throws(Refusal) {
            let jump = try ReplayJump(text)
            // Nothing lies before the opening: what goes back goes back from the end.
            if case .by(let span) = jump, span < .zero { try cursor.seek(.end) }
            let wanted = try cursor.instant(of: jump)
            if wanted > cursor.end, wanted - cursor.end <= .minutes(1440) { cursor.reach(wanted) }
            try cursor.seek(jump)
        } catch {
            if let stopsBecause {
                throw Failure("--at: \(error.sentence) But \(stopsBecause).", .badData)
            }
            throw Failure("--at: \(error.sentence)", .usage)
        }
    }

    /// Says what else there is, and where the record stops being sound, after everything else was done.
    func complain() throws(Failure) {
        if let other = others.first {
            let more = others.count == 1 ? "another session" : "\(others.count) other sessions"
            Output.complain("The file holds \(more); --session \(other) shows it.")
        }
        if let stopsBecause {
            let sentence = stopsBecause.prefix(1).uppercased() + stopsBecause.dropFirst()
            throw Failure(sentence.hasSuffix(".") ? sentence : sentence + ".", .badData)
        }
    }
}

/// One session of a log as far as its lines can be read.
private struct LogPart {
    var facts: [Fact] = []
    /// The line of each fact.
    var lines: [Int] = []
    /// Why nothing more was read; `nil` at the end of the file.
    var stop: LineError?
    /// The other sessions of the file, in order, where none was asked for.
    private(set) var others: [SessionID] = []

    /// The session that is meant; the first one when left out.
    private let session: SessionID?

    init(file: String, session: SessionID?) throws(StorageError) {
        self.session = session
        var reader = try LogReader(path: file)
        let coder = FactCoder()
        do throws(LineError) {
            while let line = try reader.next() {
                do throws(LineError) {
                    try take(try coder.fact(from: line.bytes, number: line.number), line: line.number)
                } catch {
                    guard line.isUnterminated else { throw error }
                    throw LineError(number: line.number, "the log ends in the middle of this line")
                }
            }
        } catch {
            stop = error
        }
    }

    private mutating func take(_ fact: Fact, line: Int) throws(LineError) {
        var fact = fact
        let expected = facts.count + 1
        if let session, fact.session != session { return }
        if let first = facts.first, fact.session != first.session {
            if others.contains(fact.session) { return }
            guard fact.sequence <= 1 else {
                throw LineError(
                    number: line,
                    "fact \(fact.sequence) belongs to session \(fact.session), which does not begin before it"
                )
            }
            others.append(fact.session)
            return
        }
        if fact.sequence == 0 { fact.sequence = expected }
        guard fact.sequence == expected else {
            throw LineError(
                number: line,
                fact.sequence < expected
                    ? "fact \(fact.sequence) comes again or too late; \(expected) is next"
                    : "fact \(expected) is missing before fact \(fact.sequence)")
        }
        facts.append(fact)
        lines.append(line)
    }
}
