import Canvas

/// Somebody who plays an exercise and sees nothing of it but the text on the screen.
public protocol PracticePolicy {
    /// The keys to press after seeing these rows; none to wait.
    mutating func keys(seeing rows: [String]) -> [Key]
}

/// Takes over and then does nothing at all.
public struct IdlePolicy: PracticePolicy {
    /// Makes somebody who does nothing.
    public init() {}

    /// The key that takes over, while it is asked for.
    public mutating func keys(seeing rows: [String]) -> [Key] {
        let screen = ScreenReader(rows)
        return screen.key(beside: ScreenReader.takingOver).map { [.character($0)] } ?? []
    }
}
