/// A list that grows at its end and is kept in many versions, as the folds of a replay are: its versions share everything
/// but the last few elements, so that keeping one costs little and going on from it does not copy the whole.
public struct Chunked<Element> {
    /// How many elements a full chunk has; a power of two.
    @inlinable static var size: Int { 128 }

    /// Full chunks.
    @usableFromInline var chunks: [[Element]] = []
    /// What follows them: fewer elements than a full chunk has.
    @usableFromInline var tail: [Element] = []

    /// An empty list.
    @inlinable
    public init() {}
}

extension Chunked: RandomAccessCollection, MutableCollection {
    /// Always 0.
    @inlinable
    public var startIndex: Int { 0 }
    /// How many elements there are.
    @inlinable
    public var endIndex: Int { chunks.count &* Self.size &+ tail.count }

    /// The element at a position, which must be one of the list.
    @inlinable
    public subscript(position: Int) -> Element {
        get {
            let chunk = position / Self.size
            return chunk < chunks.count
                ? chunks[chunk][position % Self.size] : tail[position &- chunks.count &* Self.size]
        }
        _modify {
            let chunk = position / Self.size
            if chunk < chunks.count {
                yield &chunks[chunk][position % Self.size]
            } else {
                yield &tail[position &- chunks.count &* Self.size]
            }
        }
    }
}

extension Chunked: RangeReplaceableCollection {
    /// Adds an element at the end.
    @inlinable
    public mutating func append(_ element: Element) {
        tail.append(element)
        guard tail.count == Self.size else { return }
        chunks.append(tail)
        tail = []
    }

    /// Puts other elements in the place of some; what stands before the first of them stays shared.
    @inlinable
    public mutating func replaceSubrange<Others: Collection>(_ range: Range<Int>, with others: Others)
    where Others.Element == Element {
        let rest = Array(self[range.upperBound...])
        keepFirst(range.lowerBound)
        for element in others { append(element) }
        for element in rest { append(element) }
    }

    @inlinable
    mutating func keepFirst(_ count: Int) {
        guard count < chunks.count &* Self.size else {
            tail.removeSubrange((count &- chunks.count &* Self.size)...)
            return
        }
        tail = Array(chunks[count / Self.size][..<(count % Self.size)])
        chunks.removeSubrange((count / Self.size)...)
    }
}

extension Chunked: ExpressibleByArrayLiteral {
    /// A list of these elements.
    @inlinable
    public init(arrayLiteral elements: Element...) { self.init(elements) }
}

extension Chunked: Sendable where Element: Sendable {}

extension Chunked: Equatable where Element: Equatable {}

extension Chunked: Hashable where Element: Hashable {}
