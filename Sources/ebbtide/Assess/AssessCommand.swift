import ArgumentParser
import Journal
import SessionCore

/// `ebbtide assess FILE`: runs the rules over a log without storing it.
struct AssessCommand: ReportingCommand {
    static let configuration = CommandConfiguration(
        commandName: "assess", abstract: "Run the rules over a log and print what they conclude.",
        discussion: """
            Prints every flag, alarm transition, checkpoint state, phase and refused fact, each with the line of the \
            log that it follows from. Nothing is stored. Exit status 65 when a fact was refused or a line could not be \
            read.
            """)

    @OptionGroup var place: PlaceOptions
    @OptionGroup var output: JSONOption
    @Argument(help: "A file of JSON Lines; - reads standard input.") var file: String

    func perform() throws {
        var assessor = Assessor(place: try Place(options: place), json: output.json)
        var lines = try LogLines(file: file)
        var isEmpty = true
        while let line = lines.next() {
            isEmpty = false
            switch line {
            case .fact(let fact, let number): assessor.take(fact, line: number)
            case .unreadable(let error, let claim):
                assessor.refuse(line: error.number, fact: nil, reason: error.sentence)
                if let claim { assessor.pass(over: claim, line: error.number) }
            }
        }
        assessor.finish()
        if isEmpty { throw Failure("\(file) holds no session: it is empty.", .badData) }
        if assessor.hasRefused { throw ExitCode(SystemExit.badData.rawValue) }
    }
}

/// Folds the sessions of a log and prints what the rules concluded. One session is held at a time, so that
/// memory is bounded by the largest session and not by the file.
struct Assessor {
    private let json: Bool
    private let place: Place
    private var open: OpenSession?
    private var output = OutputLines()
    private(set) var hasRefused = false

    /// A session whose facts are still coming.
    private struct OpenSession {
        var session: Session
        /// Line of each fact, by sequence − 1.
        var lines: [Int]
    }

    init(place: Place, json: Bool) {
        self.place = place
        self.json = json
    }

    /// Takes the fact of one line.
    mutating func take(_ fact: Fact, line: Int) {
        if open?.session.id == fact.session, let taken = open?.session.takeOn(fact) {
            open?.lines += Array(repeating: line, count: taken.numbers)
            for trouble in taken.troubles { refuse(line: line, fact: fact, reason: trouble) }
            return
        }
        do throws(Refusal) {
            if case .sessionOpened = fact.body {
                finish()
                open = OpenSession(session: try Session(opening: fact, resolve: place.resolve), lines: [line])
            } else {
                throw Refusal(
                    "Session \(fact.session) was not opened before this line, or another one was opened since."
                )
            }
        } catch {
            refuse(line: line, fact: fact, reason: error.sentence)
        }
    }

    /// Gives the number of a line that cannot be read to nobody else, so that those after it are still understood.
    mutating func pass(over claim: LineClaim, line: Int) {
        if open?.session.pass(over: claim) == true { open?.lines.append(line) }
    }

    /// Prints a refused line.
    mutating func refuse(line: Int, fact: Fact?, reason: String) {
        hasRefused = true
        let sequence = fact.flatMap { $0.sequence == 0 ? nil : $0.sequence }
        print(.refused(line: line, seq: sequence, session: fact?.session, reason: reason))
    }

    /// Prints what was concluded of the session so far and lets go of it.
    mutating func finish() {
        if let held = open {
            let opened = held.session.facts[0].measured
            for transition in held.session.transitions {
                let line = transition.fact.flatMap {
                    held.lines.indices.contains($0 - 1) ? held.lines[$0 - 1] : nil
                }
                print(
                    AssessLine(
                        transition, session: held.session.id, mode: held.session.mode, opened: opened,
                        line: line))
            }
        }
        open = nil
        output.flush()
    }

    private mutating func print(_ line: AssessLine) {
        if json { return output.emit(line.put) }
        let isPractice = (line.mode ?? open?.session.mode) == .practice
        output.say(isPractice ? "PRACTICE  " + line.words : line.words)
    }
}
