import Journal
import SessionCore

/// The lines of a log one by one, read on behind those that cannot be read.
struct LogLines: ~Copyable {
    /// What a line is.
    enum Line {
        /// A fact, with the line's number.
        case fact(Fact, number: Int)
        /// No fact, with what is wrong and the place in a session that it claims, when it says that much.
        case unreadable(LineError, claim: LineClaim?)
    }

    private var reader: LogReader
    private let coder = FactCoder()
    private var hasStopped = false

    /// Opens a log; `-` reads standard input.
    init(file: String) throws {
        reader = file == "-" ? LogReader(descriptor: 0) : try LogReader(path: file)
    }

    /// The next line; `nil` at the end, and after the file itself could not be read on.
    mutating func next() -> Line? {
        guard !hasStopped else { return nil }
        do throws(LineError) {
            guard let line = try reader.next() else { return nil }
            do throws(LineError) {
                return .fact(try coder.fact(from: line.bytes, number: line.number), number: line.number)
            } catch {
                return .unreadable(error, claim: coder.claim(in: line.bytes))
            }
        } catch {
            hasStopped = !reader.goesOn
            return .unreadable(error, claim: nil)
        }
    }
}

extension Session {
    /// So many facts may be missing in a row before what follows is no longer taken for the same session.
    private static let longestHole = 1000

    /// Takes the next fact of a log. Facts that are missing before it are given up, one that comes again is left out, and
    /// one that cannot stand gives its number to nobody else, so that the lines after it are still understood.
    /// - Returns: how many numbers were used up, and what is wrong, in order.
    mutating func takeOn(_ fact: Fact) -> (numbers: Int, troubles: [String]) {
        let next = facts.count + 1
        let sequence = fact.sequence == 0 ? next : fact.sequence
        guard sequence >= next else {
            return (0, ["Fact \(sequence) comes again or too late; \(next) is next."])
        }
        var troubles: [String] = []
        if sequence > next, sequence - next <= Session.longestHole {
            let missing = sequence - next == 1 ? "Fact \(next) is" : "Facts \(next) to \(sequence - 1) are"
            troubles.append("\(missing) missing before fact \(sequence).")
            for _ in next..<sequence { giveUp("a fact that is missing") }
        }
        do throws(Refusal) {
            try apply(fact)
        } catch {
            skip(fact)
            troubles.append(error.sentence)
        }
        return (facts.count + 1 - next, troubles)
    }

    private mutating func giveUp(_ words: String) {
        var void = facts[facts.count - 1]
        void.measured = void.entered
        void.body = .noteWritten(NoteWritten(text: words))
        skip(void)
    }

    /// Gives the number that an unreadable line claims to nobody else, so that the lines after it are still understood;
    /// `false` when it is not the next number here.
    mutating func pass(over claim: LineClaim) -> Bool {
        guard claim.session == id, claim.sequence == facts.count + 1 else { return false }
        giveUp("a line that could not be read")
        return true
    }
}
