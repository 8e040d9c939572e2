import SessionCore

/// What a reviewer says about a moment of a session. It is kept beside the record and is no part of it: it changes no
/// measure, no screen of the session and no export of its facts.
public struct SessionComment: Hashable, Sendable {
    /// The moment that it is pinned to.
    public let at: SessionTime
    /// When it was written.
    public let written: WallTime
    /// Initials of who wrote it, 1-8 letters or digits.
    public let author: String
    /// What they said: one line of visible signs, 1-2000 of them.
    public let text: String

    /// The longest text.
    public static let longest = 2000

    /// Makes a comment. Line breaks and other control signs become spaces; signs that turn or hide text are dropped.
    ///
    /// - Throws: a ``Refusal`` when nothing is left to say, when it is too long, when the initials are none, or when the
    ///   moment lies before the session.
    public init(at: SessionTime, written: WallTime, author: String, text: String) throws(Refusal) {
        let clean = SessionComment.clean(text)
        guard !clean.isEmpty else { throw Refusal("A comment says something; this one is empty.") }
        guard clean.unicodeScalars.count <= SessionComment.longest else {
            throw Refusal("A comment has at most \(SessionComment.longest) signs.")
        }
        guard (1...8).contains(author.count), author.allSatisfy({ $0.isLetter || $0.isNumber }) else {
            throw Refusal("A comment is signed with initials of 1 to 8 letters or digits.")
        }
        guard at >= SessionTime(milliseconds: 0) else {
            throw Refusal("A comment is pinned to a moment after the session was opened.")
        }
        self.at = at
        self.written = written
        self.author = author
        self.text = clean
    }

    private static func clean(_ text: String) -> String {
        var scalars = String.UnicodeScalarView()
        for scalar in text.unicodeScalars {
            switch scalar.properties.generalCategory {
            case .control, .lineSeparator, .paragraphSeparator: scalars.append(" ")
            case .format, .privateUse, .unassigned, .surrogate: continue
            default: scalars.append(scalar)
            }
        }
        return String(scalars).split(separator: " ").joined(separator: " ")
    }
}

/// A moment as a person names it on a command line.
public struct NamedMoment: Hashable, Sendable {
    /// How far from the opening, or from T0.
    public let offset: Span
    /// Whether it counts from T0.
    public let isFromStart: Bool

    /// Reads `40m`, `1h30m` or `90s` since the opening, and `T0+40` or `T0+40m` since T0; `nil` for anything else.
    public init?(_ text: String) {
        isFromStart = text.lowercased().hasPrefix("t0+")
        var rest = Substring(isFromStart ? text.dropFirst(3) : text[...])
        if isFromStart, rest.allSatisfy(\.isNumber) { rest += "m" }
        var total: Int64 = 0
        var digits = ""
        guard !rest.isEmpty else { return nil }
        for sign in rest {
            if sign.isASCII, sign.isNumber {
                digits.append(sign)
                continue
            }
            let seconds: Int64? = ["h": 3600, "m": 60, "s": 1][sign]
            guard let seconds, digits.count <= 6, let number = Int64(digits) else { return nil }
            total += number * seconds
            digits = ""
        }
        guard digits.isEmpty else { return nil }
        offset = Span(milliseconds: total * 1000)
    }

    /// The moment on a session's own time line; `nil` when it counts from a T0 that never came.
    public func time(start: SessionTime?) -> SessionTime? {
        isFromStart ? start.map { $0 + offset } : SessionTime(milliseconds: 0) + offset
    }
}
