import Canvas

/// A theme as its file says it: one style for every role, and the background that it was made for.
struct ThemeFile: Decodable {
    /// The name that the file bears too.
    var name: String
    /// One line that says what it is for.
    var title: String
    /// The terminal's own background for which the colours were chosen; styles without a background stand on it.
    var background: String
    /// A style for each role, by the role's name.
    var roles: [String: StyleEntry]

    /// How one role looks; what is left out is the terminal's own.
    struct StyleEntry: Decodable, KeysMayBeLeftOut {
        var foreground: String?
        var background: String?
        var bold: Bool?
        var dim: Bool?
        var reverse: Bool?
        var underline: Bool?

        /// The style, or `nil` when a colour is not six hexadecimal digits after `#`.
        var style: Style? {
            var style = Style(attributes: attributes)
            for (text, part) in [(foreground, \Style.foreground), (background, \Style.background)] {
                guard let text else { continue }
                guard let colour = RGB(hex: text) else { return nil }
                style[keyPath: part] = colour
            }
            return style
        }

        private var attributes: Attributes {
            var attributes: Attributes = []
            if bold == true { attributes.insert(.bold) }
            if dim == true { attributes.insert(.dim) }
            if reverse == true { attributes.insert(.reverse) }
            if underline == true { attributes.insert(.underline) }
            return attributes
        }
    }

    /// The theme; a role whose style cannot be read is left to the terminal, which `check` has refused before.
    var theme: Theme {
        var styles: [Role: Style] = [:]
        for (name, entry) in roles {
            if let role = Role(named: name) { styles[role] = entry.style }
        }
        return Theme(name: name, title: title, styles: styles)
    }
}

extension ThemeFile {
    /// Reports roles without a style, colours that are none, and text that cannot be read.
    func check(name expected: String, _ findings: Findings) {
        if name != expected {
            findings.report("name", "The name must be \(expected), as the file is called; it is \(name).")
        }
        if title.isEmpty || title.count > 80 || Printable(title).text != title {
            findings.report("title", "title must be 1 to 80 visible characters.")
        }
        for role in Role.allCases where roles[role.name] == nil {
            findings.report("roles.\(role.name)", "The role \(role.name) is missing; write its style, or {}.")
        }
        guard let ground = RGB(hex: background) else {
            findings.report("background", "background must be a colour such as \"#101418\", in quotes.")
            return
        }
        for (name, entry) in roles { check(name, entry, on: ground, findings) }
    }

    private func check(_ name: String, _ entry: StyleEntry, on ground: RGB, _ findings: Findings) {
        let key = "roles.\(name)"
        guard let role = Role(named: name) else {
            let known = Role.allCases.map(\.name).joined(separator: ", ")
            findings.report(key, "There is no role \(name); there are: \(known).")
            return
        }
        guard let style = entry.style else {
            findings.report(
                key, "A colour is written as six hexadecimal digits, such as \"#c8a050\", in quotes.")
            return
        }
        if style.foreground == nil, style.background != nil {
            findings.report(key, "A background needs a foreground that can be read on it.")
        }
        let look = Look(role: role, style: style, ground: ground)
        for (depth, contrast) in look.contrasts where contrast < look.leastContrast {
            let tenths = Int((contrast * 10).rounded(.down))
            findings.report(
                key,
                "The contrast is \(tenths / 10).\(tenths % 10) with \(depth); it must be at least "
                    + "\(look.leastContrast).")
        }
    }
}

/// A role's two colours as a screen shows them.
struct Look {
    let role: Role
    let style: Style
    let ground: RGB

    /// Lines and shades may be fainter than text: 3 in place of 4.5, by Web Content Accessibility Guidelines 2.1.
    var leastContrast: Double {
        switch role {
        case .border, .band, .limit: 3
        default: 4.5
        }
    }

    /// The contrast with all colours, with 256 and with 16; empty where the letters have the terminal's own colour.
    var contrasts: [(depth: String, contrast: Double)] {
        guard let foreground = style.foreground else { return [] }
        var result = [("all colours", foreground.contrast(with: style.background ?? ground))]
        for (name, depth) in [("256 colours", ColourDepth.twoFiftySix), ("16 colours", .sixteen)] {
            let ink = Look.shown(foreground, at: depth)
            result.append(
                (name, ink.contrast(with: style.background.map { Look.shown($0, at: depth) } ?? ground)))
        }
        return result
    }

    /// The nearest colour that a depth has.
    static func shown(_ colour: RGB, at depth: ColourDepth) -> RGB {
        depth.index(of: colour).flatMap(Palette.colour) ?? colour
    }
}
