/// How signs are spelled where only ASCII can be shown.
enum AsciiSpelling {
    /// The spelling of each sign that has one: punctuation and units first, then whatever lines and marks are drawn
    /// with.
    static let of: [Unicode.Scalar: String] = {
        var spellings = words
        for (sign, plain) in zip(GlyphSet.unicode.signs, GlyphSet.ascii.signs) {
            guard let scalar = sign.unicodeScalars.first, spellings[scalar] == nil else { continue }
            spellings[scalar] = String(plain)
        }
        return spellings
    }()

    private static let words: [Unicode.Scalar: String] = [
        "–": "-", "—": "-", "−": "-", "‐": "-", "‑": "-", "‘": "'", "’": "'", "“": "\"", "”": "\"",
        "…": "...",
        "·": ".", "•": ".", "±": "+/-", "≥": ">=", "≤": "<=", "→": "->", "←": "<-", "↑": "^", "↓": "v",
        "°": "deg", "µ": "u", "μ": "u", "½": "1/2", "Δ": "d", "₂": "2", "▶": ">", "◀": "<", "▌": "|",
        "▐": "|",
    ]
}
