/// A part of a value that all copies of the value share. For what is large, goes far and seldom changes: a care protocol
/// goes wherever a rule goes, so that copying its numbers would be most of the work of copying a session.
@propertyWrapper
public struct Shared<Value: Sendable>: Sendable {
    private final class Storage: Sendable {
        let value: Value

        init(_ value: Value) { self.value = value }
    }

    private var storage: Storage

    /// Wraps a part.
    public init(wrappedValue: Value) { storage = Storage(wrappedValue) }

    /// The part. Changing it leaves all other copies as they were.
    public var wrappedValue: Value {
        get { storage.value }
        set { storage = Storage(newValue) }
    }
}

extension Shared: Equatable where Value: Equatable {
    /// Whether both parts say the same.
    public static func == (left: Shared, right: Shared) -> Bool {
        left.storage === right.storage || left.storage.value == right.storage.value
    }
}

extension Shared: Hashable where Value: Hashable {
    /// Hashes the part.
    public func hash(into hasher: inout Hasher) { hasher.combine(storage.value) }
}

extension Shared: Decodable where Value: Decodable {
    /// Reads the part as if it were not wrapped.
    public init(from decoder: any Decoder) throws { self.init(wrappedValue: try Value(from: decoder)) }
}

extension Shared: Encodable where Value: Encodable {
    /// Writes the part as if it were not wrapped.
    public func encode(to encoder: any Encoder) throws { try storage.value.encode(to: encoder) }
}
