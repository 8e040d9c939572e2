import Testing

@testable import SessionCore

/// Every state of one occurrence on the alarm board against every event, written by hand: what the board says (`·` for
/// nothing), an arrow, and the state in which the occurrence stands afterwards.
@Suite("Every state of an alarm and every event")
struct AlarmTableTests {
    static let key = AlarmKey(.pressure, .high)
    /// The minute at which the states were reached, and the minute of the event.
    static let (before, after) = (SessionTime.at(0), SessionTime.at(1))

    enum Event {
        /// The watch tells its level, confirmed or not; `nil` when the condition is over.
        case condition(Level?, isConfirmed: Bool, isOverdue: Bool = false)
        case acknowledged(Level)
        case switchedOff
        case notified
        case passed(seconds: Int64)
    }

    static let events: [(name: String, event: Event)] = [
        ("level 1", .condition(.watch, isConfirmed: false)),
        ("level 2", .condition(.high, isConfirmed: false)),
        ("level 2 confirmed", .condition(.high, isConfirmed: true)),
        ("level 3", .condition(.crisis, isConfirmed: true)),
        ("level 1 overdue", .condition(.watch, isConfirmed: false, isOverdue: true)),
        ("over", .condition(nil, isConfirmed: false)),
        ("ack at level 1", .acknowledged(.watch)),
        ("ack at level 2", .acknowledged(.high)),
        ("ack at level 3", .acknowledged(.crisis)),
        ("off", .switchedOff),
        ("told", .notified),
        ("120 s pass", .passed(seconds: 120)),
        ("300 s pass", .passed(seconds: 300)),
        ("31 min pass", .passed(seconds: 1860)),
    ]

    /// How each state is reached.
    static let states: [(name: String, path: [String])] = [
        ("none", []),
        ("low", ["level 1"]),
        ("low seen", ["level 1", "ack at level 1"]),
        ("low off", ["level 1", "off"]),
        ("medium", ["level 2"]),
        ("medium seen", ["level 2", "ack at level 2"]),
        ("medium held", ["level 2", "level 1"]),
        ("medium latched", ["level 2", "over"]),
        ("high", ["level 3"]),
        ("high seen", ["level 3", "ack at level 3"]),
        ("high latched", ["level 3", "over"]),
    ]

    @Test("says what the table says and stands where it says", arguments: states.indices)
    func all(column: Int) {
        let rows = Self.table.split(separator: "\n")
        #expect(rows.count == Self.events.count * Self.states.count)
        for (index, event) in Self.events.enumerated() {
            let cells = rows[column * Self.events.count + index].split(separator: "|").map(trimmed)
            #expect(cells[0] == Self.states[column].name && cells[1] == event.name)
            var board = Self.board(in: Self.states[column].path)
            let changes = Self.send(event.event, to: &board, at: Self.after).map(\.what.rawValue)
            let answer = changes.isEmpty ? "·" : changes.joined(separator: " ")
            #expect("\(answer) → \(Self.state(of: board))" == cells[2], "\(cells[0]), \(cells[1])")
        }
    }

    @Test("a condition that stands is never without a line on the board, and level 3 is never less than high")
    func neverSilent() {
        for (_, path) in Self.states {
            for (_, event) in Self.events {
                var board = Self.board(in: path)
                _ = Self.send(event, to: &board, at: Self.after)
                guard case .condition(let level?, _, _) = event else { continue }
                let alarm = board.open().first { $0.key == Self.key }
                #expect((alarm?.level ?? .normal) >= level)
                #expect(level < .crisis || alarm?.priority == .high)
                #expect(level < .crisis || alarm?.acknowledgedBy == nil || path.contains("ack at level 3"))
            }
        }
    }

    static func board(in path: [String]) -> AlarmBoard {
        var board = AlarmBoard(rules: TestProtocols.alarms)
        for name in path {
            for (known, event) in events where known == name { _ = send(event, to: &board, at: before) }
        }
        return board
    }

    static func send(_ event: Event, to board: inout AlarmBoard, at time: SessionTime) -> [AlarmChange] {
        let changes: [AlarmChange]
        switch event {
        case .condition(let level, let isConfirmed, let isOverdue):
            let condition = level.map {
                WatchCondition(
                    level: $0, isConfirmed: isConfirmed, confirmedLevel: isConfirmed ? $0 : nil,
                    lastReading: time, recheckDue: time + .minutes(5), isOverdue: isOverdue,
                    highSince: isConfirmed && $0 >= .high ? time : nil)
            }
            changes = board.conditionChanged(key, to: condition, at: time)
        case .acknowledged(let level): changes = board.acknowledged(key, level: level, by: "AB", at: time)
        case .switchedOff: changes = board.switchedOff(key, reason: "patient moves", at: time)
        case .notified: changes = board.prescriberNotified(at: time)
        case .passed(let seconds): changes = board.timePassed(to: time + .seconds(Int(seconds) - 60))
        }
        return changes.filter { $0.key == key }
    }

    /// The occurrence in words: priority, level, and whether it was seen, is switched off, latched or a full bar.
    static func state(of board: AlarmBoard) -> String {
        guard let alarm = board.open().first(where: { $0.key == key }) else { return "none" }
        var words = ["\(alarm.priority.rawValue) \(alarm.level.number ?? 9)"]
        if alarm.acknowledgedBy != nil { words.append("seen") }
        if alarm.switchedOffUntil != nil { words.append("off") }
        if alarm.isLatched { words.append("latched") }
        if alarm.isFullBar { words.append("bar") }
        return words.joined(separator: " ")
    }
}
