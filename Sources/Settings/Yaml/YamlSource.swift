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
        let bytes = Array(text.utf8)
        var line = 1
        var before = UInt8(ascii: "\n")
        for index in bytes.indices {
            let byte = bytes[index]
            switch byte {
            case UInt8(ascii: "\n"): line += 1
            case UInt8(ascii: "&"), UInt8(ascii: "*"), UInt8(ascii: "!"):
                let after = index + 1 < bytes.count ? bytes[index + 1] : UInt8(ascii: "\n")
                guard beginsWord(before: before, after: after) else { break }
                return .init(
                    line: line,
                    "Anchors (&), aliases (*) and tags (!) are not accepted, not even in a comment; "
                        + "write the value out, or put a space after the sign.")
            default:
                guard isControl(byte, before: before) else { break }
                return .init(line: line, "A control character stands here; remove it.")
            }
            before = byte
        }
        return nil
    }

    /// Whether a sign between these two begins a word. Inside of a word it is only text; before a quote no parser
    /// takes it for more.
    private static func beginsWord(before: UInt8, after: UInt8) -> Bool {
        let isAlone = [0x20, 0x09, 0x0A, 0x0D, UInt8(ascii: "\""), UInt8(ascii: "'")].contains(after)
        switch before {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"):
            return false
        default: return !isAlone
        }
    }

    /// Whether a control character ends here: one of the first 32 but tab and line ends, Delete, or one of those from
    /// 0x80, which take two bytes.
    private static func isControl(_ byte: UInt8, before: UInt8) -> Bool {
        switch byte {
        case 0x09, 0x0A, 0x0D: false
        case 0..<0x20, 0x7F: true
        case 0x80..<0xA0: before == 0xC2
        default: false
        }
    }

    private static func compose(_ text: String, file: String) throws(SettingsError) -> Node? {
        do {
            return try Yams.compose(yaml: text, .basic)
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
