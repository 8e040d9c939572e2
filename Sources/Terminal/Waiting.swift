import CTerminal
import Canvas

/// A signal that the process was sent, other than a change of the window's size.
public enum ProcessSignal: CaseIterable, Sendable {
    /// Somebody asks the process to end.
    case terminate
    /// Somebody interrupts it from outside; Control-C at the keyboard is a key.
    case interrupt
    /// The terminal is gone.
    case hangUp
    /// Somebody asks it to quit.
    case quit
    /// Somebody asks it to stop.
    case stop
    /// It was stopped and continued.
    case continued

    var bit: Int32 {
        switch self {
        case .terminate: Int32(CT_TERMINATE.rawValue)
        case .interrupt: Int32(CT_INTERRUPT.rawValue)
        case .hangUp: Int32(CT_HUNG_UP.rawValue)
        case .quit: Int32(CT_QUIT.rawValue)
        case .stop: Int32(CT_STOP.rawValue)
        case .continued: Int32(CT_CONTINUED.rawValue)
        }
    }
}

/// Why a wait ended. Several reasons may come together; none means that the time was over.
public struct Wake: Equatable, Sendable {
    /// `readInput` has something to say.
    public var hasInput = false
    /// The wall clock's next second has begun.
    public var ticked = false
    /// A quarter of a second of flashing has passed.
    public var flashed = false
    /// Somebody called the waker.
    public var wasCalled = false
    /// The terminal is gone: close with `terminalIsGone`.
    public var hungUp = false
    /// The signals that arrived.
    public var signals: Set<ProcessSignal> = []

    /// A wait that ended because the time was over.
    public init() {}
}

extension TerminalSession {
    /// Waits for a key, a signal, the next second, a flash, or the waker.
    /// - Parameter milliseconds: the longest wait; nil for no limit.
    public func wait(atMost milliseconds: Int? = nil) -> Wake {
        var limit = milliseconds.map { Int32(clamping: max(0, $0)) } ?? -1
        if decoder.isPending {
            let patience = Int32(InputDecoder.pastePatience)
            limit = limit < 0 ? patience : min(limit, patience)
        }
        if mayHoldMoreInput || sizeMayHaveChanged { limit = 0 }
        var bits: Int32 = 0
        let events = ct_wait(limit, &bits)
        func happened(_ event: ct_event) -> Bool { events & Int32(event.rawValue) != 0 }
        var wake = Wake()
        wake.signals = Set(ProcessSignal.allCases.filter { bits & $0.bit != 0 })
        if wake.signals.contains(.continued) {
            ct_resume()
            redraw()
            sizeMayHaveChanged = true
        }
        if bits & Int32(CT_WINDOW_CHANGED.rawValue) != 0 { sizeMayHaveChanged = true }
        wake.hasInput = happened(CT_INPUT) || mayHoldMoreInput || sizeMayHaveChanged || decoder.isPending
        wake.ticked = happened(CT_TICK)
        wake.flashed = happened(CT_FLASH)
        wake.wasCalled = happened(CT_NOTIFIED)
        wake.hungUp = happened(CT_HANGUP) || wake.signals.contains(.hangUp)
        return wake
    }

    /// Switches the flash of four times a second on or off; off costs nothing, and a key does not delay the next one.
    public func setFlashing(_ on: Bool) {
        guard on != isFlashing else { return }
        isFlashing = on
        ct_flash(on)
    }
}
