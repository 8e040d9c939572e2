import Testing

@testable import SessionCore

/// Draws a watch on a minute scale: one string says what was entered, another what the watch then said.
///
/// Entered: `.` nothing, `0`-`3` a reading of that level, `a`-`c` a reading of level 0-2 that hysteresis still counts as
/// one level worse, `?` a reading of unknown level.
/// Said: `.` normal, `s`/`S` suspected level 1/2, `1`-`3` confirmed, `o`/`O` the same but the recheck is overdue at
/// suspected/confirmed.
struct Strip {
    var watch: Watch
    private(set) var said = ""

    init(
        _ parameter: AlarmParameter = .pressure, _ direction: Direction = .high,
        by careProtocol: CareProtocol = TestProtocols.infusion
    ) {
        watch = Watch(rules: WatchRules(careProtocol, parameter: parameter, direction: direction))
    }

    static func play(
        _ entered: String, _ parameter: AlarmParameter = .pressure, _ direction: Direction = .high,
        systolic: [Int] = []
    ) -> String {
        var strip = Strip(parameter, direction)
        var pressures = systolic[...]
        for (minute, letter) in entered.enumerated() {
            let at = SessionTime(minutes: Int64(minute))
            _ = strip.watch.timePassed(to: at)
            if let (level, held) = reading(letter) {
                _ = strip.watch.readingTaken(
                    WatchReading(at: at, level: level, heldLevel: held, systolic: pressures.popFirst()))
            }
            strip.said.append(strip.letter)
        }
        return strip.said
    }

    private static func reading(_ letter: Character) -> (Level, Level)? {
        switch letter {
        case "0": (.normal, .normal)
        case "1": (.watch, .watch)
        case "2": (.high, .high)
        case "3": (.crisis, .crisis)
        case "a": (.normal, .watch)
        case "b": (.watch, .high)
        case "c": (.high, .crisis)
        case "?": (.unknown, .unknown)
        default: nil
        }
    }

    private var letter: Character {
        guard let condition = watch.condition else { return "." }
        if condition.isOverdue { return condition.isConfirmed ? "O" : "o" }
        if condition.isConfirmed { return Character(String(condition.level.number ?? 9)) }
        return condition.level == .high ? "S" : "s"
    }
}
