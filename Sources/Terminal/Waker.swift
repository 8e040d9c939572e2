import CTerminal

/// Ends a wait of the terminal's thread from any other thread.
public final class Waker: Sendable {
    let descriptor: Int32

    /// A waker of its own; nil when the system has no descriptors left.
    init?() {
        descriptor = ct_notifier()
        if descriptor < 0 { return nil }
    }

    deinit { ct_close_notifier(descriptor) }

    /// Ends the wait that goes on, or the next one. Several calls before it may end only one.
    public func wake() { ct_notify(descriptor) }
}
