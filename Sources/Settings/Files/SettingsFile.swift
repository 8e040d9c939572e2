import Foundation

/// Reads settings files without trusting the place where they lie.
enum SettingsFile {
    /// The text of a file, or `nil` when there is no such file. A symbolic link, a folder, a pipe, a device, a file
    /// of more than 64 KiB, one that everybody may write to or replace, and one that is not UTF-8 are refused.
    static func read(_ path: String) throws(SettingsError) -> String? {
        let descriptor = open(path, O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC)
        guard descriptor >= 0 else { return try answerToFailedOpening(path, code: errno) }
        defer { close(descriptor) }
        var status = stat()
        guard fstat(descriptor, &status) == 0 else {
            throw SettingsError(file: path, "The file cannot be examined: \(reason(errno)).")
        }
        try refuseUnfit(status, path: path)
        try refuseOpenFolder(of: path)
        let bytes = try contents(of: descriptor, path: path)
        guard let text = String(validating: bytes, as: UTF8.self) else {
            throw SettingsError(file: path, "The file is not UTF-8 text; save it as UTF-8.")
        }
        return text
    }

    /// The short names of the YAML files in a folder, sorted; empty where there is no such folder.
    static func names(inFolder folder: String) -> [String] {
        let files = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
        return files.filter { $0.hasSuffix(".yaml") }.map { String($0.dropLast(5)) }
            .filter(isName).sorted()
    }

    /// Whether a text is a short name: small letters, digits and dashes, at most forty of them. Nothing else is
    /// ever made part of a path.
    static func isName(_ text: String) -> Bool {
        !text.isEmpty && text.utf8.count <= 40
            && text.utf8.allSatisfy {
                (0x61...0x7A).contains($0) || (0x30...0x39).contains($0) || $0 == 0x2D
            }
    }

    private static func answerToFailedOpening(_ path: String, code: Int32) throws(SettingsError) -> String? {
        switch code {
        case ENOENT: return nil
        case ELOOP:
            throw SettingsError(
                file: path, "The file is a symbolic link; put the file itself in its place.")
        default: throw SettingsError(file: path, "The file cannot be opened: \(reason(code)).")
        }
    }

    private static func refuseUnfit(_ status: stat, path: String) throws(SettingsError) {
        guard status.st_mode & S_IFMT == S_IFREG else {
            throw SettingsError(
                file: path, "This is a folder, a pipe or a device; a settings file is an ordinary file.")
        }
        guard status.st_mode & S_IWOTH == 0 else {
            throw SettingsError(
                file: path, "Everybody may write to this file; take that away with: chmod o-w")
        }
        guard status.st_size <= off_t(YamlSource.byteLimit) else {
            throw SettingsError(file: path, "The file is larger than 64 KiB; no settings file is.")
        }
    }

    /// In a folder that everybody may write to, everybody may put another file in place of this one, unless it is a
    /// folder such as /tmp where each touches only what is theirs.
    private static func refuseOpenFolder(of path: String) throws(SettingsError) {
        let folder = path.lastIndex(of: "/").map { String(path[...$0]) } ?? "."
        var status = stat()
        guard stat(folder, &status) == 0 else {
            throw SettingsError(file: path, "Its folder cannot be examined: \(reason(errno)).")
        }
        guard status.st_mode & S_IWOTH == 0 || status.st_mode & S_ISVTX != 0 else {
            throw SettingsError(
                file: path, "Everybody may write to the folder of this file; take that away with: chmod o-w")
        }
    }

    private static func contents(of descriptor: Int32, path: String) throws(SettingsError) -> [UInt8] {
        var bytes: [UInt8] = []
        var chunk = [UInt8](repeating: 0, count: 16_384)
        while bytes.count <= YamlSource.byteLimit {
            let count = chunk.withUnsafeMutableBytes { Foundation.read(descriptor, $0.baseAddress, $0.count) }
            if count == 0 { break }
            if count < 0 {
                if errno == EINTR { continue }
                throw SettingsError(file: path, "The file cannot be read: \(reason(errno)).")
            }
            bytes += chunk.prefix(count)
        }
        return bytes
    }

    private static func reason(_ code: Int32) -> String { String(cString: strerror(code)) }
}
