import Canvas
import ConsoleUI
import SessionCore

/// What every screen must satisfy, as sentences about what is wrong; empty when nothing is.
struct ScreenChecks {
    /// Every number that may stand on a screen of this picture, written as it is written in full.
    let numbers: Set<String>
    let scene: SessionScene

    /// Collects the numbers from screens so large that nothing is left out, and from the session's own texts.
    init(_ scene: SessionScene) {
        self.scene = scene
        var found: Set<String> = []
        for size in [
            Size(columns: 400, rows: 200), Size(columns: 99, rows: 300), Size(columns: 75, rows: 400),
        ] {
            for line in ScreenChecks.draw(scene, size).text {
                found.formUnion(ScreenChecks.numbers(in: line))
            }
        }
        let picture = scene.picture
        let texts =
            picture.timeline.flatMap { [$0.text, $0.formerText ?? "", $0.deviation ?? ""] }
            + picture.alarms.flatMap { [$0.sentence, $0.nextAction] } + picture.due.map(\.title)
        for text in texts { found.formUnion(ScreenChecks.numbers(in: text)) }
        for age in picture.latest.values { found.formUnion(ScreenChecks.ages(picture.now - age.at)) }
        numbers = found
    }

    static func draw(_ scene: SessionScene, _ size: Size) -> Surface {
        var surface = Surface(size, glyphs: scene.glyphs)
        drawSession(scene, into: &surface)
        return surface
    }

    /// The signs and, below them, the letters of the roles, without blanks at the ends of lines.
    static func golden(_ scene: SessionScene, _ columns: Int, _ rows: Int) -> String {
        let surface = draw(scene, Size(columns: columns, rows: rows))
        let text = surface.text.map { trimmed($0, of: " ") }
        let roles = surface.roles.map { trimmed($0, of: ".") }
        return (text + roles).joined(separator: "\n")
    }

    private static func trimmed(_ line: String, of sign: Character) -> String {
        var line = line
        while line.last == sign { line.removeLast() }
        return line
    }

    /// The three ways in which an age is written.
    private static func ages(_ span: Span) -> [String] {
        let seconds = Int(span.wholeSeconds)
        return ["\(seconds)", "\(seconds / 60)", "\(seconds / 3600)"]
    }

    /// Runs of signs that numbers are written with and that hold a digit: `204/118`, `14:46:40`, `+80/+40`.
    static func numbers(in line: String) -> [String] {
        line.split { !("0123456789/:.+-".contains($0)) }.map(String.init)
            .map { String($0.drop { "/.+-:".contains($0) }) }
            .map { text in
                var text = text
                while let last = text.last, "/:.+-".contains(last) { text.removeLast() }
                return text
            }
            .filter { $0.contains(where: \.isNumber) }
    }

    /// Numbers on the screen that are not whole numbers of the picture. The plot's own axis is left out, and how many
    /// entries are hidden.
    func cutNumbers(_ surface: Surface) -> [String] {
        let plot = surface.panels.filter { $0.name == "trend" || $0.name == "axis" }.map(\.rect)
        var wrong: [String] = []
        for row in 0..<surface.size.rows {
            var scalars = String.UnicodeScalarView()
            for (column, cell) in surface.row(row).enumerated() {
                let isPlot = plot.contains { $0.contains(Point(column: column, row: row)) }
                if isPlot { scalars.append(" ") } else { cell.append(to: &scalars) }
            }
            let line = String(scalars)
            for number in ScreenChecks.numbers(in: line) where !numbers.contains(number) {
                let isCount = line.contains("and \(number) more") || line.contains("and \(number) newer")
                if !isCount { wrong.append("\(number) in row \(row): \(line)") }
            }
        }
        return wrong
    }

    /// Cells that were painted outside of every panel.
    func strays(_ surface: Surface) -> Int {
        var count = 0
        let panels = surface.panels.map(\.rect)
        for row in 0..<surface.size.rows {
            for (column, cell) in surface.row(row).enumerated() where cell.scalar != 0x20 {
                let point = Point(column: column, row: row)
                if !panels.contains(where: { $0.contains(point) }) { count += 1 }
            }
        }
        return count
    }

    /// The tags of the alarm panel from its top.
    func alarmTags(_ surface: Surface) -> [Int] {
        guard let panel = surface.panels.first(where: { $0.name == "alarms" })?.rect else { return [] }
        return (panel.top..<panel.bottom).compactMap { row in
            let words = surface.text[row].unicodeScalars.split(separator: " ").prefix(2).map(String.init)
            return words.first { !$0.isEmpty && $0.allSatisfy { $0 == "!" } }?.count
        }
    }
}
