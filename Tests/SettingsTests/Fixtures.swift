import Foundation
import Testing

@testable import Settings

/// Texts and places that several suites use.
enum Fixtures {
    /// The text of an embedded protocol.
    static func text(_ name: String) throws -> String {
        let file = try #require(EmbeddedFiles.protocols.first { $0.name == name })
        return String(decoding: file.bytes, as: UTF8.self)
    }

    /// The folder of the repository.
    static var repository: URL {
        URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent()
    }

    /// The short names of the YAML files in a folder of the repository.
    static func names(in folder: String) throws -> Set<String> {
        let files = try FileManager.default.contentsOfDirectory(
            atPath: repository.appending(path: folder).path)
        return Set(files.filter { $0.hasSuffix(".yaml") }.map { String($0.dropLast(5)) })
    }

    /// Runs a body with an empty folder that is removed afterwards.
    static func withFolder<Result>(_ body: (String) throws -> Result) throws -> Result {
        let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString).path
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(atPath: folder) }
        return try body(folder)
    }

    /// Writes a file that only its owner may write to, with the folders that lead to it.
    static func write(_ text: String, to path: String) throws {
        let url = URL(filePath: path)
        try FileManager.default.createDirectory(
            at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
        try Data(text.utf8).write(to: url)
        try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: path)
    }

    /// The error that reading a protocol's text throws, or `nil` when it yields a protocol.
    static func error(_ text: String, name: String = "iv-racemic") -> SettingsError? {
        do {
            _ = try ProtocolLibrary.parse(text, file: "\(name).yaml", name: name)
            return nil
        } catch {
            return error
        }
    }
}
