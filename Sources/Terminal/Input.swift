import CTerminal
import Canvas

/// Something that came from the person at the terminal.
public enum Input: Equatable, Sendable {
    /// A key was pressed.
    case key(Key)
    /// A text was pasted; its line breaks are `\n`. At most 64 KiB of it are kept.
    case paste(String)
    /// The terminal has this new size.
    case resized(Size)
}

extension TerminalSession {
    /// Everything that has arrived and not been read. Never draws.
    public func readInput() -> [Input] {
        var found: [Input] = []
        if sizeMayHaveChanged {
            sizeMayHaveChanged = false
            if let size = adoptSize() { found.append(.resized(size)) }
        }
        let now = SystemClock.bootMilliseconds
        found += decoder.beginReading(at: now)
        mayHoldMoreInput = true
        // Enough for any paste that is kept; whoever floods the terminal must not stop the clock.
        for _ in 0..<100_000 {
            let code = ct_next_key()
            guard code != CT_KEY_NONE.rawValue else {
                mayHoldMoreInput = false
                break
            }
            found += decoder.read(code, at: now)
        }
        // Reading an escape waits for what may follow, so that time has passed.
        return found + decoder.endReading(at: SystemClock.bootMilliseconds)
    }
}
