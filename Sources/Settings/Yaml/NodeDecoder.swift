import Yams

/// A group whose optional keys may simply be left out. Everywhere else an absent limit must be written as `none`,
/// so that a line lost from a file is an error and never a limit fewer.
protocol KeysMayBeLeftOut {}

/// Decodes a value from a node and reports what is wrong instead of throwing: the value then holds placeholders,
/// which never leave `YamlSource.decode`. Below a key that is missing the node is `nil`, and nothing more is
/// reported. Yams' own decoder is not used because it takes `060` for 48, `1:30` for 90 and text for numbers, knows
/// no unknown keys and stops at the first error.
struct NodeDecoder: Decoder {
    let node: Node?
    let path: String
    let findings: Findings
    var mayLeaveOut = false
    var asked = AskedKeys()

    /// The keys that a value looked for; the rest of its group is unknown.
    final class AskedKeys {
        var names: Set<String> = []
    }

    var codingPath: [any CodingKey] { [] }
    var userInfo: [CodingUserInfoKey: Any] { [:] }

    func container<Key: CodingKey>(keyedBy type: Key.Type) -> KeyedDecodingContainer<Key> {
        if node != nil, node?.mapping == nil { report("must be a group of keys, each with its value") }
        return KeyedDecodingContainer(GroupReader<Key>(decoder: self, pairs: pairs))
    }

    func unkeyedContainer() -> any UnkeyedDecodingContainer {
        if node != nil, node?.sequence == nil { report("must be a list") }
        return ListReader(decoder: self, nodes: node?.sequence.map(Array.init) ?? [])
    }

    func singleValueContainer() -> any SingleValueDecodingContainer { SingleReader(decoder: self) }

    /// Reads one value of any kind.
    func read<Value: Decodable>(_ type: Value.Type) throws -> Value {
        if let value = scalar(of: type) as? Value { return value }
        var inner = self
        inner.mayLeaveOut = type is any KeysMayBeLeftOut.Type
        inner.asked = AskedKeys()
        let value = try Value(from: inner)
        inner.reportUnknownKeys()
        return value
    }

    /// A decoder for what stands under a key or at a place in the list.
    func inner(_ node: Node?, path: String) -> NodeDecoder {
        NodeDecoder(node: node, path: path, findings: findings)
    }

    /// Reports that the value here is not what belongs here.
    func report(_ sentence: String) {
        let name = path.split(separator: ".").last.map(String.init) ?? "The file"
        findings.report(path, "\(name) \(sentence).")
    }

    private var pairs: [(name: String, value: Node)] {
        guard let mapping = node?.mapping else { return [] }
        return mapping.map { ($0.key.string ?? "?", $0.value) }
    }

    private func reportUnknownKeys() {
        var seen: Set<String> = []
        for name in pairs.map(\.name) {
            let key = YamlSource.path(path, name)
            if !asked.names.contains(name) {
                findings.report(key, "No key of this name belongs here: \(name); remove it or correct it.")
            } else if !seen.insert(name).inserted {
                findings.report(key, "The key \(name) stands here twice; keep one of them.")
            }
        }
    }
}

/// Hands out the values of a group by key.
private struct GroupReader<Key: CodingKey>: KeyedDecodingContainerProtocol {
    let decoder: NodeDecoder
    let pairs: [(name: String, value: Node)]

    var codingPath: [any CodingKey] { [] }
    var allKeys: [Key] { pairs.compactMap { Key(stringValue: $0.name) } }

    func contains(_ key: Key) -> Bool {
        decoder.asked.names.insert(key.stringValue)
        guard node(key) == nil else { return true }
        if decoder.node?.mapping != nil, !decoder.mayLeaveOut {
            reportMissing(key, "write its value, or none where it does not exist")
        }
        return false
    }

    func decodeNil(forKey key: Key) -> Bool { node(key).map(NodeDecoder.isNone) ?? true }

    func decode<Value: Decodable>(_ type: Value.Type, forKey key: Key) throws -> Value {
        decoder.asked.names.insert(key.stringValue)
        let value = node(key)
        if value == nil, decoder.node?.mapping != nil { reportMissing(key, "write its value") }
        return try decoder.inner(value, path: path(key)).read(type)
    }

    func nestedContainer<Inner: CodingKey>(
        keyedBy type: Inner.Type, forKey key: Key
    ) throws -> KeyedDecodingContainer<Inner> {
        decoder.inner(node(key), path: path(key)).container(keyedBy: type)
    }

    func nestedUnkeyedContainer(forKey key: Key) throws -> any UnkeyedDecodingContainer {
        decoder.inner(node(key), path: path(key)).unkeyedContainer()
    }

    func superDecoder() throws -> any Decoder { decoder }
    func superDecoder(forKey key: Key) throws -> any Decoder { decoder.inner(node(key), path: path(key)) }

    private func node(_ key: Key) -> Node? { pairs.first { $0.name == key.stringValue }?.value }
    private func path(_ key: Key) -> String { YamlSource.path(decoder.path, key.stringValue) }

    private func reportMissing(_ key: Key, _ remedy: String) {
        decoder.findings.report(path(key), "The key \(key.stringValue) is missing; \(remedy).")
    }
}

/// Hands out the elements of a list.
private struct ListReader: UnkeyedDecodingContainer {
    let decoder: NodeDecoder
    let nodes: [Node]
    var currentIndex = 0

    init(decoder: NodeDecoder, nodes: [Node]) {
        self.decoder = decoder
        self.nodes = nodes
    }

    var codingPath: [any CodingKey] { [] }
    var count: Int? { nodes.count }
    var isAtEnd: Bool { currentIndex >= nodes.count }

    mutating func decodeNil() -> Bool { false }

    mutating func decode<Value: Decodable>(_ type: Value.Type) throws -> Value { try next().read(type) }

    mutating func nestedContainer<Key: CodingKey>(
        keyedBy type: Key.Type
    ) throws -> KeyedDecodingContainer<Key> { next().container(keyedBy: type) }

    mutating func nestedUnkeyedContainer() throws -> any UnkeyedDecodingContainer {
        next().unkeyedContainer()
    }

    mutating func superDecoder() throws -> any Decoder { next() }

    private mutating func next() -> NodeDecoder {
        defer { currentIndex += 1 }
        let node = isAtEnd ? nil : nodes[currentIndex]
        return decoder.inner(node, path: YamlSource.path(decoder.path, element: currentIndex + 1))
    }
}

/// Hands out a value that stands alone.
private struct SingleReader: SingleValueDecodingContainer {
    let decoder: NodeDecoder

    var codingPath: [any CodingKey] { [] }
    func decodeNil() -> Bool { decoder.node.map(NodeDecoder.isNone) ?? true }
    func decode<Value: Decodable>(_ type: Value.Type) throws -> Value { try decoder.read(type) }
}
