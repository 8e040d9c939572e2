extension RandomAccessCollection where Index == Int {
    /// The element of that number, counted from 1 as people do; `nil` where there is none. Numbers come from logs and from
    /// fingers and can be anything.
    public func element(numbered number: Int) -> Element? {
        guard number >= 1, number <= count else { return nil }
        return self[startIndex + number - 1]
    }
}
