import SessionCore
import Synchronization

/// Care protocols that logs from elsewhere name. Each is read once, however many sessions run under it.
final class NamedProtocols: Sendable {
    private let known = Mutex<[String: CareProtocol?]>([:])

    /// The protocol of that name, read with `load` when it is asked for first; `nil` when there is none.
    func resolve(_ name: String, load: (String) -> CareProtocol?) -> CareProtocol? {
        known.withLock { known in
            if let read = known[name] { return read }
            let read = load(name)
            known[name] = .some(read)
            return read
        }
    }
}
