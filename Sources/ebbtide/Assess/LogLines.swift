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

    /// The next line; `nil` at the end. After a line that the file itself cannot give there is none.
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
            hasStopped = true
            return .unreadable(error, claim: nil)
        }
    }
}

extension Session {
    /// Gives the number that an unreadable line claims to nobody else, so that the lines after it are still understood;
    /// `false` when it is not the next number here.
    mutating func pass(over claim: LineClaim) -> Bool {
        guard claim.session == id, claim.sequence == facts.count + 1, var void = facts.last else {
            return false
        }
        void.measured = void.entered
        void.body = .noteWritten(NoteWritten(text: "a line that could not be read"))
        skip(void)
        return true
    }
}
