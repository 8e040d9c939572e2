/// What a person reads off the screen of an exercise: nothing but its text.
struct ScreenReader {
    /// The words beside the key that takes over.
    static let takingOver = "take over: the simulation starts"

    private let rows: [String]

    init(_ rows: [String]) { self.rows = rows }

    /// The session's clock, seconds of the day; `nil` when it cannot be read.
    var clock: Int? {
        guard let word = rows.first?.split(separator: " ").last else { return nil }
        let parts = word.split(separator: ":").compactMap { Int($0) }
        return parts.count == 3 ? parts[0] * 3600 + parts[1] * 60 + parts[2] : nil
    }

    /// The first line: patient, phase, clocks.
    var header: String { rows.first ?? "" }

    /// The line of what is due.
    var due: String { rows.count > 1 ? rows[1] : "" }

    /// Minutes since T0; `nil` before it.
    var minutesSinceStart: Int? {
        guard let word = header.split(separator: " ").last(where: { $0.hasPrefix("T0+") }) else { return nil }
        let parts = word.dropFirst(3).split(separator: ":").compactMap { Int($0) }
        return parts.count == 3 ? parts[0] * 60 + parts[1] : nil
    }

    /// The rows of the simulated room.
    private var room: ArraySlice<String> {
        guard let start = rows.firstIndex(where: { $0.contains(" SIMULATED ROOM ") }) else { return [] }
        return rows[(start + 1)...].prefix(10)
    }

    /// What was heard and seen, as one text.
    var heard: String {
        room.dropFirst(3).map { row in
            var row = Substring(row)
            while row.last == " " { row.removeLast() }
            return String(row)
        }.joined(separator: " ")
    }

    /// A number of the monitor and its age in seconds; `nil` when it shows none.
    func shown(_ title: String) -> (value: String, age: Int)? {
        let words = room.prefix(3).flatMap { $0.split(separator: " ") }
        guard let index = words.firstIndex(where: { $0 == title }), words.indices.contains(index + 2),
            let age = ScreenReader.seconds(words[index + 2])
        else { return nil }
        return (String(words[index + 1]), age)
    }

    /// Whether the cuff gave up.
    var cuffGaveUp: Bool { room.contains { $0.contains("cuff GAVE UP") } }

    /// Whether the probe has no signal.
    var hasNoSignal: Bool { room.contains { $0.contains("SpO2 NO SIGNAL") } }

    /// The key beside the choice of the open panel whose words hold `words`; `nil` when there is none.
    func key(beside words: String) -> Character? {
        let row = rows.first { $0.hasPrefix("│  ") && $0.contains(words) }
        return row?.dropFirst(3).first
    }

    /// Whether an alarm of a pressure stands that a second reading has confirmed.
    var showsConfirmedPressure: Bool {
        rows.contains { $0.contains(" BP ") && $0.contains(" level ") && $0.contains(", confirmed") }
    }

    /// Whether any row holds these words.
    func says(_ words: String) -> Bool { rows.contains { $0.contains(words) } }

    /// The row of the list under the cursor; empty when there is none.
    var chosenRow: String { rows.first { $0.hasPrefix("▸") } ?? "" }

    /// All rows.
    var text: [String] { rows }

    /// Seconds of an age such as `12s`, `3m` or `1h05`.
    private static func seconds(_ word: Substring) -> Int? {
        if word.hasSuffix("s") { return Int(word.dropLast()) }
        if word.hasSuffix("m") { return Int(word.dropLast()).map { $0 * 60 } }
        return word.contains("h") ? 3600 : nil
    }
}

extension ScreenReader {
    /// Whether something that is measured is due within so many seconds, negative for overdue by as many.
    func isMeasurementDue(within seconds: Int) -> Bool {
        ["reading", "checkpoint", "recheck", "measure twice", "vitals and"].contains {
            isDueNow($0, within: seconds)
        }
    }

    /// Whether a due item with these words is due within so many seconds; negative for overdue by as many.
    func isDueNow(_ words: String, within seconds: Int) -> Bool {
        guard let range = due.firstRange(of: words) else { return false }
        let rest = due[range.upperBound...].split(separator: " ")
        for (index, word) in rest.enumerated().prefix(12) {
            let next = rest.indices.contains(index + 1) ? rest[index + 1] : ""
            if word == "now" { return seconds >= 0 }
            if word == "by" { return -(ScreenReader.span(next) ?? 0) <= seconds }
            if word == "in" {
                let unit = rest.indices.contains(index + 2) ? rest[index + 2] : ""
                let left = unit.hasPrefix("min") ? Int(next).map { $0 * 60 } : ScreenReader.span(next)
                return (left ?? .max) <= seconds
            }
        }
        return false
    }

    /// Seconds of `5:12` or `1:02:09`.
    private static func span(_ word: Substring) -> Int? {
        let parts = word.split(separator: ":").compactMap { Int($0) }
        guard parts.count >= 2 else { return nil }
        return parts.reduce(0) { $0 * 60 + $1 }
    }
}
