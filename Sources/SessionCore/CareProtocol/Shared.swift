/// A part of a value that all copies of the value share. For what is large, goes far and seldom changes: a care protocol
/// goes wherever a rule goes, so that copying its numbers would be most of the work of copying a session.
@propertyWrapper
public struct Shared<Value: Sendable>: Sendable {
    /// One value: an array copies it when it is changed while others share it, and only then.
    @usableFromInline var storage: [Value]

    /// Wraps a part.
    @inlinable
    public init(wrappedValue: Value) { storage = [wrappedValue] }

    /// The part. Changing it leaves all other copies as they were.
    @inlinable
    public var wrappedValue: Value {
        _read { yield storage[0] }
        _modify { yield &storage[0] }
    }
}

extension Shared: Equatable where Value: Equatable {}

extension Shared: Hashable where Value: Hashable {}

extension Shared: Decodable where Value: Decodable {
    /// Reads the part as if it were not wrapped.
    public init(from decoder: any Decoder) throws { self.init(wrappedValue: try Value(from: decoder)) }
}

extension Shared: Encodable where Value: Encodable {
    /// Writes the part as if it were not wrapped.
    public func encode(to encoder: any Encoder) throws { try wrappedValue.encode(to: encoder) }
}
