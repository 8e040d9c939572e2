import Foundation

/// What kind of file system a folder lies on, as the kernel names it, for example `ext4` or `nfs4`.
enum FileSystemKind {
    /// Kinds on which SQLite's shared memory and locks do not hold across machines.
    private static let network: Set<String> = [
        "nfs", "nfs4", "cifs", "smb3", "smbfs", "ceph", "afs", "ncpfs", "coda",
    ]

    /// The kind of the file system with this device number; `nil` when the kernel does not list it.
    static func name(ofDevice device: dev_t) -> String? {
        guard let table = try? String(contentsOfFile: "/proc/self/mountinfo", encoding: .utf8) else {
            return nil
        }
        let wanted = "\(major(device)):\(minor(device))"
        return name(of: wanted, in: table)
    }

    /// Finds `major:minor` in the kernel's table: the kind follows the lone dash of its line.
    static func name(of wanted: String, in table: String) -> String? {
        for line in table.split(separator: "\n") {
            let words = line.split(separator: " ")
            guard words.count > 2, words[2] == wanted, let dash = words.firstIndex(of: "-"),
                dash + 1 < words.count
            else { continue }
            return String(words[dash + 1])
        }
        return nil
    }

    /// Whether a journal would not be safe there.
    static func isNetwork(_ name: String) -> Bool { network.contains(name) }

    /// Whether a journal may or may not be safe there.
    static func isDoubtful(_ name: String) -> Bool { name.hasPrefix("fuse") || name == "9p" }

    // The kernel's encoding of a device number.
    private static func major(_ device: dev_t) -> UInt64 {
        let device = UInt64(device)
        return (device >> 8) & 0xFFF | (device >> 32) & ~0xFFF
    }

    private static func minor(_ device: dev_t) -> UInt64 {
        let device = UInt64(device)
        return device & 0xFF | (device >> 12) & ~0xFF
    }
}
