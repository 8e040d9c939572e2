import Canvas
import SessionCore
import Simulation

extension CommandTable {
    /// The room: what sort of thing, then which.
    static func roomMenu() -> Interview {
        Interview("In the room") { given, model in
            guard let sort = given["sort"].flatMap(RoomSort.init(rawValue:)) else {
                let sorts = RoomSort.allCases.map { Choice($0.key, $0.title, value: $0.rawValue) }
                return .ask(.pick("sort", "what", sorts))
            }
            guard let deed = given["deed"].flatMap(RoomDeed.init(rawValue:)) else {
                let choices = RoomDeed.allCases.filter { $0.sort == sort }.map { deed in
                    Choice(deed.menuKey, deed.help, value: deed.rawValue, whyNot: model.whyNot(deed))
                }
                return .ask(.pick("deed", sort.title, choices))
            }
            return .act { $0.act(deed) }
        }
    }

    /// What the trainee is told when taking over.
    static func handover(_ scenario: Scenario) -> Interview {
        starting("Handover: \(scenario.title)", words: scenario.handover)
    }

    /// Words that are read before the clock runs; later they can be read again.
    static func starting(_ title: String, words text: String) -> Interview {
        Interview(title) { given, model in
            guard given["read"] == nil else {
                return .act { model in
                    guard model.practice?.hasTakenOver == false else { return [] }
                    model.practice?.hasTakenOver = true
                    model.practice?.clock.goesOn()
                    return []
                }
            }
            let isFirst = model.practice?.hasTakenOver == false
            let words = lines(of: text, columns: 72).map { [Segment($0, .strong)] }
            let title = isFirst ? ScreenReader.takingOver : "close"
            // The choice stands first when there are many lines, so that it is in sight on a small screen.
            return .ask(.pick("read", "handover", [Choice("t", title)], notes: words))
        }
    }

    /// Everything that was heard, the newest first.
    static func heard(_ model: Model) -> Interview {
        let scene = model.practice.map { $0.heard } ?? []
        return Interview("Heard and seen, the newest first") { given, _ in
            guard given["read"] == nil else { return .act { _ in [] } }
            let rows = scene.reversed().flatMap { said in
                lines(of: said.text, columns: 72).map { [Segment($0, said.role)] }
            }
            return .ask(.pick("read", "heard", [Choice("t", "close")], notes: rows))
        }
    }

    /// A text broken at spaces.
    static func lines(of text: String, columns: Int) -> [String] {
        var lines: [String] = []
        for word in text.split(whereSeparator: \.isWhitespace) {
            if let last = lines.last, last.count + 1 + word.count <= columns {
                lines[lines.count - 1] = last + " " + word
            } else {
                lines.append(String(word))
            }
        }
        return lines
    }
}

/// The sorts of things that there are to do in a room.
enum RoomSort: String, CaseIterable {
    case look
    case ask
    case airway
    case hands
    case call

    var key: Character {
        switch self {
        case .look: "l"
        case .ask: "a"
        case .airway: "b"
        case .hands: "d"
        case .call: "c"
        }
    }

    var title: String {
        switch self {
        case .look: "look and measure"
        case .ask: "ask and speak"
        case .airway: "airway and breathing"
        case .hands: "position, line and room"
        case .call: "call, wait, go"
        }
    }
}
