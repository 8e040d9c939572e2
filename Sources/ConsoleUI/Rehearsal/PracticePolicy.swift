import Canvas

/// Somebody who plays an exercise and sees nothing of it but the text on the screen.
public protocol PracticePolicy {
    /// The keys to press now; none to wait. `screen` draws the rows of the screen, for who looks at it.
    mutating func keys(seeing screen: () -> [String]) -> [Key]
}

/// Takes over and then does nothing at all.
public struct IdlePolicy: PracticePolicy {
    /// Makes somebody who does nothing.
    public init() {}

    /// The key that takes over, while it is asked for.
    public mutating func keys(seeing screen: () -> [String]) -> [Key] {
        ScreenReader(screen()).key(beside: ScreenReader.takingOver).map { [.character($0)] } ?? []
    }
}
