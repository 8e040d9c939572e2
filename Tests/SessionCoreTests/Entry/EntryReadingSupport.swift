@testable import SessionCore

extension EntryReading {
    /// Whether the line can be filed as it stands.
    var canFile: Bool { refusal == nil }

    /// The read-back as one sentence: `132/84 mean 100, +10/+6 over baseline, normal · pulse 78 · SpO2 98 %`.
    var readBackText: String { readBack.map(\.text).joined(separator: " · ") }
}
