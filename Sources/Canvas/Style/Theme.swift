/// A named set of styles, one for each role.
public struct Theme: Equatable, Sendable {
    /// The short name that a person types, such as `dusk`.
    public let name: String
    /// One line that says what it is for.
    public let title: String
    private let styles: [Style]

    /// A theme from the styles that it sets; a role that it does not set has the terminal's own colours and
    /// the attributes of `Role.plainAttributes`.
    public init(name: String, title: String = "", styles: [Role: Style] = [:]) {
        self.name = name
        self.title = title
        self.styles = Role.allCases.map { role in
            styles[role] ?? Style(attributes: role.plainAttributes)
        }
    }

    /// A theme without any colour, which every terminal can show.
    public static let plain = Theme(name: "plain", title: "No colours at all")

    /// How cells of that role look.
    public subscript(_ role: Role) -> Style { styles[Int(role.rawValue)] }

    /// What is sent for a role at a colour depth. Without colours a style that relied on them alone falls
    /// back to `Role.plainAttributes`, so that roles stay distinguishable.
    public func rendition(of role: Role, depth: ColourDepth) -> Rendition {
        let style = self[role]
        if depth == .none {
            let attributes = style.attributes.isEmpty ? role.plainAttributes : style.attributes
            return Rendition(foreground: nil, background: nil, attributes: attributes)
        }
        return Rendition(
            foreground: style.foreground.flatMap { depth.index(of: $0) },
            background: style.background.flatMap { depth.index(of: $0) }, attributes: style.attributes)
    }
}

/// What a terminal is asked for: palette numbers in place of colours; nil is the terminal's own colour.
public struct Rendition: Equatable, Hashable, Sendable {
    /// The palette number of the letters.
    public var foreground: Int?
    /// The palette number behind the letters.
    public var background: Int?
    /// Bold, dim, reverse, underline.
    public var attributes: Attributes

    /// A rendition from palette numbers and attributes.
    public init(foreground: Int?, background: Int?, attributes: Attributes) {
        self.foreground = foreground
        self.background = background
        self.attributes = attributes
    }
}

extension Role {
    /// How the role looks where there are no colours: three attributes that every terminal has, and dim, which
    /// some lack. Roles that meet in one place differ; words, signs and place tell the rest. Bold and dim never
    /// come together, because terminals disagree about what that means.
    public var plainAttributes: Attributes {
        switch self {
        case .text, .good, .limit: []
        case .dim, .band, .border: [.dim]
        case .strong, .accent: [.bold]
        case .title: [.bold, .underline]
        case .key, .entry: [.underline]
        case .entryError: [.bold, .reverse, .underline]
        case .selection: [.reverse]
        case .notice: [.underline]
        case .warning: [.reverse, .underline]
        case .critical: [.bold, .reverse]
        case .warningFlash: [.underline]
        case .criticalFlash: [.bold, .underline]
        case .stale: [.dim, .underline]
        case .live: [.bold, .reverse]
        case .practice: [.reverse, .underline]
        case .replay: [.underline]
        }
    }
}
