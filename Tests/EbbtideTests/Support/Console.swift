import Foundation
import Testing

/// The console on a pseudo terminal, with a person who types and reads the screen.
final class Console {
    let process: Spawned
    private(set) var screen: ScreenParser
    /// Everything that was ever sent to the screen.
    private(set) var sent: [UInt8] = []
    /// What was wrong on screens of a size that has passed.
    private var violations: [String] = []
    private var terminal: PseudoTerminal?
    private var ending: Ending?

    /// What the person waited for in vain, with the screen as it stood.
    struct NeverSeen: Error, CustomStringConvertible {
        var description: String
    }

    init(
        _ arguments: [String], environment: [String: String], columns: Int, rows: Int, controls: Bool
    ) throws {
        let terminal = try PseudoTerminal(columns: UInt16(columns), rows: UInt16(rows))
        self.terminal = terminal
        screen = ScreenParser(columns: columns, rows: rows)
        process = try Spawned(
            arguments, environment: environment, terminal: terminal.path, controls: controls)
    }

    deinit {
        guard ending == nil else { return }
        process.send(SIGCONT)
        process.send(SIGKILL)
        _ = process.ending(within: 5)
    }

    /// The screen as lines.
    var text: String { screen.text.joined(separator: "\n") }

    func sees(_ wanted: String) -> Bool { text.contains(wanted) }

    /// What was sent and is neither an allowed sequence nor a sign that a screen may show.
    var foreign: [String] {
        let sequences = (violations + screen.violations).filter { !$0.hasPrefix("unprintable") }
        let signs = String(decoding: sent, as: UTF8.self).unicodeScalars.filter { sign in
            switch sign.properties.generalCategory {
            case .control: !"\u{7}\u{8}\t\n\r\u{F}\u{1B}".unicodeScalars.contains(sign)
            case .format, .privateUse, .surrogate, .unassigned, .lineSeparator, .paragraphSeparator: true
            default: false
            }
        }
        let broken = String(validating: sent, as: UTF8.self) == nil ? ["no UTF-8"] : []
        return broken + sequences + signs.map { "U+" + String($0.value, radix: 16) }
    }

    /// The settings of the terminal, in a form that compares.
    var settings: [UInt32] { terminal?.settings ?? [] }

    /// Types keys as a script spells them.
    func type(_ keys: String) { terminal?.type(Keys.bytes(keys)) }

    func resize(columns: Int, rows: Int) {
        // A sign of which only the beginning was read goes on after the change, and what was wrong before it stays wrong.
        let begun = screen.unfinished
        violations += screen.violations
        screen = ScreenParser(columns: max(1, columns), rows: max(1, rows))
        screen.feed(begun)
        terminal?.resize(columns: UInt16(columns), rows: UInt16(rows))
    }

    /// Closes the window.
    func closeTerminal() { terminal = nil }

    /// Reads what was sent meanwhile, waiting for it a moment.
    func read(waiting milliseconds: Int32 = 10) {
        guard let terminal else { return }
        var watched = pollfd(fd: terminal.person, events: Int16(POLLIN), revents: 0)
        var wait = milliseconds
        var buffer = [UInt8](repeating: 0, count: 65536)
        while poll(&watched, 1, wait) > 0, watched.revents & Int16(POLLIN) != 0 {
            let count = Glibc.read(terminal.person, &buffer, buffer.count)
            guard count > 0 else { return }
            sent += buffer[..<count]
            screen.feed(Array(buffer[..<count]))
            wait = 0
        }
    }

    /// Reads until something holds; `false` when it does not within the time.
    func reads(within seconds: Double = 10, until holds: () -> Bool) -> Bool {
        let deadline = Instant.now + seconds
        while !holds() {
            guard Instant.now < deadline else { return false }
            read()
        }
        return true
    }

    /// Waits until this text stands on the screen.
    func see(_ wanted: String, within seconds: Double = 10) throws {
        if reads(within: seconds, until: { sees(wanted) }) { return }
        throw NeverSeen(description: "\"\(wanted)\" never came; the screen was\n\(text)")
    }

    /// Waits until this text has gone from the screen.
    func seeGone(_ unwanted: String, within seconds: Double = 10) throws {
        if reads(within: seconds, until: { !sees(unwanted) }) { return }
        throw NeverSeen(description: "\"\(unwanted)\" stayed; the screen was\n\(text)")
    }

    /// Waits for the end of the process, reading on; it is killed when it takes longer.
    func end(within seconds: Double = 10) -> Ending? {
        if let ending { return ending }
        let deadline = Instant.now + seconds
        while Instant.now < deadline {
            read(waiting: 2)
            if terminal == nil { poll(nil, 0, 2) }
            ending = process.ending()
            if ending != nil { break }
        }
        guard let ended = ending else {
            process.send(SIGKILL)
            ending = process.ending(within: 5) ?? .signal(SIGKILL)
            return nil
        }
        read(waiting: 0)
        return ended
    }
}

/// What a nurse types.
enum Keys {
    private static let named = [
        "<Enter>": "\r", "<Esc>": "\u{1B}", "<Tab>": "\t", "<Backspace>": "\u{7F}", "<C-c>": "\u{3}",
        "<C-z>": "\u{1A}", "<End>": "\u{1B}OF", "<Left>": "\u{1B}OD",
    ]

    /// The bytes of keys as a script spells them.
    static func bytes(_ keys: String) -> String {
        named.reduce(keys) { $0.replacingOccurrences(of: $1.key, with: $1.value) }
    }

    /// A route, as the form of a new session asks for it.
    enum Way: String, CaseIterable {
        case infusion = "v<Enter>35<Enter>40"
        case injection = "m<Enter>35"
        case sprays = "r<Enter>50"
        case devices = "e<Enter>56"
    }

    /// The keys that open a session from the home screen.
    static func opening(_ way: Way, label: String = "Case 7") -> String {
        "n\(label)<Enter>1980<Enter>70<Enter>f<Enter>n<Enter>\(way.rawValue)<Enter>"
            + "n<Enter>n<Enter>n<Enter><Enter><Enter>KL<Enter>"
    }
}
