import CSodium
import Foundation
import SessionCore

/// Each row of a session carries the SHA-256 of the row before it and its own line, so that no line can be changed,
/// moved, left out or put in without breaking every row after it.
public enum HashChain {
    /// The hash that the first line of a session is chained to.
    public static func genesis(of session: SessionID) -> Data {
        digest(of: Data("ebbtide journal 1\n\(session.name)\n".utf8))
    }

    /// The hash of a line that follows the row with hash `previous`.
    public static func next(after previous: Data, line: Data) -> Data {
        digest(of: previous + line)
    }

    /// SHA-256, 32 bytes.
    public static func digest(of bytes: Data) -> Data {
        var hash = [UInt8](repeating: 0, count: Int(crypto_hash_sha256_BYTES))
        bytes.withUnsafeBytes { source in
            _ = crypto_hash_sha256(
                &hash, source.bindMemory(to: UInt8.self).baseAddress, UInt64(source.count))
        }
        return Data(hash)
    }

    /// SHA-256 of a whole file, read in blocks.
    static func digest(ofFile path: String) throws(StorageError) -> Data {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
        guard descriptor >= 0 else {
            throw StorageError(.noInput, "\(path) cannot be read: \(systemReason())")
        }
        defer { close(descriptor) }
        var state = crypto_hash_sha256_state()
        crypto_hash_sha256_init(&state)
        var block = [UInt8](repeating: 0, count: 1 << 18)
        while true {
            let count = read(descriptor, &block, block.count)
            if count == 0 { break }
            if count < 0, errno == EINTR { continue }
            if count < 0 { throw StorageError(.noInput, "\(path) cannot be read: \(systemReason())") }
            crypto_hash_sha256_update(&state, block, UInt64(count))
        }
        var hash = [UInt8](repeating: 0, count: Int(crypto_hash_sha256_BYTES))
        crypto_hash_sha256_final(&state, &hash)
        return Data(hash)
    }
}
