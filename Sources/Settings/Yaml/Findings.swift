/// Collects what is wrong with one file while it is read and checked, so that a person sees all of it at once.
final class Findings {
    /// The file that is read.
    let source: YamlSource
    private var problems: [SettingsError.Problem] = []

    init(_ source: YamlSource) { self.source = source }

    /// Whether nothing was reported.
    var isEmpty: Bool { problems.isEmpty }

    /// Notes a problem at the line of a key; where the key is missing, at the line of the group that lacks it.
    func report(_ key: String, _ sentence: String) {
        problems.append(.init(line: line(of: key), key: key, sentence))
    }

    /// Throws when anything was reported, by line; otherwise does nothing.
    func throwIfAny() throws(SettingsError) {
        guard !problems.isEmpty else { return }
        let ordered = problems.enumerated().sorted { left, right in
            (left.element.line ?? 0, left.offset) < (right.element.line ?? 0, right.offset)
        }
        throw SettingsError(file: source.file, ordered.map(\.element))
    }

    private func line(of key: String) -> Int? {
        var path = Substring(key)
        while !path.isEmpty {
            if let line = source.lines[String(path)] { return line }
            guard let cut = path.lastIndex(where: { $0 == "." || $0 == "[" }) else { break }
            path = path[..<cut]
        }
        return source.lines[""]
    }
}

extension YamlSource {
    /// Decodes the file as one value and checks it. Whatever is wrong is thrown, all of it; only a value that
    /// was there whole and passed every check is returned.
    func decode<Value: Decodable>(
        _ type: Value.Type, check: (Value, Findings) -> Void
    ) throws(SettingsError) -> Value {
        let findings = Findings(self)
        let value: Value
        do {
            value = try NodeDecoder(node: root, path: "", findings: findings).read(type)
        } catch {
            findings.report("", "The file cannot be read as settings of this kind.")
            try findings.throwIfAny()
            throw SettingsError(file: file, "The file cannot be read.")
        }
        try findings.throwIfAny()
        check(value, findings)
        try findings.throwIfAny()
        return value
    }
}
