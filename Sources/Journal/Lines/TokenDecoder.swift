import SessionCore

/// The reason for giving a line to the JSON library: something in it is not what was asked for.
struct Doubtful: Error {}

/// Reads values out of the tokens of a line. It throws ``Doubtful`` for everything that it cannot give exactly; the
/// library then reads the line and says what is wrong.
struct TokenDecoder: Decoder {
    /// The tokens, shared by all values of a line.
    final class Line {
        let tokens: LineTokens
        init(_ tokens: LineTokens) { self.tokens = tokens }
    }

    fileprivate let line: Line
    /// The value that is read, by index.
    fileprivate let place: Int

    var codingPath: [any CodingKey] { [] }
    var userInfo: [CodingUserInfoKey: Any] { [:] }

    private init(line: Line, place: Int) {
        self.line = line
        self.place = place
    }

    /// Reads a whole line.
    ///
    /// - Throws: when the library has to decide.
    static func decode<Value: Decodable>(_: Value.Type, from bytes: UnsafeRawBufferPointer) throws -> Value {
        guard let tokens = LineTokens(bytes) else { throw Doubtful() }
        return try Value(from: TokenDecoder(line: Line(tokens), place: 0))
    }

    func container<Key: CodingKey>(keyedBy _: Key.Type) throws -> KeyedDecodingContainer<Key> {
        guard token.kind == .object else { throw Doubtful() }
        return KeyedDecodingContainer(TokenObject(decoder: self))
    }

    func unkeyedContainer() throws -> any UnkeyedDecodingContainer {
        guard token.kind == .list else { throw Doubtful() }
        return TokenList(decoder: self)
    }

    func singleValueContainer() -> any SingleValueDecodingContainer { self }

    fileprivate var token: LineTokens.Token { line.tokens.tokens[place] }

    fileprivate func at(_ place: Int) -> TokenDecoder { TokenDecoder(line: line, place: place) }
}

extension TokenDecoder: SingleValueDecodingContainer {
    func decodeNil() -> Bool { token.kind == .null }

    func decode(_: String.Type) throws -> String {
        guard let text = line.tokens.text(place) else { throw Doubtful() }
        return text
    }

    func decode(_: Bool.Type) throws -> Bool {
        guard token.kind == .yes || token.kind == .no else { throw Doubtful() }
        return token.kind == .yes
    }

    func decode<Number: Decodable & FixedWidthInteger>(_: Number.Type) throws -> Number {
        guard let number = line.tokens.wholeNumber(place).flatMap(Number.init(exactly:)) else {
            throw Doubtful()
        }
        return number
    }

    func decode<Number: Decodable & BinaryFloatingPoint>(_: Number.Type) throws -> Number {
        guard let number = line.tokens.number(place).flatMap(Number.init(exactly:)) else { throw Doubtful() }
        return number
    }

    /// Reads what is made of the types above.
    func decode<Value: Decodable>(_ type: Value.Type) throws -> Value {
        if type == VitalSet.self, let values = line.tokens.vitals(place) as? Value { return values }
        return try Value(from: self)
    }
}

/// The keys and values of an object.
private struct TokenObject<Key: CodingKey>: KeyedDecodingContainerProtocol {
    let decoder: TokenDecoder
    var codingPath: [any CodingKey] { [] }

    var allKeys: [Key] {
        let tokens = decoder.line.tokens
        var keys: [Key] = []
        var place = decoder.place + 1
        while place < decoder.token.next {
            if let key = tokens.text(place).flatMap(Key.init(stringValue:)) { keys.append(key) }
            place = tokens.tokens[place + 1].next
        }
        return keys
    }

    private func value(_ key: Key) -> TokenDecoder? {
        decoder.line.tokens.value(of: key.stringValue, in: decoder.place).map(decoder.at)
    }

    private func present(_ key: Key) throws -> TokenDecoder {
        guard let value = value(key) else { throw Doubtful() }
        return value
    }

    func contains(_ key: Key) -> Bool { value(key) != nil }

    func decodeNil(forKey key: Key) throws -> Bool { try present(key).decodeNil() }

    func decode<Value: Decodable>(_ type: Value.Type, forKey key: Key) throws -> Value {
        try present(key).decode(type)
    }

    func decodeIfPresent<Value: Decodable>(_ type: Value.Type, forKey key: Key) throws -> Value? {
        guard let value = value(key), !value.decodeNil() else { return nil }
        return try value.decode(type)
    }

    func nestedContainer<Nested: CodingKey>(keyedBy type: Nested.Type, forKey key: Key) throws
        -> KeyedDecodingContainer<Nested>
    {
        try present(key).container(keyedBy: type)
    }

    func nestedUnkeyedContainer(forKey key: Key) throws -> any UnkeyedDecodingContainer {
        try present(key).unkeyedContainer()
    }

    func superDecoder() throws -> any Decoder { throw Doubtful() }

    func superDecoder(forKey _: Key) throws -> any Decoder { throw Doubtful() }
}

/// The values of a list, one after the other.
private struct TokenList: UnkeyedDecodingContainer {
    let decoder: TokenDecoder
    private(set) var currentIndex = 0
    private var place: Int
    var codingPath: [any CodingKey] { [] }
    var count: Int? { nil }
    var isAtEnd: Bool { place >= decoder.token.next }

    init(decoder: TokenDecoder) {
        self.decoder = decoder
        place = decoder.place + 1
    }

    private mutating func pass() throws -> TokenDecoder {
        if isAtEnd { throw Doubtful() }
        let value = decoder.at(place)
        place = value.token.next
        currentIndex += 1
        return value
    }

    mutating func decodeNil() throws -> Bool {
        guard !isAtEnd, decoder.at(place).decodeNil() else { return false }
        _ = try pass()
        return true
    }

    mutating func decode<Value: Decodable>(_ type: Value.Type) throws -> Value { try pass().decode(type) }

    mutating func nestedContainer<Nested: CodingKey>(keyedBy type: Nested.Type) throws
        -> KeyedDecodingContainer<Nested>
    {
        try pass().container(keyedBy: type)
    }

    mutating func nestedUnkeyedContainer() throws -> any UnkeyedDecodingContainer {
        try pass().unkeyedContainer()
    }

    mutating func superDecoder() throws -> any Decoder { throw Doubtful() }
}
