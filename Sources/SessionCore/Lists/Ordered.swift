extension RandomAccessCollection where Index == Int {
    /// The place of the first element that is past something, or the end; the elements that are not past it come first.
    public func firstPlace(where isPast: (Element) -> Bool) -> Int {
        var low = startIndex
        var high = endIndex
        while low < high {
            let middle = low + (high - low) / 2
            if isPast(self[middle]) { high = middle } else { low = middle + 1 }
        }
        return low
    }
}
