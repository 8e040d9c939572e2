/// Reads the one-line entry of vital signs.
///
///     line  := pressure? pulse? SpO2? breathing?   bare numbers, in this order, from the beginning of the line
///              { label number | gas | time }       in any order, with or without a space after the label
///     pressure := 132/84 | 132 84
///     label := bp hr p pulse spo2 o2 s rr t temp etco2 map moaa moaas alert rass ag ori int dis nau
///     gas   := air | ox | oxygen
///     time  := @14:05 | @1405 | -3m | -90s
public enum EntryLine {
    /// Reads a line. While it `isTyping`, the word under the cursor is not yet an error: what more digits could still
    /// put right is passed over in silence.
    public static func read(_ line: String, in context: EntryContext, isTyping: Bool) -> EntryReading {
        var parser = EntryParser(rules: context.careProtocol.entry)
        let words = words(of: line)
        let isOpen = isTyping && !(line.last?.isWhitespace ?? true)
        for (index, word) in words.enumerated() {
            parser.isOpen = isOpen && index == words.count - 1
            parser.read(word)
        }
        parser.isOpen = isTyping
        parser.end()

        var reading = EntryReading(measured: context.now.wall)
        reading.values = parser.values
        reading.problems = parser.problems
        resolve(parser.time, into: &reading, context)
        judge(parser, into: &reading, context)
        reading.readBack = ReadBack(reading: reading, context: context, half: parser.half).segments
        return reading
    }

    /// Whether these letters begin a label or a gas that can stand on a line: `sp` of `spo2`.
    public static func isBegun(by letters: String) -> Bool { EntryLabel.isBegun(by: letters) }

    /// The words of a line that say when it was measured, as they were typed.
    public static func times(in line: String) -> [String] {
        words(of: line).filter(EntryParser.isTime).map(String.init)
    }

    /// The words of a line; a pressure with spaces around its stroke is one word.
    private static func words(of line: String) -> [Substring] {
        var words: [Substring] = []
        for word in line.lowercased().split(whereSeparator: \.isWhitespace) {
            if let last = words.last, joins(last, word) {
                words[words.count - 1] = last + word
            } else {
                words.append(word)
            }
        }
        return words
    }

    private static func joins(_ left: Substring, _ right: Substring) -> Bool {
        let isStrokeBetween = (left.last == "/") != (right.first == "/")
        return isStrokeBetween && left.count < 32
            && (left.last?.isEntryDigit ?? false || left.last == "/")
            && (right.first?.isEntryDigit ?? false || right.first == "/")
    }

    private static func resolve(_ time: EntryTime?, into reading: inout EntryReading, _ context: EntryContext)
    {
        guard let time else { return }
        switch time.measured(in: context) {
        case .failure(let refusal): reading.problems.append(refusal)
        case .success(let measured):
            reading.measured = measured
            reading.age = Span(milliseconds: context.now.wall.milliseconds &- measured.milliseconds)
            reading.isLate = reading.age > .minutes(context.careProtocol.entry.lateAfterMinutes)
        }
    }

    private static func judge(
        _ parser: EntryParser, into reading: inout EntryReading, _ context: EntryContext
    ) {
        let at = context.sessionNow - reading.age
        let plausibility = Plausibility(rules: context.careProtocol.entry)
        let report = plausibility.check(parser.values, earlier: context.earlier, at: at)
        func isSettled(_ doubt: Doubt) -> Bool { parser.growing.isDisjoint(with: doubt.vitals) }
        reading.problems += report.refused.filter(isSettled).map { Refusal($0.sentence) }
        reading.questions = report.questioned.filter(isSettled)
        reading.suggestions =
            parser.suggestions
            + report.suggestions.filter { parser.growing.isDisjoint(with: $0.values.present) }
        if let until = context.cuffRestsUntil, parser.values.pressure != nil, at < until,
            at >= until - .seconds(context.careProtocol.recheck.minimumGapSeconds)
        {
            let gap = context.careProtocol.recheck.minimumGapSeconds
            reading.remarks.append("less than \(gap) s after the last pressure: not counted as a recheck")
        }
        // What cannot be a measurement says nothing about the patient: it is not given a level.
        var judged = parser.values
        for vital in report.refused.flatMap(\.vitals) { judged[vital] = nil }
        if judged.pressure == nil { (judged[.systolic], judged[.diastolic]) = (nil, nil) }
        reading.assessments = Classifier(context.careProtocol).assess(judged, in: context.judgement)
    }
}
