import Glibc
import Synchronization

/// Both ends of a pseudo terminal: the program's end as a path and a descriptor, the person's end for keys and for
/// what was sent to the screen.
final class PseudoTerminal: Sendable {
    let person: Int32
    let program: Int32
    let path: String
    private let received = Mutex<[UInt8]>([])
    private let reader = Mutex<pthread_t?>(nil)

    init(columns: UInt16 = 80, rows: UInt16 = 24) throws {
        person = open("/dev/ptmx", O_RDWR | O_NOCTTY | O_CLOEXEC)
        var locked: Int32 = 0
        var number: UInt32 = 0
        let unlock = UInt(0x4004_5431)  // TIOCSPTLCK, a macro that Swift does not see
        let ask = UInt(0x8004_5430)  // TIOCGPTN
        guard person >= 0, ioctl(person, unlock, &locked) == 0, ioctl(person, ask, &number) == 0 else {
            throw Problem.noPseudoTerminal
        }
        path = "/dev/pts/\(number)"
        program = open(path, O_RDWR | O_NOCTTY | O_CLOEXEC)
        guard program >= 0 else { throw Problem.noPseudoTerminal }
        resize(columns: columns, rows: rows)
    }

    deinit {
        close(program)
        close(person)
    }

    enum Problem: Error { case noPseudoTerminal }

    func resize(columns: UInt16, rows: UInt16) {
        var size = winsize(ws_row: rows, ws_col: columns, ws_xpixel: 0, ws_ypixel: 0)
        _ = ioctl(person, UInt(TIOCSWINSZ), &size)
    }

    /// Types bytes, as a terminal sends them.
    func type(_ bytes: String) { type(Array(bytes.utf8)) }

    func type(_ bytes: [UInt8]) { _ = write(person, bytes, bytes.count) }

    /// Runs something while the person's end is being read, and gives what was sent meanwhile.
    func capture(_ body: () throws -> Void) rethrows -> [UInt8] {
        beginCapture()
        do { try body() } catch {
            _ = endCapture()
            throw error
        }
        return endCapture()
    }

    /// Begins to read what is sent.
    func beginCapture() {
        var thread = pthread_t()
        pthread_create(&thread, nil, PseudoTerminal.readUntilMark, Unmanaged.passRetained(self).toOpaque())
        reader.withLock { $0 = thread }
    }

    /// Gives what was sent since the beginning. A mark behind it says when all of it has arrived, so that nothing is
    /// slept.
    func endCapture() -> [UInt8] {
        _ = write(program, PseudoTerminal.mark, PseudoTerminal.mark.count)
        if let thread = reader.withLock({ $0 }) { pthread_join(thread, nil) }
        return received.withLock { bytes in
            defer { bytes = [] }
            return Array(bytes.dropLast(PseudoTerminal.mark.count))
        }
    }

    private static let mark: [UInt8] = [1, 2, 3]

    private static let readUntilMark: @convention(c) (UnsafeMutableRawPointer?) -> UnsafeMutableRawPointer? =
        {
            guard let pointer = $0 else { return nil }
            let terminal = Unmanaged<PseudoTerminal>.fromOpaque(pointer).takeRetainedValue()
            var buffer = [UInt8](repeating: 0, count: 4096)
            while true {
                let count = read(terminal.person, &buffer, buffer.count)
                guard count > 0 else { return nil }
                let isDone = terminal.received.withLock { bytes in
                    bytes += buffer[..<count]
                    return bytes.suffix(mark.count) == mark[...]
                }
                if isDone { return nil }
            }
        }

    /// The settings that a program may change, in a form that compares.
    var settings: [UInt32] {
        var found = termios()
        tcgetattr(program, &found)
        return [found.c_iflag, found.c_oflag, found.c_cflag, found.c_lflag]
    }
}
