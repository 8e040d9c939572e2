/// With whose eyes a past session is looked at.
public enum Knowledge: String, CaseIterable, Sendable {
    /// As it was known at that time, later corrections and late entries unknown.
    case asKnownThen
    /// As it is known now, with every correction in its place.
    case asCorrectedNow
}
