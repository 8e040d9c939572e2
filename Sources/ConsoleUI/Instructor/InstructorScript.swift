import SessionCore
import Simulation

/// A file of an instructor's lines: all of it is one message. Blank lines, and those that begin with `#`, say nothing.
public struct InstructorScript: Sendable {
    /// What the file says, as one message.
    public let message: InstructorMessage

    /// Reads a file for an exercise.
    ///
    /// - Throws: a ``Refusal`` that names the file and the line, for the first line that cannot be and for a file without
    ///   one.
    public init(_ text: String, file: String, reader: InstructorLine) throws(Refusal) {
        var items: [StagedItem] = []
        for (index, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
            let line = String(line).stripped
            guard !line.isEmpty, !line.hasPrefix("#") else { continue }
            do throws(Refusal) {
                items += try reader.read(line)
            } catch {
                throw Refusal("\(file):\(index + 1): \(error.sentence)")
            }
        }
        guard !items.isEmpty else { throw Refusal("\(file) has nothing to send: \(InstructorLine.form)") }
        message = InstructorMessage(items)
    }
}
