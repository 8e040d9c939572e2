/// The words that may stand before a number on the entry line.
enum EntryLabel {
    /// Takes a pair of pressures.
    case pressure
    /// Takes one number.
    case vital(Vital)

    private static let names: [(String, EntryLabel)] = [
        ("bp", .pressure), ("hr", .vital(.heartRate)), ("pulse", .vital(.heartRate)),
        ("p", .vital(.heartRate)), ("spo2", .vital(.oxygenSaturation)), ("o2", .vital(.oxygenSaturation)),
        ("s", .vital(.oxygenSaturation)), ("rr", .vital(.respiratoryRate)), ("temp", .vital(.temperature)),
        ("t", .vital(.temperature)), ("etco2", .vital(.endTidalCO2)), ("map", .vital(.meanPressure)),
        ("moaas", .vital(.alertness)), ("moaa", .vital(.alertness)), ("alert", .vital(.alertness)),
        ("rass", .vital(.agitation)), ("ag", .vital(.agitation)), ("ori", .vital(.orientation)),
        ("int", .vital(.intensity)), ("dis", .vital(.distress)), ("nau", .vital(.nausea)),
    ]

    /// Whether a word of the entry line, a label or a gas, begins with these letters; `text` is in lower case.
    static func isBegun(by text: String) -> Bool {
        (names.map(\.0) + ["air", "oxygen"]).contains { $0.hasPrefix(text) }
    }

    /// Splits a word into the longest label that it begins with and the rest, which is empty or looks like a number.
    /// `word` is in lower case.
    static func split(_ word: Substring) -> (label: EntryLabel, name: String, rest: Substring)? {
        names
            .filter { word.hasPrefix($0.0) }
            .sorted { $0.0.utf8.count > $1.0.utf8.count }
            .lazy
            .map { (name, label) in (label, name, word.dropFirst(name.count)) }
            .first { _, _, rest in rest.first.map { $0.isEntryDigit || $0 == "-" || $0 == "+" } ?? true }
    }
}

extension Character {
    /// A digit as the keyboard types it; digits of other scripts are not taken for numbers.
    var isEntryDigit: Bool { ("0"..."9").contains(self) && isASCII }
}

/// A number as it was typed.
struct TypedNumber: Hashable {
    /// Its value in tenths; whatever is longer than a measurement is held at a million.
    var tenths: Int
    /// Whether it has a decimal.
    var isDecimal: Bool
    /// The whole number; the decimal is cut off.
    var whole: Int { tenths / 10 }

    /// Reads `[+|-]digits[.|,digit]`; `nil` for anything else.
    init?(_ text: Substring) {
        let isNegative = text.first == "-"
        let unsigned = isNegative || text.first == "+" ? text.dropFirst() : text
        let parts = unsigned.split(maxSplits: 1, omittingEmptySubsequences: false) { $0 == "." || $0 == "," }
        guard let first = parts.first, let whole = Self.digits(first) else { return nil }
        var tenths = min(whole, 1_000_000) * 10
        if parts.count == 2 {
            guard parts[1].count == 1, let decimal = Self.digits(parts[1]) else { return nil }
            tenths += decimal
        }
        self.tenths = isNegative ? -tenths : tenths
        isDecimal = parts.count == 2
    }

    private static func digits(_ text: Substring) -> Int? {
        guard !text.isEmpty, text.allSatisfy(\.isEntryDigit) else { return nil }
        let significant = text.drop { $0 == "0" }
        return significant.isEmpty ? 0 : significant.count > 7 ? 1_000_000 : Int(significant)
    }
}

extension StringProtocol {
    /// At most two dozen characters of what was typed, to be named in a sentence.
    var named: String { count > 24 ? "\(prefix(23))…" : String(self) }
}

extension Vital {
    /// The vital that a label of the entry line names, such as `hr`, in small letters; `nil` for the pair of pressures and
    /// for a word that is no label.
    public init?(label: String) {
        guard let (found, _, rest) = EntryLabel.split(Substring(label)), rest.isEmpty,
            case .vital(let vital) = found
        else { return nil }
        self = vital
    }
}
