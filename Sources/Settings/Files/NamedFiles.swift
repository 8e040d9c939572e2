/// Settings files of one kind, by short name: embedded ones, and the clinic's own in a folder. An own file takes the
/// place of the embedded one of its name; when it cannot be read there is an error, never the embedded one.
struct NamedFiles: Sendable {
    /// What one of them is called in a sentence, such as `protocol`.
    let kind: String
    /// Where the clinic's own files lie; `nil` for the embedded ones alone.
    let folder: String?
    /// The embedded ones, in the order in which a person is offered them.
    let embedded: [(name: String, bytes: [UInt8])]

    /// Every name: the embedded ones first, then the clinic's own, sorted.
    var names: [String] {
        let names = embedded.map(\.name)
        let own = folder.map(SettingsFile.names(inFolder:)) ?? []
        return names + own.filter { !names.contains($0) }
    }

    /// The text of the file of that name, and what to call the file in an error.
    func read(_ name: String) throws(SettingsError) -> (text: String, file: String) {
        guard SettingsFile.isName(name) else {
            throw SettingsError(
                file: name, "The name of a \(kind) is made of a-z, 0-9 and dashes, at most 40 of them.")
        }
        if let folder {
            let path = "\(folder)/\(name).yaml"
            if let text = try SettingsFile.read(path) { return (text, path) }
        }
        guard let file = embedded.first(where: { $0.name == name }) else {
            throw SettingsError(
                file: name, "There is no \(kind) of this name; there are: \(names.joined(separator: ", ")).")
        }
        return (String(decoding: file.bytes, as: UTF8.self), "built-in \(name).yaml")
    }

    /// The text of a file wherever it lies, and the short name that its content must bear.
    func open(path: String) throws(SettingsError) -> (text: String, name: String) {
        let file = path.split(separator: "/").last.map(String.init) ?? path
        let name = String(file.dropLast(5))
        guard file.hasSuffix(".yaml"), SettingsFile.isName(name) else {
            throw SettingsError(
                file: path,
                "The file of a \(kind) is called NAME.yaml, the name made of a-z, 0-9 and dashes.")
        }
        guard let text = try SettingsFile.read(path) else {
            throw SettingsError(file: path, "There is no such file.")
        }
        return (text, name)
    }
}
