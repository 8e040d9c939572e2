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
        guard at >= .zero else {
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
