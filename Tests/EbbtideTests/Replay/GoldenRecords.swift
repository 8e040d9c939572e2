import Foundation

/// Logs of whole sessions, one by each route, as the first format wrote them.
enum GoldenRecords {
    static let names = ["infusion", "injection", "sprays", "devices"]

    /// The file of a log.
    static func path(_ name: String) -> String {
        URL(fileURLWithPath: #filePath).deletingLastPathComponent()
            .appendingPathComponent("Golden/v1-\(name).jsonl").path
    }

    /// The lines of a log.
    static func lines(_ name: String) throws -> [String] {
        try String(contentsOfFile: path(name), encoding: .utf8).split(separator: "\n").map(String.init)
    }
}
