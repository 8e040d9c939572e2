import Yams

extension NodeDecoder {
    /// Whether a node is the bare word `none`, which says that a limit does not exist.
    static func isNone(_ node: Node) -> Bool { node.scalar?.style == .plain && node.scalar?.string == "none" }

    /// The value of a number, a switch, a text or a word from a list; `nil` for groups and lists. What is wrong is
    /// reported and a placeholder returned.
    func scalar<Value>(of type: Value.Type) -> Any? {
        switch type {
        case is Int.Type: integer()
        case is Double.Type: number()
        case is Bool.Type: flag()
        case is String.Type: text()
        case let words as any CaseIterable.Type: word(of: words)
        default: nil
        }
    }

    private func integer() -> Int {
        guard node != nil else { return 0 }
        if let bare, let value = Scalars.integer(bare) { return value }
        report("must be a whole number of at most nine digits, without quotes, such as 90")
        return 0
    }

    private func number() -> Double {
        guard node != nil else { return 0 }
        if let bare, let value = Scalars.decimal(bare) { return value }
        report("must be a number without quotes, such as 90 or 0.5")
        return 0
    }

    private func flag() -> Bool {
        guard node != nil else { return false }
        if bare == "true" { return true }
        if bare == "false" { return false }
        report("must be true or false")
        return false
    }

    private func text() -> String {
        guard node != nil else { return "" }
        guard let scalar = node?.scalar else {
            report("must be text")
            return ""
        }
        if let bare, bare.isEmpty || Scalars.isTaken(bare) {
            report("must be text; put it in quotes if that is what is meant")
        }
        return scalar.string
    }

    private func word<Words: CaseIterable>(of type: Words.Type) -> Any? {
        let cases = Array(type.allCases)
        let named = cases.map { (name: Scalars.name(of: $0), value: $0) }
        guard node != nil else { return cases.first }
        if let found = node?.scalar?.string, let match = named.first(where: { $0.name == found }) {
            return match.value
        }
        report("must be one of: " + named.map(\.name).joined(separator: ", "))
        return cases.first
    }

    /// The text of a scalar that was written without quotes.
    private var bare: String? {
        guard let scalar = node?.scalar, scalar.style == .plain else { return nil }
        return scalar.string
    }
}

/// How numbers and words are spelled in a settings file: as people write them, nothing else.
enum Scalars {
    /// A whole number such as `-5` or `90`: at most nine digits, no leading zero, no sign `+`.
    static func integer(_ text: String) -> Int? {
        let digits = text.hasPrefix("-") ? text.dropFirst() : Substring(text)
        guard isDigits(digits), digits.count <= 9, digits == "0" || !digits.hasPrefix("0") else { return nil }
        return Int(text)
    }

    /// A whole number, or one with a decimal point and at most nine digits after it.
    static func decimal(_ text: String) -> Double? {
        let parts = text.split(separator: ".", maxSplits: 1, omittingEmptySubsequences: false)
        guard let whole = parts.first, integer(String(whole)) != nil || whole == "-0" else { return nil }
        if parts.count == 2 {
            guard isDigits(parts[1]), parts[1].count <= 9 else { return nil }
        }
        return Double(text)
    }

    /// Whether a bare text means something else than text.
    static func isTaken(_ text: String) -> Bool {
        ["true", "false", "none", "null", "~"].contains(text) || Double(text) != nil
    }

    /// The word that stands for a case of an enumeration.
    static func name<Case>(of value: Case) -> String {
        guard let named = value as? any RawRepresentable else { return String(describing: value) }
        return String(describing: named.rawValue)
    }

    private static func isDigits(_ text: Substring) -> Bool {
        !text.isEmpty && text.utf8.allSatisfy { (0x30...0x39).contains($0) }
    }
}
