/// Everything that was filed, in the order in which it happened. The words of an entry are made when it is read, so that
/// a long session costs a screen no more than the lines that it shows.
public struct Timeline: Sendable {
    private var source: Source

    private enum Source: Sendable {
        /// Entries as they were given.
        case written([TimelineEntry])
        /// Entries that are put into words one by one.
        case recorded(TimelineWriter)
    }

    /// A timeline of entries that are in words already.
    public init(_ entries: [TimelineEntry]) { source = .written(entries) }

    init(_ writer: TimelineWriter) { source = .recorded(writer) }

    /// The entry at a place, without words.
    public func mark(_ index: Int) -> TimelineMark {
        switch source {
        case .written(let entries): entries[index].mark
        case .recorded(let writer): writer.mark(index)
        }
    }

    /// All entries without words.
    public var marks: some RandomAccessCollection<TimelineMark> { indices.lazy.map { mark($0) } }

    /// The newest entry that has this sequence.
    public func entry(sequence: Int) -> TimelineEntry? {
        indices.last { mark($0).sequence == sequence }.map { self[$0] }
    }
}

/// What an entry of the timeline is, without its words.
public struct TimelineMark: Hashable, Sendable {
    /// Sequence of the fact.
    public var sequence: Int
    /// When it happened.
    public var at: SessionTime
    /// What sort of thing it was.
    public var kind: TimelineEntry.Kind
    /// How bad it was.
    public var level: Level
    /// Initials of who entered it.
    public var author: String
    /// Whether a correction struck it.
    public var isStruck: Bool
}

extension Timeline: RandomAccessCollection, MutableCollection, RangeReplaceableCollection, Hashable {
    /// An empty timeline.
    public init() { self.init([]) }

    /// The first place.
    public var startIndex: Int { 0 }

    /// The place after the last.
    public var endIndex: Int {
        switch source {
        case .written(let entries): entries.count
        case .recorded(let writer): writer.places.count
        }
    }

    /// The entry at a place, in words.
    public subscript(_ index: Int) -> TimelineEntry {
        get {
            switch source {
            case .written(let entries): entries[index]
            case .recorded(let writer): writer.entry(index)
            }
        }
        set { replaceSubrange(index..<(index + 1), with: [newValue]) }
    }

    /// Puts other entries in the place of some.
    public mutating func replaceSubrange(
        _ range: Range<Int>, with entries: some Collection<TimelineEntry>
    ) {
        var written = Array(self)
        written.replaceSubrange(range, with: entries)
        source = .written(written)
    }

    /// Two timelines are equal when they read the same.
    public static func == (left: Self, right: Self) -> Bool { left.elementsEqual(right) }

    /// Hashes what the timeline reads.
    public func hash(into hasher: inout Hasher) { for entry in self { hasher.combine(entry) } }
}

extension TimelineEntry {
    /// The entry without its words.
    var mark: TimelineMark {
        TimelineMark(
            sequence: sequence, at: at, kind: kind, level: level, author: author, isStruck: isStruck)
    }
}

/// Puts the entries of a record into words.
struct TimelineWriter: Sendable {
    /// Names symptoms and actions.
    private let words: FactWords
    /// What the rules said.
    private let remarks: Remarks
    /// Later than this after it was measured, an entry is a late one.
    private let lateAfter: Span
    /// When the session was opened, and how far the ward's clock is ahead of UTC.
    private let opened: WallTime
    private let utcOffsetMinutes: Int
    private let entries: Chunked<Record.Entry>
    /// Places of the entries, in the order in which things happened.
    let places: Chunked<Int>

    /// A writer of what had been entered at `now`.
    init(_ record: Record, of course: Course, until now: SessionTime) {
        words = course.words
        remarks = course.remarks
        lateAfter = .minutes(course.careProtocol.entry.lateAfterMinutes)
        opened = course.openedWall
        utcOffsetMinutes = course.opened.utcOffsetMinutes
        entries = record.entries
        let isAll = entries.last.map { $0.entered <= now } ?? true
        places = isAll ? record.order : record.order.filter { record.entries[$0].entered <= now }
    }

    /// A body in words; what it speaks of is named and not numbered.
    private func line(for body: FactBody) -> String {
        func named(_ sequence: Int) -> String {
            entries.element(numbered: sequence).map { words.line(for: $0.fact.body) } ?? "entry \(sequence)"
        }
        switch body {
        case .symptomResolved(let resolved): return "resolved: \(named(resolved.target))"
        case .readingConfirmed(let confirmed): return "confirmed: \(named(confirmed.target))"
        case .amended(let amended):
            let what = amended.now == nil ? "struck" : "corrected"
            return "\(what): \(named(amended.target)): \(amended.reason)"
        case .alarmAcknowledged(let seen):
            guard seen.alarm.parameter == .symptom, let item = seen.alarm.item.flatMap({ Int($0) }) else {
                return words.line(for: body)
            }
            return "alarm acknowledged: \(named(item))"
        default: return words.line(for: body)
        }
    }

    func mark(_ index: Int) -> TimelineMark {
        let entry = entries[places[index]]
        return TimelineMark(
            sequence: entry.fact.sequence, at: entry.at, kind: entry.fact.body.timelineKind,
            level: remarks.levels[entry.fact.sequence] ?? .normal, author: entry.fact.author,
            isStruck: entry.body == nil)
    }

    /// What the ward's clock showed at an instant, as it is counted from the opening.
    private func clock(_ time: SessionTime) -> String {
        let wall = opened.advanced(byMilliseconds: time.milliseconds)
        let shown = CivilTime(wall, utcOffsetMinutes: utcOffsetMinutes)
        return "\(shown.hour.twoDigits):\(shown.minute.twoDigits)"
    }

    func entry(_ index: Int) -> TimelineEntry {
        let entry = entries[places[index]]
        let sequence = entry.fact.sequence
        let original = line(for: entry.fact.body)
        let present = entry.corrections.isEmpty ? original : entry.body.map { line(for: $0) }
        let late = entry.entered - entry.at
        var result = TimelineEntry(
            sequence: sequence, at: entry.at, kind: entry.fact.body.timelineKind, text: present ?? original,
            level: remarks.levels[sequence] ?? .normal, author: entry.fact.author,
            lateBy: late > lateAfter ? late : nil, isStruck: entry.body == nil,
            deviation: remarks.deviations[sequence],
            isUnconfirmed: remarks.unconfirmed[sequence]?.isEmpty == false
                || remarks.doubted.contains(sequence))
        if let failing = remarks.failing[sequence] { result.text += "; " + failing }
        if let last = entry.corrections.last {
            // Every value that stood there stays readable, the first one first.
            var formers: [String] = []
            for correction in entry.corrections {
                let words = correction.former.map { line(for: $0) } ?? original
                if formers.last != words { formers.append(words) }
            }
            let moved = entry.corrections.first { $0.formerAt != entry.at }.map { "at \(clock($0.formerAt))" }
            // What only moved in time has the same words.
            let former = moved != nil && formers == [result.text] ? nil : formers.joined(separator: ", then ")
            let was = [former, moved].compactMap(\.self).joined(separator: " ")
            result.formerText = "\(was) — \(last.reason), \(last.author)"
        }
        return result
    }
}
