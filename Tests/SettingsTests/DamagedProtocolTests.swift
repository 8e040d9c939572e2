import Testing

@testable import Settings

/// One thing that goes wrong in the file for infusions, and what a person is told about it.
struct Damage: Sendable, CustomTestStringConvertible {
    /// What the test report calls it.
    let title: String
    /// What stands in the good file, exactly once.
    let original: String
    /// What stands there in the bad one.
    let damaged: String
    /// The key that must be named.
    let key: String
    /// A part of the sentence.
    let says: String
    /// The line, counted from the one on which `original` begins.
    var below = 0

    var testDescription: String { title }
}

struct DamagedProtocolTests {
    static let corpus: [Damage] = [
        Damage(
            title: "a misspelled key", original: "  noFall: 5\n", damaged: "  noFal: 5\n  noFall: 5\n",
            key: "pressure.noFal", says: "No key of this name belongs here"),
        Damage(
            title: "text for a number", original: "watchSeconds: 300", damaged: "watchSeconds: soon",
            key: "recheck.watchSeconds", says: "must be a whole number"),
        Damage(
            title: "a number in quotes", original: "watchSeconds: 300", damaged: "watchSeconds: \"300\"",
            key: "recheck.watchSeconds", says: "without quotes"),
        Damage(
            title: "an octal number", original: "highLowSideSeconds: 120",
            damaged: "highLowSideSeconds: 0170",
            key: "recheck.highLowSideSeconds", says: "must be a whole number"),
        Damage(
            title: "a number with a decimal point", original: "graceSeconds: 60",
            damaged: "graceSeconds: 60.0", key: "recheck.graceSeconds", says: "must be a whole number"),
        Damage(
            title: "a number that does not fit", original: "graceSeconds: 60",
            damaged: "graceSeconds: 99999999999999999999", key: "recheck.graceSeconds",
            says: "must be a whole number"),
        Damage(
            title: "infinity", original: "  usual: 0.5\n", damaged: "  usual: .inf\n", key: "dose.usual",
            says: "must be a number"),
        Damage(
            title: "not a number", original: "  maximum: 1.0\n", damaged: "  maximum: .nan\n",
            key: "dose.maximum", says: "must be a number"),
        Damage(
            title: "an overflowing number", original: "  maximum: 1.0\n", damaged: "  maximum: 1e999\n",
            key: "dose.maximum", says: "must be a number"),
        Damage(
            title: "yes for true", original: "title: pallor, code: pallor, redFlag: false",
            damaged: "title: pallor, code: pallor, redFlag: yes", key: "symptoms[9].redFlag",
            says: "must be true or false"),
        Damage(
            title: "an unknown unit", original: "unit: mg/kg", damaged: "unit: mcg/kg", key: "dose.unit",
            says: "must be one of: mg/kg, mg"),
        Damage(
            title: "an unknown route", original: "route: iv", damaged: "route: oral", key: "route",
            says: "must be one of: iv, im, in-racemic, esketamine"),
        Damage(
            title: "a number for a list", original: "rescueMinutes: [5, 15]", damaged: "rescueMinutes: 5",
            key: "timers.rescueMinutes", says: "must be a list"),
        Damage(
            title: "a number for a group", original: "stop: { systolic: 160, diastolic: 100 }",
            damaged: "stop: 160", key: "gate.stop", says: "must be a group of keys"),
        Damage(
            title: "nothing for a number", original: "graceSeconds: 60", damaged: "graceSeconds:",
            key: "recheck.graceSeconds", says: "must be a whole number"),
        Damage(
            title: "a key twice", original: "  graceSeconds: 60\n",
            damaged: "  graceSeconds: 60\n  graceSeconds: 61\n", key: "graceSeconds",
            says: "stands here and again below"),
        Damage(
            title: "a lost limit", original: "watch: 111, high: 131, crisis: 150",
            damaged: "watch: 111, high: 131", key: "parameters.heartRateHigh.crisis",
            says: "crisis is missing"),
        Damage(
            title: "a limit that must exist, said not to", original: "watch: 111, high: 131, crisis: 150",
            damaged: "watch: 111, high: 131, crisis: none", key: "parameters.heartRateHigh.crisis",
            says: "cannot be none here"),
        Damage(
            title: "another name than the file's", original: "name: iv-racemic", damaged: "name: iv",
            key: "name", says: "must be iv-racemic"),
        Damage(
            title: "version 0", original: "version: 1", damaged: "version: 0", key: "version",
            says: "must be 1 or more"),
        Damage(
            title: "an anchor", original: "graceSeconds: 60", damaged: "graceSeconds: &x 60", key: "",
            says: "Anchors"),
        Damage(
            title: "an alias", original: "graceSeconds: 60", damaged: "graceSeconds: *x", key: "",
            says: "aliases"),
        Damage(
            title: "a tag", original: "graceSeconds: 60", damaged: "graceSeconds: !!int 60", key: "",
            says: "tags"),
        Damage(
            title: "a control character", original: "graceSeconds: 60", damaged: "graceSeconds: 60\u{1B}",
            key: "", says: "A control character"),
        Damage(
            title: "broken YAML", original: "rescueMinutes: [5, 15]", damaged: "rescueMinutes: [5, 15",
            key: "", says: "This is not YAML", below: 1),
    ]

    static let impossible: [Damage] = [
        Damage(
            title: "watch above high", original: "watch: { systolic: 160", damaged: "watch: { systolic: 190",
            key: "pressure.high.systolic", says: "must not be less than watch.systolic, 190", below: 2),
        Damage(
            title: "high above crisis", original: "crisis: { systolic: 200",
            damaged: "crisis: { systolic: 170", key: "pressure.crisis.systolic",
            says: "must not be less than high.systolic, 180"),
        Damage(
            title: "a low limit in the wrong direction", original: "oxygenSaturation: { watch: 94, high: 91",
            damaged: "oxygenSaturation: { watch: 94, high: 96", key: "parameters.oxygenSaturation.high",
            says: "must not be more than watch, 94"),
        Damage(
            title: "hypotension in the wrong order", original: "crisisSystolic: 79",
            damaged: "crisisSystolic: 95", key: "pressure.low.highSystolic",
            says: "must not be less than crisisSystolic, 95", below: -3),
        Damage(
            title: "stop below hold", original: "stop: { systolic: 160", damaged: "stop: { systolic: 145",
            key: "gate.systolicMaximumOlder", says: "must be less than stop.systolic, 145", below: -4),
        Damage(
            title: "no-go below stop", original: "noGo: { systolic: 180", damaged: "noGo: { systolic: 155",
            key: "gate.noGo.systolic", says: "must not be less than stop.systolic, 160"),
        Damage(
            title: "windows that overlap", original: "interval: 10, before: 2, after: 3",
            damaged: "interval: 10, before: 6, after: 4", key: "schedule.windows[2]",
            says: "must be less than the interval, 10"),
        Damage(
            title: "a window before time began", original: "interval: 5, before: 1",
            damaged: "interval: 5, before: -1", key: "schedule.windows[1].before",
            says: "must be from 0 to 120"),
        Damage(
            title: "checkpoints out of order", original: "{ at: 30 }", damaged: "{ at: 20 }",
            key: "schedule.standard[3].at", says: "must rise"),
        Damage(
            title: "an interval of nothing", original: "continueEvery: 15", damaged: "continueEvery: 0",
            key: "schedule.continueEvery", says: "must be from 1 to 120"),
        Damage(
            title: "an entry field upside down", original: "respiratoryRate: { minimum: 0, maximum: 60",
            damaged: "respiratoryRate: { minimum: 60, maximum: 6",
            key: "entry.fields.respiratoryRate.minimum", says: "must be less than maximum, 6"),
        Damage(
            title: "a question outside of what may be typed", original: "confirmBelow: 25, confirmAbove: 55",
            damaged: "confirmBelow: 25, confirmAbove: 155", key: "entry.fields.etco2.confirmAbove",
            says: "must be from 0 to 100"),
        Damage(
            title: "something that is not measured", original: "    orientation: { minimum",
            damaged: "    orientations: { minimum", key: "entry.fields.orientations",
            says: "not something that is measured"),
        Damage(
            title: "usual dose above the highest", original: "  maximum: 1.0\n", damaged: "  maximum: 0.4\n",
            key: "dose.maximum", says: "must not be less than usual, 0.5"),
        Damage(
            title: "a negative dose", original: "  minimum: 0.3\n", damaged: "  minimum: -0.3\n",
            key: "dose.minimum", says: "more than 0"),
        Damage(
            title: "a recheck sooner than the arm allows", original: "crisisSeconds: 60",
            damaged: "crisisSeconds: 45", key: "recheck.crisisSeconds",
            says: "must not be less than minimumGapSeconds, 60"),
        Damage(
            title: "a flash that could harm", original: "highFlashMilliseconds: 250",
            damaged: "highFlashMilliseconds: 100", key: "alarms.highFlashMilliseconds",
            says: "must be from 170"),
        Damage(
            title: "two symptoms on one key", original: "key: k, title: palpitations",
            damaged: "key: y, title: palpitations", key: "symptoms[16].key", says: "taken by anxiety"),
        Damage(
            title: "two actions with one code", original: "code: suction", damaged: "code: site",
            key: "actions[13].code", says: "taken by an item above"),
        Damage(
            title: "a red flag lowered", original: "code: seizure, redFlag: true",
            damaged: "code: seizure, redFlag: false", key: "symptoms[5].redFlag", says: "must be true"),
        Damage(
            title: "a meaning that a rule waits for", original: ", meaning: prescriberNotified", damaged: "",
            key: "actions", says: "No action means prescriberNotified", below: -1),
        Damage(
            title: "a title that hides a direction mark", original: "title: pallor,",
            damaged: "title: \"pal\\u202Elor\",", key: "symptoms[9].title", says: "visible characters"),
        Damage(
            title: "no infusion for an infusion", original: "{ usual: 40, minimum: 2, maximum: 100 }",
            damaged: "none", key: "dose.infusionMinutes", says: "needed for IV infusion"),
    ]

    @Test(
        "a damaged file is refused with file, line, key and what would be right",
        arguments: corpus + impossible)
    func isRefused(damage: Damage) throws {
        let good = try Fixtures.text("iv-racemic")
        let parts = good.components(separatedBy: damage.original)
        try #require(parts.count == 2, "\(damage.title): must stand in the file once")
        let line = parts[0].count(where: { $0 == "\n" }) + 1 + damage.below
        let error = try #require(Fixtures.error(parts[0] + damage.damaged + parts[1]))
        let problem = error.problems.first {
            $0.key == damage.key && $0.line == line && $0.sentence.contains(damage.says)
        }
        #expect(problem != nil, "line \(line): \(error)")
        #expect(error.description.contains("iv-racemic.yaml:\(line): "))
    }

    @Test("a missing key is told at the line of its group")
    func missingKey() throws {
        let text = try Fixtures.text("iv-racemic").replacing("  graceSeconds: 60\n", with: "")
        let error = try #require(Fixtures.error(text))
        let line = text.components(separatedBy: "recheck:\n")[0].count(where: { $0 == "\n" }) + 1
        #expect(
            error.description == "iv-racemic.yaml:\(line): recheck.graceSeconds: "
                + "The key graceSeconds is missing; write its value.")
    }

    @Test("every mistake of a file is told at once, by line")
    func allMistakes() throws {
        let text = try Fixtures.text("iv-racemic").replacing("version: 1", with: "version: one")
            .replacing("  noFall: 5\n", with: "").replacing("unit: mg/kg", with: "unit: g")
            .replacing("graceSeconds: 60", with: "graceSeconds: x")
        let error = try #require(Fixtures.error(text))
        #expect(
            error.problems.map(\.key) == ["version", "dose.unit", "pressure.noFall", "recheck.graceSeconds"])
        #expect(error.problems.compactMap(\.line) == error.problems.compactMap(\.line).sorted())
    }

    @Test("what an error quotes from a file cannot reach the terminal as an escape sequence")
    func errorsAreClean() throws {
        let text = try Fixtures.text("iv-racemic")
            .replacing("graceSeconds: 60", with: "\"grace\\e[31mSeconds\": 60")
        let error = try #require(Fixtures.error(text))
        #expect(!error.description.unicodeScalars.contains("\u{1B}"))
    }
}
