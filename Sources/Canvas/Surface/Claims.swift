/// A rectangle that a panel says is its own.
public struct Claim: Equatable, Sendable {
    /// The panel's name.
    public let name: String
    /// Its rectangle.
    public let rect: Rect
}

extension Surface {
    /// Records that a panel with this name paints this rectangle, so that tests can find panels that overlap.
    public mutating func claim(_ rect: Rect, _ name: String) {
        claims.append(Claim(name: name, rect: rect))
    }

    /// The recorded panels, in the order of painting.
    public var panels: [Claim] { claims }

    /// Every pair of recorded panels that have a cell in common, as `first over second`.
    public var overlaps: [String] {
        var found: [String] = []
        for (index, later) in claims.enumerated() {
            for earlier in claims[..<index] where !later.rect.intersection(earlier.rect).isEmpty {
                found.append("\(later.name) over \(earlier.name)")
            }
        }
        return found
    }
}
