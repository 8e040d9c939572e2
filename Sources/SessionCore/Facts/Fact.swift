/// Real or practised. Fixed by a session's first fact and repeated in every line, so that neither can pass for the other.
public enum SessionMode: String, Codable, Sendable, CaseIterable {
    case live
    case practice
}

/// How a fact reached the record.
public enum FactSource: String, Codable, Sendable, CaseIterable {
    /// Typed when it happened.
    case live
    /// Typed later than it was measured.
    case late
    /// Typed from paper after the session had run without a console.
    case paper
    /// Written by the console itself.
    case console
}

/// Something that happened in a therapy session. Facts are only ever added; everything else is computed from them.
public struct Fact: Hashable, Sendable {
    /// The session that the fact belongs to.
    public var session: SessionID
    /// Real or practised.
    public var mode: SessionMode
    /// Position in the session, from 1.
    public var sequence: Int
    /// When it happened, as the wall clock showed it.
    public var measured: WallTime
    /// When it was entered, as the wall clock showed it.
    public var entered: WallTime
    /// Milliseconds of the session's own time at which it was entered; `nil` for logs from elsewhere, where it is
    /// taken from the wall clock and marked estimated.
    public var elapsed: SessionTime?
    /// What the boot clock showed when it was entered.
    public var boot: BootReading?
    /// Initials of who entered it.
    public var author: String
    /// How it reached the record.
    public var source: FactSource
    /// What happened.
    public var body: FactBody

    /// Makes a fact.
    public init(
        session: SessionID, mode: SessionMode, sequence: Int, measured: WallTime, entered: WallTime,
        elapsed: SessionTime? = nil, boot: BootReading? = nil, author: String, source: FactSource = .live,
        body: FactBody
    ) {
        self.session = session
        self.mode = mode
        self.sequence = sequence
        self.measured = measured
        self.entered = entered
        self.elapsed = elapsed
        self.boot = boot
        self.author = author
        self.source = source
        self.body = body
    }
}

/// Names a session for ever; `[A-Za-z0-9-]`, up to 64 characters.
public struct SessionID: Hashable, Sendable, Codable, CustomStringConvertible {
    /// The name itself.
    public let name: String

    /// Takes a name of letters, digits and dashes; `nil` for anything else.
    public init?(_ name: String) {
        guard (1...64).contains(name.utf8.count),
            name.utf8.allSatisfy({ byte in
                (48...57).contains(byte) || (65...90).contains(byte) || (97...122).contains(byte)
                    || byte == 45
            })
        else { return nil }
        self.name = name
    }

    /// Reads the bare name.
    public init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        let name = try container.decode(String.self)
        guard let id = SessionID(name) else {
            throw DecodingError.dataCorruptedError(
                in: container,
                debugDescription: "a session is named with letters, digits and dashes, not \"\(name)\"")
        }
        self = id
    }

    /// Writes the bare name.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(name)
    }

    /// The name itself.
    public var description: String { name }
}

extension Fact: Codable {
    /// The version of the log format that this program writes.
    public static let formatVersion = 1

    enum CodingKeys: String, CodingKey {
        case format = "v"
        case session
        case mode
        case sequence = "seq"
        case kind
        case measured
        case entered
        case elapsed = "elapsedMs"
        case boot
        case author
        case source
        case body
    }

    /// Reads one line of a log. `v`, `mode`, `entered`, `author`, `source` and `seq` may be left out in a log from
    /// elsewhere: version 1, live, the measured time, `--`, live, and 0 (the reader numbers it).
    public init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        let version = try container.decodeIfPresent(Int.self, forKey: .format) ?? 1
        guard version == Fact.formatVersion else {
            throw DecodingError.dataCorruptedError(
                forKey: .format, in: container,
                debugDescription:
                    "format version \(version); this program reads version \(Fact.formatVersion)")
        }
        session = try container.decode(SessionID.self, forKey: .session)
        mode = try container.decodeIfPresent(SessionMode.self, forKey: .mode) ?? .live
        sequence = try container.decodeIfPresent(Int.self, forKey: .sequence) ?? 0
        measured = try container.decode(WallTime.self, forKey: .measured)
        entered = try container.decodeIfPresent(WallTime.self, forKey: .entered) ?? measured
        elapsed = try container.decodeIfPresent(SessionTime.self, forKey: .elapsed)
        boot = try container.decodeIfPresent(BootReading.self, forKey: .boot)
        author = try container.decodeIfPresent(String.self, forKey: .author) ?? "--"
        source = try container.decodeIfPresent(FactSource.self, forKey: .source) ?? .live
        let kind = try container.decode(String.self, forKey: .kind)
        body = try FactBody(kind: kind, from: container, forKey: .body)
    }

    /// Writes one line of a log.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(Fact.formatVersion, forKey: .format)
        try container.encode(session, forKey: .session)
        try container.encode(mode, forKey: .mode)
        try container.encode(sequence, forKey: .sequence)
        try container.encode(body.kind, forKey: .kind)
        try container.encode(measured, forKey: .measured)
        try container.encode(entered, forKey: .entered)
        try container.encodeIfPresent(elapsed, forKey: .elapsed)
        try container.encodeIfPresent(boot, forKey: .boot)
        try container.encode(author, forKey: .author)
        try container.encode(source, forKey: .source)
        try body.encode(to: &container, forKey: .body)
    }
}
