import Yams

/// A settings file as a tree of nodes, with the line on which each key stands.
struct YamlSource {
    /// The most bytes that a settings file may have.
    static let byteLimit = 65_536
    /// The most levels that keys may be nested.
    static let depthLimit = 16

    /// The file as the caller named it.
    let file: String
    /// The outermost group of keys.
    let root: Node
    /// The line of every key, by the path that leads to it.
    let lines: [String: Int]

    /// Parses a text of at most 64 KiB without anchors, aliases, tags and control characters; all of them are
    /// refused before the parser sees them, because a few lines of aliases can stand for billions of values.
    init(file: String, text: String) throws(SettingsError) {
        self.file = file
        if let problem = YamlSource.screen(text) { throw SettingsError(file: file, [problem]) }
        guard let root = try YamlSource.compose(text, file: file) else {
            throw SettingsError(file: file, line: 1, "The file is empty; it must hold keys and values.")
        }
        self.root = root
        var lines: [String: Int] = [:]
        let isShallow = YamlSource.collect(root, path: "", depth: 0, into: &lines)
        guard isShallow else {
            throw SettingsError(
                file: file, "Keys are nested more than \(YamlSource.depthLimit) levels deep; no setting is.")
        }
        self.lines = lines
    }

    /// The path of a key inside a group.
    static func path(_ parent: String, _ key: String) -> String { parent.isEmpty ? key : "\(parent).\(key)" }

    /// The path of an element of a list, counted from 1.
    static func path(_ parent: String, element: Int) -> String { "\(parent)[\(element)]" }

    private static func screen(_ text: String) -> SettingsError.Problem? {
        guard text.utf8.count <= byteLimit else {
            return .init("The file is larger than 64 KiB; no settings file is.")
        }
        var line = 1
        var before: Unicode.Scalar = "\n"
        let scalars = text.unicodeScalars
        var next = scalars.makeIterator()
        _ = next.next()
        for scalar in scalars {
            let after = next.next() ?? "\n"
            if scalar == "\n" { line += 1 }
            if "&*!".unicodeScalars.contains(scalar), !before.properties.isAlphabetic,
                !("0"..."9").contains(before), !after.properties.isWhitespace
            {
                return .init(
                    line: line,
                    "Anchors (&), aliases (*) and tags (!) are not accepted, not even in a comment; "
                        + "write the value out, or put a space after the sign.")
            }
            if scalar.properties.generalCategory == .control, scalar != "\n", scalar != "\r", scalar != "\t" {
                return .init(line: line, "A control character stands here; remove it.")
            }
            before = scalar
        }
        return nil
    }

    private static func compose(_ text: String, file: String) throws(SettingsError) -> Node? {
        do {
            return try Yams.compose(yaml: text)
        } catch let error as YamlError {
            throw SettingsError(file: file, [problem(of: error)])
        } catch {
            throw SettingsError(file: file, "The file is not YAML.")
        }
    }

    private static func problem(of error: YamlError) -> SettingsError.Problem {
        switch error {
        case .scanner(_, let problem, let mark, _), .parser(_, let problem, let mark, _),
            .composer(_, let problem, let mark, _):
            return .init(line: mark.line, "This is not YAML: \(problem).")
        case .duplicatedKeysInMapping(let names, let context):
            let name = names.first ?? ""
            return .init(
                line: context.mark.line, key: name,
                "The key \(name) stands here and again below; keep one of them.")
        default:
            return .init("The file is not YAML.")
        }
    }

    /// Notes the line of every key; answers false when the tree is deeper than any setting.
    private static func collect(
        _ node: Node, path: String, depth: Int, into lines: inout [String: Int]
    ) -> Bool {
        guard depth <= depthLimit else { return false }
        if lines[path] == nil { lines[path] = node.mark?.line }
        if let mapping = node.mapping {
            for (key, value) in mapping {
                let inner = Self.path(path, key.string ?? "?")
                lines[inner] = key.mark?.line
                guard collect(value, path: inner, depth: depth + 1, into: &lines) else { return false }
            }
        } else if let sequence = node.sequence {
            for (index, value) in sequence.enumerated() {
                let inner = Self.path(path, element: index + 1)
                guard collect(value, path: inner, depth: depth + 1, into: &lines) else { return false }
            }
        }
        return true
    }
}
