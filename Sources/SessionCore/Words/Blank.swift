extension StringProtocol {
    /// Whether nothing but blanks stands here: such a name or reason is none.
    public var isBlank: Bool { allSatisfy(\.isWhitespace) }
}
