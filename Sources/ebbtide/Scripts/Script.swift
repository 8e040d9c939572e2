import Canvas
import SessionCore

/// A file of keys: what a person would type, line by line, for tests and demonstrations.
///
/// ```
/// # a comment
/// type n Case 7<Enter>
/// paste 132/84
/// pass 5m
/// clock 2026-03-01T14:00:00Z
/// size 80x24
/// screen after-ten-minutes.txt
/// roles after-ten-minutes.roles
/// ```
struct Script {
    /// One line.
    enum Step: Equatable {
        /// Keys, in the notation of key bindings: `<Enter>`, `<Esc>`, `<C-c>`.
        case keys([Key])
        /// Text pasted as one event.
        case paste(String)
        /// The clock moves on (practice alone).
        case pass(Span)
        /// The clock is set (practice alone).
        case clock(WallTime)
        /// The screen changes its size.
        case size(Size)
        /// The screen is written to a file; `-` is standard output.
        case screen(String)
        /// The style letters of the screen are written to a file.
        case roles(String)
    }

    /// The steps with their line numbers.
    var steps: [(line: Int, step: Step)] = []

    /// Whether a step moves the clock.
    var movesClock: Bool {
        steps.contains { entry in
            switch entry.step {
            case .pass, .clock: true
            case .keys, .paste, .size, .screen, .roles: false
            }
        }
    }

    /// Reads a script.
    ///
    /// - Throws: a ``Failure`` that names the file, the line and what would be right.
    init(text: String, file: String) throws(Failure) {
        var number = 0
        for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
            number += 1
            guard let word = line.split(separator: " ").first, !word.hasPrefix("#") else { continue }
            var argument = line.drop { $0 == " " }.dropFirst(word.count)
            if argument.first == " " { argument.removeFirst() }
            guard let step = Script.step(String(word), String(argument)) else {
                throw Failure(
                    "\(file):\(number): \"\(line.prefix(60))\" is no step; a step is type KEYS, paste TEXT, pass 5m, "
                        + "clock 2026-03-01T14:00:00Z, size 80x24, screen FILE or roles FILE.",
                    .badData)
            }
            steps.append((number, step))
        }
    }

    private static func step(_ word: String, _ argument: String) -> Step? {
        switch word {
        case "type": Key.sequence(argument).map { .keys($0) }
        case "paste": .paste(argument)
        case "pass": span(argument).map { .pass($0) }
        case "clock": WallTime(iso8601: argument).map { .clock($0) }
        case "size": Size(argument: argument).map { .size($0) }
        case "screen": argument.isEmpty ? nil : .screen(argument)
        case "roles": argument.isEmpty ? nil : .roles(argument)
        default: nil
        }
    }

    /// A length of time such as `90s`, `5m`, `1h` or `1h30m`; `nil` for anything else or more than a week.
    static func span(_ text: String) -> Span? {
        guard let span = Span(typed: text), span <= .minutes(7 * 1440) else { return nil }
        return span
    }
}

extension Size {
    /// Takes `120x40` from a command line or script; at most 500 columns and 300 rows.
    public init?(argument: String) {
        let parts = argument.split(separator: "x", omittingEmptySubsequences: false)
        guard parts.count == 2, let columns = Int(parts[0]), let rows = Int(parts[1]),
            (0...500).contains(columns),
            (0...300).contains(rows)
        else { return nil }
        self.init(columns: columns, rows: rows)
    }
}
