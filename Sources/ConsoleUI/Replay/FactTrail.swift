import Review
import SessionCore

/// The facts behind a line of a review, gone to one after the other.
struct FactTrail: Sendable {
    /// The line.
    let row: ReviewRow
    /// The fact that is shown, as an index into those behind the line.
    var index = 0

    init(_ row: ReviewRow) { self.row = row }

    /// Sequence of the fact that is shown; `nil` when time alone made the line so.
    var fact: Int? { row.behind.indices.contains(index) ? row.behind[index] : nil }

    /// Goes on by so many facts, round and round.
    mutating func go(by step: Int) {
        guard !row.behind.isEmpty else { return }
        index = (index + step + row.behind.count) % row.behind.count
    }
}

extension Model {
    /// Steps to another fact behind the line that was chosen.
    mutating func stepTrail(by step: Int) -> [Effect] {
        replay?.trail?.go(by: step)
        return followTrail()
    }

    /// Goes to the fact that the trail has reached, or to the moment of a line without one, and says what it is.
    mutating func followTrail() -> [Effect] {
        guard let trail = replay?.trail else { return [] }
        replay?.control { playback, _ in playback.pause() }
        guard let fact = trail.fact else {
            if let at = trail.row.at { replay?.move { $0.seek(to: at) } }
            say(trail.row.text.stripped, .text)
            return []
        }
        var words = "#\(fact)"
        do throws(Refusal) {
            try replay?.move { cursor throws(Refusal) in try cursor.seek(toFact: fact) }
        } catch {
            // In the corrected view it has no place of its own: the moment at which it was entered has.
            replay?.move { cursor in if let at = cursor.entered(fact: fact) { cursor.seek(to: at) } }
            words += ", struck or a correction"
        }
        replay?.select(fact)
        if let text = replay?.picture.timeline.entry(sequence: fact)?.text { words += " " + text }
        let count = trail.row.behind.count
        let place = count > 1 ? "fact \(trail.index + 1) of \(count): " : "fact "
        say(place + words + (count > 1 ? "   (Enter: the next)" : ""), .text)
        return []
    }
}
