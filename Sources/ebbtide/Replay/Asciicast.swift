import Canvas
import Foundation
import SessionCore

/// Writes screens as lines of an asciicast of version 2: a header, then what a terminal is sent and when.
struct Asciicast {
    private let size: Size
    private let theme: Theme
    private var last: Surface?
    private let encoder: JSONEncoder

    init(size: Size, theme: Theme) {
        self.size = size
        self.theme = theme
        encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    }

    /// The first line of the file.
    private struct Header: Encodable {
        var version = 2
        var width: Int
        var height: Int
        var title: String
        var env = ["TERM": "xterm-256color"]
    }

    /// The header line.
    func header(title: String) throws -> Data {
        try encoder.encode(Header(width: size.columns, height: size.rows, title: title)) + Data([10])
    }

    /// The line that turns the screen of the last frame into this one; `nil` when nothing changed.
    mutating func frame(_ surface: Surface, at time: Span) -> Data? {
        let runs = surface.runs(changedSince: last)
        guard !runs.isEmpty, let text = try? encoder.encode(output(runs, of: surface)) else { return nil }
        last = surface
        let thousandths = String(1000 + time.milliseconds % 1000).dropFirst()
        return Data("[\(time.milliseconds / 1000).\(thousandths), \"o\", ".utf8) + text + Data("]\n".utf8)
    }

    private func output(_ runs: [Surface.Run], of surface: Surface) -> String {
        // The first frame clears the screen and hides the cursor.
        var text = last == nil ? "\u{1B}[0m\u{1B}[2J\u{1B}[?25l" : ""
        for run in runs {
            text += "\u{1B}[\(run.row + 1);\(run.columns.lowerBound + 1)H" + rendition(of: run.role)
            var scalars = String.UnicodeScalarView()
            for cell in surface.row(run.row).dropFirst(run.columns.lowerBound).prefix(run.columns.count) {
                cell.append(to: &scalars)
            }
            text += String(scalars)
        }
        return text + "\u{1B}[0m"
    }

    private func rendition(of role: Role) -> String {
        let style = theme.rendition(of: role, depth: .twoFiftySix)
        var codes = ["0"]
        if style.attributes.contains(.bold) { codes.append("1") }
        if style.attributes.contains(.dim) { codes.append("2") }
        if style.attributes.contains(.underline) { codes.append("4") }
        if style.attributes.contains(.reverse) { codes.append("7") }
        if let colour = style.foreground { codes.append("38;5;\(colour)") }
        if let colour = style.background { codes.append("48;5;\(colour)") }
        return "\u{1B}[" + codes.joined(separator: ";") + "m"
    }
}
